#include "client/cli/verbs.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "client/cli/answers.h"
#include "client/cli/progress_line.h"
#include "client/cli/reading_answers.h"

namespace pdukit::client {
namespace {

Result<void> Write(const Context& context, const std::string& answer) {
  ClearProgressLine(context);
  context.out << answer << std::flush;
  if (!context.out) {
    return Error{ErrorKind::kSystem, "the answer cannot be written to stdout"};
  }
  return {};
}

Subject Describe(const Target& target) {
  Subject subject;
  subject.export_name = target.export_name;
  subject.outlet = target.outlet;
  if (target.pdu.has_value()) {
    subject.host = target.pdu->host();
    subject.family = target.pdu->family();
  }
  return subject;
}

// With the outlet's name, if the device tells it.
Subject DescribeFully(const Target& target) {
  Subject subject = Describe(target);
  if (!target.pdu.has_value() || !target.outlet.has_value()) {
    return subject;
  }
  const Result<std::vector<OutletInfo>> outlets = target.pdu->outlets();
  if (outlets.ok()) {
    for (const OutletInfo& outlet : *outlets) {
      if (outlet.number == *target.outlet) {
        subject.name = outlet.name;
      }
    }
  }
  return subject;
}

Result<void> AnswerState(const CommandLine& line, const Target& target,
                         const Context& context, PowerState state) {
  return Write(context, line.json() ? StateJson(DescribeFully(target), state)
                                    : StateText(state));
}

Result<void> GiveCommand(const CommandLine& line, PowerClient& power) {
  switch (line.verb) {
    case Verb::kOff:
      return power.Off();
    case Verb::kCycle:
      return power.Cycle(line.wait);
    default:
      return power.On();
  }
}

Result<void> Switch(const CommandLine& line, const Target& target,
                    const Context& context) {
  if (Result<void> done = GiveCommand(line, *target.power); !done.ok()) {
    return done;
  }
  return AnswerState(
      line, target, context,
      line.verb == Verb::kOff ? PowerState::kOff : PowerState::kOn);
}

Outcome ToOutcome(PowerState state) {
  switch (state) {
    case PowerState::kOff:
    case PowerState::kPendingOn:
      return Outcome::kOff;
    case PowerState::kUnknown:
      return Outcome::kUnknown;
    default:
      return Outcome::kDone;
  }
}

Result<Outcome> Status(const CommandLine& line, const Target& target,
                       const Context& context) {
  const Result<PowerState> state = target.power->Status();
  if (!state.ok()) {
    return state.error();
  }
  const Result<void> answered = AnswerState(line, target, context, *state);
  return answered.ok() ? ToOutcome(*state) : Result<Outcome>(answered.error());
}

std::string SampleAnswer(Format format, const Sample& sample) {
  switch (format) {
    case Format::kJson:
      return ReadingJson(sample);
    case Format::kCsv:
      return ReadingCsv(sample);
    case Format::kPrometheus:
      return ReadingPrometheus(sample);
    case Format::kText:
      break;
  }
  const std::optional<int> outlet = sample.subject.outlet;
  return ReadingText(sample.reading,
                     outlet ? fmt::format("outlet {}", *outlet) : "");
}

// `head` stands before the answer.
Result<void> ReadOnce(const CommandLine& line, const Target& target,
                      const Context& context, const Subject& subject,
                      const std::string& head) {
  const Result<PowerReading> reading = target.power->Read();
  if (!reading.ok()) {
    return reading.error();
  }
  if (reading->empty()) {
    Error error{ErrorKind::kUnsupported, "nothing is metered", "",
                subject.host};
    error.outlet = target.outlet ? std::to_string(*target.outlet) : "";
    return error;
  }
  const Sample sample{context.now(), subject, *reading};
  return Write(context, head + SampleAnswer(line.format, sample));
}

Result<void> Read(const CommandLine& line, const Target& target,
                  const Context& context) {
  const bool endless = line.count == 0;
  if (endless && !context.pause({})) {
    return {};
  }
  const Subject subject =
      line.format == Format::kText ? Describe(target) : DescribeFully(target);
  std::string head = line.format == Format::kCsv ? ReadingCsvHeader() : "";
  Clock::TimePoint due = context.clock.Now();
  for (int done = 1;; ++done) {
    if (Result<void> read = ReadOnce(line, target, context, subject, head);
        !read.ok()) {
      return read;
    }
    head.clear();
    if (!endless && done >= line.count) {
      return {};
    }
    // From start to start, so that the time of a reading does not add up.
    due = std::max(due + line.interval, context.clock.Now());
    const Clock::Duration left = due - context.clock.Now();
    if (!endless) {
      context.clock.SleepFor(left);
    } else if (!context.pause(left)) {
      return {};
    }
  }
}

// What is no PDU is one row.
Result<void> ListOne(const CommandLine& line, const Target& target,
                     const Context& context) {
  const Result<PowerState> state = target.power->Status();
  if (!state.ok()) {
    return state.error();
  }
  if (line.json()) {
    std::string object = StateJson(Describe(target), *state);
    object.pop_back();
    return Write(context, "[" + object + "]\n");
  }
  return Write(context,
               fmt::format("{}  {}\n", target.export_name, ToString(*state)));
}

Result<void> List(const CommandLine& line, const Target& target,
                  const Context& context) {
  if (!target.pdu.has_value()) {
    return ListOne(line, target, context);
  }
  Result<std::vector<OutletInfo>> outlets = target.pdu->outlets();
  if (!outlets.ok()) {
    return outlets.error();
  }
  if (target.outlet.has_value()) {
    outlets->erase(std::remove_if(outlets->begin(), outlets->end(),
                                  [&](const OutletInfo& outlet) {
                                    return outlet.number != *target.outlet;
                                  }),
                   outlets->end());
  }
  if (outlets->empty() && !line.json()) {
    context.err << "no outlets: the unit only meters\n" << std::flush;
  }
  return Write(context, line.json() ? ListJson(Describe(target), *outlets)
                                    : ListText(*outlets));
}

Result<void> RunOther(const CommandLine& line, const Target& target,
                      const Context& context) {
  switch (line.verb) {
    case Verb::kRead:
      return Read(line, target, context);
    case Verb::kList:
      return List(line, target, context);
    default:
      return Switch(line, target, context);
  }
}

}  // namespace

Result<Outcome> RunVerb(const CommandLine& line, const Target& target,
                        const Context& context) {
  if (line.verb == Verb::kStatus) {
    return Status(line, target, context);
  }
  const Result<void> done = RunOther(line, target, context);
  return done.ok() ? Outcome::kDone : Result<Outcome>(done.error());
}

}  // namespace pdukit::client
