#ifndef PDUKIT_CLIENT_DISCOVERY_H_
#define PDUKIT_CLIENT_DISCOVERY_H_

// Which of several addresses are PDUs, and of which kind.
//
//   SnmpPdu::Options options;
//   options.community = "public";
//   for (const Discovered& found : Discover({"10.0.0.7", "10.0.0.8"}, options))
//     if (found.pdu) std::cout << found.host << " " << found.pdu->family();

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "client/device_model.h"
#include "client/outlet_info.h"
#include "client/session/snmp_session.h"
#include "client/snmp_pdu.h"
#include "client/system_info.h"

namespace pdukit::client {

// What became of one address.
struct Discovered {
  std::string host{};  // As the caller named it.

  // Nullopt if nothing answered, or not with these credentials.
  std::optional<SystemInfo> system{};
  // By its family's MIB, else out of sysDescr.
  DeviceModel model{};
  // Where a driver knows the device, and its outlets.
  std::optional<SnmpPdu> pdu{};
  std::vector<OutletInfo> outlets{};
  // Why there is no PDU, or why its outlets are not known.
  std::optional<Error> error{};
};

// Asks all of `endpoints`, each as SnmpPdu::Open takes it, up to 512 at a time,
// but no more than half of the files that the process may have open. Returns
// once each has answered or been silent for its timeout and retries, in the
// order of the endpoints.
std::vector<Discovered> Discover(const std::vector<std::string>& endpoints,
                                 const SnmpPdu::Options& options);

// The same for one device, by a session of the caller's.
Discovered DiscoverBy(std::unique_ptr<SnmpSession> session,
                      const SnmpPdu::Options& options);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DISCOVERY_H_
