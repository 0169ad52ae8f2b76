#include "fake_pdu/agent/exchange.h"

#include <chrono>
#include <cstddef>

#include <fmt/format.h>

namespace pdukit::fake_pdu {
namespace {

// RFC 3414 section 5, below snmpUsmMIB usmStats.
const Oid& UsmStats() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 6, 3, 15, 1, 1};
  return oid;
}

std::string ReportName(const Oid& counter) {
  static const char* const kNames[] = {
      "usmStatsUnsupportedSecLevels", "usmStatsNotInTimeWindows",
      "usmStatsUnknownUserNames",     "usmStatsUnknownEngineIDs",
      "usmStatsWrongDigests",         "usmStatsDecryptionErrors"};
  const std::size_t at = UsmStats().size();
  const bool known = counter.StartsWith(UsmStats()) && counter.size() > at &&
                     counter[at] >= 1 && counter[at] <= std::size(kNames);
  return known ? kNames[counter[at] - 1] : counter.ToString();
}

void PrintVarbinds(std::ostream& out,
                   const std::vector<NamedVarbind>& varbinds) {
  const char* separator = " ";
  for (const NamedVarbind& varbind : varbinds) {
    out << separator << varbind;
    separator = ", ";
  }
}

// To the millisecond, of the day.
std::string TimeOfDay(Clock::WallTime time) {
  using std::chrono::milliseconds;
  const auto ms = std::chrono::duration_cast<milliseconds>(
                      time.time_since_epoch() % std::chrono::hours(24))
                      .count();
  return fmt::format("{:02}:{:02}:{:02}.{:03}", ms / 3600000, ms / 60000 % 60,
                     ms / 1000 % 60, ms % 1000);
}

}  // namespace

const char* ToString(Operation operation) {
  switch (operation) {
    case Operation::kNone:
      return "message";
    case Operation::kGet:
      return "GET";
    case Operation::kGetNext:
      return "GETNEXT";
    case Operation::kGetBulk:
      return "GETBULK";
    case Operation::kSet:
      return "SET";
  }
  return "?";
}

std::ostream& operator<<(std::ostream& out, Operation operation) {
  return out << ToString(operation);
}

std::ostream& operator<<(std::ostream& out, const NamedVarbind& varbind) {
  out << (varbind.name.empty() ? varbind.oid.ToString() : varbind.name);
  if (varbind.value.type() == ValueType::kNull) {
    return out;
  }
  if (varbind.value.type() == ValueType::kOctetString) {
    return out << " = \"" << varbind.value.ToString() << '"';
  }
  return out << " = " << varbind.value.ToString();
}

std::ostream& operator<<(std::ostream& out, const Request& request) {
  out << request.source;
  if (request.version) {
    out << " v" << ToString(*request.version);
    if (*request.version == SnmpVersion::kV3) {
      out << " user \"" << request.user << "\" " << request.level;
    } else {
      out << " \"" << request.community << '"';
    }
  }
  out << ' ' << request.operation;
  if (request.operation == Operation::kGetBulk) {
    out << ' ' << request.bulk_non_repeaters << '+'
        << request.bulk_max_repetitions;
  }
  if (request.is_resend) {
    out << " (resend)";
  }
  PrintVarbinds(out, request.varbinds);
  return out;
}

std::ostream& operator<<(std::ostream& out, const Response& response) {
  if (response.is_report) {
    out << "Report ";
    return response.varbinds.empty()
               ? out
               : out << ReportName(response.varbinds.front().oid);
  }
  if (response.status == ErrorStatus::kNoError) {
    out << "ok";
    PrintVarbinds(out, response.varbinds);
    return out;
  }
  return out << ToString(response.status) << " at " << response.error_index;
}

std::ostream& operator<<(std::ostream& out, const Exchange& exchange) {
  out << '#' << exchange.number << ' ' << TimeOfDay(exchange.time) << ' '
      << exchange.request << " -> ";
  if (!exchange.response) {
    out << "no answer";
  } else if (exchange.request.operation == Operation::kSet &&
             exchange.response->status == ErrorStatus::kNoError &&
             !exchange.response->is_report) {
    out << "ok";
  } else {
    out << *exchange.response;
  }
  if (!exchange.refusal.empty()) {
    out << " (" << exchange.refusal << ')';
  }
  if (!exchange.fault.empty()) {
    out << " [fault: " << exchange.fault << ']';
  }
  return out;
}

}  // namespace pdukit::fake_pdu
