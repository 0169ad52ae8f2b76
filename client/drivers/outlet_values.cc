#include "client/drivers/outlet_values.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

bool Holds(const std::vector<std::int64_t>& values, const Value& value) {
  const std::optional<std::int64_t> number = ToNumber(value);
  return number.has_value() &&
         std::find(values.begin(), values.end(), *number) != values.end();
}

// BITS: the first one is the highest of the first octet (RFC 2578, 7.1.4).
bool HasBit(const Value& bits, int bit) {
  const std::string* octets = bits.AsOctets();
  const auto place = static_cast<std::size_t>(bit) / 8;
  return octets != nullptr && place < octets->size() &&
         (static_cast<unsigned char>((*octets)[place]) &
          (0x80U >> (bit % 8))) != 0;
}

PowerState DecodePending(const Family& family, const Value& pending,
                         PowerState state) {
  const std::optional<std::int64_t> number = ToNumber(pending);
  if (!number.has_value()) {
    return state;
  }
  if (const auto known = family.pending_states.find(*number);
      known != family.pending_states.end()) {
    return known->second;
  }
  if (family.pending_value != number) {
    return state;
  }
  switch (state) {
    case PowerState::kOn:
      return PowerState::kPendingOff;
    case PowerState::kOff:
      return PowerState::kPendingOn;
    default:
      return state;
  }
}

}  // namespace

bool IsSwitchable(const Family& family, const Value& value) {
  return family.switchable_bit ? HasBit(value, *family.switchable_bit)
                               : Holds(family.switchable_values, value);
}

bool CanSwitch(const Family& family) {
  return family.commands.count(OutletCommand::kOn) != 0 ||
         family.commands.count(OutletCommand::kOff) != 0;
}

PowerState Decode(const Family& family, const OutletRow& outlet,
                  const Value& value, const Value* pending) {
  PowerState state = PowerState::kUnknown;
  if (family.decode_state) {
    state = family.decode_state(value, outlet);
  } else if (const std::optional<std::int64_t> number = ToNumber(value)) {
    const auto known = family.states.find(*number);
    state = known == family.states.end() ? state : known->second;
  }
  return pending == nullptr ? state : DecodePending(family, *pending, state);
}

bool IsLocked(const Family& family, const Value& value) {
  return Holds(family.locked_values, value);
}

Value MakeValue(ValueType type, std::int32_t number) {
  switch (type) {
    case ValueType::kGauge32:
      return Value::Gauge32(static_cast<std::uint32_t>(number));
    case ValueType::kOctetString:
      return Value::OctetString(std::to_string(number));
    default:
      return Value::Integer32(number);
  }
}

}  // namespace pdukit::client
