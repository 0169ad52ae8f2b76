#ifndef PDUKIT_CLIENT_DRIVERS_READINGS_H_
#define PDUKIT_CLIENT_DRIVERS_READINGS_H_

// Helpers to turn cells into measurements.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "client/power_client.h"
#include "client/session/snmp_session.h"
#include "snmp/oid.h"

namespace pdukit::client {

// Every quantity of a reading.
inline constexpr std::optional<Measurement> PowerReading::*kReadingFields[] = {
    &PowerReading::voltage,        &PowerReading::current,
    &PowerReading::apparent_power, &PowerReading::active_power,
    &PowerReading::power_factor,   &PowerReading::energy,
    &PowerReading::frequency};

// The arcs of an OID from `begin` to before `end`.
Oid Part(const Oid& oid, std::size_t begin, std::size_t end);

// Without what devices pad texts with: blanks, and NULs on some.
std::string_view Trimmed(std::string_view text);

// The number in a value: of a numeric type, or written out in a text.
std::optional<double> ToReal(const Value& value);
std::optional<std::int64_t> ToNumber(const Value& value);

// The varbinds of one GET, in requests small enough for any card.
Result<std::vector<Varbind>> GetInBatches(SnmpSession& session,
                                          const std::vector<Oid>& oids);

// What a device answered, by OID.
class Cells {
 public:
  // Sends nothing for no OIDs.
  static Result<Cells> Get(SnmpSession& session, const std::vector<Oid>& oids);

  // Null if it was not asked for; an exception if the device has none.
  const Value* Find(const Oid& oid) const;

  // Nullopt if the device has no such variable, or not a number in it.
  std::optional<std::int64_t> Number(const Oid& oid) const;
  std::optional<double> Real(const Oid& oid) const;

 private:
  std::map<Oid, Value> values_;
};

// What a device says in seconds, kept to what makes sense: 0 to an hour.
std::chrono::seconds ToSeconds(std::optional<std::int64_t> number,
                               std::chrono::seconds if_missing);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_READINGS_H_
