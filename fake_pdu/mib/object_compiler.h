#ifndef PDUKIT_FAKE_PDU_MIB_OBJECT_COMPILER_H_
#define PDUKIT_FAKE_PDU_MIB_OBJECT_COMPILER_H_

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/object_table.h"

namespace pdukit::fake_pdu {

// The objects that the family shows of a device with these features. Fails
// with kParse where two have the same name or an index is no sub-identifier.
Result<ObjectTable> CompileObjects(const std::shared_ptr<const Family>& family,
                                   const DeviceSpec& spec,
                                   const std::vector<std::string>& features);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_OBJECT_COMPILER_H_
