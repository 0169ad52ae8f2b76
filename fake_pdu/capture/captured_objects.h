#ifndef PDUKIT_FAKE_PDU_CAPTURE_CAPTURED_OBJECTS_H_
#define PDUKIT_FAKE_PDU_CAPTURE_CAPTURED_OBJECTS_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "fake_pdu/capture/capture.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/mib/device_objects.h"
#include "fake_pdu/mib/last_found.h"
#include "fake_pdu/mib/model.h"
#include "fake_pdu/mib/object_view.h"

namespace pdukit::fake_pdu {

// The objects of a capture and no others. Those that the model's family says
// can be written, or that follow what the device does, are the device's own;
// the others are as captured, to the octet.
class CapturedObjects : public ObjectView {
 public:
  // Takes the captured state over into the device, which is of that model and
  // must outlive this.
  CapturedObjects(Capture capture, std::shared_ptr<const Model> model,
                  Device& device);

  Description Describe(const Oid& oid) const override {
    return objects_.Describe(oid);
  }
  Value Get(const Oid& oid) const override;
  std::optional<Varbind> Next(const Oid& oid) const override;
  std::optional<SetFailure> CheckSet(
      const std::vector<Varbind>& varbinds) const override;
  std::optional<SetFailure> Set(const std::vector<Varbind>& varbinds) override;

 private:
  bool IsLive(const Varbind& captured) const;
  // The position of the first captured object that is not before `oid`.
  std::size_t Search(const Oid& oid) const;
  bool IsAt(std::size_t at, const Oid& oid) const;
  ErrorStatus CheckVarbind(const Varbind& varbind) const;

  const Capture capture_;
  const std::shared_ptr<const Model> model_;
  DeviceObjects objects_;
  std::vector<bool> is_live_;  // By position in the capture.
  mutable LastFound last_found_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_CAPTURED_OBJECTS_H_
