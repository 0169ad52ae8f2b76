#include "client/drivers/outlet_readings.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "client/drivers/outlet_meters.h"
#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

// Readings of several outlets, put together by where they were metered.
class Sources {
 public:
  explicit Sources(std::optional<MeterPlace> of) : of_(of) {}

  void Add(const PowerReading& reading) {
    for (const auto& quantity : kReadingFields) {
      if (const std::optional<Measurement>& value = reading.*quantity) {
        Add(quantity, *value);
      }
    }
  }

  std::vector<PlaceReading> Take() {
    std::stable_sort(places_.begin(), places_.end(),
                     [](const PlaceReading& a, const PlaceReading& b) {
                       return a.place < b.place;
                     });
    return std::move(places_);
  }

 private:
  void Add(std::optional<Measurement> PowerReading::*quantity,
           const Measurement& value) {
    const std::size_t space = value.source.find(' ');
    const std::optional<MeterPlace> place =
        FindMeterPlace(value.source.substr(0, space));
    if (!place.has_value() || (of_.has_value() && *place != *of_)) {
      return;
    }
    auto found = std::find_if(places_.begin(), places_.end(),
                              [&](const PlaceReading& known) {
                                return known.Name() == value.source;
                              });
    if (found == places_.end()) {
      places_.push_back({*place, space == std::string::npos
                                     ? ""
                                     : value.source.substr(space + 1)});
      found = places_.end() - 1;
    }
    found->reading.*quantity = value;
  }

  const std::optional<MeterPlace> of_;
  std::vector<PlaceReading> places_;
};

// All that `meters` say of the outlet, or that of `of`, not only the nearest.
Result<void> AddEveryMeter(SnmpSession& session, const Family& family,
                           const OutletRow& outlet,
                           std::optional<MeterPlace> of, Sources& sources) {
  for (const MeterPlace place : MeterPlaces()) {
    if (place != of.value_or(place)) {
      continue;
    }
    std::vector<Meter> meters;
    std::copy_if(family.meters.begin(), family.meters.end(),
                 std::back_inserter(meters),
                 [&](const Meter& meter) { return meter.place == place; });
    Result<PowerReading> reading =
        ReadMeters(session, meters, family.not_metered, outlet);
    if (!reading.ok()) {
      return reading.error();
    }
    sources.Add(*reading);
  }
  return {};
}

}  // namespace

Result<std::vector<PlaceReading>> ReadPlaces(
    SnmpSession& session, const Family& family,
    const std::vector<OutletRow>& outlets, std::optional<MeterPlace> of) {
  if (!family.meter_tables.empty()) {
    return ReadMeterTables(session, family.meter_tables, of, family.not_metered,
                           outlets);
  }
  Sources sources(of);
  for (const OutletRow& outlet : outlets) {
    if (!family.read) {
      if (Result<void> added =
              AddEveryMeter(session, family, outlet, of, sources);
          !added.ok()) {
        return added.error();
      }
      continue;
    }
    Result<PowerReading> reading = family.read(session, outlet);
    if (!reading.ok()) {
      return reading.error();
    }
    sources.Add(*reading);
  }
  return sources.Take();
}

Result<PowerReading> ReadOutlet(SnmpSession& session, const Family& family,
                                const OutletRow& outlet) {
  if (family.read) {
    return family.read(session, outlet);
  }
  return family.meter_tables.empty()
             ? ReadMeters(session, family.meters, family.not_metered, outlet)
             : ReadOutletMeters(session, family.meter_tables,
                                family.not_metered, outlet);
}

Result<std::chrono::milliseconds> SwitchDelay(SnmpSession& session,
                                              const Family& family,
                                              const OutletRow& outlet,
                                              OutletCommand command) {
  const Column& column =
      command == OutletCommand::kOn ? family.on_delay : family.off_delay;
  if (column.empty()) {
    return std::chrono::milliseconds::zero();
  }
  const Oid oid = column.At(outlet.index);
  Result<Cells> cells = Cells::Get(session, {oid});
  if (!cells.ok()) {
    return cells.error();
  }
  constexpr double kLongest = 3600;
  const double seconds =
      cells->Real(oid).value_or(0) / std::pow(10.0, family.delay_digits);
  return std::chrono::milliseconds(
      std::lround(std::clamp(seconds, 0.0, kLongest) * 1000));
}

Result<std::chrono::seconds> RebootDuration(SnmpSession& session,
                                            const Family& family,
                                            const OutletRow& outlet) {
  if (family.reboot_duration) {
    return family.reboot_duration(session, outlet);
  }
  if (family.reboot_time.empty()) {
    return family.reboot_default;
  }
  const Oid oid = family.reboot_time.At(outlet.index);
  Result<Cells> cells = Cells::Get(session, {oid});
  if (!cells.ok()) {
    return cells.error();
  }
  return ToSeconds(cells->Number(oid), family.reboot_default);
}

}  // namespace pdukit::client
