#include "base/error.h"

#include <algorithm>

namespace pdukit {
namespace {

bool IsControl(char letter) {
  constexpr char kDelete = 0x7f;
  return (letter >= 0 && letter < ' ') || letter == kDelete;
}

}  // namespace

const char* ToString(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInvalidArgument:
      return "invalid-argument";
    case ErrorKind::kParse:
      return "parse";
    case ErrorKind::kNotFound:
      return "not-found";
    case ErrorKind::kSystem:
      return "system";
    case ErrorKind::kNameResolution:
      return "name-resolution";
    case ErrorKind::kUnreachable:
      return "unreachable";
    case ErrorKind::kTimeout:
      return "timeout";
    case ErrorKind::kUnknownUser:
      return "unknown-user";
    case ErrorKind::kAuthenticationFailure:
      return "authentication-failure";
    case ErrorKind::kDecryptionFailure:
      return "decryption-failure";
    case ErrorKind::kUnsupportedSecurityLevel:
      return "unsupported-security-level";
    case ErrorKind::kNotInTimeWindow:
      return "not-in-time-window";
    case ErrorKind::kAccessDenied:
      return "access-denied";
    case ErrorKind::kUnknownFamily:
      return "unknown-family";
    case ErrorKind::kNoSuchOutlet:
      return "no-such-outlet";
    case ErrorKind::kNoSuchObject:
      return "no-such-object";
    case ErrorKind::kUnsupported:
      return "unsupported";
    case ErrorKind::kRefusedByDevice:
      return "refused-by-device";
    case ErrorKind::kVerificationFailed:
      return "verification-failed";
    case ErrorKind::kProtocol:
      return "protocol";
    case ErrorKind::kCommandFailed:
      return "command-failed";
    case ErrorKind::kCancelled:
      return "cancelled";
  }
  return "unknown";
}

std::ostream& operator<<(std::ostream& out, ErrorKind kind) {
  return out << ToString(kind);
}

const char* ToString(DeviceAnswer::Type type) {
  switch (type) {
    case DeviceAnswer::Type::kErrorStatus:
      return "error-status";
    case DeviceAnswer::Type::kException:
      return "exception";
    case DeviceAnswer::Type::kReport:
      return "report";
  }
  return "unknown";
}

std::string Error::Text() const {
  std::string text = host;
  if (!outlet.empty()) {
    text += text.empty() ? "outlet " : " outlet ";
    text += outlet;
  }
  if (!text.empty()) {
    text += ": ";
  }
  text += message;
  if (!oid.empty()) {
    text += " (" + object + (object.empty() ? "" : " ") + oid + ")";
  }
  if (!hint.empty()) {
    text += "; " + hint;
  }
  std::replace_if(text.begin(), text.end(), IsControl, '?');
  return text;
}

std::ostream& operator<<(std::ostream& out, const Error& error) {
  return out << error.kind << ": " << error.Text();
}

}  // namespace pdukit
