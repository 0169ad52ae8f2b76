#include "fake_pdu/capture/scrambler.h"

#include <array>
#include <cctype>
#include <cstdint>
#include <string_view>

namespace pdukit::fake_pdu {
namespace {

// Numbers that follow from a text alone: FNV-1a, then splitmix64.
class Numbers {
 public:
  Numbers(std::string_view key, std::string_view text) {
    for (const std::string_view part : {key, std::string_view("\0", 1), text}) {
      for (const char c : part) {
        state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
      }
    }
  }

  // From 0 to below `bound`.
  unsigned Next(unsigned bound) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ mixed >> 30U) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ mixed >> 27U) * 0x94d049bb133111ebU;
    return static_cast<unsigned>((mixed ^ mixed >> 31U) % bound);
  }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325U;
};

bool StaysAsItIs(const std::string& address) {
  const auto first = static_cast<unsigned char>(address[0]);
  return first == 0 || first == 127 || first == 255;
}

// Another octet of as many decimal digits.
char SameLength(char octet, Numbers& numbers) {
  const unsigned value = static_cast<unsigned char>(octet);
  if (value < 10) {
    return static_cast<char>(1 + numbers.Next(9));
  }
  return static_cast<char>(value < 100 ? 10 + numbers.Next(90)
                                       : 100 + numbers.Next(155));
}

}  // namespace

std::string Scrambler::Text(const std::string& text) const {
  Numbers numbers(key_, text);
  std::string scrambled = text;
  for (char& c : scrambled) {
    const auto octet = static_cast<unsigned char>(c);
    if (std::isdigit(octet) != 0) {
      c = static_cast<char>('0' + numbers.Next(10));
    } else if (std::islower(octet) != 0) {
      c = static_cast<char>('a' + numbers.Next(26));
    } else if (std::isupper(octet) != 0) {
      c = static_cast<char>('A' + numbers.Next(26));
    }
  }
  return scrambled;
}

std::string Scrambler::Address(const std::string& octets) {
  if (StaysAsItIs(octets)) {
    return octets;
  }
  const auto known = addresses_.find(octets);
  if (known != addresses_.end()) {
    return known->second;
  }
  // Few others have the same lengths: after a while any other will do.
  constexpr int kPatience = 1000;
  Numbers numbers(key_, octets);
  std::string other;
  for (int attempt = 0; other.empty() || given_.count(other) > 0; ++attempt) {
    other = octets;
    for (std::size_t at = 1; at < other.size(); ++at) {
      other[at] = attempt < kPatience
                      ? SameLength(octets[at], numbers)
                      : static_cast<char>(1 + numbers.Next(254));
    }
  }
  given_.insert(other);
  addresses_[octets] = other;
  return other;
}

std::string Scrambler::Mac(const std::string& octets) const {
  Numbers numbers(key_, octets);
  std::string other = octets;
  for (std::size_t at = 3; at < other.size(); ++at) {
    other[at] = static_cast<char>(numbers.Next(256));
  }
  return other;
}

}  // namespace pdukit::fake_pdu
