#include "fake_pdu/standalone/outlet_log.h"

#include <sstream>

namespace pdukit::fake_pdu {

void OutletLog::OnOutletEvent(const OutletEvent& event) {
  std::ostringstream line;
  line << pdu_ << ' ' << event << '\n';
  // One write, so that lines of several PDUs stay whole.
  out_ << line.str() << std::flush;
}

}  // namespace pdukit::fake_pdu
