#ifndef PDUKIT_FAKE_PDU_MIB_FAMILY_H_
#define PDUKIT_FAKE_PDU_MIB_FAMILY_H_

// A vendor's family as its YAML file says it: which objects there are, and how
// they follow from the device. Shared by all models of the family.

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fake_pdu/mib/binding.h"
#include "fake_pdu/mib/vocabulary.h"
#include "fake_pdu/mib/yaml_file.h"
#include "snmp/oid.h"

namespace pdukit::fake_pdu {

// Which models have something: those with all of `when`, none of `unless`.
struct Condition {
  std::vector<std::string> when{};
  std::vector<std::string> unless{};
};

// Rows in which the attribute is, as an integer or a word, from low to high.
struct RowFilter {
  const Attribute* attribute = nullptr;
  std::int64_t low = 0;
  std::int64_t high = 0;
};

struct TableCell {
  // Its OID is empty where the group has a path: it then lies at `tail` behind
  // the path of each row.
  const Column* column = nullptr;
  Oid tail{};
  const Binding* binding = nullptr;
  Condition condition{};
};

// The rows of a table that are alike: one per row of the scope.
struct RowGroup {
  Scope scope = Scope::kUnit;
  // Where the columns lie, if that depends on the row.
  std::vector<IndexPart> path{};
  std::vector<IndexPart> index{};
  std::vector<RowFilter> where{};
  // Outlets from 1 to this that the device does not have get rows, too.
  int fill = 0;
  // A walk of the device passes by these rows, though a GET reads them.
  bool is_unlisted = false;
  std::vector<TableCell> cells{};
};

// A scalar is a table with one row and the index 0.
struct Table {
  std::string place{};  // "file:line:column: ", for errors that show later.
  Condition condition{};
  std::vector<RowGroup> groups{};
};

// What an attribute is until something else is written.
struct Default {
  const Attribute* attribute = nullptr;
  AttributeValue value{};
  bool is_percent = false;          // `value` is one of the row's rating.
  std::vector<TextPiece> pieces{};  // If it is a text, or names attributes.
};

struct Family {
  std::string name{};
  std::string vendor{};
  std::vector<std::string> features{};  // That models may have.
  std::deque<Column> columns{};
  std::deque<Binding> bindings{};
  std::deque<Attribute> settings{};
  std::vector<Table> tables{};
  std::vector<Default> defaults{};
};

// The attribute of the vocabulary or of the family; null if there is none.
const Attribute* FindAttribute(const Family& family, std::string_view name);

// An included file, or null; it lives until the family is read.
using IncludeSource = std::function<const YamlFile*(const std::string& name)>;

// Fails with kParse.
Result<std::shared_ptr<const Family>> ReadFamily(const YamlFile& file,
                                                 const IncludeSource& include);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_FAMILY_H_
