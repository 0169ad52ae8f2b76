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

std::vector<Meter> InletMeters(const Oid& channels) {
  const auto channel = [&](std::optional<Measurement> PowerReading::*quantity,
                           std::uint32_t column, int digits) {
    return Meter{quantity,
                 MeterPlace::kInlet,
                 Column::Scalar(channels.Child(Oid{column, 1})),
                 digits,
                 Column(),
                 "inlet 1"};
  };
  return {
      channel(&PowerReading::energy, 3, 0),
      channel(&PowerReading::active_power, 4, 0),
      channel(&PowerReading::current, 5, 3),
      channel(&PowerReading::voltage, 6, 0),
      channel(&PowerReading::frequency, 7, 2),
      channel(&PowerReading::power_factor, 8, 3),
      channel(&PowerReading::apparent_power, 10, 0),
  };
}

// unverified: other models' meters are where the EPC 1202 has them. Which of
// several channels feeds a port is not told.
Result<std::vector<Meter>> FindMeters(SnmpSession& session,
                                      std::uint32_t model) {
  const Oid mib = Enterprise().Child(model);
  if (model == kEpc8x) {
    return std::vector<Meter>{{&PowerReading::current, MeterPlace::kUnit,
                               Column::Scalar(mib.Child(Oid{1, 3, 1, 0})), 3}};
  }
  const Oid count = mib.Child(Oid{1, 5, 1, 1, 0});
  Result<Cells> cells = Cells::Get(session, {count});
  if (!cells.ok()) {
    return cells.error();
  }
  return cells->Number(count) == 1 ? InletMeters(mib.Child(Oid{1, 5, 1, 2, 1}))
                                   : std::vector<Meter>();
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
  Result<std::vector<Meter>> meters = FindMeters(session, model);
  if (!meters.ok()) {
    return meters.error();
  }
  Family adapted = family;
  UsePorts(adapted, Ports(model));
  adapted.meters = *std::move(meters);
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
