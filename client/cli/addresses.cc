#include "client/cli/addresses.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "client/cli/usage.h"
#include "client/endpoint.h"

namespace pdukit::client {
namespace {

constexpr int kBits = 32;
constexpr int kShortestPrefix = 16;

std::optional<int> ToPrefix(const std::string& text) {
  int prefix = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, prefix);
  if (error != std::errc() || rest != end || prefix < kShortestPrefix ||
      prefix > kBits) {
    return std::nullopt;
  }
  return prefix;
}

std::string Dotted(std::uint32_t address) {
  return fmt::format("{}.{}.{}.{}", address >> 24, address >> 16 & 0xff,
                     address >> 8 & 0xff, address & 0xff);
}

// "10.0.0.0/24:1161", whose slash is at `slash`.
Result<std::vector<Address>> ExpandRange(const std::string& word,
                                         std::size_t slash) {
  const std::size_t colon = word.find(':', slash);
  const std::string port = colon == std::string::npos ? "" : word.substr(colon);
  const std::optional<int> prefix =
      ToPrefix(word.substr(slash + 1, word.size() - port.size() - slash - 1));
  in_addr parsed{};
  if (!prefix.has_value() ||
      inet_pton(AF_INET, word.substr(0, slash).c_str(), &parsed) != 1) {
    return UsageError(
        fmt::format("'{}' is no range of IPv4 addresses of at most /{}", word,
                    kShortestPrefix),
        "10.0.0.0/24 is one, and 10.0.0.0/24:1161");
  }
  const std::uint32_t size = std::uint32_t{1} << (kBits - *prefix);
  std::uint32_t first = ntohl(parsed.s_addr) & ~(size - 1);
  std::uint32_t count = size;
  if (size > 2) {
    first += 1;
    count -= 2;
  }
  std::vector<Address> addresses;
  for (std::uint32_t i = 0; i < count; ++i) {
    addresses.push_back({Dotted(first + i) + port, size == 1});
  }
  return addresses;
}

Result<std::vector<Address>> Expand(const std::string& word) {
  const std::size_t slash = word.find('/');
  Result<std::vector<Address>> addresses = slash == std::string::npos
                                               ? std::vector<Address>{{word}}
                                               : ExpandRange(word, slash);
  if (!addresses.ok()) {
    return addresses.error();
  }
  if (Result<Endpoint> endpoint = Endpoint::Parse(addresses->front().endpoint);
      !endpoint.ok()) {
    return endpoint.error();
  }
  return addresses;
}

}  // namespace

Result<std::vector<Address>> ExpandAddresses(
    const std::vector<std::string>& words) {
  std::vector<Address> all;
  for (const std::string& word : words) {
    Result<std::vector<Address>> some = Expand(word);
    if (!some.ok()) {
      return some.error();
    }
    all.insert(all.end(), some->begin(), some->end());
  }
  return all;
}

}  // namespace pdukit::client
