#include "client/config/gpio_power_client.h"

#include <utility>

#include <fmt/format.h>

namespace pdukit::client {

GpioPowerClient::GpioPowerClient(GpioExport gpio, Clock& clock,
                                 ProgressCallback on_progress)
    : gpio_(std::move(gpio)),
      clock_(clock),
      on_progress_(std::move(on_progress)) {}

Result<void> GpioPowerClient::On() { return Switch(true); }

Result<void> GpioPowerClient::Off() { return Switch(false); }

Result<void> GpioPowerClient::Cycle(std::chrono::milliseconds wait) {
  if (Result<void> off = Off(); !off.ok()) {
    return off;
  }
  WaitWithProgress(clock_, wait, on_progress_);
  return On();
}

Result<PowerState> GpioPowerClient::Status() {
  std::lock_guard lock(line_mutex_);
  const Result<GpioLine*> line = Line();
  if (!line.ok()) {
    return line.error();
  }
  const Result<std::optional<bool>> active = (*line)->Read();
  if (!active.ok()) {
    return active.error();
  }
  if (!active->has_value()) {
    return PowerState::kUnknown;
  }
  return **active ? PowerState::kOn : PowerState::kOff;
}

Result<PowerReading> GpioPowerClient::Read() {
  return Error{ErrorKind::kUnsupported,
               "a GPIO line switches power, but meters nothing",
               "status shows the line"};
}

Result<void> GpioPowerClient::Switch(bool active) {
  std::lock_guard lock(line_mutex_);
  const Result<GpioLine*> line = Line();
  if (!line.ok()) {
    return line.error();
  }
  if (Result<void> driven = (*line)->Drive(active); !driven.ok()) {
    return driven;
  }
  const Result<std::optional<bool>> shown = (*line)->Read();
  if (!shown.ok()) {
    return shown.error();
  }
  if (*shown != active) {
    return Error{
        ErrorKind::kVerificationFailed,
        fmt::format("line {} of the GPIO chip {} was driven {}, but reads {}",
                    gpio_.line, gpio_.device, active ? "active" : "inactive",
                    active ? "inactive" : "active"),
        "something else holds it: see to its wiring, drive and bias"};
  }
  return {};
}

Result<GpioLine*> GpioPowerClient::Line() {
  if (!line_.has_value()) {
    Result<GpioLine> opened = GpioLine::Open(gpio_);
    if (!opened.ok()) {
      return opened.error();
    }
    line_.emplace(*std::move(opened));
  }
  return &*line_;
}

}  // namespace pdukit::client
