#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace pdukit::fuzz {
namespace {

namespace ber = client::ber;

// Beyond it, client::ber cannot write a length.
constexpr std::size_t kLargest = 60000;
constexpr char kDigits[] = "0123456789";

bool IsConstructed(const ber::Element& element) {
  constexpr std::uint8_t kConstructed = 0x20;
  return !element.content.empty() &&
         ((element.tag & kConstructed) != 0 ||
          (element.tag == ber::kOctetString &&
           element.content.front() == static_cast<char>(ber::kSequence)));
}

// As a message, a scopedPDU or a PDU begins.
bool LooksLikeBer(const std::string& input) {
  constexpr unsigned kPdu = 0xA0;
  const auto tag = static_cast<std::uint8_t>(input.empty() ? 0 : input[0]);
  return tag == ber::kSequence || (tag & 0xF0U) == kPdu;
}

template <typename List>
std::string Pick(Mutator& mutator, const List& list) {
  return std::string(list[mutator.Below(std::size(list))]);
}

}  // namespace

std::size_t Mutator::Below(std::size_t end) {
  return static_cast<std::size_t>(random_() % end);
}

Mutator::Range Mutator::RangeOf(const std::string& text) {
  const std::size_t at = Below(text.size() + 1);
  return {at, Below(std::min<std::size_t>(text.size() - at, 64) + 1)};
}

std::string Mutator::Mutate(const std::string& input,
                            const std::vector<std::string>& others) {
  std::string mutated = input;
  for (std::size_t left = Below(4) + 1; left > 0; --left) {
    const bool is_ber = LooksLikeBer(mutated);
    const std::size_t kind = Below(4);
    if (is_ber && kind < 2) {
      mutated = MutateElement(mutated);
    } else if (!is_ber && kind == 0) {
      mutated = MutateNumber(mutated);
    } else {
      mutated = MutateOctets(mutated, others);
    }
  }
  return mutated.substr(0, kLargest);
}

char Mutator::InterestingOctet() {
  static constexpr std::array<int, 12> kOctets = {
      0, 1, 2, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0xff, '\n', ':'};
  return static_cast<char>(Below(2) == 0 ? kOctets[Below(kOctets.size())]
                                         : static_cast<int>(Below(256)));
}

std::string Mutator::MutateOctets(std::string input,
                                  const std::vector<std::string>& others) {
  const Range range = RangeOf(input);
  switch (Below(7)) {
    case 0:
      if (range.at < input.size()) {
        input[range.at] = static_cast<char>(input[range.at] ^ (1 << Below(8)));
      }
      return input;
    case 1:
      return input.replace(range.at, 1, 1, InterestingOctet());
    case 2:
      return input.substr(0, range.at);
    case 3:
      return input.erase(range.at, range.size);
    case 4: {
      const std::string piece = input.substr(range.at, range.size);
      for (std::size_t times = std::size_t{1} << Below(8); times > 0; --times) {
        input.insert(range.at, piece);
      }
      return input;
    }
    case 5: {
      const std::string& other = others[Below(others.size())];
      const Range from = RangeOf(other);
      return input.replace(range.at, range.size,
                           other.substr(from.at, from.size));
    }
    default: {
      const std::string& other = others[Below(others.size())];
      return input.substr(0, range.at) + other.substr(Below(other.size() + 1));
    }
  }
}

// Of texts: a number becomes another one.
std::string Mutator::MutateNumber(std::string input) {
  static constexpr const char* kNumbers[] = {
      "0",  "-1",         "1e308",  "2147483648", "4294967296",          "0x10",
      "-0", "0000000001", "1e-320", "nan",        "18446744073709551616"};
  const std::size_t at = input.find_first_of(kDigits, Below(input.size() + 1));
  if (at == std::string::npos) {
    return input;
  }
  const std::size_t end =
      std::min(input.find_first_not_of(kDigits, at), input.size());
  return input.replace(at, end - at, Pick(*this, kNumbers));
}

std::string Mutator::MutateElement(const std::string& octets) {
  std::vector<ber::Element> elements;
  try {
    elements = ber::Parse(octets);
  } catch (const std::out_of_range&) {
    return octets;
  }
  if (elements.empty()) {
    return octets;
  }
  const std::size_t chosen = Below(elements.size());
  std::string changed;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    ber::Element& element = elements[i];
    if (i != chosen) {
      changed += ber::Write(element);
    } else if (IsConstructed(element) && Below(5) != 0) {
      element.content = MutateElement(element.content).substr(0, kLargest);
      changed += ber::Write(element);
    } else {
      changed += Wrong(element);
    }
  }
  return changed;
}

std::string Mutator::Wrong(const ber::Element& element) {
  const std::string tag(1, static_cast<char>(element.tag));
  switch (Below(7)) {
    case 0:
      return tag + WrongLength() + element.content;
    case 1: {
      std::string nested = ber::Write(element);
      for (std::size_t depth = std::size_t{1} << Below(10); depth > 0;
           --depth) {
        nested = ber::Write(Below(64) == 0 ? element.tag : ber::kSequence,
                            nested.substr(0, kLargest));
      }
      return nested;
    }
    case 2:
      return "";
    case 3:
      return ber::Write(element) + ber::Write(element);
    case 4:
      return ber::Write(static_cast<std::uint8_t>(InterestingOctet()),
                        element.content);
    default:
      return ber::Write(element.tag, WrongContent());
  }
}

std::string Mutator::WrongLength() {
  using namespace std::string_literals;
  static const std::string kLengths[] = {
      "\x00"s,
      "\x01"s,
      "\x7f"s,
      "\x80"s,
      "\x81\x80"s,
      "\x81\xff"s,
      "\x82\x00\x01"s,
      "\x82\xff\xff"s,
      "\x83\xff\xff\xff"s,
      "\x84\x7f\xff\xff\xff"s,
      "\x84\x80\x00\x00\x00"s,
      "\x84\xff\xff\xff\xff"s,
      "\x85\x01\x00\x00\x00\x00"s,
      "\x88\xff\xff\xff\xff\xff\xff\xff\xff"s,
      "\xff"s};
  return Pick(*this, kLengths);
}

std::string Mutator::WrongContent() {
  static constexpr std::size_t kSizes[] = {0,   1,   4,    5,     8,       9,
                                           32,  127, 128,  129,   255,     256,
                                           257, 484, 1500, 20000, kLargest};
  static constexpr char kOctets[] = "\x00\x01\x2b\x7f\x80\x81\xff";
  std::string content(kSizes[Below(std::size(kSizes))],
                      kOctets[Below(sizeof kOctets - 1)]);
  // An OID begins with these, and its last octet ends a sub-identifier.
  if (content.size() > 2 && Below(2) == 0) {
    content.front() = 0x2b;
    content.back() = 0x01;
  }
  return content;
}

}  // namespace pdukit::fuzz
