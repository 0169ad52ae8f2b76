#ifndef PDUKIT_CLIENT_OUTLET_INFO_H_
#define PDUKIT_CLIENT_OUTLET_INFO_H_

#include <ostream>
#include <string>

#include "client/power_client.h"

namespace pdukit::client {

// An outlet as SnmpPdu::outlets lists it.
struct OutletInfo {
  int number = 0;       // What SnmpPdu::outlet takes.
  std::string label{};  // What is printed beside the socket.
  std::string name{};   // What someone called it; may be empty.
  PowerState state = PowerState::kUnknown;
  bool switchable = true;

  friend bool operator==(const OutletInfo& a, const OutletInfo& b) {
    return a.number == b.number && a.label == b.label && a.name == b.name &&
           a.state == b.state && a.switchable == b.switchable;
  }
  friend bool operator!=(const OutletInfo& a, const OutletInfo& b) {
    return !(a == b);
  }
};

// "3 (web-1): on", "4: off, not switchable"
std::ostream& operator<<(std::ostream& out, const OutletInfo& outlet);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_OUTLET_INFO_H_
