// Facts: IBM-PDU-MIB of 2012-05-31 for the new layout; fence_ipdu and xCAT for
// the old one, whose MIB was not found, but for the meters. No capture.
#include "client/drivers/ibm_ipdu.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "client/drivers/readings.h"
#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

const Oid& Ipdu() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 2, 6, 223};
  return oid;
}

Oid Outlets(std::uint32_t column) {
  return Ipdu().Child(Oid{8, 2, 2, 1, column});
}

constexpr std::uint32_t kVoltage = 8;  // mV
constexpr std::uint32_t kCurrent = 9;  // mA

// Column 11 is the state with old firmware, and a threshold with new.
constexpr std::uint32_t kOldState = 11;
constexpr std::uint32_t kNewState = 13;

void UseState(Family& family, std::uint32_t column) {
  family.outlet_walk = Outlets(column);
  family.state = Outlets(column);
  family.command = Outlets(column);
}

// As xCAT tells the layouts apart, by ibmPduSoftwareVersion; and no unit of the
// old layout is known to have the new column.
Result<bool> IsNew(SnmpSession& session) {
  const Oid version = Ipdu().Child(Oid{7, 3, 0});
  Result<Cells> cells = Cells::Get(session, {version});
  if (!cells.ok()) {
    return cells.error();
  }
  const std::string* text = cells->Find(version)->AsOctets();
  if (text != nullptr && text->find("sLEN") != std::string::npos) {
    return true;
  }
  return Serves(session, Outlets(kNewState));
}

// unverified: the old layout meters where the new one does. A mains voltage in
// the place of the voltage, in mV, is taken for a sign that it does.
Result<bool> HasVoltage(SnmpSession& session) {
  constexpr std::int64_t kLeast = 80'000;
  constexpr std::int64_t kMost = 500'000;
  Result<std::vector<Varbind>> cells = Walk(session, Outlets(kVoltage));
  if (!cells.ok()) {
    return cells.error();
  }
  return std::any_of(cells->begin(), cells->end(), [](const Varbind& cell) {
    const std::int64_t voltage = ToNumber(cell.value).value_or(0);
    return voltage >= kLeast && voltage <= kMost;
  });
}

Result<Family> Adapt(SnmpSession& session, const Family& family) {
  Result<bool> is_new = IsNew(session);
  if (!is_new.ok()) {
    return is_new.error();
  }
  Result<bool> is_metered = *is_new ? true : HasVoltage(session);
  if (!is_metered.ok()) {
    return is_metered.error();
  }
  Family adapted = family;
  if (*is_metered) {
    // The scale of the power factor, column 7, is not known.
    adapted.meters = {
        {&PowerReading::voltage, MeterPlace::kOutlet, Outlets(kVoltage), 3},
        {&PowerReading::current, MeterPlace::kOutlet, Outlets(kCurrent), 3},
    };
  }
  if (*is_new) {
    UseState(adapted, kNewState);
    adapted.meters.push_back(
        {&PowerReading::active_power, MeterPlace::kOutlet, Outlets(15)});
  }
  return adapted;
}

}  // namespace

Family IbmIpdu() {
  Family family;
  family.name = "ibm_ipdu";
  family.model = Ipdu().Child(Oid{7, 5});
  family.firmware = Ipdu().Child(Oid{7, 3});
  // unverified: fence_ipdu takes it, but was not choosy.
  family.sys_object_ids = {Ipdu()};
  family.adapt = Adapt;
  family.outlet_count = Ipdu().Child(Oid{8, 2, 1, 0});
  UseState(family, kOldState);
  family.name_column = Outlets(2);
  // delaySwitch10(3) to delaySwitch60(5) do not say into which direction.
  family.states = {{0, PowerState::kOff},
                   {1, PowerState::kOn},
                   {2, PowerState::kPendingOn}};  // cycling
  family.commands = {{OutletCommand::kOff, 0},
                     {OutletCommand::kOn, 1},
                     {OutletCommand::kReboot, 2}};
  return family;
}

}  // namespace pdukit::client
