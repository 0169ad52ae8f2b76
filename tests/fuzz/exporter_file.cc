// Jumpstarter's exporter files, as `power --config` reads them.

#include <string>
#include <vector>

#include "client/config/exporter_config.h"
#include "tests/fuzz/fuzz_target.h"

namespace pdukit::fuzz {
namespace {

using client::ExporterConfig;

}  // namespace

void TryInput(const std::string& text) {
  const Result<ExporterConfig> config =
      ExporterConfig::Parse("exporter.yaml", text, {});
  if (!config.ok()) {
    return RequireSentence(config.error());
  }
  const auto chosen = config->Default();
  if (!chosen.ok()) {
    RequireSentence(chosen.error());
  }
  for (const client::Export& named : config->exports()) {
    const auto found = config->Find(named.name);
    if (!found.ok()) {
      RequireSentence(found.error());
    }
  }
}

std::vector<std::string> Seeds() {
  return {ReadmeExample("apiVersion: jumpstarter.dev"),
          "apiVersion: jumpstarter.dev/v1alpha1\n"
          "kind: ExporterConfig\n"
          "export:\n"
          "  power: {ref: rack.outlet}\n"
          "  rack:\n"
          "    children:\n"
          "      outlet: &outlet\n"
          "        type: jumpstarter_driver_snmp.driver.SNMPServer\n"
          "        default: true\n"
          "        config: {host: '10.0.0.7', user: lab, plug: 3, oid: 1.3.6,\n"
          "                 auth_protocol: NONE, timeout: 2.5}\n"
          "      other: {<<: *outlet}\n"
          "      mock: {type: jumpstarter_driver_power.driver.MockPower}\n"};
}

}  // namespace pdukit::fuzz
