#include "fake_pdu/mib/command_attributes.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "fake_pdu/device/relays.h"
#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/make_attribute.h"

namespace pdukit::fake_pdu {
namespace {

// "none", then those of OutletCommand in its order.
const std::vector<std::string>& CommandWords() {
  static const auto* const kWords = new std::vector<std::string>{
      "none",           "on",           "off",
      "reboot",         "delayed_on",   "delayed_off",
      "delayed_reboot", "cancel",       "lock",
      "unlock",         "lock_on",      "lock_off",
      "toggle",         "short_on",     "queue_on",
      "queue_off",      "queue_reboot", "delayed_shutdown"};
  return *kWords;
}

// Nullopt for "none".
std::optional<OutletCommand> CommandOfWord(std::int64_t word) {
  if (word <= 0) {
    return std::nullopt;
  }
  return static_cast<OutletCommand>(word - 1);
}

// A command and the seconds until it happens, in one number.
constexpr int kSecondsShift = 8;

AttributeValue ReadNone(const DeviceState&, int, int) { return Number(0); }

bool WriteCommand(Edit& edit, int row, int, const AttributeValue& value) {
  const std::int64_t seconds = AsInteger(value) >> kSecondsShift;
  const std::optional<OutletCommand> command =
      CommandOfWord(AsInteger(value) & ((1 << kSecondsShift) - 1));
  if (command && seconds > 0) {
    return ExecuteAfter(edit, row, *command, static_cast<double>(seconds));
  }
  return !command || Execute(edit, row, *command);
}

bool WriteGroupCommand(Edit& edit, int row, int scope,
                       const AttributeValue& value) {
  const std::optional<OutletCommand> command = CommandOfWord(AsInteger(value));
  return !command ||
         ExecuteAll(edit, {static_cast<Scope>(scope), row}, *command);
}

// The parameter of a countdown: what it counts down to.
constexpr int kOn = static_cast<int>(OutletCommand::kOn);
constexpr int kOff = static_cast<int>(OutletCommand::kOff);
constexpr int kReboot = static_cast<int>(OutletCommand::kReboot);

OutletCommand Delayed(OutletCommand command) {
  switch (command) {
    case OutletCommand::kOn:
      return OutletCommand::kDelayedOn;
    case OutletCommand::kOff:
      return OutletCommand::kDelayedOff;
    default:
      return OutletCommand::kDelayedReboot;
  }
}

// A second that has begun counts whole; -1 if nothing is pending.
AttributeValue ReadCountdown(const DeviceState& state, int row, int command) {
  const std::optional<double> seconds =
      SecondsUntil(state, row, Delayed(static_cast<OutletCommand>(command)));
  return Number(seconds ? static_cast<std::int64_t>(std::ceil(*seconds)) : -1);
}

bool WriteCountdown(Edit& edit, int row, int command,
                    const AttributeValue& value) {
  const double seconds = AsNumber(value);
  if (seconds < 0) {
    return AsInteger(ReadCountdown(edit.state, row, command)) < 0 ||
           Execute(edit, row, OutletCommand::kCancel);
  }
  return ExecuteAfter(edit, row, static_cast<OutletCommand>(command), seconds);
}

// Scope and command in one parameter.
int GroupParameter(Scope scope, int command) {
  return static_cast<int>(scope) << 8 | command;
}

// That of the outlet that is due first.
AttributeValue ReadGroupCountdown(const DeviceState& state, int row,
                                  int parameter) {
  const Part part{static_cast<Scope>(parameter >> 8), row};
  std::int64_t first = -1;
  for (const int outlet : OutletsOf(state, part)) {
    const std::int64_t seconds = AsInteger(ReadCountdown(
        ShownState(state, Scope::kOutlet, outlet), outlet, parameter & 0xff));
    if (seconds >= 0 && (first < 0 || seconds < first)) {
      first = seconds;
    }
  }
  return Number(first);
}

bool WriteGroupCountdown(Edit& edit, int row, int parameter,
                         const AttributeValue& value) {
  const Part part{static_cast<Scope>(parameter >> 8), row};
  const double seconds = AsNumber(value);
  if (seconds < 0) {
    for (const int outlet : OutletsOf(edit.state, part)) {
      WriteCountdown(edit, outlet, parameter & 0xff, value);
    }
    return IsUp(edit.state);
  }
  return ExecuteAllAfter(edit, part,
                         static_cast<OutletCommand>(parameter & 0xff), seconds);
}

AttributeValue ReadOutletsState(const DeviceState& state, int row, int scope) {
  const std::vector<int> outlets =
      OutletsOf(state, {static_cast<Scope>(scope), row});
  const auto on = static_cast<std::size_t>(
      std::count_if(outlets.begin(), outlets.end(), [&](int outlet) {
        return StateOf(ShownState(state, Scope::kOutlet, outlet), outlet) ==
               OutletState::kOn;
      }));
  if (on == 0) {
    return Number(0);
  }
  return Number(on == outlets.size() ? 1 : 2);
}

Attribute Command(Scope scope, WriteAttributeFunction write) {
  Attribute attribute = MakeWord(scope, "command", CommandWords(), ReadNone,
                                 write, static_cast<int>(scope));
  attribute.readable_words = 1;
  return attribute;
}

void AddGroup(Scope scope, std::vector<Attribute>& attributes) {
  attributes.push_back(Command(scope, WriteGroupCommand));
  for (const auto& [name, command] :
       {std::pair("on_in", kOn), std::pair("off_in", kOff),
        std::pair("reboot_in", kReboot)}) {
    attributes.push_back(MakeNumber(scope, name, ReadGroupCountdown,
                                    WriteGroupCountdown,
                                    GroupParameter(scope, command)));
  }
  attributes.push_back(MakeWord(scope, "outlets_state", {"off", "on", "mixed"},
                                ReadOutletsState, nullptr,
                                static_cast<int>(scope)));
}

AttributeValue ReadPendingCommand(const DeviceState& state, int row, int) {
  const OutletRuntime& outlet = state.outlets[static_cast<std::size_t>(row)];
  return Number(outlet.step_count == 0 ? 0
                                       : static_cast<int>(outlet.pending) + 1);
}

}  // namespace

std::int64_t CommandAfter(std::int64_t word, std::int64_t seconds) {
  return word | seconds << kSecondsShift;
}

std::vector<Attribute> CommandAttributes() {
  constexpr Scope kOutlet = Scope::kOutlet;
  std::vector<Attribute> attributes = {
      Command(kOutlet, WriteCommand),
      MakeWord(kOutlet, "pending_command", CommandWords(), ReadPendingCommand),
      MakeNumber(kOutlet, "on_in", ReadCountdown, WriteCountdown, kOn),
      MakeNumber(kOutlet, "off_in", ReadCountdown, WriteCountdown, kOff),
      MakeNumber(kOutlet, "reboot_in", ReadCountdown, WriteCountdown, kReboot),
  };
  // Nothing beyond the delayed ones is ever pending.
  attributes[1].readable_words = 7;
  for (const Scope scope :
       {Scope::kUnit, Scope::kInlet, Scope::kBank, Scope::kGroup}) {
    AddGroup(scope, attributes);
  }
  return attributes;
}

}  // namespace pdukit::fake_pdu
