#include "fake_pdu/capture/snmprec_writer.h"

#include <algorithm>

namespace pdukit::fake_pdu {
namespace {

// Blanks at the ends would get lost in an editor.
bool IsPlain(const std::string& octets) {
  const bool is_printable =
      std::all_of(octets.begin(), octets.end(),
                  [](char c) { return c >= ' ' && c <= '~'; });
  return is_printable &&
         (octets.empty() || (octets.front() != ' ' && octets.back() != ' '));
}

std::string Hex(const std::string& octets) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string text;
  for (const char c : octets) {
    const auto octet = static_cast<unsigned char>(c);
    text += kDigits[octet >> 4U];
    text += kDigits[octet & 0xFU];
  }
  return text;
}

std::string TagAndText(const Value& value) {
  const std::string tag = std::to_string(static_cast<int>(value.type()));
  switch (value.type()) {
    case ValueType::kNull:
      return tag + '|';
    case ValueType::kOpaque:
      return tag + "x|" + Hex(*value.AsOctets());
    case ValueType::kOctetString:
      return IsPlain(*value.AsOctets()) ? tag + '|' + *value.AsOctets()
                                        : tag + "x|" + Hex(*value.AsOctets());
    default:
      return tag + '|' + value.ToString();
  }
}

}  // namespace

std::string ToSnmprec(const std::vector<Varbind>& varbinds) {
  std::string text;
  for (const Varbind& varbind : varbinds) {
    if (!varbind.value.is_exception()) {
      text += varbind.oid.ToString() + '|' + TagAndText(varbind.value) + '\n';
    }
  }
  return text;
}

}  // namespace pdukit::fake_pdu
