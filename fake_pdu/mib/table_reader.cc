#include <string>
#include <utility>
#include <vector>

#include "fake_pdu/mib/family_reader.h"

namespace pdukit::fake_pdu {
namespace {

void AllowColumnKeys(const YamlNode& entry) {
  entry.AllowKeys(
      {"oid",        "name",     "syntax",       "enum",    "words",
       "commands",   "access",   "value",        "const",   "text",
       "stored",     "pack",     "pointer",      "scale",   "add",
       "missing",    "write",    "allowed",      "round",   "separator",
       "when",       "unless",   "total",        "samples", "count",
       "octets",     "decimals", "time_format",  "absent",  "none",
       "everywhere", "suffix",   "command_list", "address"});
}

// Whether the entry is written to in some way.
bool IsWritable(const YamlNode& entry) {
  const auto access = entry.Find("access");
  return access && access->Choice({"ro", "rw"}) == 1;
}

// A base that is empty stands for the path of the group.
const Column* ReadColumn(const YamlNode& entry, const TypeSpec& type,
                         const Oid& base, FamilyDraft& draft) {
  Column column;
  column.name = entry.At("name").Text();
  column.syntax = type.syntax;
  column.is_writable = IsWritable(entry);
  if (!base.empty()) {
    const YamlNode oid_node = entry.At("oid");
    column.oid = ReadOid(oid_node, base);
    draft.column_nodes.emplace(column.oid, oid_node);
  }
  draft.family.columns.push_back(std::move(column));
  return &draft.family.columns.back();
}

bool IsPath(const YamlNode& node) {
  return node.Text().find('{') != std::string::npos;
}

// What stands behind the path of a row; nothing if the column has no number.
Oid ReadTail(const YamlNode& entry) {
  const auto oid = entry.Find("oid");
  return oid && !IsPath(*oid) ? ReadOid(*oid, {}) : Oid();
}

// An empty base stands for the path of the group.
TableCell ReadCell(const YamlNode& entry, const Oid& base, Scope scope,
                   FamilyDraft& draft) {
  AllowColumnKeys(entry);
  const TypeSpec type = ReadType(entry, draft);
  TableCell cell;
  if (base.empty()) {
    cell.tail = ReadTail(entry);
  }
  cell.column = ReadColumn(entry, type, base, draft);
  cell.condition = ReadCondition(entry, draft.family);
  draft.family.bindings.push_back(ReadBindingSpec(entry, type, scope, draft));
  cell.binding = &draft.family.bindings.back();
  return cell;
}

RowGroup ReadGroup(const YamlNode& table, Scope scope, FamilyDraft& draft) {
  RowGroup group;
  group.scope = scope;
  Oid base;
  const YamlNode entry = table.At("entry");
  if (IsPath(entry)) {
    group.path = ReadPath(entry, draft.base, scope, draft.family);
  } else {
    base = ReadOid(entry, draft.base);
  }
  if (const auto index = table.Find("index")) {
    for (const YamlNode& part : index->Items()) {
      group.index.push_back(
          ReadIndexPart(part, part.Text(), scope, draft.family));
    }
  } else {
    IndexPart number;
    number.attribute = FindAttribute(std::string(ToString(scope)) + ".number");
    group.index.push_back(number);
  }
  group.where = ReadFilters(table, scope, draft.family);
  if (const auto fill = table.Find("fill")) {
    if (scope != Scope::kOutlet) {
      fill->Fail("only rows of outlets can be filled up");
    }
    group.fill = static_cast<int>(fill->Integer(1, 1000));
  }
  if (const auto listed = table.Find("listed")) {
    group.is_unlisted = !listed->Flag();
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
  entry.AllowKeys({"table", "entry", "rows", "index", "where", "fill", "listed",
                   "parameters", "items", "when", "unless", "columns"});
  Table table;
  table.place = entry.Place();
  table.condition = ReadCondition(entry, draft.family);
  const std::vector<YamlNode::Parameters> items = ReadItems(entry);
  for (const YamlNode& rows : entry.At("rows").OneOrMore()) {
    const auto scope = static_cast<Scope>(rows.Choice(ScopeNames()));
    for (const YamlNode::Parameters& item : items) {
      table.groups.push_back(ReadGroup(entry.With(item), scope, draft));
    }
  }
  return table;
}

// A scalar speaks of the first unit of a chain.
std::vector<RowFilter> FirstUnitOnly() {
  return {{FindAttribute("unit.number"), 1, 1}};
}

Table ReadScalar(const YamlNode& entry, FamilyDraft& draft) {
  Table table;
  table.place = entry.Place();
  RowGroup group;
  group.index.emplace_back();
  Oid base = draft.base;
  if (const YamlNode oid = entry.At("oid"); IsPath(oid)) {
    group.path = ReadPath(oid, draft.base, Scope::kUnit, draft.family);
    base = {};
  }
  group.cells.push_back(ReadCell(entry, base, Scope::kUnit, draft));
  group.where = FirstUnitOnly();
  table.groups.push_back(std::move(group));
  return table;
}

}  // namespace

void ReadObject(const YamlNode& entry, FamilyDraft& draft) {
  draft.family.tables.push_back(entry.Find("table") ? ReadTable(entry, draft)
                                                    : ReadScalar(entry, draft));
}

}  // namespace pdukit::fake_pdu
