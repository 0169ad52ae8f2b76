#include "client/cli/run.h"

#include <algorithm>

#include <fmt/format.h>

#include "client/cli/answers.h"
#include "client/cli/command_line.h"
#include "client/cli/lab_verbs.h"
#include "client/cli/progress_line.h"
#include "client/cli/target.h"
#include "client/cli/verbs.h"

namespace pdukit::client {
namespace {

int Fail(const Context& context, bool json, const Error& error, int code) {
  ClearProgressLine(context);
  context.err << (json ? ErrorJson(error) : ErrorText(error)) << std::flush;
  return code;
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

}  // namespace

int Run(const std::vector<std::string>& arguments, const Context& context) {
  const Result<CommandLine> line =
      ParseCommandLine(arguments, context.variable("POWER_CONFIG").value_or(""),
                       context.variable("POWER_LAB").value_or(""));
  if (!line.ok()) {
    const bool json = std::find(arguments.begin(), arguments.end(), "--json") !=
                      arguments.end();
    return Fail(context, json, line.error(), kUsage);
  }
  if (line->help) {
    context.out << HelpText() << std::flush;
    return context.out ? kDone : kFailed;
  }
  if (line->lab.has_value()) {
    const Result<bool> done = RunLab(*line, context);
    if (!done.ok()) {
      return Fail(context, line->json, done.error(),
                  IsUsage(done.error().kind) ? kUsage : kFailed);
    }
    return *done ? kDone : kFailed;
  }
  const Result<Target> target = OpenTarget(*line, context);
  if (!target.ok()) {
    return Fail(context, line->json, target.error(),
                IsUsage(target.error().kind) ? kUsage : kFailed);
  }
  const Result<void> done = RunVerb(*line, *target, context);
  if (!done.ok()) {
    return Fail(context, line->json, InExport(done.error(), *target), kFailed);
  }
  return kDone;
}

}  // namespace pdukit::client
