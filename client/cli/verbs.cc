#include "client/cli/verbs.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "client/cli/answer_parts.h"
#include "client/cli/answers.h"
#include "client/cli/output.h"
#include "client/cli/read_verb.h"

namespace pdukit::client {
namespace {

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

// "locked", and in JSON what StateJson has, with "lock" for the state.
std::string LockAnswer(const CommandLine& line, const Target& target) {
  const char* word = line.verb == Verb::kLock ? "locked" : "unlocked";
  if (!line.json()) {
    return fmt::format("{}\n", word);
  }
  Json json = SubjectJson(DescribeFully(target));
  json["lock"] = word;
  return JsonLine(json);
}

Result<void> SetLock(const CommandLine& line, const Target& target,
                     const Context& context) {
  if (!target.pdu.has_value()) {
    return Error{ErrorKind::kUnsupported,
                 "this is no outlet of a PDU, which can be locked"};
  }
  Result<SnmpPowerClient> outlet = target.pdu->outlet(target.outlet.value());
  if (!outlet.ok()) {
    return outlet.error();
  }
  const Result<void> done =
      line.verb == Verb::kLock ? outlet->Lock() : outlet->Unlock();
  return done.ok() ? Write(context, LockAnswer(line, target)) : done;
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

// The outlet that a place is called after: by its label, else by its number.
int OutletOf(const PlaceReading& place,
             const std::vector<OutletInfo>& outlets) {
  for (const bool by_label : {true, false}) {
    for (const OutletInfo& outlet : outlets) {
      if (place.number ==
          (by_label ? outlet.label : std::to_string(outlet.number))) {
        return outlet.number;
      }
    }
  }
  return 0;
}

// A list without loads is better than none.
OutletLoads ReadLoads(const SnmpPdu& pdu,
                      const std::vector<OutletInfo>& outlets) {
  OutletLoads loads;
  if (outlets.empty()) {
    return loads;
  }
  Result<std::vector<PlaceReading>> places =
      pdu.ReadPlaces(MeterPlace::kOutlet);
  if (places.ok()) {
    for (const PlaceReading& place : *places) {
      loads[OutletOf(place, outlets)] = place.reading;
    }
  }
  return loads;
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
  const OutletLoads loads = ReadLoads(*target.pdu, *outlets);
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
  return Write(context, line.json()
                            ? ListJson(Describe(target), *outlets, loads)
                            : ListText(*outlets, loads));
}

Result<void> RunOther(const CommandLine& line, const Target& target,
                      const Context& context) {
  switch (line.verb) {
    case Verb::kRead:
      return RunRead(line, target, context);
    case Verb::kList:
      return List(line, target, context);
    case Verb::kLock:
    case Verb::kUnlock:
      return SetLock(line, target, context);
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
