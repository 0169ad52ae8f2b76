#ifndef PDUKIT_FAKE_PDU_MIB_DEVICE_OBJECTS_H_
#define PDUKIT_FAKE_PDU_MIB_DEVICE_OBJECTS_H_

#include <memory>
#include <optional>
#include <vector>

#include "fake_pdu/device/device.h"
#include "fake_pdu/mib/model.h"
#include "fake_pdu/mib/object_view.h"

namespace pdukit::fake_pdu {

// A device as its model's family shows it. Holds nothing but the way from a
// name to the device's attribute.
class DeviceObjects : public ObjectView {
 public:
  // `device` is of that model and must outlive this.
  DeviceObjects(std::shared_ptr<const Model> model, Device& device);

  Description Describe(const Oid& oid) const override;
  Value Get(const Oid& oid) const override;
  std::optional<Varbind> Next(const Oid& oid) const override;
  std::optional<SetFailure> CheckSet(
      const std::vector<Varbind>& varbinds) const override;
  std::optional<SetFailure> Set(const std::vector<Varbind>& varbinds) override;

 private:
  std::shared_ptr<const Model> model_;
  Device& device_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_DEVICE_OBJECTS_H_
