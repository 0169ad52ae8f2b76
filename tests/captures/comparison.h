#ifndef PDUKIT_TESTS_CAPTURES_COMPARISON_H_
#define PDUKIT_TESTS_CAPTURES_COMPARISON_H_

// How far a fake's model serves what a real device served.
//
//   for (const ArcComparison& arc :
//        Compare(capture, model->objects, EnterpriseArcs(capture))) {
//     std::cout << arc.arc << ' ' << arc.Served() << '\n';
//   }

#include <cstddef>
#include <string>
#include <vector>

#include "fake_pdu/capture/capture.h"
#include "fake_pdu/mib/object_table.h"
#include "snmp/oid.h"
#include "snmp/varbind.h"

namespace pdukit {

// A column of a table, or a scalar, that the capture has.
struct ColumnComparison {
  Oid oid{};
  std::string name{};  // As the model calls it; empty if it does not know it.
  std::string allowed{};   // What its syntax allows.
  bool is_served = false;  // The model has an instance of it.
  std::size_t captured_rows = 0;
  std::vector<Oid> rows_missing{};  // Captured instances the model has not.
  std::size_t rows_added = 0;       // Of the model, and not captured.
  // Captured values that the model's syntax does not allow.
  std::vector<Varbind> wrong_types{};
  std::vector<Varbind> wrong_values{};
};

struct ArcComparison {
  Oid arc{};
  std::vector<ColumnComparison> columns{};  // Ascending.

  std::size_t Served() const;
};

// 1.3.6.1.4.1.N for each N that the capture has something of.
std::vector<Oid> EnterpriseArcs(const fake_pdu::Capture& capture);

// The captured columns below each arc, but for those below one of `outside`,
// held against the model's.
std::vector<ArcComparison> Compare(const fake_pdu::Capture& capture,
                                   const fake_pdu::ObjectTable& objects,
                                   const std::vector<Oid>& arcs,
                                   const std::vector<Oid>& outside = {});

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_COMPARISON_H_
