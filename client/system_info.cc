#include "client/system_info.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "snmp/oid.h"
#include "snmp/varbind.h"

namespace pdukit::client {
namespace {

// The word behind "MN:", which APC's cards may follow with a blank. Empty if
// there is none.
std::string WordBehind(std::string_view text, std::string_view mark) {
  std::size_t at = text.find(mark);
  // "MD:" is no part of "AMD:".
  if (at == std::string_view::npos ||
      (at > 0 &&
       std::string_view(" (,").find(text[at - 1]) == std::string_view::npos)) {
    return "";
  }
  text.remove_prefix(at + mark.size());
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return std::string(text.substr(0, text.find_first_of(" ,)")));
}

std::string FirstBehind(std::string_view text,
                        const std::vector<std::string_view>& marks) {
  for (const std::string_view mark : marks) {
    if (std::string word = WordBehind(text, mark); !word.empty()) {
      return word;
    }
  }
  return "";
}

std::string TextOf(const Value& value) {
  return value.is_exception() ? "" : value.ToString();
}

}  // namespace

std::string SystemInfo::model() const {
  // APC's "MD:" is the date of manufacture, so it comes after "MN:"; Raritan's
  // is the model.
  return FirstBehind(description, {"MN:", "MD:"});
}

std::string SystemInfo::firmware() const {
  // APC's application, Raritan's PX2 and later, and its Dominion PX.
  return FirstBehind(description, {"AF1:", "FW:", "Firmware Version "});
}

Result<SystemInfo> ReadSystemInfo(SnmpSession& session) {
  const Oid system = {1, 3, 6, 1, 2, 1, 1};
  Result<std::vector<Varbind>> answer =
      session.Get({system.Child(Oid{1, 0}), system.Child(Oid{5, 0}),
                   system.Child(Oid{2, 0})});
  if (!answer.ok()) {
    return answer.error();
  }
  return SystemInfo{TextOf((*answer)[0].value), TextOf((*answer)[1].value),
                    TextOf((*answer)[2].value)};
}

}  // namespace pdukit::client
