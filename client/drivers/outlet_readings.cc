#include "client/drivers/outlet_readings.h"

#include <algorithm>
#include <cmath>

#include "client/drivers/readings.h"

namespace pdukit::client {

Result<PowerReading> ReadOutlet(SnmpSession& session, const Family& family,
                                const OutletRow& outlet) {
  return family.read
             ? family.read(session, outlet)
             : ReadMeters(session, family.meters, family.not_metered, outlet);
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
