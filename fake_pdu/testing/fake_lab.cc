#include "fake_pdu/testing/fake_lab.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "fake_pdu/mib/yaml_node.h"
#include "fake_pdu/mib/yaml_parser.h"

namespace pdukit::fake_pdu {
namespace {

template <typename T>
std::vector<std::string> KeysOf(const std::map<std::string, T>& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) {
    keys.push_back(key);
  }
  return keys;
}

template <typename Map>
auto& Find(Map& map, const char* kind, const std::string& name) {
  const auto found = map.find(name);
  if (found == map.end()) {
    throw std::out_of_range(fmt::format("there is no {} {}; there are: {}",
                                        kind, name,
                                        fmt::join(KeysOf(map), ", ")));
  }
  return found->second;
}

std::string TextOr(const YamlNode& map, const std::string& key,
                   const std::string& otherwise) {
  const std::optional<YamlNode> found = map.Find(key);
  return found ? found->Text() : otherwise;
}

FakePdu::Options PduOptions(const YamlNode& node, const std::string& name,
                            Clock* clock) {
  FakePdu::Options options;
  options.name = name;
  options.clock = clock;
  if (node.is_scalar()) {
    options.model = node.Text();
    return options;
  }
  node.AllowKeys({"model", "capture", "listen", "read_community",
                  "write_community", "engine_id"});
  options.model = TextOr(node, "model", "");
  options.capture = TextOr(node, "capture", "");
  options.listen = TextOr(node, "listen", options.listen);
  options.read_community =
      TextOr(node, "read_community", options.read_community);
  options.write_community =
      TextOr(node, "write_community", options.write_community);
  options.engine_id = TextOr(node, "engine_id", "");
  return options;
}

// "rack4-a 3"
FakeLab::Supply ReadSupply(const YamlNode& node,
                           const std::map<std::string, FakePdu>& pdus) {
  std::istringstream text(node.Text());
  FakeLab::Supply supply;
  std::string rest;
  if (!(text >> supply.pdu >> supply.outlet) || text >> rest) {
    node.Fail("a supply is a PDU and the number of an outlet: rack4-a 3");
  }
  const auto pdu = pdus.find(supply.pdu);
  if (pdu == pdus.end()) {
    node.Fail("there is no PDU " + supply.pdu, KeysOf(pdus));
  }
  const std::vector<int> numbers = pdu->second.outlet_numbers();
  if (std::find(numbers.begin(), numbers.end(), supply.outlet) ==
      numbers.end()) {
    node.Fail(fmt::format("{} has no outlet {}; its outlets are {} to {}",
                          supply.pdu, supply.outlet,
                          numbers.empty() ? 0 : numbers.front(),
                          numbers.empty() ? 0 : numbers.back()));
  }
  return supply;
}

std::vector<FakeLab::Supply> ReadMachine(
    const YamlNode& node, const std::map<std::string, FakePdu>& pdus) {
  if (node.is_map()) {
    node.AllowKeys({"outlets", "watts"});
  }
  std::vector<FakeLab::Supply> supplies;
  for (const YamlNode& supply :
       (node.is_map() ? node.At("outlets") : node).OneOrMore()) {
    supplies.push_back(ReadSupply(supply, pdus));
  }
  const std::optional<YamlNode> watts =
      node.is_map() ? node.Find("watts") : std::nullopt;
  if (!watts) {
    return supplies;
  }
  for (const FakeLab::Supply& supply : supplies) {
    const Result<void> loaded =
        pdus.at(supply.pdu)
            .outlet(supply.outlet)
            .SetLoadWatts(watts->Real() / static_cast<double>(supplies.size()));
    if (!loaded.ok()) {
      watts->Fail(loaded.error().message);
    }
  }
  return supplies;
}

}  // namespace

Result<FakeLab> FakeLab::Parse(const std::string& yaml, Clock* clock) {
  return Read("lab", yaml, clock);
}

Result<FakeLab> FakeLab::Load(const std::string& path, Clock* clock) {
  std::ifstream file(path);
  if (!file) {
    return Error{ErrorKind::kNotFound, path + " cannot be read"};
  }
  return Read(
      path,
      {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()},
      clock);
}

Result<FakeLab> FakeLab::Read(const std::string& file, const std::string& yaml,
                              Clock* clock) {
  const auto parsed = ParseYaml(file, yaml);
  if (!parsed.ok()) {
    return parsed.error();
  }
  const YamlNode root(**parsed);
  try {
    root.AllowKeys({"pdus", "machines"});
    FakeLab lab;
    for (const auto& [name, node] : root.At("pdus").Entries()) {
      Result<FakePdu> pdu =
          FakePdu::Start(PduOptions(node, name.Text(), clock));
      if (!pdu.ok()) {
        Error error = pdu.error();
        error.message = node.Place() + error.message;
        return error;
      }
      lab.pdus_.emplace(name.Text(), *std::move(pdu));
    }
    const std::optional<YamlNode> machines = root.Find("machines");
    if (machines) {
      for (const auto& [name, node] : machines->Entries()) {
        lab.machines_[name.Text()] = ReadMachine(node, lab.pdus_);
      }
    }
    return lab;
  } catch (const YamlFailure& failure) {
    return failure.error;
  }
}

FakePdu& FakeLab::pdu(const std::string& name) {
  return Find(pdus_, "PDU", name);
}

const std::vector<FakeLab::Supply>& FakeLab::supplies(
    const std::string& machine) const {
  return Find(machines_, "machine", machine);
}

std::vector<std::string> FakeLab::pdus() const { return KeysOf(pdus_); }

std::vector<std::string> FakeLab::machines() const { return KeysOf(machines_); }

bool FakeLab::IsPowered(const std::string& machine) const {
  return PoweredSupplies(machine) > 0;
}

int FakeLab::PoweredSupplies(const std::string& machine) const {
  const std::vector<Supply>& all = supplies(machine);
  return static_cast<int>(
      std::count_if(all.begin(), all.end(), [&](const Supply& supply) {
        return pdus_.at(supply.pdu).outlet(supply.outlet).state() ==
               OutletState::kOn;
      }));
}

}  // namespace pdukit::fake_pdu
