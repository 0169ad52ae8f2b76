#ifndef PDUKIT_TESTS_FUZZ_WALK_MODEL_H_
#define PDUKIT_TESTS_FUZZ_WALK_MODEL_H_

#include <memory>
#include <vector>

#include "fake_pdu/mib/model.h"
#include "fake_pdu/mib/object_view.h"
#include "snmp/varbind.h"

namespace pdukit::fuzz {

// All that is served, in order, but no more than 20,000 objects.
std::vector<Varbind> WalkView(const fake_pdu::ObjectView& view);

// What a fresh device of the model serves.
std::vector<Varbind> WalkModel(
    const std::shared_ptr<const fake_pdu::Model>& model);

}  // namespace pdukit::fuzz

#endif  // PDUKIT_TESTS_FUZZ_WALK_MODEL_H_
