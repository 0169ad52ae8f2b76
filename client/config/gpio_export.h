#ifndef PDUKIT_CLIENT_CONFIG_GPIO_EXPORT_H_
#define PDUKIT_CLIENT_CONFIG_GPIO_EXPORT_H_

#include <cstdint>
#include <string>

#include "base/result.h"
#include "client/config/yaml_map.h"

namespace pdukit::client {

enum class GpioDrive : std::uint8_t { kPushPull, kOpenDrain, kOpenSource };
enum class GpioBias : std::uint8_t { kAsIs, kPullUp, kPullDown, kDisabled };

// A GPIO line that switches power, as Jumpstarter's jumpstarter_driver_gpiod
// says it.
struct GpioExport {
  // A path, or the chip's number, name or label.
  std::string device = "/dev/gpiochip0";
  unsigned line = 0;
  bool active_low = false;  // Power is on while the line is low.
  GpioDrive drive = GpioDrive::kPushPull;
  GpioBias bias = GpioBias::kAsIs;
};

// Reads the config of a PowerSwitch. As in Jumpstarter: line is required;
// device (/dev/gpiochip0), active_low (false), drive (push_pull), bias (as_is),
// initial_value (inactive) and mode are not. Of the last two only the value is
// checked: initial_value is what an exporter that starts drives the line to,
// and here nothing is driven before a command; mode means nothing there,
// either. Fails with kParse.
Result<GpioExport> ParseGpioExport(const YamlMap& config);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_GPIO_EXPORT_H_
