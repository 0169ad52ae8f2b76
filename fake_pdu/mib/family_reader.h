#ifndef PDUKIT_FAKE_PDU_MIB_FAMILY_READER_H_
#define PDUKIT_FAKE_PDU_MIB_FAMILY_READER_H_

// Parts of reading a family that know each other. All of them throw a
// YamlFailure at a mistake.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/syntax.h"
#include "fake_pdu/mib/yaml_node.h"

namespace pdukit::fake_pdu {

// A SYNTAX with what its labels mean to the device.
struct TypeSpec {
  Syntax syntax{};
  // By word of the device: the label; and the reverse, for writing.
  std::map<std::string, std::string> label_of_word{};
  std::map<std::string, std::string> word_of_label{};
};

// What is known while a family is read.
struct FamilyDraft {
  Family family{};
  Oid base{};
  std::map<std::string, TypeSpec> types{};
  // Where each column was said first.
  std::map<Oid, YamlNode> column_nodes{};
};

// Adds something that the device only keeps.
const Attribute* AddSetting(const std::string& name, Scope scope,
                            AttributeKind kind, FamilyDraft& draft);

// Dotted numbers behind `base`, or behind nothing if they begin with 1.3.6.1.
Oid ReadOid(const YamlNode& node, const Oid& base);

const Attribute* ReadAttribute(const YamlNode& node, const Family& family);

// "Outlet {outlet.number}"
std::vector<TextPiece> ReadPieces(const YamlNode& node, const Family& family);

// Value, percentage or text, as the attribute needs it.
Default ReadDefault(const YamlNode& node, const Attribute& attribute,
                    const Family& family);

// Whether every row of `from` can have a row of `to`; fails if not.
void RequireRelated(const YamlNode& node, Scope from, Scope to);

// "unit.number-1", "outlet.row*9+158", "row" or a number, for rows of `scope`.
IndexPart ReadIndexPart(const YamlNode& node, const std::string& text,
                        Scope scope, const Family& family);

// "2.6.1.{outlet.number}" behind the base; with parts that are no numbers.
std::vector<IndexPart> ReadPath(const YamlNode& node, const Oid& base,
                                Scope scope, const Family& family);

// `where`
std::vector<RowFilter> ReadFilters(const YamlNode& table, Scope scope,
                                   const Family& family);

// The type that the entry's `syntax`, `enum`, `words` and `commands` say.
TypeSpec ReadType(const YamlNode& entry, const FamilyDraft& draft);

// A constant in this syntax: a number, a label, a list of labels, a text.
Value ReadConstant(const YamlNode& node, const Syntax& syntax);

// The binding of a column's entry for rows of `scope`.
Binding ReadBindingSpec(const YamlNode& entry, const TypeSpec& type,
                        Scope scope, FamilyDraft& draft);

// `when` and `unless`.
Condition ReadCondition(const YamlNode& entry, const Family& family);

// An entry of `objects`: a table, or a scalar.
void ReadObject(const YamlNode& entry, FamilyDraft& draft);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_FAMILY_READER_H_
