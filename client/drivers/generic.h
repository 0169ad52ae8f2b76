#ifndef PDUKIT_CLIENT_DRIVERS_GENERIC_H_
#define PDUKIT_CLIENT_DRIVERS_GENERIC_H_

// Outlets of a device that is known only by the OID that switches them, as
// Jumpstarter's SNMP driver takes it.

#include <cstdint>
#include <string>

#include "base/result.h"
#include "client/drivers/family.h"

namespace pdukit::client {

struct GenericOptions {
  // The outlet's number is appended. The default, Jumpstarter's, is
  // switchingOperation of the PDU2-MIB on unit 1.
  std::string oid = "1.3.6.1.4.1.13742.6.4.1.2.1.2.1";
  // What is written, as an Integer32.
  std::int32_t on_value = 1;
  std::int32_t off_value = 0;
};

// Where the OID is the command column of a known family, that family says how
// the outlet's state, name and readings are read. Elsewhere the OID itself is
// read back: on_value is on, off_value is off, anything else unknown; an object
// that cannot be read leaves a command unverified. Fails with kInvalidArgument.
Result<Family> GenericFamily(const GenericOptions& options);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_GENERIC_H_
