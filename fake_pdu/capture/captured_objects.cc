#include "fake_pdu/capture/captured_objects.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "fake_pdu/capture/captured_state.h"

namespace pdukit::fake_pdu {
namespace {

// The first captured object that is not before `oid`.
std::size_t LowerBound(const Capture& capture, const Oid& oid) {
  const std::vector<Varbind>& varbinds = capture.varbinds();
  return static_cast<std::size_t>(
      std::lower_bound(varbinds.begin(), varbinds.end(), oid,
                       [](const Varbind& varbind, const Oid& name) {
                         return varbind.oid < name;
                       }) -
      varbinds.begin());
}

// Whether something is captured beside it: then it is an instance that is
// missing, and not an object. Without a MIB no more can be told.
bool HasNeighbour(const Capture& capture, const Oid& oid) {
  if (oid.empty()) {
    return false;
  }
  std::vector<std::uint32_t> ids = oid.ids();
  ids.pop_back();
  const Oid parent(std::move(ids));
  const std::size_t at = LowerBound(capture, parent);
  return at < capture.varbinds().size() &&
         capture.varbinds()[at].oid.size() == oid.size() &&
         capture.varbinds()[at].oid.StartsWith(parent);
}

}  // namespace

CapturedObjects::CapturedObjects(Capture capture,
                                 std::shared_ptr<const Model> model,
                                 Device& device)
    : capture_(std::move(capture)),
      model_(std::move(model)),
      objects_(model_, device) {
  TakeCapturedState(capture_, *model_, device);
  for (const Varbind& captured : capture_.varbinds()) {
    is_live_.push_back(IsLive(captured));
  }
}

// A setting that nobody can write here may still be written in another table.
bool CapturedObjects::IsLive(const Varbind& captured) const {
  const ObjectTable::Cell* cell = model_->objects.Find(captured.oid);
  return cell != nullptr &&
         (cell->binding->is_writable || MovesWithDevice(*cell->binding) ||
          objects_.Get(captured.oid) == captured.value);
}

std::size_t CapturedObjects::Search(const Oid& oid) const {
  const std::size_t last = last_found_.Get();
  return IsAt(last, oid) ? last : LowerBound(capture_, oid);
}

bool CapturedObjects::IsAt(std::size_t at, const Oid& oid) const {
  return at < capture_.varbinds().size() && capture_.varbinds()[at].oid == oid;
}

Value CapturedObjects::Get(const Oid& oid) const {
  const std::size_t at = Search(oid);
  if (!IsAt(at, oid)) {
    return HasNeighbour(capture_, oid) ? Value::NoSuchInstance()
                                       : Value::NoSuchObject();
  }
  last_found_.Set(at);
  return is_live_[at] ? objects_.Get(oid) : capture_.varbinds()[at].value;
}

std::optional<Varbind> CapturedObjects::Next(const Oid& oid) const {
  std::size_t at = Search(oid);
  if (IsAt(at, oid)) {
    ++at;
  }
  last_found_.Set(at);
  if (at == capture_.varbinds().size()) {
    return std::nullopt;
  }
  const Varbind& captured = capture_.varbinds()[at];
  return is_live_[at] ? Varbind{captured.oid, objects_.Get(captured.oid)}
                      : captured;
}

ErrorStatus CapturedObjects::CheckVarbind(const Varbind& varbind) const {
  const std::size_t at = Search(varbind.oid);
  const bool is_captured = IsAt(at, varbind.oid);
  if (is_captured) {
    last_found_.Set(at);
    if (!is_live_[at]) {
      return ErrorStatus::kNotWritable;
    }
  }
  if (const auto failure = objects_.CheckSet({varbind})) {
    return failure->status;
  }
  return is_captured ? ErrorStatus::kNoError : ErrorStatus::kNoCreation;
}

std::optional<ObjectView::SetFailure> CapturedObjects::CheckSet(
    const std::vector<Varbind>& varbinds) const {
  for (std::size_t index = 0; index < varbinds.size(); ++index) {
    const ErrorStatus status = CheckVarbind(varbinds[index]);
    if (status != ErrorStatus::kNoError) {
      return SetFailure{index, status};
    }
  }
  return std::nullopt;
}

std::optional<ObjectView::SetFailure> CapturedObjects::Set(
    const std::vector<Varbind>& varbinds) {
  const std::optional<SetFailure> failure = CheckSet(varbinds);
  return failure ? failure : objects_.Set(varbinds);
}

}  // namespace pdukit::fake_pdu
