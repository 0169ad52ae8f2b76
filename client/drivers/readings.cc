#include "client/drivers/readings.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <system_error>

namespace pdukit::client {

Oid Part(const Oid& oid, std::size_t begin, std::size_t end) {
  const auto first = oid.ids().begin();
  return Oid(
      std::vector<std::uint32_t>(first + static_cast<std::ptrdiff_t>(begin),
                                 first + static_cast<std::ptrdiff_t>(end)));
}

std::string_view Trimmed(std::string_view text) {
  constexpr char kPadding[] = {' ', '\t', '\0'};
  const std::string_view padding(kPadding, sizeof(kPadding));
  text.remove_prefix(std::min(text.find_first_not_of(padding), text.size()));
  return text.substr(0, text.find_last_not_of(padding) + 1);
}

std::optional<double> ToReal(const Value& value) {
  if (const std::optional<std::int64_t> number = value.AsInt64()) {
    return static_cast<double>(*number);
  }
  const std::string* octets =
      value.type() == ValueType::kOctetString ? value.AsOctets() : nullptr;
  if (octets == nullptr) {
    return std::nullopt;
  }
  const std::string_view text = Trimmed(*octets);
  double number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() ||
      !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

std::optional<std::int64_t> ToNumber(const Value& value) {
  if (value.AsOctets() == nullptr) {
    return value.AsInt64();
  }
  const std::optional<double> real = ToReal(value);
  constexpr double kLargest = 1e15;
  if (!real.has_value() || std::abs(*real) > kLargest ||
      *real != std::floor(*real)) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(*real);
}

Result<std::vector<Varbind>> GetInBatches(SnmpSession& session,
                                          const std::vector<Oid>& oids) {
  constexpr std::size_t kBatch = 10;
  std::vector<Varbind> answers;
  for (std::size_t first = 0; first < oids.size(); first += kBatch) {
    const auto begin = oids.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(
                                 std::min(kBatch, oids.size() - first));
    Result<std::vector<Varbind>> answer =
        session.Get(std::vector<Oid>(begin, end));
    if (!answer.ok()) {
      return answer.error();
    }
    answers.insert(answers.end(), answer->begin(), answer->end());
  }
  return answers;
}

Result<Cells> Cells::Get(SnmpSession& session, const std::vector<Oid>& oids) {
  Result<std::vector<Varbind>> answer = GetInBatches(session, oids);
  if (!answer.ok()) {
    return answer.error();
  }
  Cells cells;
  for (const Varbind& varbind : *answer) {
    cells.values_.emplace(varbind.oid, varbind.value);
  }
  return cells;
}

const Value* Cells::Find(const Oid& oid) const {
  const auto value = values_.find(oid);
  return value == values_.end() ? nullptr : &value->second;
}

std::optional<std::int64_t> Cells::Number(const Oid& oid) const {
  const Value* value = Find(oid);
  return value == nullptr ? std::nullopt : ToNumber(*value);
}

std::optional<double> Cells::Real(const Oid& oid) const {
  const Value* value = Find(oid);
  return value == nullptr ? std::nullopt : ToReal(*value);
}

std::chrono::seconds ToSeconds(std::optional<std::int64_t> number,
                               std::chrono::seconds if_missing) {
  constexpr std::int64_t kLongest = 3600;
  return number.has_value() ? std::chrono::seconds(std::clamp<std::int64_t>(
                                  *number, 0, kLongest))
                            : if_missing;
}

}  // namespace pdukit::client
