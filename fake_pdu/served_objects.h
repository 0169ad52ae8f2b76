#ifndef PDUKIT_FAKE_PDU_SERVED_OBJECTS_H_
#define PDUKIT_FAKE_PDU_SERVED_OBJECTS_H_

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "fake_pdu/device/device.h"
#include "fake_pdu/device_timer.h"
#include "fake_pdu/mib/object_view.h"

namespace pdukit::fake_pdu {

// The device's objects, as the agent serves them. What a SET does is told to
// the observer later: the agent holds Net-SNMP's lock.
class ServedObjects : public ObjectView {
 public:
  // The device and the timer must outlive it.
  ServedObjects(std::unique_ptr<ObjectView> objects, const Device& device,
                DeviceTimer& timer)
      : objects_(std::move(objects)), device_(device), timer_(timer) {}

  Description Describe(const Oid& oid) const override {
    return objects_->Describe(oid);
  }
  Value Get(const Oid& oid) const override { return objects_->Get(oid); }
  std::optional<Varbind> Next(const Oid& oid) const override {
    return objects_->Next(oid);
  }
  std::optional<SetFailure> CheckSet(
      const std::vector<Varbind>& varbinds) const override {
    return objects_->CheckSet(varbinds);
  }
  std::optional<SetFailure> Set(const std::vector<Varbind>& varbinds) override {
    std::optional<SetFailure> failure = objects_->Set(varbinds);
    if (device_.has_news()) {
      timer_.WakeSoon();
    }
    return failure;
  }

 private:
  std::unique_ptr<ObjectView> objects_;
  const Device& device_;
  DeviceTimer& timer_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_SERVED_OBJECTS_H_
