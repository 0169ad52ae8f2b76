#include "fake_pdu/device/settings.h"

#include <iterator>
#include <utility>

namespace pdukit::fake_pdu {
namespace {

std::uint32_t Key(SettingId id, int row) {
  return (static_cast<std::uint32_t>(id) << 16) |
         (static_cast<std::uint32_t>(row) & 0xffff);
}

SettingId IdIn(std::uint32_t key) { return static_cast<SettingId>(key >> 16); }

}  // namespace

const AttributeValue* Settings::Find(SettingId id, int row) const {
  if (values_.empty()) {
    return nullptr;
  }
  auto found = values_.find(Key(id, row));
  if (found == values_.end() && row != kEveryRow) {
    found = values_.find(Key(id, kEveryRow));
  }
  return found == values_.end() ? nullptr : &found->second;
}

void Settings::Set(SettingId id, int row, AttributeValue value) {
  values_.insert_or_assign(Key(id, row), std::move(value));
}

void Settings::ForgetConfiguration() {
  for (auto value = values_.begin(); value != values_.end();) {
    value = IsConfiguration(IdIn(value->first)) ? values_.erase(value)
                                                : std::next(value);
  }
}

}  // namespace pdukit::fake_pdu
