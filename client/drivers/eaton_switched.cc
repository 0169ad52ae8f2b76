// Facts: EATON-EPDU-PU-SW-MIB of 2009-10-16 (IPV3600) and the Pulizzi MIB
// (IPC3600); no capture. Each outlet has its own scalars.
#include "client/drivers/eaton_switched.h"

#include "client/drivers/readings.h"
#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

const Oid& Ipv() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 20677, 2, 6};
  return oid;
}

const Oid& Ipc() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 20677, 1, 5};
  return oid;
}

// outletNStatus; 0 where an outlet is absent.
Result<std::vector<OutletRow>> FindOutlets(SnmpSession& session,
                                           const Oid& statuses) {
  Result<std::vector<Varbind>> cells = Walk(session, statuses);
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<OutletRow> rows;
  for (const Varbind& cell : *cells) {
    if (cell.oid.size() == statuses.size() + 2 &&
        ToNumber(cell.value).value_or(0) > 0) {
      OutletRow row;
      row.number = static_cast<int>(cell.oid[statuses.size()]);
      row.index = {cell.oid[statuses.size()]};
      rows.push_back(row);
    }
  }
  return rows;
}

// The objects of the outlets in one of the two trees.
void UseTree(Family& family, const Oid& tree) {
  const Oid statuses = tree.Child(3);
  family.find_rows = [statuses](SnmpSession& session) {
    return FindOutlets(session, statuses);
  };
  family.state = Column(statuses, [](const Oid& index) {
    return Oid{index[0], 0};
  });
  // The first one, globalCommand, switches all.
  family.command = Column(tree.Child(2), [](const Oid& index) {
    return Oid{index[0] + 1, 0};
  });
  family.name_column = Column(tree.Child(1), [](const Oid& index) {
    return Oid{index[0], 1, 0};
  });
}

Column Total(std::uint32_t quantity) {
  return Column::Scalar(Oid{1, 3, 6, 1, 4, 1, 20677, 2, 8, 6, 4, quantity, 0});
}

// Firmware of IPV3600 units may have the IPC3600's sysObjectID, with the data
// where the IPV3600 has it.
Result<Family> Adapt(SnmpSession& session, const Family& family) {
  Result<bool> is_ipv = Serves(session, Ipv().Child(3));
  if (!is_ipv.ok()) {
    return is_ipv.error();
  }
  if (*is_ipv) {
    return family;
  }
  Family adapted = family;
  UseTree(adapted, Ipc());
  adapted.reboot_time = Column(Ipc().Child(1), [](const Oid& index) {
    return Oid{index[0], 4, 0};
  });
  adapted.meters.clear();
  return adapted;
}

}  // namespace

Family EatonSwitched() {
  Family family;
  family.name = "eaton_switched";
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 20677, 1},
                           {1, 3, 6, 1, 4, 1, 20677, 2}};
  family.probe = Ipv().Child(3);
  family.other_probes = {Ipc().Child(3)};
  family.adapt = Adapt;
  UseTree(family, Ipv());
  family.reboot_time = Column(Ipv().Child(1), [](const Oid& index) {
    return Oid{index[0], 5, 0};
  });
  family.states = {{1, PowerState::kOn}, {2, PowerState::kOff}};
  family.commands = {{OutletCommand::kOn, 1},
                     {OutletCommand::kOff, 2},
                     {OutletCommand::kReboot, 3}};
  // unverified: whole V, A and VA, as NUT reads them.
  family.meters = {
      {&PowerReading::voltage, MeterPlace::kUnit, Total(1)},
      {&PowerReading::current, MeterPlace::kUnit, Total(2)},
      {&PowerReading::apparent_power, MeterPlace::kUnit, Total(3)},
  };
  return family;
}

}  // namespace pdukit::client
