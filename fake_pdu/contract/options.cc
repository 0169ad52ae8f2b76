#include "fake_pdu/contract/options.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "CLI/CLI.hpp"
#include <fmt/format.h>

#include "fake_pdu/contract/command_driver.h"
#include "fake_pdu/standalone/user_spec.h"

namespace pdukit::fake_pdu {
namespace {

constexpr int kUsageError = 2;
constexpr double kMaxSeconds = 3600;

// The flags as they were given.
struct Flags {
  std::string model;
  std::vector<std::string> files;
  CommandLines lines;
  std::string version = "2c";
  std::string user = "contract:SHA:contract-auth:AES:contract-priv";
  double timeout = 30;
  double slow = 1.5;
  std::vector<std::string> cases;
  std::string junit;
  bool list = false;
};

void AddDriverFlags(CLI::App& app, Flags& flags) {
  app.add_option("--on", flags.lines.on, "Command that switches on");
  app.add_option("--off", flags.lines.off, "Command that switches off");
  app.add_option("--cycle", flags.lines.cycle,
                 "Command that switches off, and on again; optional");
  app.add_option("--status", flags.lines.status,
                 "Command that tells on or off; optional");
  app.add_option("--status-on", flags.lines.status_on,
                 "Regular expression, in any case, that says on in its stdout")
      ->capture_default_str();
  app.add_option("--status-off", flags.lines.status_off,
                 "The same for off; if both are there, or none, it told "
                 "nothing")
      ->capture_default_str();
  app.add_option("--status-on-exit", flags.lines.status_on_exit,
                 "Exit code that says on; stdout then does not count");
  app.add_option("--status-off-exit", flags.lines.status_off_exit,
                 "The same for off");
  app.add_option("--timeout", flags.timeout,
                 "Seconds that a command may take; then it is killed, and has "
                 "failed the case")
      ->check(CLI::Range(0.1, kMaxSeconds))
      ->capture_default_str();
}

void AddRunFlags(CLI::App& app, Flags& flags) {
  app.add_option("--model", flags.model,
                 "Model to mimic; `fake_pdu list-models` names them");
  app.add_option("--model-file", flags.files,
                 "YAML file with a model or family of your own (repeatable)")
      ->allow_extra_args(false);
  app.add_option("--version", flags.version, "Of SNMP, for {version}")
      ->check(CLI::IsMember({"1", "2c", "3"}))
      ->capture_default_str();
  app.add_option("--user", flags.user,
                 "Who the program is told to be under version 3, "
                 "NAME[:AUTH:KEY[:PRIV:KEY]]")
      ->capture_default_str();
  app.add_option("--slow", flags.slow,
                 "Seconds by which what is slow or late in a case is so")
      ->check(CLI::Range(0.01, kMaxSeconds))
      ->capture_default_str();
  app.add_option("--case", flags.cases, "Run these alone [all]");
  app.add_option("--junit", flags.junit,
                 "Write the results to this file, as JUnit does");
  app.add_flag("--list", flags.list, "List the cases, and what they ask for");
}

Result<std::vector<ContractCase>> CasesNamed(
    const std::vector<std::string>& names) {
  const std::vector<ContractCase>& all = ContractCases();
  if (names.empty()) {
    return all;
  }
  std::vector<ContractCase> chosen;
  for (const std::string& name : names) {
    const auto found =
        std::find_if(all.begin(), all.end(),
                     [&](const auto& one) { return one.name == name; });
    if (found == all.end()) {
      return Error{ErrorKind::kInvalidArgument,
                   fmt::format("--case {}: there is no such case", name),
                   "`power_contract --list` names the cases"};
    }
    chosen.push_back(*found);
  }
  return chosen;
}

std::chrono::milliseconds Milliseconds(double seconds) {
  return std::chrono::round<std::chrono::milliseconds>(
      std::chrono::duration<double>(seconds));
}

Result<HoldAgainst> RunOf(Flags flags) {
  for (const auto& [flag, value] :
       {std::pair{"--model", &flags.model}, std::pair{"--on", &flags.lines.on},
        std::pair{"--off", &flags.lines.off}}) {
    if (value->empty()) {
      return Error{ErrorKind::kInvalidArgument,
                   fmt::format("{} is missing", flag),
                   "see power_contract --help"};
    }
  }
  flags.lines.timeout = Milliseconds(flags.timeout);
  Result<DriverFactory> factory = CommandDriver(flags.lines);
  if (!factory.ok()) {
    return factory.error();
  }
  Result<std::vector<ContractCase>> cases = CasesNamed(flags.cases);
  if (!cases.ok()) {
    return cases.error();
  }
  Result<SnmpVersion> version = ParseSnmpVersion(flags.version);
  Result<FakePdu::User> user = ParseUserSpec(flags.user);
  if (!user.ok()) {
    return user.error();
  }
  HoldAgainst run;
  run.factory = *std::move(factory);
  run.options.pdu.model = flags.model;
  run.options.pdu.files = flags.files;
  run.options.version = version.value();
  run.options.user = user->credentials;
  run.options.slow = Milliseconds(flags.slow);
  run.options.patience = flags.lines.timeout;
  run.cases = *std::move(cases);
  run.junit = flags.junit;
  return run;
}

}  // namespace

std::variant<ListCases, HoldAgainst, ExitCode> ParsePowerContract(
    int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  Flags flags;
  CLI::App app(
      "Holds a program that switches power against what any such program has "
      "to do: for\neach case a fake PDU is started, something goes wrong, and "
      "what the program says is\ncompared with what is true. Commands are "
      "lines of /bin/sh; {host} {port} {outlet}\n{version} {community} in them "
      "are filled in, and for version 3 {user}\n{auth_protocol} {auth_key} "
      "{priv_protocol} {priv_key}; one that ends with 0 says done.\nExit "
      "codes: 0 nothing failed, 1 something failed, 2 wrong use.",
      "power_contract");
  AddRunFlags(app, flags);
  AddDriverFlags(app, flags);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    out << app.help();
    return ExitCode{0};
  } catch (const CLI::ParseError& mistake) {
    err << "power_contract: " << mistake.what()
        << "; see power_contract --help\n";
    return ExitCode{kUsageError};
  }
  if (flags.list) {
    return ListCases{};
  }
  Result<HoldAgainst> run = RunOf(std::move(flags));
  if (!run.ok()) {
    err << "power_contract: " << run.error().Text() << '\n';
    return ExitCode{kUsageError};
  }
  return *std::move(run);
}

}  // namespace pdukit::fake_pdu
