#ifndef PDUKIT_FAKE_PDU_CONTRACT_COMMAND_DRIVER_H_
#define PDUKIT_FAKE_PDU_CONTRACT_COMMAND_DRIVER_H_

#include <chrono>
#include <optional>
#include <string>

#include "base/result.h"
#include "fake_pdu/contract/power_driver.h"

namespace pdukit::fake_pdu {

// A driver that is a program. Commands are lines of /bin/sh; {host}, {port},
// {outlet}, {version} (1, 2c or 3), {community}, and for version 3 {user},
// {auth_protocol}, {auth_key}, {priv_protocol} and {priv_key} in them are those
// of the target, as they are. One that ends with 0 has done it.
struct CommandLines {
  std::string on{};
  std::string off{};
  // May be empty, as a driver may have neither.
  std::string cycle{};
  std::string status{};

  // A status that ends with 0 tells which of these regular expressions
  // (ECMAScript, in any case, ^ and $ of each line) its stdout matches; nothing
  // if it is both.
  std::string status_on = R"(\bon\b)";
  std::string status_off = R"(\boff\b)";
  // If there is one of these, the exit code tells and stdout does not count.
  std::optional<int> status_on_exit{};
  std::optional<int> status_off_exit{};

  // A command that takes longer is killed, and has failed.
  std::chrono::milliseconds timeout{30000};
};

// Fails with kInvalidArgument for a command that does not say {port} and
// {outlet}, which each case chooses anew, and for what is no regular
// expression.
Result<DriverFactory> CommandDriver(const CommandLines& lines);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CONTRACT_COMMAND_DRIVER_H_
