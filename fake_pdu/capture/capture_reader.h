#ifndef PDUKIT_FAKE_PDU_CAPTURE_CAPTURE_READER_H_
#define PDUKIT_FAKE_PDU_CAPTURE_CAPTURE_READER_H_

// The two formats of a capture, and what they have in common.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "snmp/varbind.h"

namespace pdukit::fake_pdu {

struct CaptureEntry {
  Varbind varbind{};
  int line = 0;  // From 1.
};

// The entries in the order of the text. Errors are "line: what is wrong";
// whoever calls puts the file in front.
Result<std::vector<CaptureEntry>> ReadSnmprec(
    const std::vector<std::string>& lines);
Result<std::vector<CaptureEntry>> ReadWalk(
    const std::vector<std::string>& lines);

// "12: what"
Error MistakeAt(int line, const std::string& what,
                const std::string& hint = "");

// A value of this type from its digits; nullopt if they are none, or more than
// the type holds. Only for numeric types.
std::optional<Value> ParseNumber(ValueType type, std::string_view text);

// The octets of "00C0b7" or, with blanks between, "00 C0 b7".
std::optional<std::string> ParseHex(std::string_view text);

// "192.0.2.1"
std::optional<Value> ParseIpAddress(std::string_view text);

// From four octets.
std::optional<Value> IpAddressOf(const std::string& octets);

// Without blanks at either end.
std::string_view Trim(std::string_view text);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_CAPTURE_READER_H_
