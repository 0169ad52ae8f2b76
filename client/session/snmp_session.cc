#include "client/session/snmp_session.h"

#include <cstddef>
#include <utility>

namespace pdukit::client {
namespace {

// Rows of 25 varbinds fit every agent that holds to RFC 3417's 484 octets, or
// it answers with fewer.
constexpr int kRepetitions = 25;

// Far above any PDU; what keeps ascending beyond it never ends.
constexpr std::size_t kMaxVariables = 100000;

class SameSession final : public SnmpSession {
 public:
  explicit SameSession(SnmpSession& session) : session_(session) {}

  Result<std::vector<Varbind>> Get(const std::vector<Oid>& oids) override {
    return session_.Get(oids);
  }
  Result<std::vector<Varbind>> GetNext(const std::vector<Oid>& oids) override {
    return session_.GetNext(oids);
  }
  Result<std::vector<Varbind>> GetBulk(const Oid& oid,
                                       int max_repetitions) override {
    return session_.GetBulk(oid, max_repetitions);
  }
  Result<void> Set(const std::vector<Varbind>& varbinds,
                   Resend resend) override {
    return session_.Set(varbinds, resend);
  }
  std::string host() const override { return session_.host(); }

 private:
  SnmpSession& session_;
};

}  // namespace

std::unique_ptr<SnmpSession> SnmpSession::Until(Clock::TimePoint /*end*/) {
  return std::make_unique<SameSession>(*this);
}

Result<std::vector<Varbind>> Walk(SnmpSession& session, const Oid& root) {
  std::vector<Varbind> found;
  Oid last = root;
  while (found.size() < kMaxVariables) {
    Result<std::vector<Varbind>> rows = session.GetBulk(last, kRepetitions);
    if (!rows.ok()) {
      return rows.error();
    }
    for (Varbind& row : *rows) {
      if (row.value.is_exception() || !row.oid.StartsWith(root)) {
        return found;
      }
      if (row.oid <= last) {
        return Error{ErrorKind::kProtocol,
                     "the variable after " + last.ToString() +
                         " is said to be " + row.oid.ToString(),
                     "", session.host()};
      }
      last = row.oid;
      found.push_back(std::move(row));
    }
    if (rows->empty()) {
      return Error{ErrorKind::kProtocol, "an answer holds no variable", "",
                   session.host()};
    }
  }
  return Error{ErrorKind::kProtocol,
               "the variables below " + root.ToString() + " do not end", "",
               session.host()};
}

}  // namespace pdukit::client
