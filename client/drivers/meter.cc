#include "client/drivers/meter.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

using Quantity = std::optional<Measurement> PowerReading::*;

// Where a meter is read, and what its measurement is called.
struct Spot {
  const Meter* meter = nullptr;
  Oid oid{};
  std::string source{};
};

std::string Source(const Meter& meter, const OutletRow& outlet,
                   const Oid& oid) {
  if (!meter.source.empty()) {
    return meter.source;
  }
  std::string text = ToString(meter.place);
  if (meter.place == MeterPlace::kOutlet) {
    return text + " " + std::to_string(outlet.number);
  }
  const Oid row = Part(oid, meter.column.base().size(), oid.size());
  return row.empty() ? text : text + " " + row.ToString();
}

// Of the meters of one place whose quantity is still missing.
std::vector<Spot> Locate(const std::vector<Meter>& meters, MeterPlace place,
                         const PowerReading& reading, const OutletRow& outlet) {
  std::vector<Spot> spots;
  for (const Meter& meter : meters) {
    if (meter.place == place && !(reading.*meter.quantity).has_value()) {
      const Oid oid = meter.column.At(outlet.index);
      spots.push_back({&meter, oid, Source(meter, outlet, oid)});
    }
  }
  return spots;
}

std::optional<Measurement> Measure(
    const Spot& spot, const Cells& cells,
    const std::vector<std::int64_t>& not_metered) {
  const Value* raw = cells.Find(spot.oid);
  const std::optional<double> value =
      raw == nullptr ? std::nullopt
                     : MeteredValue(*raw, spot.meter->digits,
                                    spot.meter->quantity, not_metered);
  return value ? std::optional(
                     Measurement{*value, spot.source, spot.oid.ToString()})
               : std::nullopt;
}

}  // namespace

std::optional<double> MeteredValue(
    const Value& value, int digits,
    std::optional<Measurement> PowerReading::*quantity,
    const std::vector<std::int64_t>& not_metered) {
  const std::optional<double> raw = ToReal(value);
  if (!raw.has_value() || std::any_of(not_metered.begin(), not_metered.end(),
                                      [&raw](std::int64_t no_value) {
                                        return *raw ==
                                               static_cast<double>(no_value);
                                      })) {
    return std::nullopt;
  }
  const double scale = std::pow(10.0, std::abs(digits));
  const double scaled = digits < 0 ? *raw * scale : *raw / scale;
  return quantity == &PowerReading::power_factor ? std::abs(scaled) : scaled;
}

Result<PowerReading> ReadMeters(SnmpSession& session,
                                const std::vector<Meter>& meters,
                                const std::vector<std::int64_t>& not_metered,
                                const OutletRow& outlet) {
  PowerReading reading;
  for (const MeterPlace place : MeterPlaces()) {
    const std::vector<Spot> spots = Locate(meters, place, reading, outlet);
    std::vector<Oid> oids;
    for (const Spot& spot : spots) {
      oids.push_back(spot.oid);
    }
    Result<Cells> cells = Cells::Get(session, oids);
    if (!cells.ok()) {
      return cells.error();
    }
    for (const Spot& spot : spots) {
      std::optional<Measurement>& quantity = reading.*spot.meter->quantity;
      if (!quantity.has_value()) {
        quantity = Measure(spot, *cells, not_metered);
      }
    }
  }
  return reading;
}

}  // namespace pdukit::client
