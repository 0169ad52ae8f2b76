#include "fake_pdu/standalone/options.h"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "CLI/CLI.hpp"
#include <fmt/format.h>

#include "base/secrets.h"
#include "fake_pdu/standalone/fault_spec.h"
#include "fake_pdu/standalone/user_spec.h"

namespace pdukit::fake_pdu {
namespace {

constexpr int kUsageError = 2;
constexpr int kMaxPort = 65535;
constexpr double kMaxLoadWatts = 100000;

// The flags as they were given.
struct Flags {
  std::string model;
  std::string capture;
  std::vector<std::string> files;
  int count = 1;
  std::string name;
  std::string listen = "127.0.0.1:0";
  std::string read_community = "public";
  std::string write_community = "private";
  std::vector<std::string> users;
  std::string user_file;
  double load_watts = 0;
  std::vector<std::string> faults;
  bool json = false;
};

void AddRunFlags(CLI::App& app, Flags& flags) {
  app.add_option("--model", flags.model,
                 "Model to mimic; `fake_pdu list-models` names them");
  app.add_option("--capture", flags.capture,
                 "File with the walk of a device to serve again (.snmprec, or "
                 "of snmpwalk -On); --model is then needed only where several "
                 "would do");
  app.add_option("--model-file", flags.files,
                 "YAML file with a model or family of your own (repeatable)")
      ->allow_extra_args(false);
  app.add_option("--count", flags.count, "How many of it to start")
      ->check(CLI::Range(1, 10000))
      ->capture_default_str();
  app.add_option("--name", flags.name,
                 "Its name (sysName), with -1, -2, ... behind it where there "
                 "are several [the model's]");
  app.add_option("--listen", flags.listen,
                 "HOST:PORT; port 0 takes a free one, [::1]:0 is IPv6; several "
                 "PDUs take the ports that follow")
      ->capture_default_str();
  app.add_option("--load", flags.load_watts,
                 "Watts that a machine on each outlet draws while it is on")
      ->check(CLI::Range(0.0, kMaxLoadWatts))
      ->capture_default_str();
  app.add_option("--read-community", flags.read_community,
                 "Community that may read; empty: none")
      ->capture_default_str();
  app.add_option("--write-community", flags.write_community,
                 "Community that may read and write; empty: none")
      ->capture_default_str();
  app.add_option("--v3-user", flags.users,
                 "SNMPv3 user [ro:]NAME[:AUTH:KEY[:PRIV:KEY]] (repeatable); "
                 "AUTH: MD5 SHA SHA-224 SHA-256 SHA-384 SHA-512; PRIV: DES AES "
                 "AES-192 AES-256")
      ->allow_extra_args(false);
  app.add_option("--fault", flags.faults,
                 "What goes wrong, for which requests, how often (repeatable): "
                 "\"drop-response set outlet=3 once\", "
                 "\"delay-response=1.5 get times=2 after=1\", ...; "
                 "a wrong word is answered with those that there are")
      ->allow_extra_args(false);
  app.add_option("--v3-user-file", flags.user_file,
                 "File with one such user a line");
}

// The listen address of the PDU number `index`: a port other than 0 is counted
// up.
Result<std::string> ListenAddress(const std::string& first, int index) {
  const std::size_t colon = first.rfind(':');
  int port = 0;
  const char* end = first.data() + first.size();
  const char* begin = colon == std::string::npos ? end : &first[colon] + 1;
  const auto [stop, status] = std::from_chars(begin, end, port);
  // Other mistakes in it are named by whoever binds it.
  if (status != std::errc() || stop != end || port == 0 || port > kMaxPort) {
    return first;
  }
  if (port + index > kMaxPort) {
    return Error{ErrorKind::kInvalidArgument,
                 fmt::format("--listen {}: no port left for PDU number {}",
                             first, index + 1),
                 "start lower, or with port 0"};
  }
  return fmt::format("{}:{}", first.substr(0, colon), port + index);
}

Result<std::vector<FakePdu::User>> Users(const Flags& flags) {
  std::vector<FakePdu::User> users;
  if (!flags.user_file.empty()) {
    Result<std::vector<FakePdu::User>> read = ReadUserFile(flags.user_file);
    if (!read.ok()) {
      return read.error();
    }
    users = *std::move(read);
  }
  for (const std::string& text : flags.users) {
    Result<FakePdu::User> user = ParseUserSpec(text);
    if (!user.ok()) {
      return user.error();
    }
    users.push_back(*std::move(user));
  }
  return users;
}

// Empty for one from a capture that nobody has named: it has its own name.
std::string NameOfPdu(const Flags& flags, int index) {
  const std::string& unnamed = flags.capture.empty() ? flags.model : "";
  const std::string& name = flags.name.empty() ? unnamed : flags.name;
  return flags.count == 1 || name.empty()
             ? name
             : fmt::format("{}-{}", name, index + 1);
}

Result<RunPdus> PdusOf(const Flags& flags) {
  if (flags.model.empty() && flags.capture.empty()) {
    return Error{ErrorKind::kInvalidArgument, "--model is missing",
                 "`fake_pdu list-models` names the models"};
  }
  // A line of the output is three words.
  if (flags.name.find_first_of(" \t\n") != std::string::npos) {
    return Error{ErrorKind::kInvalidArgument,
                 fmt::format("--name \"{}\" has a blank in it", flags.name)};
  }
  Result<std::vector<FakePdu::User>> users = Users(flags);
  if (!users.ok()) {
    return users.error();
  }
  RunPdus run;
  run.load_watts = flags.load_watts;
  for (const std::string& text : flags.faults) {
    Result<Fault> fault = ParseFaultSpec(text);
    if (!fault.ok()) {
      return fault.error();
    }
    run.faults.push_back(*std::move(fault));
  }
  for (int index = 0; index < flags.count; ++index) {
    Result<std::string> listen = ListenAddress(flags.listen, index);
    if (!listen.ok()) {
      return listen.error();
    }
    FakePdu::Options pdu;
    pdu.model = flags.model;
    pdu.capture = flags.capture;
    pdu.files = flags.files;
    pdu.listen = *listen;
    pdu.name = NameOfPdu(flags, index);
    pdu.read_community = flags.read_community;
    pdu.write_community = flags.write_community;
    pdu.users = *users;
    run.pdus.push_back(std::move(pdu));
  }
  return run;
}

}  // namespace

void HideSecrets(int argc, char** argv) {
  KeepMemoryPrivate();
  HideArguments(argc, argv,
                {{"--read-community", "--write-community", "--v3-user"}});
}

std::variant<ListModels, RunPdus, Done> ParseCommandLine(
    int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  Flags flags;
  CLI::App app(
      "Fake PDUs on ports of their own. Prints a line HOST:PORT MODEL NAME on "
      "stdout for\neach once it answers, and what happens to its outlets on "
      "stderr; ends on SIGINT and\nSIGTERM. Communities and keys do not "
      "stay in the process list, nor in a core dump,\nof which there is none.",
      "fake_pdu");
  AddRunFlags(app, flags);
  CLI::App* list =
      app.add_subcommand("list-models", "List the models that can be mimicked");
  list->add_flag("--json", flags.json, "As a JSON array of objects");
  list->add_option("--model-file", flags.files,
                   "YAML file with a model or family of your own (repeatable)")
      ->allow_extra_args(false);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    out << app.help();
    return Done{0};
  } catch (const CLI::ExtrasError&) {
    // Only its beginning: it may have been meant for a secret.
    const std::string word = app.remaining(true).front();
    err << "fake_pdu: \"" << word.substr(0, word.find_first_of("=:"))
        << "\" was not expected; see fake_pdu --help\n";
    return Done{kUsageError};
  } catch (const CLI::ParseError& mistake) {
    err << "fake_pdu: " << mistake.what() << "; see fake_pdu --help\n";
    return Done{kUsageError};
  }
  if (list->parsed()) {
    return ListModels{flags.json, flags.files};
  }
  Result<RunPdus> run = PdusOf(flags);
  if (!run.ok()) {
    err << "fake_pdu: " << run.error().Text() << '\n';
    return Done{kUsageError};
  }
  return *std::move(run);
}

}  // namespace pdukit::fake_pdu
