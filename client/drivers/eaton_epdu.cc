// Facts: EATON-EPDU-MIB of 2023-03-31; values as in a capture of an EMA114-10
// with firmware 05.01.0002.
#include "client/drivers/eaton_epdu.h"

#include "client/drivers/countdown.h"
#include "client/drivers/readings.h"
#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

const Oid& Epdu() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 534, 6, 6, 7};
  return oid;
}

// Index strapping.outlet; the strapping of a lone unit is 0.
Oid Outlets(std::uint32_t table, std::uint32_t column) {
  return Epdu().Child(Oid{6, table, 1, column});
}

Oid Inputs(std::uint32_t table, std::uint32_t column) {
  return Epdu().Child(Oid{3, table, 1, column});
}

// One input to each unit, so that it feeds every outlet; `is_single` if none of
// them has more than one phase.
struct Feed {
  bool is_lone = false;
  bool is_single = false;
};

Result<Feed> FindFeed(SnmpSession& session) {
  constexpr std::int64_t kSinglePhase = 1;
  const Oid type = Inputs(1, 2);
  Result<std::vector<Varbind>> inputs = Walk(session, type);
  if (!inputs.ok()) {
    return inputs.error();
  }
  Feed feed{!inputs->empty(), !inputs->empty()};
  for (const Varbind& input : *inputs) {
    feed.is_lone = feed.is_lone && input.oid[input.oid.size() - 1] == 1;
    feed.is_single = feed.is_single && input.value.AsInt64() == kSinglePhase;
  }
  return feed;
}

Oid Groups(std::uint32_t table, std::uint32_t column) {
  return Epdu().Child(Oid{5, table, 1, column});
}

// Breakers and sections of outlets, not what the user has put together.
MeterTable Banks() {
  MeterTable banks;
  banks.place = MeterPlace::kBank;
  banks.quantities = {{&PowerReading::voltage, Groups(3, 3), 3},
                      {&PowerReading::current, Groups(4, 3), 3},
                      {&PowerReading::apparent_power, Groups(5, 2)},
                      {&PowerReading::active_power, Groups(5, 3)},
                      {&PowerReading::energy, Groups(5, 4)},
                      {&PowerReading::power_factor, Groups(5, 6), 3}};
  banks.where = Groups(1, 4);  // groupType
  banks.where_values = {1, 2, 3, 4};
  return banks;
}

// Rows are strapping.input.n, and a column says which phase or pair of phases
// each is of: pairs, neutral and totals are left out.
MeterTable PhaseTable(const std::vector<MeterTable::Quantity>& quantities,
                      const Oid& type,
                      const std::map<std::int64_t, std::string>& phases) {
  MeterTable table;
  table.place = MeterPlace::kPhase;
  table.quantities = quantities;
  table.number = type;
  table.names = phases;
  return table;
}

MeterTable OutletMeters() {
  return MetersOfOutlets({{&PowerReading::voltage, Outlets(3, 2), 3},
                          {&PowerReading::current, Outlets(4, 3), 3},
                          {&PowerReading::apparent_power, Outlets(5, 2)},
                          {&PowerReading::active_power, Outlets(5, 3)},
                          {&PowerReading::energy, Outlets(5, 4)},
                          {&PowerReading::power_factor, Outlets(5, 6), 3}});
}

MeterTable InputFrequency() {
  MeterTable inlets;
  inlets.place = MeterPlace::kInlet;
  inlets.quantities = {{&PowerReading::frequency, Inputs(1, 3), 1}};
  return inlets;
}

MeterTable InputPowers() {
  MeterTable inlets;
  inlets.place = MeterPlace::kInlet;
  inlets.quantities = {{&PowerReading::apparent_power, Inputs(5, 3)},
                       {&PowerReading::active_power, Inputs(5, 4)},
                       {&PowerReading::energy, Inputs(5, 5)},
                       {&PowerReading::power_factor, Inputs(5, 7), 3}};
  return inlets;
}

RowOfOutlet OnlyInlet(Column::Instance row) {
  RowOfOutlet of_outlet;
  of_outlet.from_index = row;
  of_outlet.source = "inlet 1";
  return of_outlet;
}
// Of the only input of the outlet's unit, or of its only wire.
RowOfOutlet Input() {
  return OnlyInlet([](const Oid& index) { return Oid{index[0], 1}; });
}
RowOfOutlet Wire() {
  return OnlyInlet([](const Oid& index) { return Oid{index[0], 1, 1}; });
}

std::vector<MeterTable> Tables(const Feed& feed) {
  MeterTable voltages =
      PhaseTable({{&PowerReading::voltage, Inputs(2, 3), 3}}, Inputs(2, 2),
                 {{1, "1"}, {2, "1"}, {3, "2"}, {4, "3"}});
  MeterTable currents =
      PhaseTable({{&PowerReading::current, Inputs(3, 4), 3}}, Inputs(3, 2),
                 {{1, "1"}, {3, "1"}, {4, "2"}, {5, "3"}});
  const MeterTable powers =
      PhaseTable({{&PowerReading::apparent_power, Inputs(4, 3)},
                  {&PowerReading::active_power, Inputs(4, 4)},
                  {&PowerReading::energy, Inputs(4, 5)},
                  {&PowerReading::power_factor, Inputs(4, 7), 3}},
                 Inputs(4, 2), {{1, "1"}, {2, "2"}, {3, "3"}});
  MeterTable input_frequency = InputFrequency();
  MeterTable input_powers = InputPowers();
  if (feed.is_lone) {
    input_frequency.of_outlet = Input();
  }
  if (feed.is_lone && feed.is_single) {
    input_powers.of_outlet = Input();
    voltages.of_outlet = Wire();
    currents.of_outlet = Wire();
  }
  return {OutletMeters(), Banks(),         voltages,    currents,
          powers,         input_frequency, input_powers};
}

// Units that are not switched have no control table.
Result<Family> Adapt(SnmpSession& session, const Family& family) {
  Result<bool> switched = Serves(session, family.state.base());
  if (!switched.ok()) {
    return switched.error();
  }
  Result<Feed> feed = FindFeed(session);
  if (!feed.ok()) {
    return feed.error();
  }
  Family adapted = family;
  adapted.meter_tables = Tables(*feed);
  if (!*switched) {
    adapted.commands.clear();
  }
  return adapted;
}

}  // namespace

Family EatonEpdu() {
  Family family;
  family.name = "eaton_epdu";
  family.model = Epdu().Child(Oid{1, 2, 1, 2});
  family.firmware = Epdu().Child(Oid{1, 2, 1, 5});
  family.sys_object_ids = {Epdu()};
  family.adapt = Adapt;
  family.outlet_walk = Outlets(1, 3);
  family.index_arcs = 2;
  family.label = Outlets(1, 6);
  family.name_column = Outlets(1, 3);
  family.writable_name = Outlets(1, 3);
  family.state = Outlets(6, 2);
  family.states = {{0, PowerState::kOff},
                   {1, PowerState::kOn},
                   {2, PowerState::kPendingOff},
                   {3, PowerState::kPendingOn}};
  UseCountdowns(family, {Outlets(6, 3), Outlets(6, 4), Outlets(6, 5),
                         Outlets(6, 10), Outlets(6, 7)});
  family.reboot_time = Outlets(6, 8);
  // The control table has no rows for the outlets of unswitched units; old
  // units have all of it but this column.
  family.only_switched_have_state = true;
  family.switchable = Outlets(6, 9);
  family.switchable_values = {1};
  family.meter_tables = Tables({});
  return family;
}

}  // namespace pdukit::client
