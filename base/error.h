#ifndef PDUKIT_BASE_ERROR_H_
#define PDUKIT_BASE_ERROR_H_

// What went wrong, for programs (kind) and for people (message and hint).
//
//   Result<SnmpPdu> pdu = SnmpPdu::Open("10.0.0.7", options);
//   if (!pdu.ok() && pdu.error().kind == ErrorKind::kTimeout) { ... }
//   std::cerr << pdu.error();  // 10.0.0.7: no answer in 3 s; is the ...

#include <optional>
#include <ostream>
#include <string>

namespace pdukit {

enum class ErrorKind {
  kInvalidArgument,           // A value the caller gave is out of its range.
  kParse,                     // A file or text does not follow its format.
  kNotFound,                  // No such model, family, export or file.
  kSystem,                    // The operating system refused: bind, open, ...
  kNameResolution,            // A host name does not resolve.
  kUnreachable,               // The host says that nothing listens there.
  kTimeout,                   // Nothing answered in time.
  kUnknownUser,               // The device does not know the SNMPv3 user.
  kAuthenticationFailure,     // The authentication key or protocol is wrong.
  kDecryptionFailure,         // The privacy key or protocol is wrong.
  kUnsupportedSecurityLevel,  // The user may not use this security level.
  kNotInTimeWindow,           // Engine boots or time stayed out of step.
  kAccessDenied,              // The credentials may not do this.
  kUnknownFamily,             // No driver knows this device.
  kNoSuchOutlet,              // The device has no outlet of this number.
  kNoSuchObject,              // The device does not serve a needed object.
  kUnsupported,               // The device has no such function.
  kRefusedByDevice,           // The device answered with an SNMP error.
  kVerificationFailed,        // Acknowledged, but the state never showed it.
  kProtocol,                  // The answer makes no sense.
  kCommandFailed,             // An external command ended with a failure.
  kCancelled,                 // The caller gave up.
};

// The kind as a word for programs, stable across versions: "timeout",
// "no-such-outlet", ...
const char* ToString(ErrorKind kind);
std::ostream& operator<<(std::ostream& out, ErrorKind kind);

// How a device said no.
struct DeviceAnswer {
  enum class Type {
    kErrorStatus,  // To the whole request.
    kException,    // In place of a value.
    kReport,       // SNMPv3: to the message, before anyone looked inside.
  };

  Type type = Type::kErrorStatus;
  // As the RFCs name it: "notWritable", "noSuchInstance",
  // "usmStatsWrongDigests".
  std::string name{};
  // The error-index: which varbind of the request, from 1 on, or 0.
  long index = 0;

  friend bool operator==(const DeviceAnswer& a, const DeviceAnswer& b) {
    return a.type == b.type && a.name == b.name && a.index == b.index;
  }
};

// "error-status", "exception", "report".
const char* ToString(DeviceAnswer::Type type);

// Never holds a secret.
struct Error {
  ErrorKind kind = ErrorKind::kInvalidArgument;
  // One sentence without the host, without a full stop at its end.
  std::string message;
  // What to try next, or empty.
  std::string hint{};
  // Which device, as the caller named it, or empty.
  std::string host{};
  // Which outlet, as on the device's label, or empty.
  std::string outlet{};
  // The object that the device refused or does not serve, or a Report's
  // counter: "1.3.6.1.2.1.1.5.0", and what it is where that is known:
  // "sysName", "outlet command". Where the device does not say which of
  // several it means, the first. Or empty.
  std::string oid{};
  std::string object{};
  // What the device said to it, if anything.
  std::optional<DeviceAnswer> answer{};

  // "host outlet 3: message (object oid); hint", leaving out what is empty.
  // One line, and harmless to a terminal: control characters, which a file or a
  // device can bring in, show as "?".
  std::string Text() const;

  friend bool operator==(const Error& a, const Error& b) {
    return a.kind == b.kind && a.message == b.message && a.hint == b.hint &&
           a.host == b.host && a.outlet == b.outlet && a.oid == b.oid &&
           a.object == b.object && a.answer == b.answer;
  }
  friend bool operator!=(const Error& a, const Error& b) { return !(a == b); }
};

// Prints the kind and Text().
std::ostream& operator<<(std::ostream& out, const Error& error);

}  // namespace pdukit

#endif  // PDUKIT_BASE_ERROR_H_
