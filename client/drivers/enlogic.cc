// Facts: ENLOGIC-PDU-MIB and ENLOGIC-PDU2-MIB, which agree on all of this;
// values as in a capture of an EN1814, which is not switched.
#include "client/drivers/enlogic.h"

#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

const Oid& Pdu() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 38446, 1};
  return oid;
}

// Index unit.outlet.
Oid Outlets(std::uint32_t table, std::uint32_t column) {
  return Pdu().Child(Oid{5, table, 1, column});
}

constexpr std::uint32_t kConfig = 2;
constexpr std::uint32_t kProperties = 3;
constexpr std::uint32_t kStatus = 4;
constexpr std::uint32_t kControl = 5;
constexpr std::uint32_t kMetered = 9;

// Index unit.phase. InputPhaseLayout is the phase, or above 3 for an outlet
// between two of them, which has no row.
Meter Phase(std::optional<Measurement> PowerReading::*quantity,
            std::uint32_t column, int digits) {
  return {quantity, MeterPlace::kPhase,      Pdu().Child(Oid{3, 4, 1, column}),
          digits,   Outlets(kProperties, 4), "",
          1};
}

Column Unit(std::uint32_t column) {
  return {Pdu().Child(Oid{2, 4, 1, column}),
          [](const Oid& index) { return Oid{index[0]}; }};
}

std::vector<Meter> Meters() {
  using R = PowerReading;
  const MeterPlace outlet = MeterPlace::kOutlet;
  return {
      {&R::current, outlet, Outlets(kMetered, 5), 2},
      {&R::active_power, outlet, Outlets(kMetered, 6)},
      // unverified: hundredths, as the phases' are.
      {&R::power_factor, outlet, Outlets(kMetered, 7), 2},
      {&R::energy, outlet, Outlets(kMetered, 11), -2},
      Phase(&R::current, 5, 2),
      Phase(&R::voltage, 6, 0),
      Phase(&R::active_power, 7, 0),
      Phase(&R::apparent_power, 8, 0),
      Phase(&R::power_factor, 9, 2),
      {&R::active_power, MeterPlace::kUnit, Unit(4)},
      {&R::apparent_power, MeterPlace::kUnit, Unit(5)},
      {&R::energy, MeterPlace::kUnit, Unit(9), -2},
  };
}

// Models that only meter their outlets have another table alone, and the
// EN1814 has neither. The unit of a lone PDU is 1.
Result<Family> Adapt(SnmpSession& session, const Family& family) {
  Result<Family> adapted =
      ListMeteredIfUnswitched(session, family, Outlets(kMetered, 5));
  if (adapted.ok()) {
    adapted->index_prefix = {1};
  }
  return adapted;
}

}  // namespace

Family Enlogic() {
  Family family;
  family.name = "enlogic";
  family.sys_object_ids = {Pdu()};
  family.adapt = Adapt;
  family.outlet_walk = Outlets(kStatus, 4);
  family.index_arcs = 2;
  family.other_probes = {Outlets(kMetered, 5)};
  family.name_column = Outlets(kConfig, 2);
  family.state = Outlets(kStatus, 4);
  family.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
  family.command = Outlets(kControl, 4);
  family.commands = {
      {OutletCommand::kOff, 1},        {OutletCommand::kOn, 2},
      {OutletCommand::kDelayedOff, 3}, {OutletCommand::kDelayedOn, 4},
      {OutletCommand::kReboot, 5},
  };
  family.reboot_time = Outlets(kConfig, 6);
  family.meters = Meters();
  return family;
}

}  // namespace pdukit::client
