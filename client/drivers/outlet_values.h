#ifndef PDUKIT_CLIENT_DRIVERS_OUTLET_VALUES_H_
#define PDUKIT_CLIENT_DRIVERS_OUTLET_VALUES_H_

// What the values of a family's objects mean.

#include <cstdint>

#include "client/drivers/family.h"
#include "client/drivers/outlet_row.h"
#include "client/power_client.h"
#include "snmp/value.h"

namespace pdukit::client {

// `pending` may be null.
PowerState Decode(const Family& family, const OutletRow& outlet,
                  const Value& value, const Value* pending);

// Whether the family can switch at all.
bool CanSwitch(const Family& family);

// What the family's columns `switchable` and `lock` say.
bool IsSwitchable(const Family& family, const Value& value);
bool IsLocked(const Family& family, const Value& value);

// What is written: an Integer32 unless another type is named.
Value MakeValue(ValueType type, std::int32_t number);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_OUTLET_VALUES_H_
