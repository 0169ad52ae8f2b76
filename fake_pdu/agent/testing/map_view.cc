#include "fake_pdu/agent/testing/map_view.h"

#include <cstddef>

namespace pdukit::fake_pdu {

void MapView::Add(const Oid& oid, const Value& value) {
  const std::lock_guard<std::mutex> guard(values_mutex_);
  values_[oid] = value;
}

void MapView::AddWritable(const Oid& oid, const Value& value) {
  Add(oid, value);
  const std::lock_guard<std::mutex> guard(values_mutex_);
  writable_.insert(oid);
}

Value MapView::Get(const Oid& oid) const {
  const std::lock_guard<std::mutex> guard(values_mutex_);
  const auto found = values_.find(oid);
  return found == values_.end() ? Value::NoSuchObject() : found->second;
}

std::optional<Varbind> MapView::Next(const Oid& oid) const {
  const std::lock_guard<std::mutex> guard(values_mutex_);
  const auto next = values_.upper_bound(oid);
  if (next == values_.end()) {
    return std::nullopt;
  }
  return Varbind{next->first, next->second};
}

std::optional<ObjectView::SetFailure> MapView::CheckSet(
    const std::vector<Varbind>& varbinds) const {
  const std::lock_guard<std::mutex> guard(values_mutex_);
  for (std::size_t i = 0; i < varbinds.size(); ++i) {
    const auto found = values_.find(varbinds[i].oid);
    if (found == values_.end()) {
      return SetFailure{i, ErrorStatus::kNoCreation};
    }
    if (!writable_.contains(varbinds[i].oid)) {
      return SetFailure{i, ErrorStatus::kNotWritable};
    }
    if (found->second.type() != varbinds[i].value.type()) {
      return SetFailure{i, ErrorStatus::kWrongType};
    }
  }
  return std::nullopt;
}

std::optional<ObjectView::SetFailure> MapView::Set(
    const std::vector<Varbind>& varbinds) {
  if (const auto failure = CheckSet(varbinds)) {
    return failure;
  }
  const std::lock_guard<std::mutex> guard(values_mutex_);
  for (const Varbind& varbind : varbinds) {
    values_[varbind.oid] = varbind.value;
  }
  return std::nullopt;
}

}  // namespace pdukit::fake_pdu
