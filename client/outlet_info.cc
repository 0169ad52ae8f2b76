#include "client/outlet_info.h"

namespace pdukit::client {

std::ostream& operator<<(std::ostream& out, const OutletInfo& outlet) {
  out << outlet.number;
  if (!outlet.name.empty()) {
    out << " (" << outlet.name << ')';
  }
  return out << ": " << outlet.state
             << (outlet.switchable ? "" : ", not switchable");
}

}  // namespace pdukit::client
