#include "fake_pdu/capture/anonymise.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <regex>
#include <utility>

#include "fake_pdu/capture/capture_reader.h"
#include "fake_pdu/capture/scrambler.h"

namespace pdukit::fake_pdu {
namespace {

const Oid kMib2{1, 3, 6, 1, 2, 1};
const Oid kSysContact{1, 3, 6, 1, 2, 1, 1, 4};
const Oid kSysName{1, 3, 6, 1, 2, 1, 1, 5};
const Oid kSysLocation{1, 3, 6, 1, 2, 1, 1, 6};

constexpr std::size_t kMacSize = 6;
constexpr std::size_t kAddressSize = 4;
// A shorter private text is not looked for within other texts.
constexpr std::size_t kLeastSecret = 4;

bool IsText(const std::string& octets) {
  return std::all_of(octets.begin(), octets.end(), [](char c) {
    return (c >= ' ' && c <= '~') || c == '\t' || c == '\r' || c == '\n';
  });
}

bool IsWordCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// `text` with each match of the pattern's first group, or of all of it, put
// through `replace`.
std::string ReplaceAll(
    const std::string& text, const std::regex& pattern,
    const std::function<std::string(const std::string&)>& replace) {
  const std::size_t group = pattern.mark_count() > 0 ? 1 : 0;
  std::string replaced;
  std::size_t at = 0;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end;
       match != end; ++match) {
    const auto begin = static_cast<std::size_t>(match->position(group));
    replaced += text.substr(at, begin - at) + replace(match->str(group));
    at = begin + static_cast<std::size_t>(match->length(group));
  }
  return replaced + text.substr(at);
}

// 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 (RFC 1918), 169.254.0.0/16.
bool IsPrivate(const std::string& address) {
  const auto first = static_cast<unsigned char>(address[0]);
  const auto second = static_cast<unsigned char>(address[1]);
  return first == 10 || (first == 172 && second >= 16 && second < 32) ||
         (first == 192 && second == 168) || (first == 169 && second == 254);
}

// The hexadecimal digits of `other` in the places of those of `text`.
std::string LikeMac(const std::string& text, const std::string& other) {
  const bool is_upper = std::none_of(text.begin(), text.end(), [](char c) {
    return std::islower(static_cast<unsigned char>(c)) != 0;
  });
  const char* const digits = is_upper ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string like = text;
  std::size_t nibble = 0;
  for (char& c : like) {
    if (IsWordCharacter(c)) {
      const auto octet = static_cast<unsigned char>(other[nibble / 2]);
      c = digits[nibble % 2 == 0 ? octet >> 4U : octet & 0xFU];
      ++nibble;
    }
  }
  return like;
}

class Anonymiser {
 public:
  Anonymiser(const Capture& capture, const AnonymiseOptions& options)
      : scrambler_(options.key), columns_(options.private_columns) {
    columns_.insert(columns_.end(), {kSysContact, kSysName, kSysLocation});
    for (const Varbind& varbind : capture.varbinds()) {
      Learn(varbind);
    }
  }

  AnonymousCapture Replace(const Capture& capture);

 private:
  bool IsPrivateColumn(const Oid& oid) const;
  void Learn(const Varbind& varbind);
  void LearnSerials(const std::string& text);
  Oid ReplaceIn(const Oid& oid);
  Value ReplaceIn(const Varbind& varbind);
  std::string ReplaceOctets(const std::string& octets);
  std::string ReplaceText(std::string text);
  std::string ReplaceSecrets(std::string text) const;
  std::string ReplaceDotted(const std::string& text);

  Scrambler scrambler_;
  std::vector<Oid> columns_;
  // Octets of the addresses that are there as values.
  std::set<std::string> addresses_;
  std::set<std::string> macs_;
  // The longest first, so that none hides a longer one.
  std::set<std::pair<std::size_t, std::string>, std::greater<>> secrets_;
};

bool Anonymiser::IsPrivateColumn(const Oid& oid) const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [&](const Oid& column) { return oid.StartsWith(column); });
}

void Anonymiser::Learn(const Varbind& varbind) {
  const std::string* octets = varbind.value.AsOctets();
  if (octets == nullptr) {
    return;
  }
  if (varbind.value.type() == ValueType::kIpAddress) {
    addresses_.insert(*octets);
  } else if (!IsText(*octets)) {
    if (octets->size() == kMacSize) {
      macs_.insert(*octets);
    }
  } else {
    LearnSerials(*octets);
    const std::string secret(Trim(*octets));
    if (IsPrivateColumn(varbind.oid) && secret.size() >= kLeastSecret) {
      secrets_.emplace(secret.size(), secret);
    }
  }
}

// This pattern and those below end every repetition: std::regex takes stack for
// each letter that it goes on, and time for each that it goes back.
void Anonymiser::LearnSerials(const std::string& text) {
  static const std::regex kSerial(
      R"(\b(?:SN|S/N|serial(?: ?number| ?no)?)\b[ .:=#]{0,20}([A-Z0-9-]{5,64}))",
      std::regex::icase);
  ReplaceAll(text, kSerial, [&](const std::string& serial) {
    secrets_.emplace(serial.size(), serial);
    return serial;
  });
}

// An address is part of an index as a sub-identifier per octet.
Oid Anonymiser::ReplaceIn(const Oid& oid) {
  if (!oid.StartsWith(kMib2)) {
    return oid;
  }
  std::vector<std::uint32_t> ids = oid.ids();
  for (std::size_t at = kMib2.size(); at < ids.size(); ++at) {
    for (const std::size_t size : {kMacSize, kAddressSize}) {
      std::string octets;
      for (std::size_t i = at; i < ids.size() && i < at + size; ++i) {
        octets += ids[i] < 256 ? std::string(1, static_cast<char>(ids[i])) : "";
      }
      const bool is_mac = size == kMacSize;
      if ((is_mac ? macs_ : addresses_).count(octets) == 0) {
        continue;
      }
      const std::string other =
          is_mac ? scrambler_.Mac(octets) : scrambler_.Address(octets);
      for (std::size_t i = 0; i < size; ++i) {
        ids[at + i] = static_cast<unsigned char>(other[i]);
      }
      at += size - 1;
      break;
    }
  }
  return Oid(std::move(ids));
}

std::string Anonymiser::ReplaceSecrets(std::string text) const {
  for (const auto& [size, secret] : secrets_) {
    for (std::size_t at = text.find(secret); at != std::string::npos;
         at = text.find(secret, at + size)) {
      const std::size_t end = at + size;
      const bool is_word = (at == 0 || !IsWordCharacter(text[at - 1])) &&
                           (end == text.size() || !IsWordCharacter(text[end]));
      if (is_word) {
        text.replace(at, size, scrambler_.Text(secret));
      }
    }
  }
  return text;
}

std::string Anonymiser::ReplaceDotted(const std::string& text) {
  static const std::regex kDotted(
      R"((?:^|[^0-9.])([0-9]{1,3}(?:\.[0-9]{1,3}){3})(?![0-9]|\.[0-9]))");
  return ReplaceAll(text, kDotted, [&](const std::string& dotted) {
    const std::optional<Value> address = ParseIpAddress(dotted);
    if (!address || (!IsPrivate(*address->AsOctets()) &&
                     addresses_.count(*address->AsOctets()) == 0)) {
      return dotted;
    }
    return IpAddressOf(scrambler_.Address(*address->AsOctets()))->ToString();
  });
}

std::string Anonymiser::ReplaceText(std::string text) {
  static const std::regex kMac(
      R"(\b(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}\b|\b(?:[0-9A-F]{2} ){5}[0-9A-F]{2}\b|\b[0-9A-F]{12}\b)",
      std::regex::icase);
  // As long as labels (RFC 1035 section 2.3.4) and local parts (RFC 5321
  // section 4.5.3.1.1) can be.
  static const std::regex kHost(
      R"(\b[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,8}\.[A-Z]{2,63}\b|[^\s@<>]{1,64}@[^\s@<>]{1,255})",
      std::regex::icase);
  text = ReplaceSecrets(std::move(text));
  text = ReplaceAll(text, kMac, [&](const std::string& mac) {
    std::string digits;
    std::copy_if(mac.begin(), mac.end(), std::back_inserter(digits),
                 IsWordCharacter);
    return LikeMac(mac, scrambler_.Mac(*ParseHex(digits)));
  });
  text = ReplaceDotted(text);
  return ReplaceAll(text, kHost, [&](const std::string& host) {
    return scrambler_.Text(host);
  });
}

std::string Anonymiser::ReplaceOctets(const std::string& octets) {
  if (octets.size() == kMacSize) {
    return scrambler_.Mac(octets);
  }
  return addresses_.count(octets) > 0 ? scrambler_.Address(octets) : octets;
}

Value Anonymiser::ReplaceIn(const Varbind& varbind) {
  const Value& value = varbind.value;
  if (value.AsOid() != nullptr) {
    return Value::ObjectIdentifier(ReplaceIn(*value.AsOid()));
  }
  if (value.type() == ValueType::kIpAddress) {
    return *IpAddressOf(scrambler_.Address(*value.AsOctets()));
  }
  if (value.type() != ValueType::kOctetString) {
    return value;
  }
  const std::string& octets = *value.AsOctets();
  if (!IsText(octets)) {
    return Value::OctetString(ReplaceOctets(octets));
  }
  const std::string secret(Trim(octets));
  if (!IsPrivateColumn(varbind.oid) || secret.size() >= kLeastSecret) {
    return Value::OctetString(ReplaceText(octets));
  }
  return Value::OctetString(scrambler_.Text(octets));
}

AnonymousCapture Anonymiser::Replace(const Capture& capture) {
  AnonymousCapture anonymous;
  for (const Varbind& varbind : capture.varbinds()) {
    const Value value = ReplaceIn(varbind);
    if (value == varbind.value && value.type() == ValueType::kOctetString &&
        IsText(*value.AsOctets())) {
      anonymous.kept.insert(*value.AsOctets());
    }
    anonymous.varbinds.push_back({ReplaceIn(varbind.oid), value});
  }
  std::sort(anonymous.varbinds.begin(), anonymous.varbinds.end(),
            [](const Varbind& a, const Varbind& b) { return a.oid < b.oid; });
  return anonymous;
}

}  // namespace

AnonymousCapture Anonymise(const Capture& capture,
                           const AnonymiseOptions& options) {
  return Anonymiser(capture, options).Replace(capture);
}

}  // namespace pdukit::fake_pdu
