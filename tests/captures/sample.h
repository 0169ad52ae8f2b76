#ifndef PDUKIT_TESTS_CAPTURES_SAMPLE_H_
#define PDUKIT_TESTS_CAPTURES_SAMPLE_H_

#include <memory>
#include <string>

#include "fake_pdu/capture/capture.h"
#include "fake_pdu/mib/testing/build_model.h"

namespace pdukit {

inline const char kSampleFamily[] = R"(
family: sample
vendor: Sample
base: 1.3.6.1.4.1.9
defaults:
  outlet.name: 'Outlet {outlet.number}'
objects:
- {oid: 1, name: outletCount, syntax: Integer32(0..99), value: unit.outlet_count}
- {oid: 2, name: abilities, syntax: BITS, enum: {metered: 0, switched: 12}, const: [metered]}
- table: outletTable
  entry: 3.1
  rows: outlet
  index: [outlet.number]
  columns:
  - {oid: 1, name: outletName, syntax: DisplayString(SIZE(0..20)), value: outlet.name}
  - {oid: 2, name: outletState, enum: {off: 0, on: 1}, value: outlet.state}
)";

// Of four outlets.
inline std::shared_ptr<const fake_pdu::Model> SampleModel() {
  return fake_pdu::BuildModel(kSampleFamily, fake_pdu::kSampleModel).value();
}

inline fake_pdu::Capture SampleCapture(const std::string& lines) {
  return fake_pdu::Capture::Read("sample.snmprec", lines).value();
}

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_SAMPLE_H_
