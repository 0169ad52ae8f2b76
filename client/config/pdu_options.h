#ifndef PDUKIT_CLIENT_CONFIG_PDU_OPTIONS_H_
#define PDUKIT_CLIENT_CONFIG_PDU_OPTIONS_H_

// How to speak to a PDU, as files say it.

#include <chrono>
#include <functional>
#include <optional>
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

// What a file need not say, and how it says what is secret.
struct PduOptionSources {
  std::string version = "2c";
  std::string family = "auto";
  std::string required{};  // "host and user are required"
  FallbackSecrets fallback{};
  // Reads a secret of the mapping; empty: as YamlMap::Text does.
  std::function<Result<std::optional<std::string>>(const std::string& key)>
      secret{};
};

// family, oid, on_value, off_value, version, community, user, auth_protocol,
// auth_key, priv_protocol, priv_key, timeout: none is required, but the user
// under version 3.
YamlMap::Names PduOptionKeys();

// Reads them, and takes what no key speaks of from `base`. The timeout is that
// of a whole request. Fails with kParse.
Result<SnmpPdu::Options> ReadPduOptions(const YamlMap& config,
                                        const SnmpPdu::Options& base,
                                        const PduOptionSources& sources);

// Lets a device answer for `deadline` before it counts as silent: the time is
// shared by the first datagram and those sent again.
void SetAnswerDeadline(SnmpPdu::Options& options,
                       std::chrono::milliseconds deadline);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_PDU_OPTIONS_H_
