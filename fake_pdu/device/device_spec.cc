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

// The row of `to` that an outlet, bank or phase at this place belongs to.
int RowAt(const DeviceSpec& spec, Scope to, int bank, int inlet,
          Wiring wiring) {
  const int inlet_row = spec.InletRow(inlet);
  switch (to) {
    case Scope::kBank:
      return bank == 0 ? -1 : spec.BankRow(bank);
    case Scope::kPhase:
      return spec.PhaseRow(inlet, static_cast<int>(wiring) % 3 + 1);
    case Scope::kInlet:
      return inlet_row;
    case Scope::kUnit:
      return spec.inlets[static_cast<std::size_t>(inlet_row)].unit - 1;
    default:
      return -1;
  }
}

}  // namespace

int DeviceSpec::RowCount(Scope scope) const {
  switch (scope) {
    case Scope::kUnit:
      return static_cast<int>(units.size());
    case Scope::kOutlet:
      return static_cast<int>(outlets.size());
    case Scope::kBank:
      return static_cast<int>(banks.size());
    case Scope::kPhase:
      return static_cast<int>(phases.size());
    case Scope::kInlet:
      return static_cast<int>(inlets.size());
    case Scope::kSensor:
      return static_cast<int>(sensors.size());
    case Scope::kGroup:
      return static_cast<int>(groups.size());
    case Scope::kContact:
      return static_cast<int>(contacts.size());
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

int DeviceSpec::SensorRow(int number) const {
  return RowOfNumber(sensors, number);
}

int DeviceSpec::ContactRow(int number) const {
  return RowOfNumber(contacts, number);
}

int DeviceSpec::GroupRow(int number) const {
  return RowOfNumber(groups, number);
}

int DeviceSpec::PhaseRow(int inlet, int number) const {
  for (std::size_t row = 0; row < phases.size(); ++row) {
    if (phases[row].inlet == inlet && phases[row].number == number) {
      return static_cast<int>(row);
    }
  }
  return -1;
}

double RatingOf(const DeviceSpec& spec, Scope scope, int row) {
  const auto at = static_cast<std::size_t>(row);
  switch (scope) {
    case Scope::kUnit:
      return spec.rating;
    case Scope::kOutlet:
      return spec.outlets[at].rating;
    case Scope::kBank:
      return spec.banks[at].rating;
    case Scope::kPhase:
      return spec.phases[at].rating;
    case Scope::kInlet:
      return spec.inlets[at].rating;
    case Scope::kSensor:
    case Scope::kGroup:
    case Scope::kContact:
      break;
  }
  return 0;
}

int RelatedRow(const DeviceSpec& spec, Scope from, int row, Scope to) {
  if (from == to) {
    return row;
  }
  const auto at = static_cast<std::size_t>(row);
  switch (from) {
    case Scope::kOutlet: {
      const OutletSpec& outlet = spec.outlets[at];
      return RowAt(spec, to, outlet.bank, outlet.inlet, outlet.wiring);
    }
    case Scope::kBank: {
      const BankSpec& bank = spec.banks[at];
      return RowAt(spec, to, 0, bank.inlet, bank.wiring);
    }
    case Scope::kPhase: {
      const PhaseSpec& phase = spec.phases[at];
      return RowAt(spec, to, 0, phase.inlet,
                   static_cast<Wiring>(phase.number - 1));
    }
    case Scope::kInlet:
      return to == Scope::kUnit ? spec.inlets[at].unit - 1 : -1;
    case Scope::kSensor:
      return to == Scope::kUnit ? spec.sensors[at].unit - 1 : -1;
    case Scope::kGroup:
      return to == Scope::kUnit ? spec.groups[at].unit - 1 : -1;
    case Scope::kContact:
      return to == Scope::kUnit ? spec.contacts[at].unit - 1 : -1;
    case Scope::kUnit:
      return -1;
  }
  return -1;
}

}  // namespace pdukit::fake_pdu
