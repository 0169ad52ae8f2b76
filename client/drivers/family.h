#ifndef PDUKIT_CLIENT_DRIVERS_FAMILY_H_
#define PDUKIT_CLIENT_DRIVERS_FAMILY_H_

// What the client knows of a vendor family's MIB: which object to read or
// write for what, and what its values mean. A new family is one file that
// makes one of these, and one line in families.cc.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/power_client.h"
#include "client/session/snmp_session.h"
#include "snmp/oid.h"

namespace pdukit::client {

enum class OutletCommand : std::uint8_t {
  kOn,
  kOff,
  kReboot,
  kDelayedOn,
  kDelayedOff,
  kCancel,
};

// "on", "off", "reboot", "delayed on", "delayed off", "cancel".
const char* ToString(OutletCommand command);

// A column of an outlet table, up to the outlet's number. Empty: the family
// has none.
using Column = Oid;

struct Family {
  std::string name{};

  // How a device says that it is one: its sysObjectID is or lies below one of
  // these, or it serves outlet_count.
  std::vector<Oid> sys_object_ids{};

  // Scalar instances. `switched_count`, where there is one, says how many of
  // the outlets, from number 1 on, can be switched.
  Oid outlet_count{};
  Oid switched_count{};

  // What is written for each command, as an Integer32, and where.
  Column command{};
  std::map<OutletCommand, std::int32_t> commands{};

  // Values that are not listed are unknown.
  Column state{};
  std::map<std::int64_t, PowerState> states{};

  // Holds `pending_value` while a delayed command or a reboot is due.
  Column pending{};
  std::int64_t pending_value = 0;

  Column name_column{};
  Column label{};

  // Holds `switchable_value` on outlets that have a relay.
  Column switchable{};
  std::int64_t switchable_value = 0;

  // What cannot be read is done without: any outlet number is tried, and a
  // command counts as done once it is acknowledged.
  bool lenient = false;

  // How long the outlet's own reboot keeps it off. Null: no reboot.
  Result<std::chrono::seconds> (*reboot_duration)(SnmpSession& session,
                                                  int outlet) = nullptr;

  // What is metered for the outlet. Null: nothing.
  Result<PowerReading> (*read)(SnmpSession& session, int outlet) = nullptr;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_FAMILY_H_
