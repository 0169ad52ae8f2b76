#include "client/drivers/family.h"

#include "client/drivers/readings.h"

namespace pdukit::client {

Result<PowerReading> ReadOutlet(SnmpSession& session, const Family& family,
                                const OutletRow& outlet) {
  return family.read
             ? family.read(session, outlet)
             : ReadMeters(session, family.meters, family.not_metered, outlet);
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
