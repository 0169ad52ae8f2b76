// Files of labs, as `power --lab` reads them, and the patterns that name their
// machines.

#include <optional>
#include <string>
#include <vector>

#include "client/lab.h"
#include "client/machine_pattern.h"
#include "tests/fuzz/fuzz_target.h"

namespace pdukit::fuzz {
namespace {

using client::Lab;

// A lab may name any file of the host for a secret: not while it is fuzzed.
bool NamesFile(const std::string& text) {
  return text.find("file") != std::string::npos &&
         text.find_first_of("/\\") != std::string::npos;
}

void RequireKnown(const Lab& lab, const std::string& machine) {
  const auto supplies = lab.supplies(machine);
  Require(supplies.ok() && !supplies->empty(), "a machine has supplies");
  for (const Lab::Supply& supply : *supplies) {
    Require(lab.machines_on(supply.pdu).ok(), "a supply is of a PDU");
  }
}

}  // namespace

void TryInput(const std::string& text) {
  if (NamesFile(text)) {
    return;
  }
  Lab::Options options;
  options.variable = [](const std::string& name) {
    return name == "LAB_KEY" ? std::optional<std::string>("auth passphrase")
                             : std::nullopt;
  };
  const Result<Lab> lab = Lab::Parse("there-is-no/lab.yaml", text, options);
  if (!lab.ok()) {
    return RequireSentence(lab.error());
  }
  for (const std::string& machine : lab->machines()) {
    RequireKnown(*lab, machine);
    Require(client::MatchMachines({machine}, lab->machines()).ok(),
            "a machine is found by its name");
  }
}

std::vector<std::string> Seeds() {
  return {ReadmeExample("pdus:\n  rack4: {host"),
          "pdus:\n"
          "  a: &a {host: '[::1]:1161', family: generic, oid: 1.3.6.1,\n"
          "          on_value: 1, off_value: 2, timeout: 2.5, version: 1}\n"
          "  b: {<<: [*a, *a], host: pdu.example, community: {file: key}}\n"
          "machines:\n"
          "  web-1: a AA3\n"
          "  db-3: [a 3, b 2.7]\n"};
}

}  // namespace pdukit::fuzz
