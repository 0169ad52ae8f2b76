#include "client/cli/output.h"

#include <vector>

#include "client/cli/progress_line.h"

namespace pdukit::client {

Result<void> Write(const Context& context, const std::string& answer) {
  ClearProgressLine(context);
  context.out << answer << std::flush;
  return Written(context);
}

Result<void> Written(const Context& context) {
  if (!context.out) {
    return Error{ErrorKind::kSystem, "the answer cannot be written to stdout"};
  }
  return {};
}

Subject Describe(const Target& target) {
  Subject subject;
  subject.alias = target.export_name;
  subject.outlet = target.outlet;
  if (target.pdu.has_value()) {
    subject.host = target.pdu->host();
    subject.family = target.pdu->family();
  }
  return subject;
}

Subject DescribeFully(const Target& target) {
  Subject subject = Describe(target);
  if (!target.pdu.has_value() || !target.outlet.has_value()) {
    return subject;
  }
  const Result<std::vector<OutletInfo>> outlets = target.pdu->outlets();
  if (outlets.ok()) {
    for (const OutletInfo& outlet : *outlets) {
      if (outlet.number == *target.outlet) {
        subject.name = outlet.name;
      }
    }
  }
  return subject;
}

}  // namespace pdukit::client
