#ifndef PDUKIT_CLIENT_CLI_LAB_TEXT_H_
#define PDUKIT_CLIENT_CLI_LAB_TEXT_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "client/discovery.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {

struct LabText {
  std::string text{};
  // What to know of it: "3 PDUs, 2 machines; it takes POWER_COMMUNITY from the
  // environment".
  std::string notice{};
};

// A lab file (YAML) of the PDUs among what was found: by name how each is
// reached, with `options`, and the machines on outlets that someone named. An
// outlet that bears the name of another one's machine is a further supply of
// it. Holds no secret: it says from which variable of the environment to take
// it.
LabText MakeLabText(const std::vector<Discovered>& found,
                    const SnmpPdu::Options& options);

// Fails with kInvalidArgument if there is such a file.
Result<void> CheckIsNew(const std::string& path);

// Never overwrites one: fails with kSystem, as if it cannot be written.
Result<void> WriteNewFile(const std::string& path, const std::string& text);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_LAB_TEXT_H_
