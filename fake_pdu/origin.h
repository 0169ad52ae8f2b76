#ifndef PDUKIT_FAKE_PDU_ORIGIN_H_
#define PDUKIT_FAKE_PDU_ORIGIN_H_

// What a fake is made from: the name of a model, files, or a capture. Not a
// public header.

#include <memory>
#include <optional>

#include "base/result.h"
#include "fake_pdu/capture/capture.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/mib/model.h"
#include "fake_pdu/mib/object_view.h"

namespace pdukit::fake_pdu {

struct Origin {
  std::shared_ptr<const Model> model{};
  std::optional<Capture> capture{};
};

// As FakePdu::Start says.
Result<Origin> FindOrigin(const FakePdu::Options& options);

// The device's objects, which use it.
std::unique_ptr<ObjectView> ObjectsOf(const Origin& origin, Device& device);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_ORIGIN_H_
