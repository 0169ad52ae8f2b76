#ifndef PDUKIT_CLIENT_CLI_CONTEXT_H_
#define PDUKIT_CLIENT_CLI_CONTEXT_H_

#include <chrono>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "client/discovery.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {

// Everything that the command line takes from the world around it. What it
// refers to must outlive it.
struct Context {
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;

  // Of waits, but for those on datagrams and commands.
  Clock& clock = Clock::Real();

  // The time of day, which readings bear.
  std::function<std::chrono::system_clock::time_point()> now =
      std::chrono::system_clock::now;

  // A variable of the environment.
  std::function<std::optional<std::string>(const std::string& name)> variable =
      [](const std::string&) { return std::nullopt; };

  // Asks the person at the terminal for a secret; empty if there is none.
  std::function<Result<std::string>(const std::string& prompt)> ask{};

  // Lets time pass in what goes on until the user ends it: false once that has
  // happened. Called at the start, with nothing to wait for, so that an early
  // end is noticed as well. Of a lab's commands it is called in any thread, as
  // open_pdu is.
  std::function<bool(Clock::Duration)> pause{};

  std::function<Result<SnmpPdu>(const std::string& endpoint,
                                const SnmpPdu::Options& options)>
      open_pdu =
          [](const std::string& endpoint, const SnmpPdu::Options& options) {
            return SnmpPdu::Open(endpoint, options);
          };

  std::function<std::vector<Discovered>(
      const std::vector<std::string>& endpoints,
      const SnmpPdu::Options& options)>
      discover = Discover;
};

// Whether the user has ended what goes on; empty if nobody can. The context
// must outlive it.
inline std::function<bool()> Cancelled(const Context& context) {
  return context.pause ? [&context] { return !context.pause({}); }
                       : std::function<bool()>();
}

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_CONTEXT_H_
