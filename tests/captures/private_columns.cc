#include "tests/captures/private_columns.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "fake_pdu/mib/object_table.h"

namespace pdukit {
namespace {

using fake_pdu::Attribute;
using fake_pdu::AttributeKind;
using fake_pdu::Binding;

bool SaysWhose(const std::string& attribute) {
  static const std::set<std::string> kUnit = {"unit.serial", "unit.mac",
                                              "unit.location", "unit.contact"};
  constexpr std::string_view kName = ".name";
  return kUnit.count(attribute) > 0 ||
         (attribute.size() > kName.size() &&
          attribute.substr(attribute.size() - kName.size()) == kName);
}

bool IsPrivate(const Binding& binding) {
  const Attribute* written = binding.target;
  return (written != nullptr && written->kind == AttributeKind::kText) ||
         (binding.attribute != nullptr && SaysWhose(binding.attribute->name));
}

void Collect(const fake_pdu::ObjectTable& objects, std::set<Oid>& columns) {
  const fake_pdu::ObjectTable::Cell* cell = objects.Next(Oid());
  while (cell != nullptr) {
    if (IsPrivate(*cell->binding)) {
      columns.insert(cell->column->oid);
    }
    cell = objects.Next(objects.OidOf(*cell));
  }
}

}  // namespace

std::vector<Oid> PrivateColumns(const fake_pdu::ModelCatalog& catalog) {
  std::set<Oid> columns;
  for (const fake_pdu::ModelInfo& info : catalog.List()) {
    const auto model = catalog.Find(info.model);
    if (model.ok()) {
      Collect((*model)->objects, columns);
    }
  }
  return {columns.begin(), columns.end()};
}

}  // namespace pdukit
