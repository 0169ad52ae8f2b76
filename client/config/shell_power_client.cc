#include "client/config/shell_power_client.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace pdukit::client {
namespace {

std::string FirstLine(const std::string& text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) {
    return "";
  }
  return text.substr(start, text.find_first_of("\r\n", start) - start);
}

std::optional<PowerState> ParseState(const std::string& word) {
  if (word == "1") {
    return PowerState::kOn;
  }
  if (word == "0") {
    return PowerState::kOff;
  }
  for (const PowerState state :
       {PowerState::kUnknown, PowerState::kOn, PowerState::kOff,
        PowerState::kPendingOn, PowerState::kPendingOff}) {
    if (word == ToString(state)) {
      return state;
    }
  }
  return std::nullopt;
}

struct Quantity {
  const char* name;
  std::optional<Measurement> PowerReading::*field;
};

constexpr std::array kQuantities = {
    Quantity{"voltage", &PowerReading::voltage},
    Quantity{"current", &PowerReading::current},
    Quantity{"apparent_power", &PowerReading::apparent_power},
    Quantity{"active_power", &PowerReading::active_power},
    Quantity{"power_factor", &PowerReading::power_factor},
    Quantity{"energy", &PowerReading::energy},
    Quantity{"frequency", &PowerReading::frequency},
};

Result<PowerReading> ParseReading(const std::string& text) {
  PowerReading reading;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    for (const Quantity& quantity : kQuantities) {
      const std::string prefix = std::string(quantity.name) + "=";
      if (word.compare(0, prefix.size(), prefix) != 0) {
        continue;
      }
      const std::string number = word.substr(prefix.size());
      char* end = nullptr;
      const double value = std::strtod(number.c_str(), &end);
      if (end == number.c_str() || *end != '\0' || !std::isfinite(value)) {
        return Error{ErrorKind::kProtocol,
                     fmt::format("the method read wrote '{}'", word),
                     "after the = a number is expected"};
      }
      reading.*quantity.field = Measurement{value, "method read"};
    }
  }
  if (reading.empty()) {
    return Error{ErrorKind::kProtocol,
                 fmt::format("the method read wrote no reading but '{}'",
                             FirstLine(text)),
                 "words such as voltage=230.0 current=0.63 are expected"};
  }
  return reading;
}

}  // namespace

ShellPowerClient::ShellPowerClient(ShellExport shell, Options options)
    : shell_(std::move(shell)), options_(std::move(options)) {}

Result<void> ShellPowerClient::On() { return Switch("on", PowerState::kOn); }

Result<void> ShellPowerClient::Off() { return Switch("off", PowerState::kOff); }

Result<void> ShellPowerClient::Cycle(std::chrono::milliseconds wait) {
  if (shell_.Has("cycle")) {
    return Switch(
        "cycle", PowerState::kOn,
        fmt::format("{}", std::chrono::duration<double>(wait).count()));
  }
  // Else the power would stay off.
  if (!shell_.Has("on")) {
    return Call("on").error();
  }
  if (Result<void> off = Off(); !off.ok()) {
    return off;
  }
  WaitWithProgress(*options_.clock, wait, options_.on_progress);
  return On();
}

Result<PowerState> ShellPowerClient::Status() {
  if (!shell_.Has("status")) {
    std::lock_guard lock(mutex_);
    return last_;
  }
  Result<std::string> text = Call("status");
  if (!text.ok()) {
    return text.error();
  }
  const std::string word = FirstLine(*text);
  const std::optional<PowerState> state =
      ParseState(word.substr(0, word.find_last_not_of(" \t") + 1));
  if (!state.has_value()) {
    return Error{ErrorKind::kProtocol,
                 fmt::format("the method status wrote '{}'", word),
                 "on, off, pending-on, pending-off, unknown, 1 or 0 is "
                 "expected"};
  }
  return *state;
}

Result<PowerReading> ShellPowerClient::Read() {
  Result<std::string> text = Call("read");
  if (!text.ok()) {
    return text.error();
  }
  return ParseReading(*text);
}

Result<std::string> ShellPowerClient::Call(const std::string& method,
                                           const std::string& argument) {
  const auto found = shell_.methods.find(method);
  if (found == shell_.methods.end()) {
    std::vector<std::string> names;
    for (const auto& [name, ignored] : shell_.methods) {
      names.push_back(name);
    }
    return Error{ErrorKind::kUnsupported,
                 fmt::format("the export has no method {}", method),
                 fmt::format("it has {}", fmt::join(names, ", "))};
  }
  std::vector<std::string> arguments = shell_.shell;
  arguments.insert(arguments.end(), {found->second.command, method});
  if (!argument.empty()) {
    arguments.push_back(argument);
  }
  Result<CommandOutput> output =
      RunCommand(arguments, shell_.directory, found->second.timeout);
  if (!output.ok()) {
    Error error = output.error();
    error.message = fmt::format("method {}: {}", method, error.message);
    return error;
  }
  if (output->exit_status != 0) {
    const std::string line = FirstLine(output->err);
    return Error{
        ErrorKind::kCommandFailed,
        fmt::format("method {} failed with exit status {}{}{}", method,
                    output->exit_status, line.empty() ? "" : ": ", line)};
  }
  return std::move(output->out);
}

Result<void> ShellPowerClient::Switch(const std::string& method,
                                      PowerState state,
                                      const std::string& argument) {
  Result<std::string> called = Call(method, argument);
  {
    std::lock_guard lock(mutex_);
    // A command that failed may have switched nevertheless.
    if (called.ok()) {
      last_ = state;
    } else if (called.error().kind != ErrorKind::kUnsupported) {
      last_ = PowerState::kUnknown;
    }
  }
  if (!called.ok()) {
    return called.error();
  }
  return shell_.Has("status") ? Verify(state) : Result<void>();
}

Result<void> ShellPowerClient::Verify(PowerState wanted) {
  const Clock::TimePoint deadline =
      options_.clock->Now() + options_.verify_deadline;
  while (true) {
    Result<PowerState> shown = Status();
    if (!shown.ok()) {
      return shown.error();
    }
    if (*shown == wanted) {
      return {};
    }
    if (options_.clock->Now() >= deadline) {
      return Error{ErrorKind::kVerificationFailed,
                   fmt::format("the command was taken, but the method status "
                               "shows {}, not {}",
                               ToString(*shown), ToString(wanted))};
    }
    options_.clock->SleepFor(options_.poll_interval);
  }
}

}  // namespace pdukit::client
