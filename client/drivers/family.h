#ifndef PDUKIT_CLIENT_DRIVERS_FAMILY_H_
#define PDUKIT_CLIENT_DRIVERS_FAMILY_H_

// What the client knows of a vendor family's MIB: which object to read or
// write for what, and what its values mean. Fill in data first, and a function
// only where data cannot say it; what is left out, the family does not have.
//
//   Family Acme() {
//     Family family;
//     family.name = "acme";
//     family.sys_object_ids = {kAcme};
//     family.outlet_count = kAcme.Child(Oid{1, 0});
//     family.state = kAcme.Child(Oid{2, 1, 3});
//     family.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
//     family.command = kAcme.Child(Oid{2, 1, 4});
//     family.commands = {{OutletCommand::kOff, 0}, {OutletCommand::kOn, 1}};
//     return family;
//   }

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/drivers/column.h"
#include "client/drivers/meter.h"
#include "client/drivers/meter_table.h"
#include "client/drivers/outlet_command.h"
#include "client/drivers/outlet_row.h"
#include "client/drivers/quirks.h"
#include "client/power_client.h"
#include "client/session/snmp_session.h"
#include "snmp/oid.h"

namespace pdukit::client {

struct Family {
  std::string name{};

  // A device's sysObjectID is or lies below one of these; the longest that fits
  // wins. Of families that claim the same one, and for an unclaimed one, the
  // first in families.cc whose probe the device answers is taken.
  std::vector<Oid> sys_object_ids{};
  // The sysObjectID alone does not tell: others have it too.
  bool always_probe = false;
  // A scalar's instance, or a node below which something is served. Empty:
  // outlet_count, if above 0, or a row of outlet_walk. Of models that differ,
  // other_probes find the others.
  Oid probe{};
  std::vector<Oid> other_probes{};
  // Where models differ in their OIDs: the family as this device has it.
  std::function<Result<Family>(SnmpSession& session, const Family& family)>
      adapt{};

  // Scalars without their 0, or columns, of which the first row counts: what
  // the device says that it is.
  Oid model{};
  Oid firmware{};

  // The outlets: `find_rows`, else outlet_count's number of rows, with indexes
  // of index_prefix and numbers from first_index on (0: outlet 1 is row 0);
  // else the rows of outlet_walk, with whatever stands behind that column.
  std::function<Result<std::vector<OutletRow>>(SnmpSession& session)>
      find_rows{};
  Oid outlet_count{};  // A scalar's instance.
  Oid outlet_walk{};
  Oid index_prefix{};
  int first_index = 1;
  // How many arcs an index has, at least: rows with fewer are no outlets. For
  // the family generic, whose OID may hold all of them but the last.
  int index_arcs = 1;
  // With outlet_walk: the outlet's unit of a cascade, and its number on that
  // unit. Empty: all arcs of the index but the last, and the last.
  Column unit{};
  Column position{};
  Column label{};

  // Written for a command: the value into `command`, or into all columns that
  // command_columns has for it. With `unlock`, unlock_value goes there before.
  Column command{};
  std::map<OutletCommand, std::int32_t> commands{};
  std::map<OutletCommand, std::vector<Column>> command_columns{};
  ValueType command_type = ValueType::kInteger32;
  Column unlock{};
  std::int32_t unlock_value = 1;
  // Instead, for each command that `commands` has.
  std::function<Result<std::vector<Varbind>>(
      SnmpSession& session, const OutletRow& outlet, OutletCommand command)>
      make_command{};

  // How long the outlet waits with each on and off, in seconds / 10^digits: the
  // verification waits with it.
  Column on_delay{};
  Column off_delay{};
  int delay_digits = 0;

  // Values that are not listed are unknown, which never counts as off.
  Column state{};
  std::map<std::int64_t, PowerState> states{};
  std::function<PowerState(const Value& value, const OutletRow& outlet)>
      decode_state{};  // Instead of `states`.

  // Holds `pending_value` while a delayed command or a reboot is due; or one of
  // pending_states, which then is the state.
  Column pending{};
  std::optional<std::int64_t> pending_value{};
  std::map<std::int64_t, PowerState> pending_states{};

  Column name_column{};
  std::function<std::string(const Value& value)> decode_name{};
  // Where the MIB lets an outlet's name be written, and writing the name that
  // it has changes nothing.
  Column writable_name{};

  // Outlets from number 1 on that can be switched, a scalar's instance; or a
  // column that holds one of the values, or BITS with that one set, on outlets
  // that can; or only these have a state.
  Oid switched_count{};
  Column switchable{};
  std::vector<std::int64_t> switchable_values{};
  std::optional<int> switchable_bit{};
  bool only_switched_have_state = false;
  // Holds one of the values while the outlet is locked. Families with the
  // commands lock and unlock have it.
  Column lock{};
  std::vector<std::int64_t> locked_values{};

  // How long the outlet's own reboot keeps it off, in seconds; reboot_default
  // where the device does not say.
  Column reboot_time{};
  std::chrono::seconds reboot_default{60};
  std::function<Result<std::chrono::seconds>(SnmpSession& session,
                                             const OutletRow& outlet)>
      reboot_duration{};  // Instead.

  // What is metered, at the outlets and elsewhere.
  std::vector<MeterTable> meter_tables{};
  std::vector<std::int64_t> not_metered{-1, 0xFFFFFFFF};
  // What is metered for one outlet, where no tables can say it.
  std::vector<Meter> meters{};
  std::function<Result<PowerReading>(SnmpSession& session,
                                     const OutletRow& outlet)>
      read{};  // Instead, or beside tables that cannot say all of it.

  // What cannot be read is done without: any outlet number is tried, and a
  // command counts as done once it is acknowledged.
  bool lenient = false;

  Quirks quirks{};
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_FAMILY_H_
