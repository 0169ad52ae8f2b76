#include "client/cli/direct_options.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/cli/usage.h"
#include "client/endpoint.h"
#include "client/snmp_pdu.h"
#include "snmp/oid.h"

namespace pdukit::client {
namespace {

Result<void> TakeFamily(const Flags& flags, DirectOptions& direct) {
  const bool generic = flags.oid || flags.on_value || flags.off_value;
  direct.family = flags.family.value_or(generic ? "generic" : "auto");
  std::vector<std::string> families = SnmpPdu::Families();
  families.insert(families.begin(), "auto");
  if (std::find(families.begin(), families.end(), direct.family) ==
      families.end()) {
    return UsageError(
        fmt::format("there is no family '{}'", direct.family),
        fmt::format("it is one of {}", fmt::join(families, ", ")));
  }
  if (generic && direct.family != "generic") {
    return UsageError(fmt::format(
        "--oid, --on-value and --off-value go with --family generic, not {}",
        direct.family));
  }
  direct.generic.oid = flags.oid.value_or(direct.generic.oid);
  direct.generic.on_value = flags.on_value.value_or(direct.generic.on_value);
  direct.generic.off_value = flags.off_value.value_or(direct.generic.off_value);
  if (Result<Oid> oid = Oid::Parse(direct.generic.oid); !oid.ok()) {
    return UsageError(fmt::format("--oid: {}", oid.error().message),
                      oid.error().hint);
  }
  return {};
}

// The protocols make the level; one that is named must be that one.
Result<void> CheckLevel(const Flags& flags, const UsmUser& user) {
  if (!flags.level.has_value()) {
    return {};
  }
  for (const SecurityLevel level :
       {SecurityLevel::kNoAuthNoPriv, SecurityLevel::kAuthNoPriv,
        SecurityLevel::kAuthPriv}) {
    if (*flags.level != ToString(level)) {
      continue;
    }
    if (level == user.level()) {
      return {};
    }
    return UsageError(fmt::format(
        "--level {} contradicts --auth-protocol {} and --priv-protocol {}, "
        "which make it {}",
        ToString(level), ToString(user.auth_protocol),
        ToString(user.priv_protocol), ToString(user.level())));
  }
  return UsageError(fmt::format("there is no level '{}'", *flags.level),
                    "it is one of noAuthNoPriv, authNoPriv, authPriv");
}

Result<void> TakeUser(const Flags& flags, DirectOptions& direct) {
  Result<AuthProtocol> auth =
      ParseAuthProtocol(flags.auth_protocol.value_or("NONE"));
  if (!auth.ok()) {
    return auth.error();
  }
  Result<PrivProtocol> priv =
      ParsePrivProtocol(flags.priv_protocol.value_or("NONE"));
  if (!priv.ok()) {
    return priv.error();
  }
  direct.user.auth_protocol = *auth;
  direct.user.priv_protocol = *priv;
  if (flags.user.value_or("").empty()) {
    return UsageError("SNMP version 3 needs a --user");
  }
  if (*auth == AuthProtocol::kNone && flags.auth_key.has_value()) {
    return UsageError("--auth-key needs an --auth-protocol other than NONE");
  }
  if (*priv == PrivProtocol::kNone && flags.priv_key.has_value()) {
    return UsageError("--priv-key needs a --priv-protocol other than NONE");
  }
  if (*auth == AuthProtocol::kNone && *priv != PrivProtocol::kNone) {
    return UsageError("--priv-protocol needs an --auth-protocol too");
  }
  if (Result<void> level = CheckLevel(flags, direct.user); !level.ok()) {
    return level;
  }
  if (flags.community.has_value()) {
    return UsageError("--community is for --version 1 and 2c, not for 3");
  }
  direct.user.name = *flags.user;
  direct.user.auth_passphrase = flags.auth_key.value_or("");
  direct.user.priv_passphrase = flags.priv_key.value_or("");
  return {};
}

Result<void> TakeCredentials(const Flags& flags, DirectOptions& direct) {
  const bool user = flags.user || flags.level || flags.auth_protocol ||
                    flags.auth_key || flags.priv_protocol || flags.priv_key;
  Result<SnmpVersion> version =
      ParseSnmpVersion(flags.version.value_or(user ? "3" : "2c"));
  if (!version.ok()) {
    return version.error();
  }
  direct.version = *version;
  if (*version == SnmpVersion::kV3) {
    return TakeUser(flags, direct);
  }
  if (user) {
    return UsageError(
        fmt::format("--user, --level, --auth-... and --priv-... are for "
                    "--version 3, not for {}",
                    ToString(*version)));
  }
  direct.community = flags.community.value_or("");
  return {};
}

}  // namespace

const char* FirstDirectOption(const Flags& flags) {
  const std::array<std::pair<const char*, bool>, 14> options{{
      {"--outlet", flags.outlet.has_value()},
      {"--family", flags.family.has_value()},
      {"--version", flags.version.has_value()},
      {"--community", flags.community.has_value()},
      {"--user", flags.user.has_value()},
      {"--level", flags.level.has_value()},
      {"--auth-protocol", flags.auth_protocol.has_value()},
      {"--auth-key", flags.auth_key.has_value()},
      {"--priv-protocol", flags.priv_protocol.has_value()},
      {"--priv-key", flags.priv_key.has_value()},
      {"--oid", flags.oid.has_value()},
      {"--on-value", flags.on_value.has_value()},
      {"--off-value", flags.off_value.has_value()},
      {"--timeout", flags.timeout.has_value()},
  }};
  for (const auto& [name, given] : options) {
    if (given) {
      return name;
    }
  }
  return nullptr;
}

Result<DirectOptions> TakeDirectOptions(const Flags& flags) {
  DirectOptions direct;
  direct.host = flags.host.value_or("");
  direct.outlet = flags.outlet;
  direct.timeout =
      flags.timeout ? ToMilliseconds(*flags.timeout) : direct.timeout;
  if (Result<Endpoint> endpoint = Endpoint::Parse(direct.host);
      !endpoint.ok()) {
    return endpoint.error();
  }
  if (Result<void> family = TakeFamily(flags, direct); !family.ok()) {
    return family.error();
  }
  if (Result<void> credentials = TakeCredentials(flags, direct);
      !credentials.ok()) {
    return credentials.error();
  }
  return direct;
}

}  // namespace pdukit::client
