// record_device HOST [OID]... > FILE.snmprec: see tools/record_device.

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include <fmt/format.h>

#include "client/cli/secrets.h"
#include "client/endpoint.h"
#include "client/session/net_snmp_session.h"
#include "fake_pdu/capture/snmprec_writer.h"

namespace pdukit {
namespace {

using client::NetSnmpSession;

constexpr int kFailure = 1;
constexpr int kUsageError = 2;
constexpr double kMaxTimeout = 1800;

struct Flags {
  std::string host{};
  std::vector<std::string> roots{"1.3.6.1"};
  std::string version{};
  std::string community{};
  std::string user{};
  std::string auth_protocol = "NONE";
  std::string auth_key{};
  std::string priv_protocol = "NONE";
  std::string priv_key{};
  double timeout = 5;
};

void AddFlags(CLI::App& app, Flags& flags) {
  app.add_option("HOST", flags.host, "The device, H[:PORT]")->required();
  app.add_option("OID", flags.roots, "What to record, all below")
      ->capture_default_str();
  app.add_option("--version", flags.version,
                 "Of SNMP: 1, 2c or 3 (default: 3 with --user, else 2c)");
  app.add_option("--community", flags.community,
                 "For 1 and 2c (default: POWER_COMMUNITY, else public)");
  app.add_option("--user", flags.user, "For 3");
  app.add_option("--auth-protocol", flags.auth_protocol,
                 "NONE, MD5, SHA, SHA-224, SHA-256, SHA-384, SHA-512")
      ->capture_default_str();
  app.add_option("--auth-key", flags.auth_key,
                 "Its pass phrase (default: POWER_AUTH_KEY, else asked for)");
  app.add_option("--priv-protocol", flags.priv_protocol,
                 "NONE, DES, AES, AES-192, AES-256")
      ->capture_default_str();
  app.add_option("--priv-key", flags.priv_key,
                 "Its pass phrase (default: POWER_PRIV_KEY, else asked for)");
  app.add_option("--timeout", flags.timeout,
                 "Seconds that the device may stay silent")
      ->check(CLI::Range(0.01, kMaxTimeout))
      ->capture_default_str();
}

std::string Variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// What was given, else what the variable holds, else what the user types.
Result<std::string> Key(const std::string& given, const char* variable,
                        const std::string& protocol) {
  const std::string key = given.empty() ? Variable(variable) : given;
  if (!key.empty()) {
    return key;
  }
  if (isatty(STDIN_FILENO) == 1) {
    return client::AskSecret(protocol + " needs a key: ");
  }
  return Error{ErrorKind::kInvalidArgument, protocol + " needs a key",
               fmt::format("set {}", variable)};
}

Result<UsmUser> UserOf(const Flags& flags) {
  const Result<AuthProtocol> auth = ParseAuthProtocol(flags.auth_protocol);
  if (!auth.ok()) {
    return auth.error();
  }
  const Result<PrivProtocol> priv = ParsePrivProtocol(flags.priv_protocol);
  if (!priv.ok()) {
    return priv.error();
  }
  UsmUser user;
  user.name = flags.user;
  user.auth_protocol = *auth;
  user.priv_protocol = *priv;
  if (*auth != AuthProtocol::kNone) {
    const Result<std::string> key =
        Key(flags.auth_key, "POWER_AUTH_KEY", flags.auth_protocol);
    if (!key.ok()) {
      return key.error();
    }
    user.auth_passphrase = *key;
  }
  if (*priv != PrivProtocol::kNone) {
    const Result<std::string> key =
        Key(flags.priv_key, "POWER_PRIV_KEY", flags.priv_protocol);
    if (!key.ok()) {
      return key.error();
    }
    user.priv_passphrase = *key;
  }
  return user;
}

Result<NetSnmpSession::Options> SessionOptions(const Flags& flags) {
  const Result<client::Endpoint> endpoint = client::Endpoint::Parse(flags.host);
  if (!endpoint.ok()) {
    return endpoint.error();
  }
  const std::string usual = flags.user.empty() ? "2c" : "3";
  const Result<SnmpVersion> version =
      ParseSnmpVersion(flags.version.empty() ? usual : flags.version);
  if (!version.ok()) {
    return version.error();
  }
  NetSnmpSession::Options options;
  options.endpoint = *endpoint;
  options.version = *version;
  options.timeout = std::chrono::ceil<std::chrono::milliseconds>(
      std::chrono::duration<double>(flags.timeout / (options.retries + 1)));
  if (*version == SnmpVersion::kV3) {
    const Result<UsmUser> user = UserOf(flags);
    if (!user.ok()) {
      return user.error();
    }
    options.user = *user;
    return options;
  }
  const std::string community =
      flags.community.empty() ? Variable("POWER_COMMUNITY") : flags.community;
  options.community = community.empty() ? options.community : community;
  return options;
}

Result<std::vector<Varbind>> Record(const Flags& flags) {
  const Result<NetSnmpSession::Options> options = SessionOptions(flags);
  if (!options.ok()) {
    return options.error();
  }
  Result<std::unique_ptr<NetSnmpSession>> session =
      NetSnmpSession::Open(*options);
  if (!session.ok()) {
    return session.error();
  }
  std::vector<Varbind> recorded;
  for (const std::string& text : flags.roots) {
    const Result<Oid> root = Oid::Parse(text);
    if (!root.ok()) {
      return root.error();
    }
    const Result<std::vector<Varbind>> walk = Walk(**session, *root);
    if (!walk.ok()) {
      return walk.error();
    }
    recorded.insert(recorded.end(), walk->begin(), walk->end());
  }
  if (recorded.empty()) {
    return Error{ErrorKind::kNoSuchObject, "there is nothing to record", "",
                 flags.host};
  }
  return recorded;
}

int Main(int argc, char** argv) {
  // CLI11 takes them from the last to the first.
  std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  std::reverse(arguments.begin(), arguments.end());
  client::HideSecrets(argc, argv);
  Flags flags;
  CLI::App app("Records a device, as far as it answers, for a capture",
               "record_device");
  AddFlags(app, flags);
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsageError;
  }
  const Result<std::vector<Varbind>> recorded = Record(flags);
  if (!recorded.ok()) {
    std::cerr << "record_device: " << recorded.error().Text() << '\n';
    const ErrorKind kind = recorded.error().kind;
    return kind == ErrorKind::kInvalidArgument || kind == ErrorKind::kParse
               ? kUsageError
               : kFailure;
  }
  std::cout << fake_pdu::ToSnmprec(*recorded) << std::flush;
  if (!std::cout) {
    std::cerr << "record_device: cannot write to stdout\n";
    return kFailure;
  }
  std::cerr << recorded->size() << " variables\n";
  return 0;
}

}  // namespace
}  // namespace pdukit

int main(int argc, char** argv) { return pdukit::Main(argc, argv); }
