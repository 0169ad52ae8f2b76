#include "fake_pdu/mib/object_compiler.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
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

  // The row's value of an attribute of its own or of what it belongs to.
  std::optional<std::int64_t> IntegerOf(const Attribute& attribute, Scope scope,
                                        int row) const {
    const int related = RelatedRow(spec_, scope, row, attribute.scope);
    if (related < 0) {
      return std::nullopt;
    }
    return AsInteger(attribute.read(state_, related, attribute.parameter));
  }

  bool IsWanted(const RowGroup& group, int row) const {
    return std::all_of(
        group.where.begin(), group.where.end(), [&](const RowFilter& filter) {
          const auto number = IntegerOf(*filter.attribute, group.scope, row);
          return number && filter.low <= *number && *number <= filter.high;
        });
  }

  // A row as its sub-identifiers see it.
  struct Place {
    Scope scope = Scope::kUnit;
    int row = 0;
    int running = 0;  // Counts from 1.
    // Of an outlet that the device does not have; -1: it has this row.
    int absent_number = -1;
  };

  std::optional<Oid> IdsOf(const std::vector<IndexPart>& parts,
                           const Place& place) const {
    Oid ids;
    for (const IndexPart& part : parts) {
      std::int64_t id = part.add + (part.is_running ? place.running : 0);
      if (part.attribute != nullptr) {
        const auto number =
            place.absent_number >= 0
                ? NumberOfAbsent(*part.attribute, place)
                : IntegerOf(*part.attribute, place.scope, place.row);
        if (!number) {
          return std::nullopt;
        }
        id += *number * part.times;
      }
      if (id < 0 || id > UINT32_MAX) {
        return std::nullopt;
      }
      ids = ids.Child(static_cast<std::uint32_t>(id));
    }
    return ids;
  }

  // What is known of an outlet that is not there: its number, and the unit.
  std::optional<std::int64_t> NumberOfAbsent(const Attribute& attribute,
                                             const Place& place) const {
    if (attribute.name == "outlet.number") {
      return place.absent_number;
    }
    return attribute.scope == Scope::kUnit
               ? IntegerOf(attribute, Scope::kUnit, 0)
               : std::nullopt;
  }

  Result<void> AddTable(const Table& table) {
    int running = 0;
    for (const RowGroup& group : table.groups) {
      const Result<void> added = AddGroup(table, group, running);
      if (!added.ok()) {
        return added;
      }
      // A column without rows is there all the same.
      for (const TableCell& cell : group.cells) {
        if (group.path.empty() && IsServed(cell)) {
          ColumnAt(cell, cell.column->oid);
        }
      }
    }
    if (!clash_.empty()) {
      return Error{ErrorKind::kParse, table.place + clash_};
    }
    return {};
  }

  Result<void> AddGroup(const Table& table, const RowGroup& group,
                        int& running) {
    std::vector<Place> places;
    for (int row = 0; row < spec_.RowCount(group.scope); ++row) {
      if (IsWanted(group, row)) {
        places.push_back({group.scope, row, ++running, -1});
      }
    }
    for (int number = 1; number <= group.fill; ++number) {
      if (spec_.OutletRow(number) < 0) {
        places.push_back({group.scope, 0, ++running, number});
      }
    }
    for (const Place& place : places) {
      const std::optional<Oid> path = IdsOf(group.path, place);
      const std::optional<Oid> index = IdsOf(group.index, place);
      if (!path || !index) {
        return Error{ErrorKind::kParse,
                     table.place +
                         "an index is below 0, above 4294967295, or of "
                         "something that the row does not belong to"};
      }
      AddRow(group, place, *path, *index);
    }
    return {};
  }

  void AddRow(const RowGroup& group, const Place& place, const Oid& path,
              const Oid& index) {
    for (const TableCell& cell : group.cells) {
      if (!IsServed(cell)) {
        continue;
      }
      const Binding* binding = cell.binding;
      if (place.absent_number >= 0) {
        if (!binding->absent) {
          continue;
        }
        binding = Constant(*binding, *binding->absent);
      } else if (binding->source == Binding::Source::kPointer) {
        binding = PointFrom(*binding, place.row);
      } else if (binding->source == Binding::Source::kRow) {
        binding = Constant(*binding,
                           EncodeNumber(cell.column->syntax, place.running));
      }
      const Column* column = ColumnAt(
          cell, group.path.empty() ? cell.column->oid : path.Child(cell.tail));
      if (group.is_unlisted) {
        objects_.AddUnlisted(column->oid.Child(index), column, binding,
                             place.row);
      } else {
        objects_.AddCell(column->oid.Child(index), column, binding, place.row);
      }
    }
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
          const Place place{scope, row, row + 1, -1};
          const std::optional<Oid> index =
              group.scope == scope && cell.column->name == column
                  ? IdsOf(group.index, place)
                  : std::nullopt;
          if (index && !group.path.empty()) {
            return IdsOf(group.path, place)->Child(cell.tail).Child(*index);
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
  const DeviceState state_;
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
