#ifndef PDUKIT_FAKE_PDU_MIB_HARDWARE_READER_H_
#define PDUKIT_FAKE_PDU_MIB_HARDWARE_READER_H_

#include <string>
#include <vector>

#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/yaml_node.h"

namespace pdukit::fake_pdu {

// A default that a model gives for one row.
struct RowDefault {
  Default initially{};
  int row = 0;
};

// What a model's file says of its outlets, banks and inlets; throws a
// YamlFailure where that makes no sense. Keys that are attributes go to
// `defaults`.
DeviceSpec ReadHardware(const YamlNode& root, const Family& family,
                        std::vector<RowDefault>& defaults);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_HARDWARE_READER_H_
