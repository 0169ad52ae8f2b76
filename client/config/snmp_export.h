#ifndef PDUKIT_CLIENT_CONFIG_SNMP_EXPORT_H_
#define PDUKIT_CLIENT_CONFIG_SNMP_EXPORT_H_

#include <chrono>
#include <string>

#include "base/result.h"
#include "client/config/yaml_map.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {

// Secrets that a file leaves out, from the environment for example. Empty: not
// known.
struct FallbackSecrets {
  std::string community{};
  std::string auth_key{};
  std::string priv_key{};
};

// An outlet of a PDU, as Jumpstarter's jumpstarter_driver_snmp says it.
struct SnmpExport {
  std::string endpoint{};  // As SnmpPdu::Open takes it.
  int outlet = 0;
  SnmpPdu::Options options{};
};

// Lets a device answer for `deadline` before it counts as silent: the time is
// shared by the first datagram and those sent again.
void SetAnswerDeadline(SnmpPdu::Options& options,
                       std::chrono::milliseconds deadline);

// Reads the config of an SNMPServer. As in Jumpstarter: host, user and plug are
// required; port (161), oid, auth_protocol (NONE), auth_key, priv_protocol
// (NONE), priv_key and timeout (5.0 s) are not. Beyond it: family, version (3),
// community, on_value and off_value; under version 1 and 2c there is no user.
// Without a family the oid decides, as GenericOptions says. Fails with kParse.
Result<SnmpExport> ParseSnmpExport(const YamlMap& config,
                                   const FallbackSecrets& secrets);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_SNMP_EXPORT_H_
