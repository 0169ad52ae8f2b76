#ifndef PDUKIT_FAKE_PDU_MIB_OBJECT_TABLE_H_
#define PDUKIT_FAKE_PDU_MIB_OBJECT_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <vector>

#include "fake_pdu/mib/binding.h"
#include "fake_pdu/mib/last_found.h"
#include "snmp/oid.h"

namespace pdukit::fake_pdu {

struct Family;

// All objects of a model in the order of their names. Holds no values.
class ObjectTable {
 public:
  // One object: a name, and where its value comes from.
  struct Cell {
    std::uint32_t ids_begin = 0;
    std::uint16_t ids_size = 0;
    std::uint16_t row = 0;
    const Column* column = nullptr;
    const Binding* binding = nullptr;
  };

  // The columns and bindings that cells will name live in `family`.
  explicit ObjectTable(std::shared_ptr<const Family> family = nullptr)
      : family_(std::move(family)) {}

  void AddColumn(const Column* column) { columns_.push_back(column); }
  void AddCell(const Column* column, const Oid& index, const Binding* binding,
               int row);
  // One that Find finds, and that neither Next nor cells() knows.
  void AddUnlisted(const Column* column, const Oid& index,
                   const Binding* binding, int row);
  // Keep what is the model's alone.
  const Binding* Keep(Binding binding);
  Column* Keep(Column column);

  // Sorts what was added. Null, or a cell whose name is there twice.
  const Cell* Finish();

  // A column whose OID lies below another's, if there is one; after Finish.
  const Column* FindNested() const;

  std::size_t size() const { return cells_.size(); }
  const std::vector<Cell>& cells() const { return cells_; }
  const std::vector<const Column*>& columns() const { return columns_; }
  const Cell* Find(const Oid& oid) const;
  // The first one behind `oid`, or null.
  const Cell* Next(const Oid& oid) const;
  Oid OidOf(const Cell& cell) const;
  // The column that `oid` is an instance of, or would be; or null.
  const Column* ColumnOf(const Oid& oid) const;

 private:
  Cell MakeCell(const Column* column, const Oid& index, const Binding* binding,
                int row);
  // How many sub-identifiers a cell's name and `oid` share at their begin; it
  // is known that there are at least so many.
  std::size_t Shared(const Cell& cell, const Oid& oid,
                     std::size_t at_least) const;
  bool IsAt(const Cell& cell, const Oid& oid) const;
  std::size_t LowerBound(const Oid& oid) const;
  // As LowerBound; fast for the cell that was found last.
  std::size_t Search(const Oid& oid) const;

  std::shared_ptr<const Family> family_;
  std::vector<const Column*> columns_;
  std::vector<std::uint32_t> ids_;  // Of all names, one after the other.
  std::vector<Cell> cells_;
  mutable LastFound last_found_;
  std::map<Oid, Cell> unlisted_;
  std::deque<Binding> bindings_;
  std::deque<Column> own_columns_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_OBJECT_TABLE_H_
