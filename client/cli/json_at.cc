#include "client/cli/json_at.h"

#include <nlohmann/json.hpp>

namespace pdukit::client {

std::string JsonAt(const std::string& document, const std::string& pointer) {
  const auto json = nlohmann::json::parse(document, nullptr, false);
  if (json.is_discarded()) {
    return "not JSON";
  }
  const nlohmann::json::json_pointer at(pointer);
  return json.contains(at) ? json.at(at).dump() : "absent";
}

}  // namespace pdukit::client
