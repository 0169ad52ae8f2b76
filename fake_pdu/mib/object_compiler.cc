#include "fake_pdu/mib/object_compiler.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/meters.h"
#include "fake_pdu/mib/attribute_values.h"

namespace pdukit::fake_pdu {
namespace {

class Compiler {
 public:
  Compiler(const std::shared_ptr<const Family>& family, const DeviceSpec& spec,
           const std::vector<std::string>& features)
      : family_(*family),
        spec_(spec),
        features_(features),
        state_(InitialState(spec, {}, {})),
        objects_(family) {}

  Result<ObjectTable> Compile() {
    for (const Table& table : family_.tables) {
      if (!Holds(table.condition)) {
        continue;
      }
      const Result<void> added = AddTable(table);
      if (!added.ok()) {
        return added.error();
      }
    }
    for (const Column* column : columns_) {
      objects_.AddColumn(column);
    }
    const ObjectTable::Cell* twice = objects_.Finish();
    if (twice != nullptr) {
      return Error{ErrorKind::kParse,
                   PlaceOf(*twice) + twice->column->name + " (" +
                       objects_.OidOf(*twice).ToString() + ") is there twice"};
    }
    return std::move(objects_);
  }

 private:
  bool Has(const std::string& feature) const {
    return std::find(features_.begin(), features_.end(), feature) !=
           features_.end();
  }

  bool Holds(const Condition& condition) const {
    return std::all_of(condition.when.begin(), condition.when.end(),
                       [this](const auto& feature) { return Has(feature); }) &&
           std::none_of(condition.unless.begin(), condition.unless.end(),
                        [this](const auto& feature) { return Has(feature); });
  }

  // Not there where the model has no meter and nothing stands for it.
  bool IsServed(const TableCell& cell) const {
    const Binding& binding = *cell.binding;
    const bool has_reading = binding.attribute == nullptr ||
                             !binding.attribute->is_metered ||
                             IsMetered(spec_, binding.attribute->scope);
    return Holds(cell.condition) && (has_reading || binding.missing);
  }

  // The sub-identifiers behind the column; `running` counts from 1.
  std::optional<Oid> IndexOf(const RowGroup& group, int row,
                             int running) const {
    Oid index;
    for (const IndexPart& part : group.index) {
      std::int64_t id = part.add + (part.is_running ? running : 0);
      if (part.attribute != nullptr) {
        const int related =
            RelatedRow(spec_, group.scope, row, part.attribute->scope);
        id += AsInteger(
            part.attribute->read(state_, related, part.attribute->parameter));
      }
      if (id < 0 || id > UINT32_MAX) {
        return std::nullopt;
      }
      index = index.Child(static_cast<std::uint32_t>(id));
    }
    return index;
  }

  Result<void> AddTable(const Table& table) {
    int running = 0;
    for (const RowGroup& group : table.groups) {
      for (int row = 0; row < spec_.RowCount(group.scope); ++row) {
        const std::optional<Oid> index = IndexOf(group, row, ++running);
        if (!index) {
          return Error{ErrorKind::kParse,
                       table.place + "an index is below 0 or above 4294967295"};
        }
        AddRow(group, row, running, *index);
      }
      // A column without rows is there all the same.
      for (const TableCell& cell : group.cells) {
        if (IsServed(cell)) {
          columns_.insert(cell.column);
        }
      }
    }
    return {};
  }

  void AddRow(const RowGroup& group, int row, int running, const Oid& index) {
    for (const TableCell& cell : group.cells) {
      if (!IsServed(cell)) {
        continue;
      }
      const Binding* binding = cell.binding;
      if (binding->source == Binding::Source::kPointer) {
        binding = PointFrom(*binding, row);
      } else if (binding->source == Binding::Source::kRow) {
        Binding numbered = *binding;
        numbered.constant = EncodeNumber(cell.column->syntax, running);
        binding = objects_.Keep(std::move(numbered));
      }
      objects_.AddCell(cell.column->oid.Child(index), cell.column, binding,
                       row);
    }
  }

  // The binding for this row alone: a constant.
  const Binding* PointFrom(const Binding& pointer, int row) {
    Binding binding = pointer;
    binding.constant = Value::ObjectIdentifier({0, 0});
    for (const auto& [scope, column] : pointer.pointers) {
      const int target = RelatedRow(spec_, pointer.row_scope, row, scope);
      const std::optional<Oid> oid =
          target < 0 ? std::nullopt : InstanceOf(scope, column, target);
      if (oid) {
        binding.constant = Value::ObjectIdentifier(*oid);
        break;
      }
    }
    return objects_.Keep(std::move(binding));
  }

  std::optional<Oid> InstanceOf(Scope scope, const std::string& column,
                                int row) const {
    for (const Table& table : family_.tables) {
      for (const RowGroup& group : table.groups) {
        for (const TableCell& cell : group.cells) {
          const std::optional<Oid> index =
              group.scope == scope && cell.column->name == column
                  ? IndexOf(group, row, row + 1)
                  : std::nullopt;
          if (index) {
            return cell.column->oid.Child(*index);
          }
        }
      }
    }
    return std::nullopt;
  }

  // Where the family's file says this.
  std::string PlaceOf(const ObjectTable::Cell& twice) const {
    for (const Table& table : family_.tables) {
      for (const RowGroup& group : table.groups) {
        for (const TableCell& cell : group.cells) {
          if (cell.binding == twice.binding) {
            return table.place;
          }
        }
      }
    }
    return "";
  }

  const Family& family_;
  const DeviceSpec& spec_;
  const std::vector<std::string>& features_;
  const DeviceState state_;
  ObjectTable objects_;
  std::set<const Column*> columns_;
};

}  // namespace

Result<ObjectTable> CompileObjects(const std::shared_ptr<const Family>& family,
                                   const DeviceSpec& spec,
                                   const std::vector<std::string>& features) {
  return Compiler(family, spec, features).Compile();
}

}  // namespace pdukit::fake_pdu
