#include "client/power_client.h"

#include <ostream>

namespace pdukit::client {
namespace {

// Writes one quantity of a reading, parted from the one before.
class ReadingPrinter {
 public:
  explicit ReadingPrinter(std::ostream& out) : out_(out) {}

  void Print(const char* name, const std::optional<Measurement>& quantity,
             const char* unit) {
    if (!quantity.has_value()) {
      return;
    }
    out_ << (first_ ? "" : "  ") << name << '=' << quantity->value << unit
         << " (" << quantity->source << ')';
    first_ = false;
  }

 private:
  std::ostream& out_;
  bool first_ = true;
};

}  // namespace

const char* ToString(PowerState state) {
  switch (state) {
    case PowerState::kUnknown:
      return "unknown";
    case PowerState::kOn:
      return "on";
    case PowerState::kOff:
      return "off";
    case PowerState::kPendingOn:
      return "pending-on";
    case PowerState::kPendingOff:
      return "pending-off";
  }
  return "unknown";
}

std::ostream& operator<<(std::ostream& out, PowerState state) {
  return out << ToString(state);
}

std::ostream& operator<<(std::ostream& out, const Measurement& measurement) {
  return out << measurement.value << " (" << measurement.source << ')';
}

bool PowerReading::empty() const { return *this == PowerReading{}; }

std::ostream& operator<<(std::ostream& out, const PowerReading& reading) {
  if (reading.empty()) {
    return out << "nothing is metered";
  }
  ReadingPrinter printer(out);
  printer.Print("voltage", reading.voltage, " V");
  printer.Print("current", reading.current, " A");
  printer.Print("apparent_power", reading.apparent_power, " VA");
  printer.Print("active_power", reading.active_power, " W");
  printer.Print("power_factor", reading.power_factor, "");
  printer.Print("energy", reading.energy, " Wh");
  printer.Print("frequency", reading.frequency, " Hz");
  return out;
}

}  // namespace pdukit::client
