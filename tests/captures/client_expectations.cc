#include "tests/captures/client_expectations.h"

#include <filesystem>
#include <set>

#include <yaml-cpp/yaml.h>

#include "tests/captures/yaml_files.h"

namespace pdukit {
namespace {

const std::set<std::string> kKeys = {
    "fails", "family",   "because", "outlets",    "unswitched", "labels",
    "names", "readings", "places",  "switch_off", "switch_on"};

void CheckKeys(const YAML::Node& node) {
  for (const auto& entry : node) {
    const auto key = entry.first.as<std::string>();
    if (kKeys.count(key) == 0) {
      throw YAML::Exception(entry.first.Mark(), "unknown key '" + key + "'");
    }
  }
}

template <typename T>
T Get(const YAML::Node& node, const char* key) {
  return node[key].IsDefined() ? node[key].as<T>() : T();
}

std::map<int, ExpectedSwitching> ReadSwitching(const YAML::Node& node) {
  std::map<int, ExpectedSwitching> outlets;
  for (const auto& entry : node) {
    ExpectedSwitching& outlet = outlets[entry.first.as<int>()];
    if (entry.second.IsScalar()) {
      outlet.error = entry.second.as<std::string>();
    } else {
      outlet.written = entry.second.as<std::map<std::string, std::string>>();
    }
  }
  return outlets;
}

ExpectedDevice ReadDevice(const YAML::Node& node) {
  CheckKeys(node);
  ExpectedDevice device;
  device.fails = Get<std::string>(node, "fails");
  device.family = Get<std::string>(node, "family");
  device.because = Get<std::string>(node, "because");
  device.outlets = Get<std::map<std::string, std::string>>(node, "outlets");
  device.unswitched = Get<std::string>(node, "unswitched");
  device.labels = Get<std::map<int, std::string>>(node, "labels");
  device.names = Get<std::map<int, std::string>>(node, "names");
  device.readings = Get<std::map<int, ExpectedReading>>(node, "readings");
  device.places = Get<std::map<std::string, ExpectedReading>>(node, "places");
  device.switch_off = ReadSwitching(node["switch_off"]);
  device.switch_on = ReadSwitching(node["switch_on"]);
  return device;
}

std::vector<ExpectedDevice> ReadFile(const std::filesystem::path& path) {
  std::vector<ExpectedDevice> devices;
  for (const auto& entry : YAML::LoadFile(path.string())) {
    devices.push_back(ReadDevice(entry.second));
    devices.back().capture = path.stem().string();
    devices.back().asked = entry.first.as<std::string>();
  }
  return devices;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const ExpectedDevice& device) {
  return out << device.capture << " as " << device.asked;
}

Result<std::vector<ExpectedDevice>> LoadExpectedDevices(
    const std::string& folder) {
  const Result<std::vector<std::filesystem::path>> paths = YamlFilesIn(folder);
  if (!paths.ok()) {
    return paths.error();
  }
  std::vector<ExpectedDevice> all;
  for (const std::filesystem::path& path : *paths) {
    try {
      const std::vector<ExpectedDevice> some = ReadFile(path);
      all.insert(all.end(), some.begin(), some.end());
    } catch (const YAML::Exception& mistake) {
      return Error{ErrorKind::kParse,
                   path.string() + ":" + std::to_string(mistake.mark.line + 1) +
                       ": " + mistake.msg};
    }
  }
  return all;
}

}  // namespace pdukit
