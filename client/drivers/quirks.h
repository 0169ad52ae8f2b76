#ifndef PDUKIT_CLIENT_DRIVERS_QUIRKS_H_
#define PDUKIT_CLIENT_DRIVERS_QUIRKS_H_

#include <chrono>

namespace pdukit::client {

// What devices do otherwise than the standard, or good sense, would have it.
struct Quirks {
  // An SNMP error comes for an on or off that is carried out all the same: the
  // outlet's state decides.
  bool refuses_what_it_does = false;
  // A new state shows only after this; until then nothing is read back.
  std::chrono::milliseconds settle{0};
  // A command is lost while another is pending: on and off wait for its end,
  // as long as the verification may take.
  bool loses_commands_while_pending = false;
  // Commands are lost now and then: on and off, never a reboot, are sent again
  // each time that this passes without the state. 0: they are not.
  std::chrono::milliseconds resend_after{0};
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_QUIRKS_H_
