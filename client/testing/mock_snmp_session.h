#ifndef PDUKIT_CLIENT_TESTING_MOCK_SNMP_SESSION_H_
#define PDUKIT_CLIENT_TESTING_MOCK_SNMP_SESSION_H_

// An SnmpSession for tests: an agent that is a map, until told otherwise.
//
//   auto session = std::make_unique<testing::NiceMock<MockSnmpSession>>();
//   session->Put(kSysName, Value::OctetString("rack4"));
//   EXPECT_CALL(*session, Set(_, Resend::kNever));

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "client/session/snmp_session.h"

namespace pdukit::client {

// By default GET, GETNEXT and GETBULK answer from the variables that were put
// in, and a SET changes those that are there and fails with kRefusedByDevice
// (notWritable) for others. Those defaults are thread-safe.
class MockSnmpSession : public SnmpSession {
 public:
  MockSnmpSession();
  ~MockSnmpSession() override;

  MOCK_METHOD(Result<std::vector<Varbind>>, Get, (const std::vector<Oid>& oids),
              (override));
  MOCK_METHOD(Result<std::vector<Varbind>>, GetNext,
              (const std::vector<Oid>& oids), (override));
  MOCK_METHOD(Result<std::vector<Varbind>>, GetBulk,
              (const Oid& oid, int max_repetitions), (override));
  MOCK_METHOD(Result<void>, Set,
              (const std::vector<Varbind>& varbinds, Resend resend),
              (override));
  // "mock" by default.
  MOCK_METHOD(std::string, host, (), (const, override));

  void Put(const Oid& oid, const Value& value);
  void Remove(const Oid& oid);

  // noSuchInstance if there is none.
  Value Peek(const Oid& oid) const;

 private:
  Varbind Next(const Oid& oid) const;
  Result<void> Store(const std::vector<Varbind>& varbinds);

  mutable std::mutex mutex_;
  std::map<Oid, Value> variables_;
};

}  // namespace pdukit::client

// Compiled once, not in each test.
extern template class ::testing::NiceMock<pdukit::client::MockSnmpSession>;

#endif  // PDUKIT_CLIENT_TESTING_MOCK_SNMP_SESSION_H_
