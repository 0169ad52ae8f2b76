#include "tests/captures/report.h"

#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/captures/verdict.h"

namespace pdukit {
namespace {

constexpr std::size_t kExamples = 3;

const Oid kSystem{1, 3, 6, 1, 2, 1, 1};

std::string TextOf(const Value& value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

// "1.3 = Gauge32: 1, ...", a few of them.
std::string Examples(const std::vector<Varbind>& varbinds) {
  std::string text;
  for (std::size_t at = 0; at < varbinds.size() && at < kExamples; ++at) {
    text +=
        fmt::format("{}{} = {}", at == 0 ? "" : ", ",
                    varbinds[at].oid.ToString(), TextOf(varbinds[at].value));
  }
  return text + (varbinds.size() > kExamples ? ", ..." : "");
}

std::string ReasonFor(const ExpectedCapture::Reasons& reasons, const Oid& oid) {
  const auto* reason = FindReason(reasons, oid);
  return reason == nullptr ? "" : "; expected: " + reason->second;
}

void PrintLine(std::string_view kind, const ColumnComparison& column,
               const std::string& what, std::ostream& out) {
  out << fmt::format("  {:<8} {} {} {}\n", kind, column.oid.ToString(),
                     column.name.empty() ? "-" : column.name, what);
}

void PrintColumn(const ColumnComparison& column,
                 const ExpectedCapture& expected, ReportedColumns columns,
                 std::ostream& out) {
  const auto& deviations = expected.deviations;
  if (!column.is_served) {
    PrintLine("missing", column,
              fmt::format("captured {}{}", column.captured_rows,
                          ReasonFor(expected.missing, column.oid)),
              out);
  } else if (!column.rows_missing.empty()) {
    PrintLine("rows", column,
              fmt::format("{} of {} captured instances missing, such as {}{}",
                          column.rows_missing.size(), column.captured_rows,
                          column.rows_missing.front().ToString(),
                          ReasonFor(deviations, column.rows_missing.front())),
              out);
  } else if (columns == ReportedColumns::kAll) {
    PrintLine("served", column,
              fmt::format("captured {}", column.captured_rows), out);
  }
  if (columns == ReportedColumns::kAll && column.rows_added > 0) {
    PrintLine("added", column,
              fmt::format("{} not captured", column.rows_added), out);
  }
  if (!column.wrong_types.empty()) {
    PrintLine("type", column,
              Examples(column.wrong_types) +
                  ReasonFor(deviations, column.wrong_types.front().oid),
              out);
  }
  if (!column.wrong_values.empty()) {
    PrintLine("value", column,
              Examples(column.wrong_values) + "; allowed: " + column.allowed +
                  ReasonFor(deviations, column.wrong_values.front().oid),
              out);
  }
}

nlohmann::json JsonOf(const std::vector<Varbind>& varbinds) {
  nlohmann::json list = nlohmann::json::array();
  for (const Varbind& varbind : varbinds) {
    list.push_back({{"oid", varbind.oid.ToString()},
                    {"type", ToString(varbind.value.type())},
                    {"value", varbind.value.ToString()}});
  }
  return list;
}

nlohmann::json JsonOf(const ColumnComparison& column,
                      const ExpectedCapture& expected) {
  nlohmann::json rows = nlohmann::json::array();
  for (const Oid& oid : column.rows_missing) {
    rows.push_back(oid.ToString());
  }
  nlohmann::json json = {{"oid", column.oid.ToString()},
                         {"name", column.name},
                         {"served", column.is_served},
                         {"captured_rows", column.captured_rows},
                         {"rows_missing", rows},
                         {"rows_added", column.rows_added},
                         {"wrong_types", JsonOf(column.wrong_types)},
                         {"wrong_values", JsonOf(column.wrong_values)},
                         {"allowed", column.allowed}};
  const auto* reason = FindReason(
      column.is_served ? expected.deviations : expected.missing, column.oid);
  if (reason != nullptr) {
    json["reason"] = reason->second;
  }
  return json;
}

}  // namespace

ComparisonReport MakeReport(const fake_pdu::Capture& capture,
                            const fake_pdu::Model& model,
                            const ExpectedCapture& expected) {
  std::vector<Oid> arcs = {kSystem};
  arcs.insert(arcs.end(), expected.arcs.begin(), expected.arcs.end());
  std::vector<Oid> outside;
  for (const auto& reason : expected.outside) {
    outside.push_back(reason.first);
  }
  ComparisonReport report;
  report.arcs = Compare(capture, model.objects, arcs, outside);
  report.expected = expected;
  report.problems = FindProblems(capture, report.arcs, expected);
  return report;
}

void PrintText(const ComparisonReport& report, ReportedColumns columns,
               std::ostream& out) {
  out << report.expected << '\n';
  for (const ArcComparison& arc : report.arcs) {
    std::size_t added = 0;
    for (const ColumnComparison& column : arc.columns) {
      added += column.rows_added;
    }
    out << fmt::format(
        "{}: {} of {} captured columns served ({} %), {} instances not "
        "captured\n",
        arc.arc.ToString(), arc.Served(), arc.columns.size(),
        PercentServed(arc), added);
    for (const ColumnComparison& column : arc.columns) {
      PrintColumn(column, report.expected, columns, out);
    }
  }
  for (const auto& [oid, reason] : report.expected.outside) {
    out << oid.ToString() << ": not compared: " << reason << '\n';
  }
  for (const std::string& problem : report.problems) {
    out << "problem: " << problem << '\n';
  }
  out << report.problems.size() << " problems\n";
}

void PrintJson(const ComparisonReport& report, std::ostream& out) {
  nlohmann::json arcs = nlohmann::json::array();
  for (const ArcComparison& arc : report.arcs) {
    nlohmann::json columns = nlohmann::json::array();
    for (const ColumnComparison& column : arc.columns) {
      columns.push_back(JsonOf(column, report.expected));
    }
    arcs.push_back({{"arc", arc.arc.ToString()},
                    {"captured", arc.columns.size()},
                    {"served", arc.Served()},
                    {"columns", columns}});
  }
  const nlohmann::json json = {{"capture", report.expected.file},
                               {"model", report.expected.model},
                               {"arcs", arcs},
                               {"problems", report.problems}};
  // Octets that are no UTF-8 are shown in another way, not refused.
  out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
      << '\n';
}

}  // namespace pdukit
