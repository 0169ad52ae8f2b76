#include "client/session/session_errors.h"

#include <cerrno>
#include <chrono>
#include <cstddef>
#include <system_error>

#include <fmt/format.h>

#include "client/session/object_names.h"

namespace pdukit::client {
namespace {

// The counters of usmStats, which stand in Reports with instance 0.
constexpr std::uint32_t kUnsupportedSecLevels = 1;
constexpr std::uint32_t kNotInTimeWindows = 2;
constexpr std::uint32_t kUnknownUserNames = 3;
constexpr std::uint32_t kUnknownEngineIds = 4;
constexpr std::uint32_t kWrongDigests = 5;
constexpr std::uint32_t kDecryptionErrors = 6;

// 0 if it is none of them.
std::uint32_t UsmCounter(const Oid& counter) {
  const Oid usm_stats = {1, 3, 6, 1, 6, 3, 15, 1, 1};
  return counter.StartsWith(usm_stats) && counter.size() > usm_stats.size()
             ? counter[usm_stats.size()]
             : 0;
}

std::string TimeoutHint(const NetSnmpSession::Options& options,
                        Silence silence) {
  if (options.version != SnmpVersion::kV3) {
    return "possible causes: a wrong community, an address that this host may "
           "not ask from, or no SNMP agent there";
  }
  if (silence == Silence::kFromTheStart) {
    return "possible causes: no SNMP agent there, SNMPv3 not enabled on it, or "
           "a firewall";
  }
  if (options.user.level() == SecurityLevel::kAuthPriv) {
    return "it answers others, so possible causes are: a wrong privacy key or "
           "privacy protocol, or a device that went away meanwhile";
  }
  return "it answers others, so possible causes are: a user without access, or "
         "a device that went away meanwhile";
}

bool IsUnreachable(int code) {
  return code == ECONNREFUSED || code == EHOSTUNREACH || code == ENETUNREACH ||
         code == EHOSTDOWN || code == ENETDOWN;
}

Error MeaningOf(const NetSnmpSession::Options& options, const Oid& counter) {
  const std::string user = "'" + options.user.name + "'";
  switch (UsmCounter(counter)) {
    case kUnsupportedSecLevels:
      return Error{ErrorKind::kUnsupportedSecurityLevel,
                   fmt::format("the device does not let the user {} use the "
                               "security level {}",
                               user, ToString(options.user.level())),
                   "give it the keys that the device has for it, no more and "
                   "no less"};
    case kNotInTimeWindows:
      return Error{ErrorKind::kNotInTimeWindow,
                   "the device's clock does not stay in step with its answers"};
    case kUnknownUserNames:
      return Error{ErrorKind::kUnknownUser,
                   fmt::format("the device does not know the user {}", user)};
    case kWrongDigests:
      return Error{
          ErrorKind::kAuthenticationFailure,
          fmt::format("the device rejects the authentication of the user {}",
                      user),
          fmt::format("the authentication key is wrong, or its protocol is "
                      "not {}",
                      ToString(options.user.auth_protocol))};
    case kDecryptionErrors:
      return Error{
          ErrorKind::kDecryptionFailure,
          fmt::format("the device cannot decrypt what the user {} sends", user),
          fmt::format("the privacy key is wrong, or its protocol is not {}",
                      ToString(options.user.priv_protocol))};
    case kUnknownEngineIds:
      return Error{ErrorKind::kProtocol,
                   "the device says that its engine ID is another one"};
    default:
      return Error{ErrorKind::kProtocol, "the device reports an error"};
  }
}

// With the kind and the hint that the status stands for, where these are not
// those of any refusal.
Error WithReason(const NetSnmpSession::Options& options, ErrorStatus status,
                 Error error) {
  const bool v3 = options.version == SnmpVersion::kV3;
  switch (status) {
    case ErrorStatus::kAuthorizationError:
      // RFC 3415 section 3.2: nothing is allowed at this level, while noAccess
      // would say that it is not allowed for this object.
      if (v3 && options.user.level() != SecurityLevel::kAuthPriv) {
        error.kind = ErrorKind::kUnsupportedSecurityLevel;
        error.hint = fmt::format(
            "the user '{}' needs more than the security level {} there, or has "
            "no access at all",
            options.user.name, ToString(options.user.level()));
        break;
      }
      [[fallthrough]];
    case ErrorStatus::kReadOnly:
    case ErrorStatus::kNoAccess:
      error.kind = ErrorKind::kAccessDenied;
      error.hint =
          fmt::format("this {} may only read, or only see other objects",
                      v3 ? "user" : "community");
      break;
    case ErrorStatus::kNoSuchName:
      // RFC 2576 section 4.3: v1 has no other word for either.
      error.hint =
          "the device has no such object, or this community may only read";
      break;
    default:
      break;
  }
  return error;
}

}  // namespace

Error TimeoutError(const NetSnmpSession::Options& options, Silence silence,
                   int datagrams) {
  const double seconds = std::chrono::duration<double>(options.timeout).count();
  if (datagrams == 0) {
    return Error{ErrorKind::kTimeout, "no time was left to ask the device"};
  }
  const std::string what =
      datagrams == 1 ? fmt::format("no answer within {:g} s", seconds)
                     : fmt::format("no answer to {} tries of {:g} s each",
                                   datagrams, seconds);
  return Error{ErrorKind::kTimeout, what, TimeoutHint(options, silence)};
}

Error ReportError(const NetSnmpSession::Options& options, const Oid& counter) {
  Error error = MeaningOf(options, counter);
  error.oid = counter.ToString();
  error.object = ObjectName(counter);
  error.answer = DeviceAnswer{DeviceAnswer::Type::kReport,
                              error.object.empty() ? error.oid : error.object};
  return error;
}

Error SocketError(int code) {
  if (code == ECONNREFUSED) {
    return Error{ErrorKind::kUnreachable, "nothing listens on this port",
                 "is SNMP enabled on the device?"};
  }
  return Error{
      IsUnreachable(code) ? ErrorKind::kUnreachable : ErrorKind::kSystem,
      "the host cannot be reached: " +
          std::error_code(code, std::generic_category()).message()};
}

Error StatusError(const NetSnmpSession::Options& options,
                  const std::string& operation, const std::vector<Oid>& oids,
                  ErrorStatus status, long error_index) {
  const bool says_which =
      error_index >= 1 && error_index <= static_cast<long>(oids.size());
  const std::string what =
      says_which || oids.size() < 2
          ? operation
          : fmt::format("{} of {} objects", operation, oids.size());
  Error error{ErrorKind::kRefusedByDevice,
              fmt::format("{} was refused: {}", what, ToString(status))};
  if (!oids.empty()) {
    const Oid& oid =
        oids[says_which ? static_cast<std::size_t>(error_index - 1) : 0];
    error.oid = oid.ToString();
    error.object = ObjectName(oid);
  }
  error.answer = DeviceAnswer{DeviceAnswer::Type::kErrorStatus,
                              ToString(status), error_index};
  return WithReason(options, status, std::move(error));
}

}  // namespace pdukit::client
