#ifndef PDUKIT_CLIENT_CLI_QUANTITIES_H_
#define PDUKIT_CLIENT_CLI_QUANTITIES_H_

// The quantities of a reading, as answers name and write them.

#include <array>
#include <optional>

#include "client/power_client.h"

namespace pdukit::client {

struct Quantity {
  const char* name;
  std::optional<Measurement> PowerReading::*field;
  const char* format;
  const char* unit;
  const char* unit_name;  // As names of metrics have it.
  const char* metric_type = "gauge";
};

// What everyone asks for stands first.
inline constexpr std::array kQuantities = {
    Quantity{"voltage", &PowerReading::voltage, "{:.1f} V", "V", "volts"},
    Quantity{"current", &PowerReading::current, "{:.2f} A", "A", "amperes"},
    Quantity{"apparent_power", &PowerReading::apparent_power, "{:.0f} VA", "VA",
             "voltamperes"},
    Quantity{"active_power", &PowerReading::active_power, "{:.0f} W", "W",
             "watts"},
    Quantity{"power_factor", &PowerReading::power_factor, "{:.2f}", "1",
             "ratio"},
    Quantity{"energy", &PowerReading::energy, "{:.0f} Wh", "Wh", "watt_hours",
             "counter"},
    Quantity{"frequency", &PowerReading::frequency, "{:.1f} Hz", "Hz", "hertz"},
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_QUANTITIES_H_
