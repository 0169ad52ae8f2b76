#ifndef PDUKIT_CLIENT_DRIVERS_OUTLET_METERS_H_
#define PDUKIT_CLIENT_DRIVERS_OUTLET_METERS_H_

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "client/drivers/meter_table.h"
#include "client/drivers/outlet_row.h"
#include "client/power_client.h"
#include "client/session/snmp_session.h"

namespace pdukit::client {

// What the tables say of one outlet, by MeterTable::of_outlet: each quantity
// from the finest place that has it. Coarser places are asked only for what is
// still missing. Otherwise as ReadMeterTables.
Result<PowerReading> ReadOutletMeters(
    SnmpSession& session, const std::vector<MeterTable>& tables,
    const std::vector<std::int64_t>& not_metered, const OutletRow& outlet);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_OUTLET_METERS_H_
