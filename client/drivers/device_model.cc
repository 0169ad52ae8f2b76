#include "client/drivers/device_model.h"

#include <cstddef>
#include <string>
#include <vector>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

// Of what comes next behind the node; empty if that is not below it.
std::string TextBelow(const Oid& node, const Varbind& next) {
  if (next.value.is_exception() || !next.oid.StartsWith(node)) {
    return "";
  }
  const std::string* octets = next.value.AsOctets();
  return std::string(
      Trimmed(octets != nullptr ? *octets : next.value.ToString()));
}

}  // namespace

Result<DeviceModel> ReadDeviceModel(SnmpSession& session,
                                    const Family& family) {
  DeviceModel found;
  std::vector<Oid> nodes;
  std::vector<std::string*> texts;
  if (!family.model.empty()) {
    nodes.push_back(family.model);
    texts.push_back(&found.model);
  }
  if (!family.firmware.empty()) {
    nodes.push_back(family.firmware);
    texts.push_back(&found.firmware);
  }
  if (nodes.empty()) {
    return found;
  }
  Result<std::vector<Varbind>> next = session.GetNext(nodes);
  if (!next.ok()) {
    return next.error();
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    *texts[i] = TextBelow(nodes[i], (*next)[i]);
  }
  return found;
}

}  // namespace pdukit::client
