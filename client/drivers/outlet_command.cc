#include "client/drivers/outlet_command.h"

namespace pdukit::client {

const char* ToString(OutletCommand command) {
  switch (command) {
    case OutletCommand::kOn:
      return "on";
    case OutletCommand::kOff:
      return "off";
    case OutletCommand::kReboot:
      return "reboot";
    case OutletCommand::kDelayedOn:
      return "delayed on";
    case OutletCommand::kDelayedOff:
      return "delayed off";
    case OutletCommand::kCancel:
      return "cancel";
    case OutletCommand::kLock:
      return "lock";
    case OutletCommand::kUnlock:
      return "unlock";
  }
  return "unknown";
}

}  // namespace pdukit::client
