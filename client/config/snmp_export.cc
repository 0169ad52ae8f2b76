#include "client/config/snmp_export.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/config/driver_keys.h"
#include "client/endpoint.h"
#include "snmp/oid.h"

namespace pdukit::client {
namespace {

constexpr std::chrono::milliseconds kDefaultTimeout{5000};
// Half an hour: beyond it a number is rather milliseconds by mistake.
constexpr double kMaxTimeoutSeconds = 1800;

// Reads one key after the other and remembers the first mistake, after which
// it reads no further.
class SnmpExportReader {
 public:
  SnmpExportReader(const YamlMap& config, const FallbackSecrets& secrets)
      : config_(config), secrets_(secrets) {}

  Result<SnmpExport> Read() {
    if (Result<void> known = config_.AllowOnly(WithDriverKeys(
            {"host", "user", "plug", "port", "oid", "auth_protocol", "auth_key",
             "priv_protocol", "priv_key", "timeout", "family", "version",
             "community", "on_value", "off_value"}));
        !known.ok()) {
      return known.error();
    }
    ReadVersion();
    ReadPlace();
    ReadFamily();
    ReadTimeout();
    if (result_.options.version == SnmpVersion::kV3) {
      ReadUser();
    } else {
      ReadCommunity();
    }
    if (error_.has_value()) {
      return *error_;
    }
    return std::move(result_);
  }

 private:
  void Fail(Error error) {
    if (!error_.has_value()) {
      error_ = std::move(error);
    }
  }

  void Fail(const std::string& key, const std::string& message) {
    Fail(config_.ErrorAt(key, message));
  }

  // An error that says nothing of the place, as a mistake at `key`.
  void FailAs(const std::string& key, const Error& error) {
    Fail(key, error.hint.empty()
                  ? fmt::format("{}: {}", key, error.message)
                  : fmt::format("{}: {}; {}", key, error.message, error.hint));
  }

  template <typename T>
  T Take(Result<std::optional<T>> value, T otherwise) {
    if (!value.ok()) {
      Fail(value.error());
      return otherwise;
    }
    return value->value_or(std::move(otherwise));
  }

  std::string Text(const std::string& key, std::string otherwise = "") {
    return Take(config_.Text(key), std::move(otherwise));
  }

  std::string Required(const std::string& key) {
    std::string text = Text(key);
    if (text.empty()) {
      Fail(key,
           fmt::format("{} is missing; host, user and plug are required", key));
    }
    return text;
  }

  void ReadVersion() {
    Result<SnmpVersion> version = ParseSnmpVersion(Text("version", "3"));
    if (!version.ok()) {
      return FailAs("version", version.error());
    }
    result_.options.version = *version;
  }

  void ReadPlace() {
    const std::string host = Required("host");
    const long port = Take(config_.Integer("port", 1, 65535), long{kSnmpPort});
    result_.endpoint =
        Endpoint{host, static_cast<std::uint16_t>(port)}.ToString();
    Required("plug");
    result_.outlet = static_cast<int>(
        Take(config_.Integer("plug", 0, std::numeric_limits<int>::max()), 0L));
  }

  std::int32_t ReadValue(const std::string& key, long otherwise) {
    return static_cast<std::int32_t>(
        Take(config_.Integer(key, std::numeric_limits<std::int32_t>::min(),
                             std::numeric_limits<std::int32_t>::max()),
             otherwise));
  }

  void ReadFamily() {
    GenericOptions& generic = result_.options.generic;
    generic.oid = Text("oid", generic.oid);
    generic.on_value = ReadValue("on_value", generic.on_value);
    generic.off_value = ReadValue("off_value", generic.off_value);
    if (Result<Oid> oid = Oid::Parse(generic.oid); !oid.ok()) {
      FailAs("oid", oid.error());
    }

    std::vector<std::string> families = SnmpPdu::Families();
    families.insert(families.begin(), "auto");
    result_.options.family = Text("family", "generic");
    if (std::find(families.begin(), families.end(), result_.options.family) ==
        families.end()) {
      Fail("family",
           fmt::format("there is no family '{}'; allowed: {}",
                       result_.options.family, fmt::join(families, ", ")));
    }
  }

  void ReadTimeout() {
    const double seconds =
        Take(config_.PositiveNumber("timeout"),
             std::chrono::duration<double>(kDefaultTimeout).count());
    if (seconds > kMaxTimeoutSeconds) {
      Fail("timeout", fmt::format("timeout must be at most {} seconds",
                                  kMaxTimeoutSeconds));
      return;
    }
    SetAnswerDeadline(result_.options,
                      std::chrono::ceil<std::chrono::milliseconds>(
                          std::chrono::duration<double>(seconds)));
  }

  void ReadCommunity() {
    for (const char* key :
         {"user", "auth_protocol", "auth_key", "priv_protocol", "priv_key"}) {
      if (!Text(key).empty() && Text(key) != "NONE") {
        Fail(key, fmt::format("{} needs version 3, not {}", key,
                              ToString(result_.options.version)));
      }
    }
    std::string otherwise = secrets_.community.empty()
                                ? result_.options.community
                                : secrets_.community;
    result_.options.community = Text("community", std::move(otherwise));
  }

  void ReadUser() {
    if (config_.Has("community")) {
      Fail("community", "community needs version 1 or 2c, not 3");
    }
    UsmUser& user = result_.options.user;
    user.name = Required("user");
    Result<AuthProtocol> auth =
        ParseAuthProtocol(Text("auth_protocol", "NONE"));
    if (!auth.ok()) {
      return FailAs("auth_protocol", auth.error());
    }
    Result<PrivProtocol> priv =
        ParsePrivProtocol(Text("priv_protocol", "NONE"));
    if (!priv.ok()) {
      return FailAs("priv_protocol", priv.error());
    }
    user.auth_protocol = *auth;
    user.priv_protocol = *priv;
    ReadKeys(user);
  }

  void ReadKeys(UsmUser& user) {
    const std::string auth_name = ToString(user.auth_protocol);
    const std::string priv_name = ToString(user.priv_protocol);
    if (user.priv_protocol != PrivProtocol::kNone) {
      if (user.auth_protocol == AuthProtocol::kNone) {
        Fail("priv_protocol",
             fmt::format("priv_protocol {} needs an auth_protocol too; "
                         "privacy without authentication does not exist",
                         priv_name));
      }
      user.auth_passphrase =
          Key("auth_key", secrets_.auth_key, "priv_protocol", priv_name);
      user.priv_passphrase =
          Key("priv_key", secrets_.priv_key, "priv_protocol", priv_name);
    } else if (user.auth_protocol != AuthProtocol::kNone) {
      user.auth_passphrase =
          Key("auth_key", secrets_.auth_key, "auth_protocol", auth_name);
    }
  }

  std::string Key(const std::string& key, const std::string& fallback,
                  const std::string& protocol_key,
                  const std::string& protocol) {
    std::string text = Text(key, fallback);
    if (text.empty()) {
      Fail(protocol_key,
           fmt::format("{} {} needs {}", protocol_key, protocol, key));
    } else if (text.size() < kMinPassphraseLength) {
      Fail(key, fmt::format("{} has fewer than {} characters", key,
                            kMinPassphraseLength));
    }
    return text;
  }

  const YamlMap& config_;
  const FallbackSecrets& secrets_;
  SnmpExport result_;
  std::optional<Error> error_;
};

}  // namespace

void SetAnswerDeadline(SnmpPdu::Options& options,
                       std::chrono::milliseconds deadline) {
  options.timeout =
      std::max(deadline / (options.retries + 1), std::chrono::milliseconds(1));
}

Result<SnmpExport> ParseSnmpExport(const YamlMap& config,
                                   const FallbackSecrets& secrets) {
  return SnmpExportReader(config, secrets).Read();
}

}  // namespace pdukit::client
