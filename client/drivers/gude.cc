// Facts: GUDEADS-*-MIB; values as in a capture of an Expert Sensor Box 7214,
// which has one switched port.
#include "client/drivers/gude.h"

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

const Oid& Enterprise() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 28507};
  return oid;
}

constexpr std::uint32_t kEpc8x = 1;
constexpr std::uint32_t kEpc24x = 5;
constexpr std::uint32_t kEpc2x6 = 6;

// Every model has its own number, and the same table of ports below it.
Oid Ports(std::uint32_t model) {
  const Oid mib = Enterprise().Child(model);
  switch (model) {
    case kEpc8x:
    case kEpc2x6:
      return mib.Child(Oid{1, 2, 2, 1});
    case kEpc24x:
      return mib.Child(Oid{1, 1, 2, 1});
    default:
      return mib.Child(Oid{1, 3, 1, 2, 1});
  }
}

void UsePorts(Family& family, const Oid& ports) {
  family.outlet_walk = ports.Child(3);
  family.state = ports.Child(3);
  family.command = ports.Child(3);
  family.name_column = ports.Child(2);
}

// Which of several channels feeds a port is not told.
MeterTable ChannelMeters(const Oid& channels, const Oid& row_count) {
  MeterTable table;
  table.place = MeterPlace::kInlet;
  table.quantities = {{&PowerReading::energy, channels.Child(3)},
                      {&PowerReading::active_power, channels.Child(4)},
                      {&PowerReading::current, channels.Child(5), 3},
                      {&PowerReading::voltage, channels.Child(6)},
                      {&PowerReading::frequency, channels.Child(7), 2},
                      {&PowerReading::power_factor, channels.Child(8), 3},
                      {&PowerReading::apparent_power, channels.Child(10)}};
  table.row_count = row_count;
  table.of_outlet.only_row_of = channels.Child(5);
  return table;
}

// unverified: other models' meters are where the EPC 1202 has them.
MeterTable Meters(std::uint32_t model) {
  const Oid mib = Enterprise().Child(model);
  if (model != kEpc8x) {
    return ChannelMeters(mib.Child(Oid{1, 5, 1, 2, 1}),
                         mib.Child(Oid{1, 5, 1, 1, 0}));
  }
  MeterTable unit;
  unit.place = MeterPlace::kUnit;
  unit.quantities = {{&PowerReading::current, mib.Child(Oid{1, 3, 1}), 3}};
  unit.of_outlet.from_index = ScalarIndex;
  return unit;
}

// The model's number is the arc that the first variable has.
Result<Family> Adapt(SnmpSession& session, const Family& family) {
  Result<std::vector<Varbind>> next = session.GetNext({Enterprise()});
  if (!next.ok()) {
    return next.error();
  }
  const Varbind& first = next->front();
  if (first.value.is_exception() || !first.oid.StartsWith(Enterprise())) {
    return family;
  }
  const std::uint32_t model = first.oid[Enterprise().size()];
  Family adapted = family;
  UsePorts(adapted, Ports(model));
  adapted.meter_tables = {Meters(model)};
  return adapted;
}

}  // namespace

Family Gude() {
  constexpr std::uint32_t kEpc1202 = 43;
  Family family;
  family.name = "gude";
  family.sys_object_ids = {Enterprise()};
  family.probe = Enterprise();
  family.adapt = Adapt;
  UsePorts(family, Ports(kEpc1202));
  family.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
  family.commands = {{OutletCommand::kOff, 0}, {OutletCommand::kOn, 1}};
  return family;
}

}  // namespace pdukit::client
