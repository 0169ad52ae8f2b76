#include "client/cli/lab_verbs.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/cli/lab_answers.h"
#include "client/cli/lab_read.h"
#include "client/cli/output.h"
#include "client/cli/progress_line.h"
#include "client/cli/target.h"
#include "client/fleet.h"
#include "client/lab.h"
#include "client/machine_pattern.h"

namespace pdukit::client {
namespace {

using Names = std::vector<std::string>;

Lab::Options OptionsOf(const CommandLine& line, const Context& context) {
  Lab::Options options;
  options.pdu.clock = &context.clock;
  options.pdu.cycle =
      line.native ? CycleMethod::kNative : CycleMethod::kOffWaitOn;
  options.pdu.cancelled = Cancelled(context);
  options.secrets = FindSecrets(context);
  options.variable = context.variable;
  options.open = context.open_pdu;
  return options;
}

Result<Names> SelectMachines(const Lab& lab, const LabOptions& options) {
  Result<Names> names = options.patterns.empty()
                            ? lab.machines()
                            : MatchMachines(options.patterns, lab.machines());
  if (!names.ok() || options.on_pdus.empty()) {
    return names;
  }
  std::set<std::string> wanted;
  for (const std::string& pdu : options.on_pdus) {
    Result<Names> on_pdu = lab.machines_on(pdu);
    if (!on_pdu.ok()) {
      return on_pdu;
    }
    wanted.insert(on_pdu->begin(), on_pdu->end());
  }
  names->erase(std::remove_if(names->begin(), names->end(),
                              [&](const std::string& name) {
                                return wanted.count(name) == 0;
                              }),
               names->end());
  if (names->empty()) {
    return Error{ErrorKind::kNotFound,
                 fmt::format("none of these machines is on {}",
                             fmt::join(options.on_pdus, ", "))};
  }
  return names;
}

FleetCommand CommandOf(Verb verb) {
  switch (verb) {
    case Verb::kOn:
      return FleetCommand::kOn;
    case Verb::kOff:
      return FleetCommand::kOff;
    case Verb::kCycle:
      return FleetCommand::kCycle;
    case Verb::kRead:
      return FleetCommand::kRead;
    default:
      return FleetCommand::kStatus;
  }
}

// Shows machines as they are through.
class Reporter {
 public:
  Reporter(const CommandLine& line, const Context& context, std::size_t total)
      : line_(line), context_(context), total_(total) {
    ShowBar();
  }

  void Report(const FleetOutcome& outcome) {
    ++through_;
    done_ += outcome.ok() ? 1 : 0;
    if (!line_.json()) {
      ClearProgressLine(context_);
      if (!outcome.ok()) {
        context_.err << FailureText(outcome.machine, *outcome.error)
                     << std::flush;
      } else if (Switches(line_.verb)) {
        context_.out << outcome.machine << "  " << ToString(outcome.state)
                     << std::endl;
      }
    }
    ShowBar();
  }

  // Whether all are done.
  bool Sum() {
    ClearProgressLine(context_);
    if (!line_.json() && done_ < total_) {
      context_.err << fmt::format("{} of {} done\n", done_, total_)
                   << std::flush;
    }
    return done_ == total_;
  }

 private:
  void ShowBar() {
    constexpr std::size_t kWidth = 20;
    const std::size_t filled =
        kWidth * through_ / std::max<std::size_t>(total_, 1);
    ShowProgressLine(context_,
                     fmt::format("[{:<{}}] {} of {}", std::string(filled, '#'),
                                 kWidth, through_, total_));
  }

  const CommandLine& line_;
  const Context& context_;
  const std::size_t total_;
  std::size_t through_ = 0;
  std::size_t done_ = 0;
};

FleetOptions FleetOptionsOf(const CommandLine& line, const Context& context) {
  FleetOptions options;
  options.max_per_pdu = line.lab->max_per_pdu;
  options.max_total = line.lab->max_total;
  options.stagger = line.lab->stagger;
  options.wait = line.wait;
  options.cycle = line.native ? CycleMethod::kNative : CycleMethod::kOffWaitOn;
  options.clock = &context.clock;
  options.cancelled = Cancelled(context);
  return options;
}

std::string Answer(const CommandLine& line, const Context& context,
                   const std::vector<FleetOutcome>& outcomes) {
  if (line.json()) {
    return FleetJson(line.verb, outcomes, context.now());
  }
  if (Switches(line.verb)) {
    return "";
  }
  return line.format == Format::kText
             ? TableHead(line, context) + FleetText(line.verb, outcomes)
             : SamplesText(line.format,
                           MachineSamples(outcomes, context.now()));
}

// Whether all did as told. `head` stands before the answer.
bool CommandOnce(const CommandLine& line, const Context& context,
                 const std::vector<FleetMachine>& machines,
                 const std::string& head) {
  Reporter reporter(line, context, machines.size());
  FleetOptions options = FleetOptionsOf(line, context);
  options.on_done = [&](FleetOutcome outcome) {
    reporter.Report(Judged(line.verb, std::move(outcome)));
  };
  std::vector<FleetOutcome> outcomes =
      RunFleet(machines, CommandOf(line.verb), options);
  for (FleetOutcome& outcome : outcomes) {
    outcome = Judged(line.verb, std::move(outcome));
  }
  const bool done = reporter.Sum();
  context.out << head << Answer(line, context, outcomes) << std::flush;
  return done;
}

Result<bool> Command(const CommandLine& line, const Context& context,
                     const Lab& lab, const Names& names) {
  const Result<std::vector<FleetMachine>> machines = lab.fleet(names);
  if (!machines.ok()) {
    return machines.error();
  }
  return RepeatInLab(line, context, "machine", [&](const std::string& head) {
    return CommandOnce(line, context, *machines, head);
  });
}

}  // namespace

Result<bool> RunLab(const CommandLine& line, const Context& context) {
  const Result<Lab> lab = Lab::Load(line.lab->file, OptionsOf(line, context));
  if (!lab.ok()) {
    return lab.error();
  }
  if (line.of.has_value()) {
    return ReadLabPlaces(line, context, *lab);
  }
  const Result<Names> names = SelectMachines(*lab, *line.lab);
  if (!names.ok()) {
    return names.error();
  }
  if (line.verb != Verb::kList) {
    return Command(line, context, *lab, *names);
  }
  const Result<void> written =
      Write(context, line.json() ? LabListJson(*lab, *names)
                                 : LabListText(*lab, *names));
  return written.ok() ? Result<bool>(true) : written.error();
}

}  // namespace pdukit::client
