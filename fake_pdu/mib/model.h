#ifndef PDUKIT_FAKE_PDU_MIB_MODEL_H_
#define PDUKIT_FAKE_PDU_MIB_MODEL_H_

#include <memory>

#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/mib/object_table.h"

namespace pdukit::fake_pdu {

// A model, ready to be used by any number of devices: what it is, and the
// objects that its family shows of it. Never changes.
struct Model {
  DeviceSpec spec{};
  ObjectTable objects{};
};

// The specification alone, for a Device; keeps the model alive.
inline std::shared_ptr<const DeviceSpec> SpecOf(
    const std::shared_ptr<const Model>& model) {
  return {model, &model->spec};
}

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_MODEL_H_
