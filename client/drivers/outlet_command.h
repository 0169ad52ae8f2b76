#ifndef PDUKIT_CLIENT_DRIVERS_OUTLET_COMMAND_H_
#define PDUKIT_CLIENT_DRIVERS_OUTLET_COMMAND_H_

#include <cstdint>

namespace pdukit::client {

enum class OutletCommand : std::uint8_t {
  kOn,
  kOff,
  kReboot,
  kDelayedOn,
  kDelayedOff,
  kCancel,
  kLock,  // As it is, on or off.
  kUnlock,
};

// "on", "off", "reboot", "delayed on", "delayed off", "cancel", "lock",
// "unlock".
const char* ToString(OutletCommand command);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_OUTLET_COMMAND_H_
