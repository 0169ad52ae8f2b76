#ifndef PDUKIT_CLIENT_DRIVERS_METER_H_
#define PDUKIT_CLIENT_DRIVERS_METER_H_

// What a family meters, as data.
//
//   family.meters = {
//       {&PowerReading::current, MeterPlace::kOutlet, Outlet(7), 1},
//       {&PowerReading::voltage, MeterPlace::kUnit, Column::Scalar(kVolts)},
//   };

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/drivers/column.h"
#include "client/drivers/outlet_row.h"
#include "client/place_reading.h"
#include "client/power_client.h"
#include "client/session/snmp_session.h"

namespace pdukit::client {

struct Meter {
  std::optional<Measurement> PowerReading::*quantity = nullptr;
  MeterPlace place = MeterPlace::kOutlet;
  Column column{};
  // Decimal digits in the value: 3 for mA, 1 for tenths of V; -3 for kWh, -2
  // for tenths of kWh, since energy is told in Wh.
  int digits = 0;

  // The Measurement's source. Empty: "outlet 3" by the outlet's number, "bank
  // 2" by the row, "unit" where there is one object for all.
  std::string source{};
};

// Several meters may measure one quantity: the first that has a value counts,
// and those of a later place are asked only if one is missing. A number may be
// text; what is no number, or one of `not_metered`, is no value. The sign of a
// power factor is dropped: devices tell by it which way the load leans.
// Fails as SnmpSession does.
Result<PowerReading> ReadMeters(SnmpSession& session,
                                const std::vector<Meter>& meters,
                                const std::vector<std::int64_t>& not_metered,
                                const OutletRow& outlet);

// A value by the rules above; nullopt if it means nothing.
std::optional<double> MeteredValue(
    const Value& value, int digits,
    std::optional<Measurement> PowerReading::*quantity,
    const std::vector<std::int64_t>& not_metered);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_METER_H_
