#include "fake_pdu/mib/device_objects.h"

#include <cstddef>
#include <string>
#include <utility>

#include "fake_pdu/mib/binding.h"

namespace pdukit::fake_pdu {
namespace {

using Cell = ObjectTable::Cell;

// RFC 3416 section 4.2.5, in its order.
ErrorStatus CheckVarbind(const ObjectTable& objects, const Varbind& varbind) {
  const Cell* cell = objects.Find(varbind.oid);
  const Column* column =
      cell == nullptr ? objects.ColumnOf(varbind.oid) : cell->column;
  if (column == nullptr || !column->is_writable) {
    return ErrorStatus::kNotWritable;
  }
  if (cell == nullptr || !cell->binding->is_writable) {
    const ErrorStatus status = CheckValue(column->syntax, varbind.value);
    if (status != ErrorStatus::kNoError) {
      return status;
    }
    return cell == nullptr ? ErrorStatus::kNoCreation
                           : ErrorStatus::kNotWritable;
  }
  return CheckWrite(*cell->binding, column->syntax, varbind.value);
}

}  // namespace

DeviceObjects::DeviceObjects(std::shared_ptr<const Model> model, Device& device)
    : model_(std::move(model)), device_(device) {}

ObjectView::Description DeviceObjects::Describe(const Oid& oid) const {
  Description description;
  const Column* column = model_->objects.ColumnOf(oid);
  if (column == nullptr) {
    return description;
  }
  description.name = column->name;
  for (std::size_t i = column->oid.size(); i < oid.size(); ++i) {
    description.name += '.' + std::to_string(oid[i]);
  }
  const Cell* cell = model_->objects.Find(oid);
  if (cell != nullptr && cell->binding->row_scope == Scope::kOutlet) {
    const auto& outlets = model_->spec.outlets;
    description.outlet = cell->row < outlets.size()
                             ? std::optional<int>(outlets[cell->row].number)
                             : std::nullopt;
  }
  return description;
}

Value DeviceObjects::Get(const Oid& oid) const {
  const Cell* cell = model_->objects.Find(oid);
  if (cell == nullptr) {
    return model_->objects.ColumnOf(oid) == nullptr ? Value::NoSuchObject()
                                                    : Value::NoSuchInstance();
  }
  return device_.Read([&](const DeviceState& state) {
    return ReadBinding(*cell->binding, cell->column->syntax, state, cell->row);
  });
}

std::optional<Varbind> DeviceObjects::Next(const Oid& oid) const {
  const Cell* cell = model_->objects.Next(oid);
  if (cell == nullptr) {
    return std::nullopt;
  }
  Varbind varbind;
  varbind.oid = model_->objects.OidOf(*cell);
  varbind.value = device_.Read([&](const DeviceState& state) {
    return ReadBinding(*cell->binding, cell->column->syntax, state, cell->row);
  });
  return varbind;
}

std::optional<ObjectView::SetFailure> DeviceObjects::CheckSet(
    const std::vector<Varbind>& varbinds) const {
  for (std::size_t index = 0; index < varbinds.size(); ++index) {
    const ErrorStatus status = CheckVarbind(model_->objects, varbinds[index]);
    if (status != ErrorStatus::kNoError) {
      return SetFailure{index, status};
    }
  }
  return std::nullopt;
}

std::optional<ObjectView::SetFailure> DeviceObjects::Set(
    const std::vector<Varbind>& varbinds) {
  std::optional<SetFailure> failure = CheckSet(varbinds);
  if (failure) {
    return failure;
  }
  device_.Apply([&](Edit& edit) {
    for (std::size_t index = 0; index < varbinds.size(); ++index) {
      const Cell* cell = model_->objects.Find(varbinds[index].oid);
      if (!WriteBinding(*cell->binding, cell->column->syntax, edit, cell->row,
                        varbinds[index].value)) {
        failure = SetFailure{index, ErrorStatus::kInconsistentValue};
        return false;
      }
    }
    return true;
  });
  return failure;
}

}  // namespace pdukit::fake_pdu
