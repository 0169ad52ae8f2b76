// Facts: ATEN-PE-CFG; values as in a capture of a unit with 16 outlets, which
// has no count.
#include "client/drivers/aten.h"

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

const Oid& Pe() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 21317, 1, 3, 2, 2, 2};
  return oid;
}

constexpr std::uint32_t kMostOutlets = 42;
constexpr std::int64_t kNotSupported = 7;

// outletNStatus: a scalar for each outlet. A table lies between the 8th and the
// 9th one.
Column Status() {
  return {Pe().Child(2), [](const Oid& index) {
            return Oid{index[0] + (index[0] <= 8 ? 1 : 2), 0};
          }};
}

Oid Values(std::uint32_t column) { return Pe().Child(Oid{2, 1, 1, column}); }
Oid Config(std::uint32_t column) { return Pe().Child(Oid{2, 10, 1, column}); }
Column Device(std::uint32_t column) {
  return Column::Scalar(Pe().Child(Oid{1, 3, 1, column, 1}));
}

// Every status is served; those of outlets that the unit lacks say so.
Result<std::vector<OutletRow>> FindOutlets(SnmpSession& session) {
  std::vector<Oid> oids = {Pe().Child(Oid{1, 13, 0})};
  for (std::uint32_t outlet = 1; outlet <= kMostOutlets; ++outlet) {
    oids.push_back(Status().At(Oid{outlet}));
  }
  Result<Cells> cells = Cells::Get(session, oids);
  if (!cells.ok()) {
    return cells.error();
  }
  const std::int64_t count =
      cells->Number(oids.front()).value_or(std::int64_t{kMostOutlets});
  std::vector<OutletRow> rows;
  for (std::uint32_t outlet = 1; outlet <= kMostOutlets; ++outlet) {
    if (outlet <= count &&
        cells->Number(oids[outlet]).value_or(kNotSupported) != kNotSupported) {
      OutletRow row;
      row.number = static_cast<int>(outlet);
      row.index = {outlet};
      rows.push_back(row);
    }
  }
  return rows;
}

// Texts; where there is nothing to say, "not-support" or "N/A".
std::vector<Meter> Meters() {
  using R = PowerReading;
  const MeterPlace outlet = MeterPlace::kOutlet;
  const MeterPlace unit = MeterPlace::kUnit;
  return {
      {&R::current, outlet, Values(2)},
      {&R::voltage, outlet, Values(3)},
      {&R::active_power, outlet, Values(4)},
      {&R::energy, outlet, Values(5), -3},  // unverified: kWh, by its size
      {&R::power_factor, outlet, Values(7)},
      {&R::current, unit, Device(2)},
      {&R::voltage, unit, Device(3)},
      {&R::active_power, unit, Device(4)},
      {&R::energy, unit, Device(5), -3},  // unverified: kWh
      {&R::power_factor, unit, Device(9)},
  };
}

}  // namespace

Family Aten() {
  Family family;
  family.name = "aten";
  family.model = Pe().Child(Oid{1, 1});
  family.firmware = Oid{1, 3, 6, 1, 4, 1, 21317, 1, 3, 2, 2, 3, 4, 3};
  // The bare enterprise: other products of the vendor have it too.
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 21317}};
  family.always_probe = true;
  family.probe = Status().At(Oid{1});
  family.find_rows = FindOutlets;
  family.state = Status();
  // pending(3) does not say into which direction.
  family.states = {{1, PowerState::kOff},
                   {2, PowerState::kOn},
                   {4, PowerState::kPendingOn}};  // reboot
  family.command = Status();
  family.commands = {{OutletCommand::kOff, 1},
                     {OutletCommand::kOn, 2},
                     {OutletCommand::kReboot, 4}};
  family.name_column = Config(2);
  family.on_delay = Config(4);
  family.off_delay = Config(5);
  family.switchable = Pe().Child(Oid{2, 70, 1, 2});
  family.switchable_values = {2};
  // outletAlwaysON. unverified: by its name.
  family.lock = Config(16);
  family.locked_values = {2};
  family.meters = Meters();
  return family;
}

}  // namespace pdukit::client
