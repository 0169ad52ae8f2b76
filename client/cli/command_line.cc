#include "client/cli/command_line.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/cli/flags.h"
#include "client/cli/survey.h"
#include "client/cli/usage.h"
#include "client/cli/verb_options.h"

namespace pdukit::client {
namespace {

constexpr std::array<std::pair<std::string_view, Verb>, 11> kVerbs{{
    {"on", Verb::kOn},
    {"off", Verb::kOff},
    {"cycle", Verb::kCycle},
    {"status", Verb::kStatus},
    {"read", Verb::kRead},
    {"list", Verb::kList},
    {"lock", Verb::kLock},
    {"unlock", Verb::kUnlock},
    {"discover", Verb::kDiscover},
    {"probe", Verb::kProbe},
    {"completion", Verb::kCompletion},
}};

std::string AllVerbs() {
  return fmt::format("{}", fmt::join(VerbNames(), ", "));
}

bool TakesWordsBehind(Verb verb) {
  return verb == Verb::kDiscover || verb == Verb::kCompletion;
}

std::optional<Verb> FindVerb(std::string_view word) {
  for (const auto& [name, verb] : kVerbs) {
    if (name == word) {
      return verb;
    }
  }
  return std::nullopt;
}

// Whether the first word is a verb that no lab has.
bool IsOfNoLab(const std::vector<std::string>& words) {
  const std::optional<Verb> verb =
      words.empty() ? std::nullopt : FindVerb(words.front());
  return verb.has_value() &&
         (IsSurvey(*verb) || Locks(*verb) || *verb == Verb::kCompletion);
}

Result<Flags> ParseFlags(std::vector<std::string> arguments) {
  Flags flags;
  const std::unique_ptr<CLI::App> app = MakeParser(flags);
  // CLI11 takes them from the back.
  std::reverse(arguments.begin(), arguments.end());
  try {
    app->parse(std::move(arguments));
  } catch (const CLI::ExtrasError&) {
    // Only its name: it may have been meant for a secret.
    const std::string option = app->remaining().front();
    return UsageError(fmt::format("there is no option {}",
                                  option.substr(0, option.find('='))));
  } catch (const CLI::ArgumentMismatch& e) {
    // "--host: 1 required TEXT missing", "--host: At Most 1 required ..."
    const std::string text = e.what();
    const std::string name = text.substr(0, text.find(':'));
    return UsageError(text.find("missing") != std::string::npos
                          ? fmt::format("{} needs a value", name)
                          : fmt::format("{} can be given once only", name));
  } catch (const CLI::ParseError& e) {
    return UsageError(e.what());
  }
  return flags;
}

// Finds the verb and the export among the words.
Result<void> TakeWords(const std::vector<std::string>& words,
                       CommandLine& line) {
  if (words.empty()) {
    return UsageError(fmt::format("a verb is missing, one of {}", AllVerbs()));
  }
  // An export may be called like a verb: `power read off`.
  const bool second = words.size() > 1 && FindVerb(words[1]).has_value();
  const std::size_t place = second ? 1 : 0;
  const std::optional<Verb> verb = FindVerb(words[place]);
  if (!verb.has_value()) {
    return UsageError(
        words.size() == 1
            ? fmt::format("'{}' is no verb; it is one of {}", words[0],
                          AllVerbs())
            : fmt::format("there is no verb in '{}'; it is one of {}",
                          fmt::join(words, " "), AllVerbs()));
  }
  line.verb = *verb;
  line.export_name = second ? words[0] : "";
  if (words.size() > place + 1 && !TakesWordsBehind(line.verb)) {
    return UsageError(
        fmt::format("'{}' behind the verb is one word too many",
                    words[place + 1]),
        "an outlet is named by --host and --outlet, or by an EXPORT before the "
        "verb; machines are those of a --lab");
  }
  return {};
}

Result<DirectOptions> TakeDirect(const Flags& flags, const CommandLine& line) {
  if (flags.config.has_value()) {
    return UsageError("--host and --config exclude each other");
  }
  if (!line.export_name.empty()) {
    return UsageError(
        fmt::format("an EXPORT, here '{}', goes with --config, not with --host",
                    line.export_name));
  }
  if (!flags.outlet.has_value() && line.verb != Verb::kList && !line.of) {
    return UsageError(
        line.verb == Verb::kRead
            ? "--host needs an --outlet, a number or label as list shows them, "
              "or --of, for what the PDU meters"
            : "--host needs an --outlet, a number or label as list shows them");
  }
  return TakeDirectOptions(flags);
}

Result<void> TakeTarget(const Flags& flags, const std::string& default_config,
                        CommandLine& line) {
  if (flags.host.has_value()) {
    Result<DirectOptions> direct = TakeDirect(flags, line);
    if (!direct.ok()) {
      return direct.error();
    }
    line.direct = *std::move(direct);
    return {};
  }
  line.config = flags.config.value_or(default_config);
  if (const char* option = FirstDirectOption(flags); option != nullptr) {
    return UsageError(fmt::format("{} goes with --host only", option));
  }
  if (line.config.empty()) {
    return UsageError("neither a device nor an exporter file is named",
                      "give --host and --outlet, or --config, or --lab, or set "
                      "POWER_CONFIG or POWER_LAB");
  }
  return {};
}

// The words behind the verb are machines.
Result<void> TakeLab(const Flags& flags, const std::string& file,
                     CommandLine& line) {
  std::vector<std::string> machines = flags.words;
  std::vector<std::string> verb;
  if (!machines.empty()) {
    verb.push_back(machines.front());
    machines.erase(machines.begin());
  }
  if (!machines.empty() && !FindVerb(verb.front()).has_value() &&
      FindVerb(machines.front()).has_value()) {
    return UsageError(
        fmt::format("'{}' stands before the verb; a lab's machines stand "
                    "behind it",
                    verb.front()));
  }
  if (Result<void> word = TakeWords(verb, line); !word.ok()) {
    return word;
  }
  if (IsOfNoLab(verb)) {
    return UsageError(fmt::format("{} is not for a lab", verb.front()));
  }
  if (Result<void> survey = TakeSurvey(flags, {}, line); !survey.ok()) {
    return survey;
  }
  if (Result<void> options = TakeVerbOptions(flags, line); !options.ok()) {
    return options;
  }
  Result<LabOptions> lab = TakeLabOptions(flags, file, std::move(machines));
  if (!lab.ok()) {
    return lab.error();
  }
  line.lab = *std::move(lab);
  if (Switches(line.verb) && line.lab->patterns.empty() && !line.lab->all) {
    return UsageError(fmt::format("{} needs machines, or --all", verb.front()));
  }
  return {};
}

// What goes to one device, or looks for devices.
Result<void> TakeCommand(const Flags& flags, const std::string& default_config,
                         CommandLine& line) {
  const std::vector<std::string>& words = flags.words;
  if (Result<void> verb = TakeWords(words, line); !verb.ok()) {
    return verb;
  }
  if (line.verb == Verb::kCompletion) {
    line.shell = words.size() == 2 ? words.back() : "";
    return {};
  }
  if (Result<void> options = TakeVerbOptions(flags, line); !options.ok()) {
    return options;
  }
  // Addresses stand behind the verb.
  const Result<void> survey =
      TakeSurvey(flags, {words.begin() + 1, words.end()}, line);
  return !survey.ok() || IsSurvey(line.verb)
             ? survey
             : TakeTarget(flags, default_config, line);
}

}  // namespace

Result<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments,
                                     const std::string& default_config,
                                     const std::string& default_lab) {
  CommandLine line;
  const Result<Flags> flags = ParseFlags(arguments);
  if (!flags.ok()) {
    return flags.error();
  }
  const Result<Format> format = TakeFormat(*flags);
  if (!format.ok()) {
    return format.error();
  }
  line.format = *format;
  line.help = flags->help;
  line.help_man = flags->help_man;
  if (line.help || line.help_man) {
    return line;
  }
  const Result<std::string> lab_file =
      FindLabFile(*flags, IsOfNoLab(flags->words) ? "" : default_lab);
  if (!lab_file.ok()) {
    return lab_file.error();
  }
  const Result<void> taken = lab_file->empty()
                                 ? TakeCommand(*flags, default_config, line)
                                 : TakeLab(*flags, *lab_file, line);
  return taken.ok() ? Result<CommandLine>(std::move(line)) : taken.error();
}

std::vector<std::string> VerbNames() {
  std::vector<std::string> names;
  for (const auto& [name, verb] : kVerbs) {
    names.emplace_back(name);
  }
  return names;
}

std::string HelpText() {
  Flags flags;
  return MakeParser(flags)->help();
}

}  // namespace pdukit::client
