#ifndef PDUKIT_CLIENT_CONFIG_SHELL_POWER_CLIENT_H_
#define PDUKIT_CLIENT_CONFIG_SHELL_POWER_CLIENT_H_

#include <chrono>
#include <mutex>
#include <string>

#include "base/clock.h"
#include "base/command.h"
#include "client/config/shell_export.h"
#include "client/power_client.h"
#include "client/progress.h"

namespace pdukit::client {

// Power that commands of the lab switch: GPIO tools, USB relays. Thread-safe.
//
// A command gets its method's name as $0, ends with 0 if it did its work, and
// within the method's timeout, which passes in real time. Fails with
// kCommandFailed and the first line of its stderr, with kTimeout, with kSystem
// if it cannot be run, with kUnsupported if no such method is defined.
class ShellPowerClient : public PowerClient {
 public:
  struct Options {
    // How long the method `status`, where there is one, may take to show what
    // was switched, how often it is asked, and the clock of these waits and of
    // a cycle's, which must outlive the client.
    std::chrono::milliseconds verify_deadline{10000};
    std::chrono::milliseconds poll_interval{250};
    Clock* clock = &Clock::Real();
    ProgressCallback on_progress{};
  };

  ShellPowerClient(ShellExport shell, Options options);

  // By the methods `on` and `off`; done when they have ended, or when a method
  // `status` shows it.
  Result<void> On() override;
  Result<void> Off() override;

  // By the method `cycle`, which gets the seconds to wait as $1, else by off
  // and on.
  Result<void> Cycle(std::chrono::milliseconds wait) override;

  // By the method `status`, which writes one word: on, off, pending-on,
  // pending-off or unknown, or 1 or 0. Without it, what was switched last.
  Result<PowerState> Status() override;

  // By the method `read`, which writes words such as voltage=230.0 (in V),
  // current=0.63 (A), apparent_power=145 (VA), active_power (W), power_factor,
  // energy (Wh) or frequency (Hz), parted by white space; others are ignored.
  Result<PowerReading> Read() override;

 private:
  Result<std::string> Call(const std::string& method,
                           const std::string& argument = "");
  Result<void> Switch(const std::string& method, PowerState state,
                      const std::string& argument = "");
  Result<void> Verify(PowerState wanted);

  ShellExport shell_;
  Options options_;
  std::mutex mutex_;
  PowerState last_ = PowerState::kUnknown;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_SHELL_POWER_CLIENT_H_
