#include "fake_pdu/capture/bits_text.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

namespace pdukit::fake_pdu {
namespace {

std::vector<std::string> Words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

// The octets in the first `size` words; nullopt if these are something else,
// or the words behind them are not the numbers of the bits that are set.
std::optional<std::string> OctetsIn(const std::vector<std::string>& words,
                                    std::size_t size) {
  std::string octets;
  std::vector<std::string> bits;
  for (std::size_t at = 0; at < size; ++at) {
    unsigned octet = 0;
    const char* const end = words[at].data() + words[at].size();
    const auto [rest, status] =
        std::from_chars(words[at].data(), end, octet, 16);
    if (words[at].size() != 2 || status != std::errc() || rest != end) {
      return std::nullopt;
    }
    octets += static_cast<char>(octet);
    for (unsigned bit = 0; bit < 8; ++bit) {
      if ((octet & 0x80U >> bit) != 0) {
        bits.push_back(std::to_string(at * 8 + bit));
      }
    }
  }
  const bool is_explained =
      size == words.size() ||
      std::equal(words.begin() + static_cast<std::ptrdiff_t>(size), words.end(),
                 bits.begin(), bits.end());
  return is_explained ? std::optional(octets) : std::nullopt;
}

}  // namespace

Value BitsOf(const Value& captured) {
  const std::string* text = captured.AsOctets();
  const std::vector<std::string> words =
      Words(text == nullptr ? std::string() : *text);
  for (std::size_t size = 1; size <= words.size(); ++size) {
    const std::optional<std::string> octets = OctetsIn(words, size);
    if (octets) {
      return Value::OctetString(*octets);
    }
  }
  return captured;
}

}  // namespace pdukit::fake_pdu
