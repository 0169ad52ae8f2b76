#ifndef PDUKIT_CLIENT_DRIVERS_OUTLET_ROW_H_
#define PDUKIT_CLIENT_DRIVERS_OUTLET_ROW_H_

#include <cstddef>
#include <string>

#include "snmp/oid.h"

namespace pdukit::client {

// An outlet of one device.
struct OutletRow {
  // What people call it: as on the device's label, where that is a number.
  int number = 0;
  // What its objects end in: {3}, {2, 1, 7}.
  Oid index{};
  // What is printed beside it, if that is known without asking further.
  std::string label{};
  // Whether all outlets of the device are of one unit, and how many leading
  // arcs of `index` they have in common.
  bool lone = true;
  std::size_t common_arcs = 0;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_OUTLET_ROW_H_
