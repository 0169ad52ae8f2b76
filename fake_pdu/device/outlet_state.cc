#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

const char* ToString(OutletState state) {
  return state == OutletState::kOn ? "on" : "off";
}

const char* ToString(OutletCommand command) {
  switch (command) {
    case OutletCommand::kOn:
      return "on";
    case OutletCommand::kOff:
      return "off";
    case OutletCommand::kReboot:
      return "reboot";
    case OutletCommand::kDelayedOn:
      return "delayed-on";
    case OutletCommand::kDelayedOff:
      return "delayed-off";
    case OutletCommand::kDelayedReboot:
      return "delayed-reboot";
    case OutletCommand::kCancel:
      return "cancel";
    case OutletCommand::kLock:
      return "lock";
    case OutletCommand::kUnlock:
      return "unlock";
    case OutletCommand::kLockOn:
      return "lock-on";
    case OutletCommand::kLockOff:
      return "lock-off";
    case OutletCommand::kToggle:
      return "toggle";
    case OutletCommand::kShortOn:
      return "short-on";
    case OutletCommand::kQueueOn:
      return "queue-on";
    case OutletCommand::kQueueOff:
      return "queue-off";
    case OutletCommand::kQueueReboot:
      return "queue-reboot";
    case OutletCommand::kDelayedShutdown:
      return "delayed-shutdown";
  }
  return "?";
}

const char* ToString(OutletCause cause) {
  switch (cause) {
    case OutletCause::kCommand:
      return "command";
    case OutletCause::kDelayedCommand:
      return "delayed command";
    case OutletCause::kReboot:
      return "reboot";
    case OutletCause::kMains:
      return "mains";
    case OutletCause::kHand:
      return "hand";
  }
  return "?";
}

std::ostream& operator<<(std::ostream& out, OutletState state) {
  return out << ToString(state);
}

std::ostream& operator<<(std::ostream& out, OutletCommand command) {
  return out << ToString(command);
}

std::ostream& operator<<(std::ostream& out, OutletCause cause) {
  return out << ToString(cause);
}

std::ostream& operator<<(std::ostream& out, const OutletEvent& event) {
  out << "outlet " << event.outlet << ": ";
  switch (event.kind) {
    case OutletEvent::Kind::kSwitched:
      return out << event.old_state << " -> " << event.new_state << " ("
                 << event.cause << ")";
    case OutletEvent::Kind::kCommandAccepted:
      return out << event.command << " accepted";
    case OutletEvent::Kind::kCommandCancelled:
      return out << event.command << " cancelled";
    case OutletEvent::Kind::kRenamed:
      return out << "named \"" << event.name << "\"";
  }
  return out;
}

}  // namespace pdukit::fake_pdu
