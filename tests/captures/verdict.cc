#include "tests/captures/verdict.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

namespace pdukit {
namespace {

using Reasons = ExpectedCapture::Reasons;

const Oid kEnterprises{1, 3, 6, 1, 4, 1};

// Collects problems, and which reasons were needed.
class Judge {
 public:
  explicit Judge(const ExpectedCapture& expected) : expected_(expected) {}

  void JudgeArc(const ArcComparison& arc);
  void JudgeOutside(const fake_pdu::Capture& capture);
  void JudgeReasons();

  std::vector<std::string> problems() const { return problems_; }

 private:
  bool IsExcused(const Reasons& reasons, const Oid& oid);
  void JudgeColumn(const ColumnComparison& column);
  void JudgeValues(const ColumnComparison& column,
                   const std::vector<Varbind>& values, std::string_view what);
  void JudgeRows(const ColumnComparison& column);
  void JudgeNeed(const Reasons& reasons, std::string_view key);

  const ExpectedCapture& expected_;
  std::vector<std::string> problems_;
  std::set<const Reasons::value_type*> needed_;
  std::vector<Oid> unexplained_;  // Columns of this arc.
};

std::string Describe(const ColumnComparison& column) {
  return column.name.empty()
             ? column.oid.ToString()
             : fmt::format("{} ({})", column.oid.ToString(), column.name);
}

void Judge::JudgeArc(const ArcComparison& arc) {
  if (arc.arc.StartsWith(kEnterprises) && PercentServed(arc) < kLeastPercent) {
    problems_.push_back(fmt::format(
        "{}: {} of {} captured columns are served, {} %; at least {} % are "
        "expected",
        arc.arc.ToString(), arc.Served(), arc.columns.size(),
        PercentServed(arc), kLeastPercent));
  }
  unexplained_.clear();
  for (const ColumnComparison& column : arc.columns) {
    JudgeColumn(column);
  }
  if (!unexplained_.empty()) {
    problems_.push_back(fmt::format(
        "{}: {} captured columns, such as {}, are not served, and no reason "
        "is given under missing",
        arc.arc.ToString(), unexplained_.size(),
        unexplained_.front().ToString()));
  }
}

bool Judge::IsExcused(const Reasons& reasons, const Oid& oid) {
  const auto* reason = FindReason(reasons, oid);
  if (reason != nullptr) {
    needed_.insert(reason);
  }
  return reason != nullptr;
}

void Judge::JudgeColumn(const ColumnComparison& column) {
  JudgeValues(column, column.wrong_types, "the wrong type");
  JudgeValues(column, column.wrong_values, "a value that is not allowed");
  if (column.is_served) {
    JudgeRows(column);
  } else if (!IsExcused(expected_.missing, column.oid)) {
    unexplained_.push_back(column.oid);
  }
}

void Judge::JudgeValues(const ColumnComparison& column,
                        const std::vector<Varbind>& values,
                        std::string_view what) {
  std::vector<Varbind> rest;
  std::copy_if(values.begin(), values.end(), std::back_inserter(rest),
               [&](const Varbind& varbind) {
                 return !IsExcused(expected_.deviations, varbind.oid);
               });
  if (!rest.empty()) {
    problems_.push_back(fmt::format(
        "{}: {} of {} captured values have {}, such as {} = {}: {}{}{}",
        Describe(column), rest.size(), column.captured_rows, what,
        rest.front().oid.ToString(), ToString(rest.front().value.type()),
        rest.front().value.ToString(),
        column.allowed.empty() ? "" : "; allowed: ", column.allowed));
  }
}

void Judge::JudgeRows(const ColumnComparison& column) {
  std::vector<Oid> rest;
  std::copy_if(column.rows_missing.begin(), column.rows_missing.end(),
               std::back_inserter(rest), [&](const Oid& oid) {
                 return !IsExcused(expected_.deviations, oid);
               });
  if (!rest.empty()) {
    problems_.push_back(
        fmt::format("{}: {} of {} captured instances are missing, such as {}",
                    Describe(column), rest.size(), column.captured_rows,
                    rest.front().ToString()));
  }
}

void Judge::JudgeOutside(const fake_pdu::Capture& capture) {
  std::vector<Oid> rest;
  for (const Varbind& varbind : capture.varbinds()) {
    const bool is_compared = std::any_of(
        expected_.arcs.begin(), expected_.arcs.end(),
        [&](const Oid& arc) { return varbind.oid.StartsWith(arc); });
    // Asked first: a reason may be for a part of an arc.
    const bool is_excused = IsExcused(expected_.outside, varbind.oid);
    if (varbind.oid.StartsWith(kEnterprises) && !is_compared && !is_excused) {
      rest.push_back(varbind.oid);
    }
  }
  if (!rest.empty()) {
    problems_.push_back(
        fmt::format("{} captured objects, such as {}, are neither below arcs "
                    "nor below outside",
                    rest.size(), rest.front().ToString()));
  }
}

void Judge::JudgeReasons() {
  JudgeNeed(expected_.outside, "outside");
  JudgeNeed(expected_.missing, "missing");
  JudgeNeed(expected_.deviations, "deviations");
}

void Judge::JudgeNeed(const Reasons& reasons, std::string_view key) {
  for (const Reasons::value_type& reason : reasons) {
    if (needed_.count(&reason) == 0) {
      problems_.push_back(
          fmt::format("{} under {} is not needed: nothing there is amiss",
                      reason.first.ToString(), key));
    }
  }
}

}  // namespace

int PercentServed(const ArcComparison& arc) {
  return arc.columns.empty()
             ? 100
             : static_cast<int>(arc.Served() * 100 / arc.columns.size());
}

std::vector<std::string> FindProblems(
    const fake_pdu::Capture& capture,
    const std::vector<ArcComparison>& comparison,
    const ExpectedCapture& expected) {
  Judge judge(expected);
  for (const ArcComparison& arc : comparison) {
    judge.JudgeArc(arc);
  }
  judge.JudgeOutside(capture);
  judge.JudgeReasons();
  return judge.problems();
}

}  // namespace pdukit
