#ifndef PDUKIT_CLIENT_UNIT_H_
#define PDUKIT_CLIENT_UNIT_H_

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "client/drivers/family.h"
#include "client/drivers/outlet_row.h"
#include "client/progress.h"
#include "client/session/snmp_session.h"
#include "client/snmp_power_client.h"

namespace pdukit::client {

// One device, as its SnmpPdu and its outlets share it. Constant once made,
// but for the session, which is thread-safe.
struct Unit {
  std::unique_ptr<SnmpSession> session;
  Family family;
  std::string family_reason;
  // Nullopt if the device does not say.
  std::optional<std::vector<OutletRow>> outlets;

  CycleMethod cycle;
  std::chrono::milliseconds timeout;  // Of one datagram.
  std::chrono::milliseconds deadline;
  std::chrono::milliseconds poll_interval;
  Clock* clock;
  ProgressCallback on_progress;
  std::function<bool()> cancelled;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_UNIT_H_
