#ifndef PDUKIT_CLIENT_DRIVERS_OUTLET_READINGS_H_
#define PDUKIT_CLIENT_DRIVERS_OUTLET_READINGS_H_

// What a device says of an outlet besides its state. All of it fails as
// SnmpSession does.

#include <chrono>
#include <optional>
#include <vector>

#include "base/result.h"
#include "client/drivers/family.h"
#include "client/drivers/outlet_command.h"
#include "client/drivers/outlet_row.h"
#include "client/place_reading.h"
#include "client/power_client.h"
#include "client/session/snmp_session.h"

namespace pdukit::client {

// What the family can meter: by `read`, else by meter_tables, else by `meters`.
Result<PowerReading> ReadOutlet(SnmpSession& session, const Family& family,
                                const OutletRow& outlet);

// What the device meters, place by place: by meter_tables, else what stands
// behind the readings of its outlets. Those of `of`, or of all.
Result<std::vector<PlaceReading>> ReadPlaces(
    SnmpSession& session, const Family& family,
    const std::vector<OutletRow>& outlets, std::optional<MeterPlace> of);

// What on_delay or off_delay says, up to an hour; 0 where neither does.
Result<std::chrono::milliseconds> SwitchDelay(SnmpSession& session,
                                              const Family& family,
                                              const OutletRow& outlet,
                                              OutletCommand command);

// The device's word, else reboot_default.
Result<std::chrono::seconds> RebootDuration(SnmpSession& session,
                                            const Family& family,
                                            const OutletRow& outlet);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_OUTLET_READINGS_H_
