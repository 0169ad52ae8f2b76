#ifndef PDUKIT_CLIENT_CONFIG_SNMP_EXPORT_H_
#define PDUKIT_CLIENT_CONFIG_SNMP_EXPORT_H_

#include <string>

#include "base/result.h"
#include "client/config/pdu_options.h"
#include "client/config/yaml_map.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {

// An outlet of a PDU, as Jumpstarter's jumpstarter_driver_snmp says it.
struct SnmpExport {
  std::string endpoint{};  // As SnmpPdu::Open takes it.
  int outlet = 0;
  SnmpPdu::Options options{};
};

// Reads the config of an SNMPServer. As in Jumpstarter: host, user and plug are
// required; port (161), oid, auth_protocol (NONE), auth_key, priv_protocol
// (NONE), priv_key and timeout (5.0 s) are not. Beyond it: family, version (3),
// community, on_value and off_value; under version 1 and 2c there is no user.
// Without a family the oid decides, as GenericOptions says. Fails with kParse.
Result<SnmpExport> ParseSnmpExport(const YamlMap& config,
                                   const FallbackSecrets& secrets);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_SNMP_EXPORT_H_
