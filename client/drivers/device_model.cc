#include "client/drivers/device_model.h"

#include <cstddef>
#include <string>
#include <vector>

namespace pdukit::client {
namespace {

// Names are padded, with NULs too.
std::string Trimmed(const std::string& text) {
  const std::string padding(" \t\r\n\0", 5);
  const std::size_t begin = text.find_first_not_of(padding);
  return begin == std::string::npos
             ? ""
             : text.substr(begin, text.find_last_not_of(padding) - begin + 1);
}

// Of what comes next behind the node; empty if that is not below it.
std::string TextBelow(const Oid& node, const Varbind& next) {
  if (next.value.is_exception() || !next.oid.StartsWith(node)) {
    return "";
  }
  const std::string* octets = next.value.AsOctets();
  return Trimmed(octets != nullptr ? *octets : next.value.ToString());
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
