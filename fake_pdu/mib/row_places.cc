#include "fake_pdu/mib/row_places.h"

#include <algorithm>
#include <utility>

#include "fake_pdu/mib/attribute_values.h"

namespace pdukit::fake_pdu {

std::vector<RowPlace> RowPlaces::Of(const RowGroup& group, int& running) const {
  std::vector<RowPlace> places;
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
  return places;
}

std::optional<Oid> RowPlaces::IdsOf(const std::vector<IndexPart>& parts,
                                    const RowPlace& place) const {
  std::vector<std::uint32_t> ids;
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
    ids.push_back(static_cast<std::uint32_t>(id));
  }
  return Oid(std::move(ids));
}

std::optional<std::int64_t> RowPlaces::IntegerOf(const Attribute& attribute,
                                                 Scope scope, int row) const {
  const int related = RelatedRow(spec_, scope, row, attribute.scope);
  if (related < 0) {
    return std::nullopt;
  }
  return AsInteger(attribute.read(state_, related, attribute.parameter));
}

std::optional<std::int64_t> RowPlaces::NumberOfAbsent(
    const Attribute& attribute, const RowPlace& place) const {
  if (attribute.name == "outlet.number") {
    return place.absent_number;
  }
  return attribute.scope == Scope::kUnit ? IntegerOf(attribute, Scope::kUnit, 0)
                                         : std::nullopt;
}

bool RowPlaces::IsWanted(const RowGroup& group, int row) const {
  return std::all_of(
      group.where.begin(), group.where.end(), [&](const RowFilter& filter) {
        const auto number = IntegerOf(*filter.attribute, group.scope, row);
        return number && filter.low <= *number && *number <= filter.high;
      });
}

}  // namespace pdukit::fake_pdu
