#include "tests/fuzz/walk_model.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "base/clock.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/mib/device_objects.h"
#include "tests/fuzz/fuzz_target.h"

namespace pdukit::fuzz {

std::vector<Varbind> WalkView(const fake_pdu::ObjectView& view) {
  constexpr std::size_t kMost = 20000;
  std::vector<Varbind> walk;
  std::optional<Varbind> next = view.Next(Oid{1, 3});
  while (next && walk.size() < kMost) {
    Require(walk.empty() || walk.back().oid < next->oid, "a walk ascends");
    Require(view.Get(next->oid) == next->value,
            "GET and GETNEXT agree on " + next->oid.ToString());
    walk.push_back(*std::move(next));
    next = view.Next(walk.back().oid);
  }
  return walk;
}

std::vector<Varbind> WalkModel(
    const std::shared_ptr<const fake_pdu::Model>& model) {
  ManualClock clock;
  fake_pdu::Device device(SpecOf(model), clock);
  return WalkView(fake_pdu::DeviceObjects(model, device));
}

}  // namespace pdukit::fuzz
