#ifndef PDUKIT_CLIENT_CLI_TARGET_H_
#define PDUKIT_CLIENT_CLI_TARGET_H_

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "client/cli/command_line.h"
#include "client/cli/context.h"
#include "client/config/pdu_options.h"
#include "client/power_client.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {

// What a command goes to.
struct Target {
  std::string export_name{};    // Empty without an exporter file.
  std::optional<int> outlet{};  // Of the PDU; none where a whole PDU is listed.
  std::optional<SnmpPdu> pdu{};
  std::unique_ptr<PowerClient> power{};  // Null if there is no outlet.
};

// Reads the exporter file, asks for what is secret and missing, and reaches the
// device. Fails with kParse or kNotFound for what is wrong with the file, with
// kUnsupported for an export that cannot be used here, with kInvalidArgument
// if a key is missing, and as SnmpPdu does.
Result<Target> OpenTarget(const CommandLine& line, const Context& context);

// How to reach what `line.direct` says, with the secrets that it leaves out.
// Fails with kInvalidArgument if a key is missing.
Result<SnmpPdu::Options> PduOptions(const CommandLine& line,
                                    const Context& context);

// What the environment says for secrets that a file leaves out.
FallbackSecrets FindSecrets(const Context& context);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_TARGET_H_
