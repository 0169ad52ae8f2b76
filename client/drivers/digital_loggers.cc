// Facts: ENERGY-OBJECT-MIB (RFC 7460) and what the vendor says of its use,
// digital-loggers.com/snmp.html; no capture.
#include "client/drivers/digital_loggers.h"

namespace pdukit::client {
namespace {

// Index entPhysicalIndex.
Oid EnergyObject(std::uint32_t column) {
  return Oid{1, 3, 6, 1, 2, 1, 229, 1, 2, 1, column};
}

Oid AdminState() { return EnergyObject(8); }
Oid OperState() { return EnergyObject(9); }

// IANAPowerStateSet
constexpr int kIeee1621Off = 257;
constexpr int kIeee1621On = 259;

// From this one on they are buses.
constexpr std::uint32_t kFirstBus = 257;

Result<std::vector<OutletRow>> FindOutlets(SnmpSession& session) {
  Result<std::vector<Varbind>> cells = Walk(session, OperState());
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<OutletRow> rows;
  for (const Varbind& cell : *cells) {
    const std::uint32_t index = cell.oid[cell.oid.size() - 1];
    if (index < kFirstBus) {
      OutletRow row;
      row.number = static_cast<int>(index);
      row.index = {index};
      rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace

Family DigitalLoggers() {
  Family family;
  family.name = "digital_loggers";
  // The MIB is anybody's, so that its objects do not tell the vendor.
  // unverified: that the enterprise is the sysObjectID; nothing below it is
  // known.
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 45770}};
  family.probe = {1, 3, 6, 1, 4, 1, 45770};
  family.find_rows = FindOutlets;
  family.state = OperState();
  family.states = {{kIeee1621Off, PowerState::kOff},
                   {kIeee1621On, PowerState::kOn}};
  family.command = AdminState();
  family.commands = {{OutletCommand::kOff, kIeee1621Off},
                     {OutletCommand::kOn, kIeee1621On}};
  return family;
}

}  // namespace pdukit::client
