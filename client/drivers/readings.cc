#include "client/drivers/readings.h"

#include <algorithm>
#include <cmath>

namespace pdukit::client {

Result<Cells> Cells::Get(SnmpSession& session, const std::vector<Oid>& oids) {
  Result<std::vector<Varbind>> answer = session.Get(oids);
  if (!answer.ok()) {
    return answer.error();
  }
  Cells cells;
  for (const Varbind& varbind : *answer) {
    cells.values_.emplace(varbind.oid, varbind.value);
  }
  return cells;
}

std::optional<std::int64_t> Cells::Number(const Oid& oid) const {
  const auto value = values_.find(oid);
  return value == values_.end() ? std::nullopt : value->second.AsInt64();
}

std::optional<Measurement> Scaled(std::optional<std::int64_t> raw,
                                  std::int64_t digits,
                                  const std::string& source) {
  constexpr std::int64_t kMaxDigits = 12;
  if (!raw.has_value() || digits < 0 || digits > kMaxDigits) {
    return std::nullopt;
  }
  return Measurement{
      static_cast<double>(*raw) / std::pow(10.0, static_cast<double>(digits)),
      source};
}

std::chrono::seconds ToSeconds(std::optional<std::int64_t> number,
                               std::chrono::seconds if_missing) {
  constexpr std::int64_t kLongest = 3600;
  return number.has_value() ? std::chrono::seconds(std::clamp<std::int64_t>(
                                  *number, 0, kLongest))
                            : if_missing;
}

}  // namespace pdukit::client
