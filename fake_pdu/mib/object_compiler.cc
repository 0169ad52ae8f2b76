#include "fake_pdu/mib/object_compiler.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "fake_pdu/device/meters.h"
#include "fake_pdu/mib/row_places.h"

namespace pdukit::fake_pdu {
namespace {

class Compiler {
 public:
  Compiler(const std::shared_ptr<const Family>& family, const DeviceSpec& spec,
           const std::vector<std::string>& features)
      : family_(*family),
        spec_(spec),
        features_(features),
        places_(spec),
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
    for (const auto& [oid, column] : columns_) {
      objects_.AddColumn(column);
    }
    const ObjectTable::Cell* twice = objects_.Finish();
    if (twice != nullptr) {
      return Error{ErrorKind::kParse,
                   PlaceOf(*twice) + twice->column->name + " (" +
                       objects_.OidOf(*twice).ToString() + ") is there twice"};
    }
    if (const Column* nested = objects_.FindNested()) {
      return Error{ErrorKind::kParse, nested->name + " (" +
                                          nested->oid.ToString() +
                                          ") lies within another object"};
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

  Result<void> AddTable(const Table& table) {
    int running = 0;
    for (const RowGroup& group : table.groups) {
      const Result<void> added = AddGroup(table, group, running);
      if (!added.ok()) {
        return added;
      }
    }
    if (!clash_.empty()) {
      return Error{ErrorKind::kParse, table.place + clash_};
    }
    return {};
  }

  // A row with its sub-identifiers.
  struct Row {
    RowPlace place{};
    Oid path{};
    Oid index{};
  };

  Result<void> AddGroup(const Table& table, const RowGroup& group,
                        int& running) {
    std::vector<Row> rows;
    for (const RowPlace& place : places_.Of(group, running)) {
      std::optional<Oid> path = places_.IdsOf(group.path, place);
      std::optional<Oid> index = places_.IdsOf(group.index, place);
      if (!path || !index) {
        return Error{ErrorKind::kParse,
                     table.place +
                         "an index is below 0, above 4294967295, or of "
                         "something that the row does not belong to"};
      }
      rows.push_back({place, *std::move(path), *std::move(index)});
    }
    for (const TableCell& cell : group.cells) {
      if (IsServed(cell)) {
        AddCells(group, cell, rows);
      }
    }
    return {};
  }

  void AddCells(const RowGroup& group, const TableCell& cell,
                const std::vector<Row>& rows) {
    // A column without rows is there all the same.
    const Column* common =
        group.path.empty() ? ColumnAt(cell, cell.column->oid) : nullptr;
    for (const Row& row : rows) {
      const Binding* binding = BindingFor(cell, row.place);
      if (binding != nullptr) {
        const Column* column = common != nullptr
                                   ? common
                                   : ColumnAt(cell, row.path.Child(cell.tail));
        if (group.is_unlisted) {
          objects_.AddUnlisted(column, row.index, binding, row.place.row);
        } else {
          objects_.AddCell(column, row.index, binding, row.place.row);
        }
      }
    }
  }

  // Null for what an outlet that is not there does not have.
  const Binding* BindingFor(const TableCell& cell, const RowPlace& place) {
    const Binding& binding = *cell.binding;
    if (place.absent_number >= 0) {
      return binding.absent ? Constant(binding, *binding.absent) : nullptr;
    }
    if (binding.source == Binding::Source::kPointer) {
      return PointFrom(binding, place.row);
    }
    if (binding.source == Binding::Source::kRow) {
      return Constant(binding,
                      EncodeNumber(cell.column->syntax, place.running));
    }
    return &binding;
  }

  // The model's column at this place: several tables may fill its rows.
  const Column* ColumnAt(const TableCell& cell, const Oid& oid) {
    Column*& column = columns_[oid];
    if (column == nullptr) {
      column = objects_.Keep(*cell.column);
      column->oid = oid;
    } else if (column->name != cell.column->name) {
      clash_ = oid.ToString() + " is " + column->name + " already, and " +
               cell.column->name + " too";
    }
    column->is_writable = column->is_writable || cell.column->is_writable;
    return column;
  }

  const Binding* Constant(const Binding& like, const Value& value) {
    Binding binding = like;
    binding.source = Binding::Source::kConstant;
    binding.constant = value;
    binding.is_writable = false;
    return objects_.Keep(std::move(binding));
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
          const RowPlace place{scope, row, row + 1, -1};
          const std::optional<Oid> index =
              group.scope == scope && cell.column->name == column
                  ? places_.IdsOf(group.index, place)
                  : std::nullopt;
          if (index && !group.path.empty()) {
            return places_.IdsOf(group.path, place)
                ->Child(cell.tail)
                .Child(*index);
          }
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
  const RowPlaces places_;
  ObjectTable objects_;
  std::map<Oid, Column*> columns_;
  std::string clash_;  // Of two columns at one place.
};

}  // namespace

Result<ObjectTable> CompileObjects(const std::shared_ptr<const Family>& family,
                                   const DeviceSpec& spec,
                                   const std::vector<std::string>& features) {
  return Compiler(family, spec, features).Compile();
}

}  // namespace pdukit::fake_pdu
