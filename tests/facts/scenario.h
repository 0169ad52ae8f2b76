#ifndef PDUKIT_TESTS_FACTS_SCENARIO_H_
#define PDUKIT_TESTS_FACTS_SCENARIO_H_

// What a family is known to do, as YAML: steps that are taken with one device
// of a model, and what must be seen of it. See tests/facts/README.md.

#include <string>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "fake_pdu/models/model_catalog.h"
#include "snmp/oid.h"

namespace pdukit {

struct Scenario {
  std::string file{};
  std::string says{};
  std::string model{};
  Oid base{};  // Of OIDs that do not begin with 1.3.6.1.
  YAML::Node steps{};
};

// Throws std::runtime_error or a YAML::Exception at a mistake.
std::vector<Scenario> ReadScenarios(const std::string& file);

// What went otherwise than it should, as "line 12: ..."; empty if nothing did.
std::vector<std::string> Play(const Scenario& scenario,
                              const fake_pdu::ModelCatalog& models);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_FACTS_SCENARIO_H_
