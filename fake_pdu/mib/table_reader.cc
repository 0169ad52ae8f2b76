#include <string>
#include <utility>
#include <vector>

#include "fake_pdu/mib/family_reader.h"

namespace pdukit::fake_pdu {
namespace {

const std::vector<std::string>& ColumnKeys() {
  static const auto* const kKeys = new std::vector<std::string>{
      "oid",     "name",      "syntax", "enum",    "words",  "commands",
      "access",  "value",     "const",  "text",    "stored", "pack",
      "pointer", "scale",     "add",    "missing", "write",  "allowed",
      "round",   "separator", "when",   "unless"};
  return *kKeys;
}

// Whether the entry is written to in some way.
bool IsWritable(const YamlNode& entry) {
  const auto access = entry.Find("access");
  return access && access->Choice({"ro", "rw"}) == 1;
}

// The column of this entry, made if it is not there yet: several tables may
// fill the rows of one.
const Column* ReadColumn(const YamlNode& entry, const TypeSpec& type,
                         const Oid& base, FamilyDraft& draft) {
  const YamlNode oid_node = entry.At("oid");
  Column column;
  column.oid = ReadOid(oid_node, base);
  column.name = entry.At("name").Text();
  column.syntax = type.syntax;
  column.is_writable = IsWritable(entry);
  for (Column& known : draft.family.columns) {
    if (known.oid == column.oid) {
      if (known.name != column.name) {
        oid_node.Fail(column.oid.ToString() + " is " + known.name + " already");
      }
      known.is_writable = known.is_writable || column.is_writable;
      return &known;
    }
  }
  draft.column_nodes.emplace(column.oid, oid_node);
  draft.family.columns.push_back(std::move(column));
  return &draft.family.columns.back();
}

TableCell ReadCell(const YamlNode& entry, const Oid& base, Scope scope,
                   FamilyDraft& draft) {
  entry.AllowKeys(ColumnKeys());
  const TypeSpec type = ReadType(entry, draft);
  TableCell cell;
  cell.column = ReadColumn(entry, type, base, draft);
  cell.condition = ReadCondition(entry, draft.family);
  draft.family.bindings.push_back(ReadBindingSpec(entry, type, scope, draft));
  cell.binding = &draft.family.bindings.back();
  return cell;
}

IndexPart ReadIndexPart(const YamlNode& node, Scope scope,
                        const FamilyDraft& draft) {
  IndexPart part;
  if (node.is_map()) {
    node.AllowKeys({"attribute", "add"});
    part = ReadIndexPart(node.At("attribute"), scope, draft);
    part.add = node.At("add").Integer(INT32_MIN, INT32_MAX);
    return part;
  }
  const std::string text = node.Text();
  if (text == "row") {
    part.is_running = true;
    return part;
  }
  if (!text.empty() &&
      text.find_first_not_of("0123456789") == std::string::npos) {
    part.add = node.Integer(0, UINT32_MAX);
    return part;
  }
  part.attribute = ReadAttribute(node, draft.family);
  if (part.attribute->kind != AttributeKind::kNumber ||
      part.attribute->read == nullptr ||
      (part.attribute->scope != scope &&
       part.attribute->scope != Scope::kUnit)) {
    node.Fail("an index is a number of the row or of the unit",
              {"row", std::string(ToString(scope)) + ".number", "unit.number",
               "a number"});
  }
  return part;
}

RowGroup ReadGroup(const YamlNode& table, const Oid& base, Scope scope,
                   FamilyDraft& draft) {
  RowGroup group;
  group.scope = scope;
  if (const auto index = table.Find("index")) {
    for (const YamlNode& part : index->Items()) {
      group.index.push_back(ReadIndexPart(part, scope, draft));
    }
  } else {
    IndexPart number;
    number.attribute = FindAttribute(std::string(ToString(scope)) + ".number");
    group.index.push_back(number);
  }
  for (const YamlNode& column : table.At("columns").Items()) {
    group.cells.push_back(ReadCell(column, base, scope, draft));
  }
  return group;
}

YamlNode::Parameters ReadParameters(const YamlNode& node) {
  YamlNode::Parameters parameters;
  for (const auto& [name, value] : node.Entries()) {
    parameters[name.Text()] = value.Text();
  }
  return parameters;
}

// What the placeholders in the columns stand for, per sub-row.
std::vector<YamlNode::Parameters> ReadItems(const YamlNode& table) {
  YamlNode::Parameters common;
  if (const auto parameters = table.Find("parameters")) {
    common = ReadParameters(*parameters);
  }
  const auto list = table.Find("items");
  if (!list) {
    return {common};
  }
  std::vector<YamlNode::Parameters> items;
  for (const YamlNode& item : list->Items()) {
    items.push_back(ReadParameters(item));
    items.back().insert(common.begin(), common.end());
  }
  return items;
}

Table ReadTable(const YamlNode& entry, FamilyDraft& draft) {
  entry.AllowKeys({"table", "entry", "rows", "index", "parameters", "items",
                   "when", "unless", "columns"});
  Table table;
  table.place = entry.Place();
  table.condition = ReadCondition(entry, draft.family);
  const Oid base = ReadOid(entry.At("entry"), draft.base);
  const std::vector<YamlNode::Parameters> items = ReadItems(entry);
  for (const YamlNode& rows : entry.At("rows").OneOrMore()) {
    const auto scope = static_cast<Scope>(
        rows.Choice({"unit", "outlet", "bank", "phase", "inlet"}));
    for (const YamlNode::Parameters& item : items) {
      table.groups.push_back(ReadGroup(entry.With(item), base, scope, draft));
    }
  }
  return table;
}

Table ReadScalar(const YamlNode& entry, FamilyDraft& draft) {
  Table table;
  table.place = entry.Place();
  RowGroup group;
  group.index.emplace_back();
  group.cells.push_back(ReadCell(entry, draft.base, Scope::kUnit, draft));
  table.groups.push_back(std::move(group));
  return table;
}

}  // namespace

void ReadObject(const YamlNode& entry, FamilyDraft& draft) {
  draft.family.tables.push_back(entry.Find("table") ? ReadTable(entry, draft)
                                                    : ReadScalar(entry, draft));
}

}  // namespace pdukit::fake_pdu
