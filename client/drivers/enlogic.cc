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

Oid Phase(std::uint32_t column) { return Pdu().Child(Oid{3, 4, 1, column}); }

Oid Unit(std::uint32_t column) { return Pdu().Child(Oid{2, 4, 1, column}); }

MeterTable OutletMeters() {
  return MetersOfOutlets({
      {&PowerReading::current, Outlets(kMetered, 5), 2},
      {&PowerReading::active_power, Outlets(kMetered, 6)},
      // unverified: hundredths, as the phases' are.
      {&PowerReading::power_factor, Outlets(kMetered, 7), 2},
      {&PowerReading::energy, Outlets(kMetered, 11), -2},
  });
}

// Index unit.phase. InputPhaseLayout is the phase, or above 3 for an outlet
// between two of them, which has no row.
MeterTable PhaseMeters() {
  MeterTable phases;
  phases.place = MeterPlace::kPhase;
  phases.quantities = {{&PowerReading::current, Phase(5), 2},
                       {&PowerReading::voltage, Phase(6)},
                       {&PowerReading::active_power, Phase(7)},
                       {&PowerReading::apparent_power, Phase(8)},
                       {&PowerReading::power_factor, Phase(9), 2}};
  phases.of_outlet.last_arc = Outlets(kProperties, 4);
  return phases;
}

MeterTable UnitMeters() {
  MeterTable units;
  units.place = MeterPlace::kUnit;
  units.quantities = {{&PowerReading::active_power, Unit(4)},
                      {&PowerReading::apparent_power, Unit(5)},
                      {&PowerReading::energy, Unit(9), -2}};
  units.of_outlet.from_index = UnitIndex;
  return units;
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
  family.model = Pdu().Child(Oid{1, 2, 1, 10});
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
  family.meter_tables = {OutletMeters(), PhaseMeters(), UnitMeters()};
  return family;
}

}  // namespace pdukit::client
