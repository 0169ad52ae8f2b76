#include "fake_pdu/device/device_spec.h"

#include <cstddef>

namespace pdukit::fake_pdu {
namespace {

template <typename Part>
int RowOfNumber(const std::vector<Part>& parts, int number) {
  for (std::size_t row = 0; row < parts.size(); ++row) {
    if (parts[row].number == number) {
      return static_cast<int>(row);
    }
  }
  return -1;
}

}  // namespace

int DeviceSpec::RowCount(Scope scope) const {
  switch (scope) {
    case Scope::kUnit:
      return 1;
    case Scope::kOutlet:
      return static_cast<int>(outlets.size());
    case Scope::kBank:
      return static_cast<int>(banks.size());
    case Scope::kPhase:
      return static_cast<int>(phases.size());
    case Scope::kInlet:
      return static_cast<int>(inlets.size());
  }
  return 0;
}

int DeviceSpec::OutletRow(int number) const {
  return RowOfNumber(outlets, number);
}

int DeviceSpec::BankRow(int number) const { return RowOfNumber(banks, number); }

int DeviceSpec::InletRow(int number) const {
  return RowOfNumber(inlets, number);
}

}  // namespace pdukit::fake_pdu
