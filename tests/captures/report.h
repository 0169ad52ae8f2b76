#ifndef PDUKIT_TESTS_CAPTURES_REPORT_H_
#define PDUKIT_TESTS_CAPTURES_REPORT_H_

#include <ostream>
#include <string>
#include <vector>

#include "fake_pdu/capture/capture.h"
#include "fake_pdu/mib/model.h"
#include "tests/captures/comparison.h"
#include "tests/captures/expectations.h"

namespace pdukit {

struct ComparisonReport {
  std::vector<ArcComparison> arcs{};
  ExpectedCapture expected{};
  std::vector<std::string> problems{};
};

// Compares the system group and all arcs that are expected.
ComparisonReport MakeReport(const fake_pdu::Capture& capture,
                            const fake_pdu::Model& model,
                            const ExpectedCapture& expected);

// For people: a table of the columns that differ, or of all of them; then the
// problems.
enum class ReportedColumns { kThatDiffer, kAll };
void PrintText(const ComparisonReport& report, ReportedColumns columns,
               std::ostream& out);

// For programs: one JSON object with every column.
void PrintJson(const ComparisonReport& report, std::ostream& out);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_REPORT_H_
