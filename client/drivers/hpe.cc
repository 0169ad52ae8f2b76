// Facts: CPQPOWER-MIB; captures of a P9S18A (pdu3) with firmware 2.0.0.J and of
// a maPDU (pdu2) with 02.00.0044.
#include "client/drivers/hpe.h"

#include <utility>

#include "client/drivers/countdown.h"
#include "client/drivers/readings.h"
#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

const Oid& Power() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 232, 165};
  return oid;
}

Oid Pdu3() { return Power().Child(11); }
Oid Pdu2() { return Power().Child(7); }
// mpduOutputTable, of the Intelligent Modular PDU: its load segments.
Oid Outputs(std::uint32_t column) {
  return Power().Child(Oid{5, 2, 1, 1, column});
}

// Index pdu.outlet, in both trees.
Oid Outlets(const Oid& tree, std::uint32_t column) {
  return tree.Child(Oid{5, 1, 1, column});
}
Oid Control(const Oid& tree, std::uint32_t column) {
  return tree.Child(Oid{5, 2, 1, column});
}

Oid InputType(const Oid& tree) { return tree.Child(Oid{2, 1, 1, 1}); }
Oid Phase(const Oid& tree, std::uint32_t column) {
  return tree.Child(Oid{2, 2, 1, column});
}

// Index pdu.phase; a phase that the unit lacks has a VoltageMeasType of 0.
MeterTable PhaseTable(const Oid& tree,
                      std::vector<MeterTable::Quantity> quantities) {
  MeterTable phases;
  phases.place = MeterPlace::kPhase;
  phases.quantities = std::move(quantities);
  phases.present = Phase(tree, 1);
  return phases;
}

// Index pdu: its input, which is the only one.
MeterTable InputTable(const Oid& tree) {
  MeterTable inputs;
  inputs.place = MeterPlace::kUnit;
  inputs.quantities = {
      {&PowerReading::frequency, tree.Child(Oid{2, 1, 1, 2}), 1}};
  inputs.of_outlet.from_index = UnitIndex;
  return inputs;
}

std::vector<MeterTable> Pdu3Meters() {
  return {
      MetersOfOutlets({{&PowerReading::current, Outlets(Pdu3(), 5), 2},
                       {&PowerReading::apparent_power, Outlets(Pdu3(), 12)},
                       {&PowerReading::active_power, Outlets(Pdu3(), 13)},
                       {&PowerReading::energy, Outlets(Pdu3(), 14), -3},
                       {&PowerReading::power_factor, Outlets(Pdu3(), 16), 2}}),
      PhaseTable(Pdu3(), {{&PowerReading::voltage, Phase(Pdu3(), 3), 1},
                          {&PowerReading::current, Phase(Pdu3(), 11), 2},
                          {&PowerReading::active_power, Phase(Pdu3(), 20)}}),
      InputTable(Pdu3())};
}

std::vector<MeterTable> Pdu2Meters() {
  return {
      MetersOfOutlets({{&PowerReading::current, Outlets(Pdu2(), 5), 3},
                       {&PowerReading::apparent_power, Outlets(Pdu2(), 13)},
                       {&PowerReading::active_power, Outlets(Pdu2(), 14)},
                       {&PowerReading::energy, Outlets(Pdu2(), 15)},
                       {&PowerReading::power_factor, Outlets(Pdu2(), 17), 3}}),
      PhaseTable(Pdu2(), {{&PowerReading::voltage, Phase(Pdu2(), 3), 3},
                          {&PowerReading::current, Phase(Pdu2(), 11), 3}}),
      InputTable(Pdu2())};
}

std::vector<MeterTable> OutputMeters() {
  return {MetersOfOutlets({{&PowerReading::voltage, Outputs(6), 1},
                           {&PowerReading::current, Outputs(7), 2},
                           {&PowerReading::apparent_power, Outputs(8)},
                           {&PowerReading::active_power, Outputs(9)},
                           {&PowerReading::power_factor, Outputs(10), 2},
                           {&PowerReading::energy, Outputs(13)}})};
}

void UseTree(Family& family, const Oid& tree) {
  family.outlet_walk = Outlets(tree, 2);
  family.name_column = Outlets(tree, 2);
  family.state = Control(tree, 1);
  family.only_switched_have_state = true;
  family.states = {{1, PowerState::kOff},
                   {2, PowerState::kOn},
                   {3, PowerState::kPendingOff},
                   {4, PowerState::kPendingOn}};
  UseCountdowns(family, {Control(tree, 2), Control(tree, 3), Control(tree, 4),
                         Control(tree, 9), Control(tree, 6)});
  family.reboot_time = Control(tree, 7);
  family.switchable = Control(tree, 8);
  family.switchable_values = {1};
}

// The only phase is that of all outlets.
Result<bool> HasOnePhase(SnmpSession& session, const Oid& tree) {
  constexpr std::int64_t kSinglePhase = 1;
  Result<std::vector<Varbind>> types = Walk(session, InputType(tree));
  if (!types.ok()) {
    return types.error();
  }
  bool one = !types->empty();
  for (const Varbind& type : *types) {
    one = one && type.value.AsInt64() == kSinglePhase;
  }
  return one;
}

// By each PDU's OutletCount.
Result<std::vector<Oid>> CountedIndexes(SnmpSession& session,
                                        const Oid& counts) {
  Result<std::vector<Varbind>> pdus = Walk(session, counts);
  if (!pdus.ok()) {
    return pdus.error();
  }
  std::vector<Oid> indexes;
  for (const Varbind& pdu : *pdus) {
    const std::uint32_t index = pdu.oid[pdu.oid.size() - 1];
    const auto outlets =
        static_cast<std::uint32_t>(pdu.value.AsInt64().value_or(0));
    for (std::uint32_t outlet = 1; outlet <= outlets && outlet <= 64;
         ++outlet) {
      indexes.push_back({index, outlet});
    }
  }
  return indexes;
}

// Names have a character at least; other rows hold nothing but NULs.
Result<std::vector<Oid>> NamedIndexes(SnmpSession& session, const Oid& names) {
  Result<std::vector<Varbind>> cells = Walk(session, names);
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<Oid> indexes;
  for (const Varbind& cell : *cells) {
    const std::string* name = cell.value.AsOctets();
    if (cell.oid.size() == names.size() + 2 && name != nullptr &&
        name->find_first_not_of('\0') != std::string::npos) {
      indexes.push_back({cell.oid[names.size()], cell.oid[names.size() + 1]});
    }
  }
  return indexes;
}

// The tables of a G2 unit have rows for the outlets of the largest model,
// whatever its own.
Result<std::vector<Oid>> FindIndexes(SnmpSession& session, const Oid& tree) {
  // pdu3IdentOutletCount and pdu2IdentOutletCount.
  Result<std::vector<Oid>> counted = CountedIndexes(
      session, tree.Child(Oid{1, 2, 1, tree == Pdu3() ? 13U : 12U}));
  return !counted.ok() || !counted->empty()
             ? counted
             : NamedIndexes(session, Outlets(tree, 2));
}

// Outlets of a lone PDU have its numbers; others count from 1 on.
std::vector<OutletRow> MakeRows(const std::vector<Oid>& indexes) {
  const bool lone = indexes.empty() || indexes.front()[0] == indexes.back()[0];
  std::vector<OutletRow> rows;
  for (const Oid& index : indexes) {
    OutletRow row;
    row.number = static_cast<int>(lone ? index[1] : rows.size() + 1);
    row.index = index;
    row.label = lone ? "" : index.ToString();
    row.lone = lone;
    row.common_arcs = lone ? 1 : 0;
    rows.push_back(row);
  }
  return rows;
}

Result<Family> AdaptTo(SnmpSession& session, const Family& family,
                       const Oid& tree) {
  Family adapted = family;
  UseTree(adapted, tree);
  adapted.meter_tables = tree == Pdu3() ? Pdu3Meters() : Pdu2Meters();
  Result<std::vector<Oid>> indexes = FindIndexes(session, tree);
  if (!indexes.ok()) {
    return indexes.error();
  }
  if (!indexes->empty()) {
    adapted.find_rows = [rows = MakeRows(*indexes)](SnmpSession& /*session*/) {
      return Result<std::vector<OutletRow>>(rows);
    };
  }
  Result<bool> one_phase = HasOnePhase(session, tree);
  if (!one_phase.ok()) {
    return one_phase.error();
  }
  if (*one_phase) {
    adapted.meter_tables[1].of_outlet.from_index = [](const Oid& index) {
      return Oid{index[0], 1};
    };
  }
  Result<bool> switched = Serves(session, Control(tree, 1));
  if (!switched.ok()) {
    return switched.error();
  }
  if (!*switched) {
    adapted.commands.clear();
  }
  return adapted;
}

PowerState DecodeStatus(const Value& value, const OutletRow& /*outlet*/) {
  return value == Value::OctetString("on")    ? PowerState::kOn
         : value == Value::OctetString("off") ? PowerState::kOff
                                              : PowerState::kUnknown;
}

Family MeteredOnly(const Family& family) {
  Family adapted = family;
  adapted.outlet_walk = Outputs(2);
  adapted.name_column = Column();
  adapted.state = Outputs(2);
  adapted.decode_state = DecodeStatus;
  adapted.commands.clear();
  adapted.switchable = Column();
  adapted.meter_tables = OutputMeters();
  return adapted;
}

Result<Family> Adapt(SnmpSession& session, const Family& family) {
  for (const Oid& tree : {Pdu3(), Pdu2()}) {
    Result<bool> is_there = Serves(session, tree.Child(5));
    if (!is_there.ok()) {
      return is_there.error();
    }
    if (*is_there) {
      return AdaptTo(session, family, tree);
    }
  }
  Result<bool> metered = Serves(session, Outputs(2));
  if (!metered.ok()) {
    return metered.error();
  }
  if (*metered) {
    return MeteredOnly(family);
  }
  return Error{ErrorKind::kUnsupported,
               "this device has no outlets that can be switched or metered; "
               "PDU Management Modules meter whole PDUs only",
               "", session.host()};
}

}  // namespace

Family Hpe() {
  Family family;
  family.name = "hpe";
  family.model = Power().Child(Oid{1, 2, 2});
  family.firmware = Power().Child(Oid{1, 2, 3});
  // 232.165 is the UPSes' too.
  family.sys_object_ids = {Power().Child(2), Power().Child(5), Power().Child(7),
                           Power().Child(11)};
  family.probe = Pdu3().Child(5);
  family.other_probes = {Pdu2().Child(5), Outputs(2)};
  family.adapt = Adapt;
  family.index_arcs = 2;
  UseTree(family, Pdu3());
  family.meter_tables = Pdu3Meters();
  return family;
}

}  // namespace pdukit::client
