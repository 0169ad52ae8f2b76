#include "client/config/snmp_export.h"

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "client/config/driver_keys.h"
#include "client/endpoint.h"

namespace pdukit::client {
namespace {

constexpr std::chrono::milliseconds kDefaultTimeout{5000};
constexpr char kRequired[] = "host, user and plug are required";

Result<void> Require(const YamlMap& config, const std::string& key) {
  const Result<std::optional<std::string>> text = config.Text(key);
  if (!text.ok()) {
    return text.error();
  }
  if (text->value_or("").empty()) {
    return config.ErrorAt(key,
                          fmt::format("{} is missing; {}", key, kRequired));
  }
  return {};
}

}  // namespace

Result<SnmpExport> ParseSnmpExport(const YamlMap& config,
                                   const FallbackSecrets& secrets) {
  YamlMap::Names keys = PduOptionKeys();
  keys.insert(keys.begin(), {"host", "plug", "port"});
  for (const Result<void>& held :
       {config.AllowOnly(WithDriverKeys(keys)), Require(config, "host"),
        Require(config, "plug")}) {
    if (!held.ok()) {
      return held.error();
    }
  }
  const Result<std::optional<long>> port = config.Integer("port", 1, 65535);
  if (!port.ok()) {
    return port.error();
  }
  const Result<std::optional<long>> plug =
      config.Integer("plug", 0, std::numeric_limits<int>::max());
  if (!plug.ok()) {
    return plug.error();
  }
  // As Jumpstarter's driver has them.
  SnmpPdu::Options base;
  SetAnswerDeadline(base, kDefaultTimeout);
  PduOptionSources sources;
  sources.version = "3";
  sources.family = "generic";
  sources.required = kRequired;
  sources.fallback = secrets;
  Result<SnmpPdu::Options> options = ReadPduOptions(config, base, sources);
  if (!options.ok()) {
    return options.error();
  }
  SnmpExport snmp;
  snmp.endpoint =
      Endpoint{**config.Text("host"),
               static_cast<std::uint16_t>(port->value_or(kSnmpPort))}
          .ToString();
  snmp.outlet = static_cast<int>(**plug);
  snmp.options = *std::move(options);
  return snmp;
}

}  // namespace pdukit::client
