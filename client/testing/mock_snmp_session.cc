#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {

using ::testing::_;

MockSnmpSession::MockSnmpSession() {
  ON_CALL(*this, Get(_)).WillByDefault([this](const std::vector<Oid>& oids) {
    std::vector<Varbind> answer;
    for (const Oid& oid : oids) {
      answer.push_back({oid, Peek(oid)});
    }
    return Result<std::vector<Varbind>>(answer);
  });
  ON_CALL(*this, GetNext(_))
      .WillByDefault([this](const std::vector<Oid>& oids) {
        std::vector<Varbind> answer;
        for (const Oid& oid : oids) {
          answer.push_back(Next(oid));
        }
        return Result<std::vector<Varbind>>(answer);
      });
  ON_CALL(*this, GetBulk(_, _))
      .WillByDefault([this](const Oid& oid, int max_repetitions) {
        std::vector<Varbind> answer = {Next(oid)};
        while (!answer.back().value.is_exception() &&
               answer.size() < static_cast<std::size_t>(max_repetitions)) {
          answer.push_back(Next(answer.back().oid));
        }
        return Result<std::vector<Varbind>>(answer);
      });
  ON_CALL(*this, Set(_, _))
      .WillByDefault([this](const std::vector<Varbind>& varbinds, Resend) {
        return Store(varbinds);
      });
  ON_CALL(*this, host).WillByDefault(::testing::Return("mock"));
}

MockSnmpSession::~MockSnmpSession() = default;

void MockSnmpSession::Put(const Oid& oid, const Value& value) {
  std::lock_guard lock(mutex_);
  variables_.insert_or_assign(oid, value);
}

void MockSnmpSession::Remove(const Oid& oid) {
  std::lock_guard lock(mutex_);
  variables_.erase(oid);
}

Value MockSnmpSession::Peek(const Oid& oid) const {
  std::lock_guard lock(mutex_);
  const auto found = variables_.find(oid);
  return found == variables_.end() ? Value::NoSuchInstance() : found->second;
}

Varbind MockSnmpSession::Next(const Oid& oid) const {
  std::lock_guard lock(mutex_);
  const auto next = variables_.upper_bound(oid);
  if (next == variables_.end()) {
    return {oid, Value::EndOfMibView()};
  }
  return {next->first, next->second};
}

Result<void> MockSnmpSession::Store(const std::vector<Varbind>& varbinds) {
  std::lock_guard lock(mutex_);
  for (const Varbind& varbind : varbinds) {
    if (variables_.count(varbind.oid) == 0) {
      Error error{ErrorKind::kRefusedByDevice, "SET was refused: notWritable",
                  "", "mock"};
      error.oid = varbind.oid.ToString();
      error.answer =
          DeviceAnswer{DeviceAnswer::Type::kErrorStatus, "notWritable"};
      return error;
    }
  }
  for (const Varbind& varbind : varbinds) {
    variables_.insert_or_assign(varbind.oid, varbind.value);
  }
  return {};
}

}  // namespace pdukit::client

template class ::testing::NiceMock<pdukit::client::MockSnmpSession>;
