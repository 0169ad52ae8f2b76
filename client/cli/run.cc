#include "client/cli/run.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "client/cli/answers.h"
#include "client/cli/command_line.h"
#include "client/cli/completion.h"
#include "client/cli/format.h"
#include "client/cli/lab_verbs.h"
#include "client/cli/man_page.h"
#include "client/cli/progress_line.h"
#include "client/cli/survey.h"
#include "client/cli/target.h"
#include "client/cli/verbs.h"

namespace pdukit::client {
namespace {

Outcome Fail(const Context& context, bool json, const Error& error,
             Outcome outcome) {
  ClearProgressLine(context);
  context.err << (json ? ErrorJson(error) : ErrorText(error)) << std::flush;
  return outcome;
}

Outcome Print(const Context& context, const std::string& text) {
  context.out << text << std::flush;
  return context.out ? Outcome::kDone : Outcome::kFailed;
}

// Whether an error of opening the target is the user's: then nothing was sent.
bool IsUsage(ErrorKind kind) {
  return kind == ErrorKind::kInvalidArgument || kind == ErrorKind::kParse ||
         kind == ErrorKind::kNotFound;
}

// Says whose error it is where there is no host to say so.
Error InExport(Error error, const Target& target) {
  if (error.host.empty() && !target.export_name.empty()) {
    error.message =
        fmt::format("export '{}': {}", target.export_name, error.message);
  }
  return error;
}

// Where the user's error is told by its kind.
Outcome FailToBegin(const Context& context, bool json, const Error& error) {
  return Fail(context, json, error,
              IsUsage(error.kind) ? Outcome::kUsage : Outcome::kFailed);
}

// What is asked for, if that is a text of ours and nothing is to be done.
std::optional<Result<std::string>> OwnText(const CommandLine& line) {
  if (line.help) {
    return HelpText();
  }
  if (line.help_man) {
    return ManPage();
  }
  return line.verb == Verb::kCompletion
             ? std::optional(CompletionScript(line.shell))
             : std::nullopt;
}

Outcome RunOnTarget(const CommandLine& line, const Context& context) {
  const Result<Target> target = OpenTarget(line, context);
  if (!target.ok()) {
    return FailToBegin(context, line.json(), target.error());
  }
  const Result<Outcome> done = RunVerb(line, *target, context);
  return done.ok() ? *done
                   : Fail(context, line.json(), InExport(done.error(), *target),
                          Outcome::kFailed);
}

Outcome RunLine(const CommandLine& line, const Context& context) {
  if (IsSurvey(line.verb)) {
    const Result<void> done = RunSurvey(line, context);
    return done.ok() ? Outcome::kDone
                     : FailToBegin(context, line.json(), done.error());
  }
  if (!line.lab.has_value()) {
    return RunOnTarget(line, context);
  }
  const Result<bool> done = RunLab(line, context);
  if (!done.ok()) {
    return FailToBegin(context, line.json(), done.error());
  }
  return *done ? Outcome::kDone : Outcome::kFailed;
}

Outcome RunArguments(const std::vector<std::string>& arguments,
                     const Context& context) {
  const Result<CommandLine> line =
      ParseCommandLine(arguments, context.variable("POWER_CONFIG").value_or(""),
                       context.variable("POWER_LAB").value_or(""));
  if (!line.ok()) {
    return Fail(context, AskForJson(arguments), line.error(), Outcome::kUsage);
  }
  const std::optional<Result<std::string>> text = OwnText(*line);
  if (!text.has_value()) {
    return RunLine(*line, context);
  }
  return text->ok()
             ? Print(context, **text)
             : Fail(context, line->json(), text->error(), Outcome::kUsage);
}

int ExitCodeOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kFailed:
      return kFailed;
    case Outcome::kUsage:
      return kUsage;
    default:
      return kDone;
  }
}

int FenceExitCodeOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kDone:
      return kFenceDone;
    case Outcome::kOff:
      return kFenceOff;
    default:
      return kFenceFailed;
  }
}

}  // namespace

int Run(const std::vector<std::string>& arguments, const Context& context) {
  const Outcome outcome = RunArguments(arguments, context);
  // It counts for a command line that is wrong, too.
  const bool as_fence_agent =
      std::find(arguments.begin(), arguments.end(), "--fence-exit-codes") !=
      arguments.end();
  return as_fence_agent ? FenceExitCodeOf(outcome) : ExitCodeOf(outcome);
}

}  // namespace pdukit::client
