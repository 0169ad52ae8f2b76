#ifndef PDUKIT_CLIENT_DRIVERS_READINGS_H_
#define PDUKIT_CLIENT_DRIVERS_READINGS_H_

// Helpers to turn cells into measurements.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/power_client.h"
#include "client/session/snmp_session.h"
#include "snmp/oid.h"

namespace pdukit::client {

// The answer to one GET, by OID.
class Cells {
 public:
  static Result<Cells> Get(SnmpSession& session, const std::vector<Oid>& oids);

  // Nullopt if the device has no such variable, or not a number in it.
  std::optional<std::int64_t> Number(const Oid& oid) const;

 private:
  std::map<Oid, Value> values_;
};

// `raw` / 10^`digits`; nothing for nothing, and for digits that no meter has.
std::optional<Measurement> Scaled(std::optional<std::int64_t> raw,
                                  std::int64_t digits,
                                  const std::string& source);

// What a device says in seconds, kept to what makes sense: 0 to an hour.
std::chrono::seconds ToSeconds(std::optional<std::int64_t> number,
                               std::chrono::seconds if_missing);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_READINGS_H_
