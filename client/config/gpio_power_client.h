#ifndef PDUKIT_CLIENT_CONFIG_GPIO_POWER_CLIENT_H_
#define PDUKIT_CLIENT_CONFIG_GPIO_POWER_CLIENT_H_

#include <chrono>
#include <mutex>
#include <optional>

#include "base/clock.h"
#include "client/config/gpio_export.h"
#include "client/config/gpio_line.h"
#include "client/power_client.h"
#include "client/progress.h"

namespace pdukit::client {

// Power that a GPIO line switches, through libgpiod: a relay on a board.
// Thread-safe. Fails as GpioLine does.
//
// The first command takes the line, and keeps it until this is gone; only then
// can other programs have it. Tests link fake_gpiod.h in libgpiod's place; no
// chip has been tried.
class GpioPowerClient : public PowerClient {
 public:
  // The clock, that of a cycle's wait, must outlive this.
  explicit GpioPowerClient(GpioExport gpio, Clock& clock = Clock::Real(),
                           ProgressCallback on_progress = {});

  // Done when the line reads as it was driven; else kVerificationFailed.
  Result<void> On() override;
  Result<void> Off() override;
  Result<void> Cycle(std::chrono::milliseconds wait) override;

  // Whether the line is active. kUnknown while it is an input, as after a
  // start of the host: then it switches nothing. Leaves the line as it is.
  Result<PowerState> Status() override;

  // Fails with kUnsupported: a line meters nothing.
  Result<PowerReading> Read() override;

 private:
  Result<void> Switch(bool active);
  Result<GpioLine*> Line();

  GpioExport gpio_;
  Clock& clock_;
  ProgressCallback on_progress_;
  std::mutex line_mutex_;
  std::optional<GpioLine> line_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_GPIO_POWER_CLIENT_H_
