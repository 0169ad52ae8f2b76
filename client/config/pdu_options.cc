#include "client/config/pdu_options.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "snmp/oid.h"

namespace pdukit::client {
namespace {

// Half an hour: beyond it a number is rather milliseconds by mistake.
constexpr double kMaxTimeoutSeconds = 1800;

// Reads one key after the other and remembers the first mistake, after which
// it reads no further.
class PduOptionsReader {
 public:
  PduOptionsReader(const YamlMap& config, SnmpPdu::Options base,
                   const PduOptionSources& sources)
      : config_(config), sources_(sources), options_(std::move(base)) {}

  Result<SnmpPdu::Options> Read() {
    ReadVersion();
    ReadFamily();
    ReadTimeout();
    if (options_.version == SnmpVersion::kV3) {
      ReadUser();
    } else {
      ReadCommunity();
    }
    if (error_.has_value()) {
      return *error_;
    }
    return std::move(options_);
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

  std::string Secret(const std::string& key, std::string otherwise) {
    return Take(sources_.secret ? sources_.secret(key) : config_.Text(key),
                std::move(otherwise));
  }

  void ReadVersion() {
    Result<SnmpVersion> version =
        ParseSnmpVersion(Text("version", sources_.version));
    if (!version.ok()) {
      return FailAs("version", version.error());
    }
    options_.version = *version;
  }

  std::int32_t ReadValue(const std::string& key, long otherwise) {
    return static_cast<std::int32_t>(
        Take(config_.Integer(key, std::numeric_limits<std::int32_t>::min(),
                             std::numeric_limits<std::int32_t>::max()),
             otherwise));
  }

  void ReadFamily() {
    GenericOptions& generic = options_.generic;
    generic.oid = Text("oid", generic.oid);
    generic.on_value = ReadValue("on_value", generic.on_value);
    generic.off_value = ReadValue("off_value", generic.off_value);
    if (Result<Oid> oid = Oid::Parse(generic.oid); !oid.ok()) {
      FailAs("oid", oid.error());
    }

    std::vector<std::string> families = SnmpPdu::Families();
    families.insert(families.begin(), "auto");
    options_.family = Text("family", sources_.family);
    if (std::find(families.begin(), families.end(), options_.family) ==
        families.end()) {
      Fail("family", fmt::format("there is no family '{}'; allowed: {}",
                                 options_.family, fmt::join(families, ", ")));
    }
  }

  void ReadTimeout() {
    const double seconds = Take(config_.PositiveNumber("timeout"), 0.0);
    if (seconds > kMaxTimeoutSeconds) {
      Fail("timeout", fmt::format("timeout must be at most {} seconds",
                                  kMaxTimeoutSeconds));
    } else if (seconds > 0) {
      SetAnswerDeadline(options_, std::chrono::ceil<std::chrono::milliseconds>(
                                      std::chrono::duration<double>(seconds)));
    }
  }

  void ReadCommunity() {
    for (const char* key :
         {"user", "auth_protocol", "auth_key", "priv_protocol", "priv_key"}) {
      if (config_.Has(key) && !IsNone(key)) {
        Fail(key, fmt::format("{} needs version 3, not {}", key,
                              ToString(options_.version)));
      }
    }
    std::string otherwise = sources_.fallback.community.empty()
                                ? options_.community
                                : sources_.fallback.community;
    options_.community = Secret("community", std::move(otherwise));
  }

  void ReadUser() {
    if (config_.Has("community")) {
      Fail("community", "community needs version 1 or 2c, not 3");
    }
    UsmUser& user = options_.user;
    user.name = Text("user");
    if (user.name.empty()) {
      Fail("user", fmt::format("user is missing; {}", sources_.required));
    }
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
      user.auth_passphrase = Key("auth_key", sources_.fallback.auth_key,
                                 "priv_protocol", priv_name);
      user.priv_passphrase = Key("priv_key", sources_.fallback.priv_key,
                                 "priv_protocol", priv_name);
    } else if (user.auth_protocol != AuthProtocol::kNone) {
      user.auth_passphrase = Key("auth_key", sources_.fallback.auth_key,
                                 "auth_protocol", auth_name);
    }
  }

  std::string Key(const std::string& key, const std::string& fallback,
                  const std::string& protocol_key,
                  const std::string& protocol) {
    std::string text = Secret(key, fallback);
    if (text.empty()) {
      Fail(protocol_key,
           fmt::format("{} {} needs {}", protocol_key, protocol, key));
    } else if (text.size() < kMinPassphraseLength) {
      Fail(key, fmt::format("{} has fewer than {} characters", key,
                            kMinPassphraseLength));
    }
    return text;
  }

  // Without a text, as a secret may be, it is something.
  bool IsNone(const std::string& key) const {
    const Result<std::optional<std::string>> text = config_.Text(key);
    return text.ok() && (text->value_or("").empty() || **text == "NONE");
  }

  const YamlMap& config_;
  const PduOptionSources& sources_;
  SnmpPdu::Options options_;
  std::optional<Error> error_;
};

}  // namespace

YamlMap::Names PduOptionKeys() {
  return {"family",   "oid",           "on_value", "off_value",
          "version",  "community",     "user",     "auth_protocol",
          "auth_key", "priv_protocol", "priv_key", "timeout"};
}

void SetAnswerDeadline(SnmpPdu::Options& options,
                       std::chrono::milliseconds deadline) {
  options.timeout =
      std::max(deadline / (options.retries + 1), std::chrono::milliseconds(1));
}

Result<SnmpPdu::Options> ReadPduOptions(const YamlMap& config,
                                        const SnmpPdu::Options& base,
                                        const PduOptionSources& sources) {
  return PduOptionsReader(config, base, sources).Read();
}

}  // namespace pdukit::client
