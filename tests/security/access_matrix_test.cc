// Who (askers.cc) gets what of which object: the rule, for every asker, object
// and operation.
//
//   who is not let in    the same answer, whatever they ask for: silence, a
//                        Report or authorizationError, and nothing has changed
//   who may read         GET, GETNEXT, GETBULK as below; a SET is noAccess
//   who may write        the same; a SET as below
//   v1                   the same, but each error is noSuchName; it has no
//                        GETBULK

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <tuple>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/agent/testing/test_client.h"
#include "fake_pdu/agent/testing/users.h"
#include "fake_pdu/fake_pdu.h"
#include "tests/security/askers.h"

namespace pdukit {
namespace {

using fake_pdu::FakePdu;
using fake_pdu::Operation;
using fake_pdu::TestClient;
using fake_pdu::TestReply;
using ::testing::IsEmpty;
using ::testing::Not;

struct Object {
  const char* name;
  Oid oid;
  // Of its type, but not the one that it has.
  Value other;
  // What GET finds; a number or text stands for any.
  ValueType get;
  // What a SET comes to for who may write.
  ErrorStatus set;
};

std::ostream& operator<<(std::ostream& out, const Object& object) {
  return out << object.name;
}

const std::vector<Object>& Objects() {
  constexpr ValueType kMissingObject = ValueType::kNoSuchObject;
  constexpr ValueType kMissingInstance = ValueType::kNoSuchInstance;
  constexpr ErrorStatus kNotWritable = ErrorStatus::kNotWritable;
  static const auto& objects = *new std::vector<Object>{
      // SNMPv2-MIB.
      {"ReadOnlySysDescr",
       {1, 3, 6, 1, 2, 1, 1, 1, 0},
       Value::OctetString("other"),
       ValueType::kOctetString,
       kNotWritable},
      {"WritableSysName",
       {1, 3, 6, 1, 2, 1, 1, 5, 0},
       Value::OctetString("other"),
       ValueType::kOctetString,
       ErrorStatus::kNoError},
      // PowerNet-MIB: rPDUOutletControlOutletCommand of outlet 3, of one that
      // there is not, and the entry itself, which is not accessible.
      {"CommandOfAnOutlet",
       {1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 3, 1, 1, 4, 3},
       Value::Integer32(2),
       ValueType::kInteger32,
       ErrorStatus::kNoError},
      {"CommandOfNoOutlet",
       {1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 3, 1, 1, 4, 99},
       Value::Integer32(2),
       kMissingInstance,
       ErrorStatus::kNoCreation},
      {"NotAccessibleEntry",
       {1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 3, 1, 1},
       Value::Integer32(2),
       kMissingObject,
       kNotWritable},
      // Of another vendor, and of other roots than .1.3.
      {"OutsideEveryTree",
       {1, 3, 6, 1, 4, 1, 99999, 1, 0},
       Value::Integer32(2),
       kMissingObject,
       kNotWritable},
      {"BeforeEveryTree",
       {1, 0, 8802, 1, 1, 0},
       Value::Integer32(2),
       kMissingObject,
       kNotWritable},
      {"BehindEveryTree",
       {2, 5, 1, 0},
       Value::Integer32(2),
       kMissingObject,
       kNotWritable},
      // SNMP's own: usmUserStatus, usmStatsWrongDigests, vacmAccessStatus,
      // snmpCommunityName.
      {"UsmUsers",
       {1, 3, 6, 1, 6, 3, 15, 1, 2, 2, 1, 13, 1},
       Value::Integer32(6),
       kMissingObject,
       kNotWritable},
      {"UsmStatistics",
       {1, 3, 6, 1, 6, 3, 15, 1, 1, 5, 0},
       Value::Counter32(0),
       kMissingObject,
       kNotWritable},
      {"VacmAccess",
       {1, 3, 6, 1, 6, 3, 16, 1, 4, 1, 9, 1},
       Value::Integer32(6),
       kMissingObject,
       kNotWritable},
      {"Communities",
       {1, 3, 6, 1, 6, 3, 18, 1, 1, 1, 2, 1},
       Value::OctetString("other"),
       kMissingObject,
       kNotWritable},
  };
  return objects;
}

// The last name before it that is of use: there is nothing in between.
Oid JustBefore(const Oid& oid) {
  std::vector<std::uint32_t> ids = oid.ids();
  if (ids.back() > 0) {
    --ids.back();
  } else {
    ids.pop_back();
  }
  return Oid(ids);
}

// What answers somebody who is not let in.
Oid ReportOf(Entry entry) {
  switch (entry) {
    case Entry::kUnknownUser:
      return fake_pdu::UnknownUserNames();
    case Entry::kWrongDigest:
      return fake_pdu::WrongDigests();
    case Entry::kDecryptionError:
      return fake_pdu::DecryptionErrors();
    case Entry::kUnsupportedLevel:
      return fake_pdu::UnsupportedSecLevels();
    default:
      return {};
  }
}

bool IsException(ValueType type) {
  return type == ValueType::kNoSuchObject ||
         type == ValueType::kNoSuchInstance || type == ValueType::kEndOfMibView;
}

// The one varbind of an answer without an error, of this name and type.
void ExpectVarbind(const TestReply& reply, const Oid& oid, ValueType type) {
  EXPECT_EQ(reply.status, ErrorStatus::kNoError);
  ASSERT_THAT(reply.varbinds, Not(IsEmpty()));
  EXPECT_EQ(reply.varbinds.front().oid, oid);
  EXPECT_EQ(reply.value().type(), type);
}

void ExpectError(const TestReply& reply, ErrorStatus status) {
  EXPECT_EQ(reply.status, status);
  EXPECT_EQ(reply.index, 1);
}

class AccessMatrixTest
    : public ::testing::TestWithParam<std::tuple<Asker, Object>> {
 protected:
  const Asker& asker() const { return std::get<Asker>(GetParam()); }
  const Object& object() const { return std::get<Object>(GetParam()); }
  bool is_v1() const { return asker().version == SnmpVersion::kV1; }
  bool is_let_in() const {
    return asker().entry == Entry::kRead || asker().entry == Entry::kReadWrite;
  }

  // What the asker gets for it; nullopt for silence.
  std::optional<TestReply> Ask(Operation operation, const Oid& oid) {
    client_->Send(operation, {{oid, object().other}});
    // Once this is answered, that has been.
    owner_.Get({oid});
    return client_->Received();
  }

  // The object as the owner sees it.
  Value Truth() { return owner_.Get({object().oid}).value(); }

  // Whoever is not let in learns the same of everything.
  void ExpectTurnedAway(const std::optional<TestReply>& reply) {
    ASSERT_EQ(reply.has_value(), asker().entry != Entry::kSilence);
    if (!reply) {
      return;
    }
    EXPECT_EQ(reply->report, ReportOf(asker().entry));
    EXPECT_EQ(reply->status, asker().entry == Entry::kAuthorizationError
                                 ? ErrorStatus::kAuthorizationError
                                 : ErrorStatus::kNoError);
    EXPECT_EQ(reply->index, 0);
  }

  // GETNEXT and GETBULK from right before the object.
  void ExpectNext(const std::optional<TestReply>& reply) {
    if (!is_let_in()) {
      return ExpectTurnedAway(reply);
    }
    ASSERT_TRUE(reply.has_value());
    if (!IsException(object().get)) {
      return ExpectVarbind(*reply, object().oid, object().get);
    }
    // What is not there is not come to.
    ASSERT_THAT(reply->varbinds, Not(IsEmpty()));
    EXPECT_TRUE(reply->varbinds.front().oid != object().oid ||
                IsException(reply->value().type()) ||
                reply->status == ErrorStatus::kNoSuchName);
  }

  FakePdu pdu_ = StartGuarded();
  TestClient owner_{pdu_.address(), SnmpVersion::kV2c, "write-secret"};
  const std::unique_ptr<TestClient> client_ = ClientOf(asker(), pdu_.address());
};

TEST_P(AccessMatrixTest, Get) {
  const std::optional<TestReply> reply = Ask(Operation::kGet, object().oid);

  if (!is_let_in()) {
    return ExpectTurnedAway(reply);
  }
  ASSERT_TRUE(reply.has_value());
  if (is_v1() && IsException(object().get)) {
    return ExpectError(*reply, ErrorStatus::kNoSuchName);
  }
  ExpectVarbind(*reply, object().oid, object().get);
}

TEST_P(AccessMatrixTest, GetNext) {
  ExpectNext(Ask(Operation::kGetNext, JustBefore(object().oid)));
}

class BulkAccessMatrixTest : public AccessMatrixTest {};

TEST_P(BulkAccessMatrixTest, GetBulk) {
  ExpectNext(Ask(Operation::kGetBulk, JustBefore(object().oid)));
}

TEST_P(AccessMatrixTest, Set) {
  const Value before = Truth();

  const std::optional<TestReply> reply = Ask(Operation::kSet, object().oid);

  const bool writes = asker().entry == Entry::kReadWrite &&
                      object().set == ErrorStatus::kNoError;
  if (!is_let_in()) {
    ExpectTurnedAway(reply);
  } else if (writes) {
    ASSERT_TRUE(reply.has_value());
    EXPECT_EQ(reply->status, ErrorStatus::kNoError);
  } else {
    ASSERT_TRUE(reply.has_value());
    ExpectError(*reply, is_v1() ? ErrorStatus::kNoSuchName
                        : asker().entry == Entry::kRead ? ErrorStatus::kNoAccess
                                                        : object().set);
  }
  EXPECT_EQ(Truth(), writes ? object().other : before);
}

std::string CaseName(
    const ::testing::TestParamInfo<AccessMatrixTest::ParamType>& info) {
  return std::get<Asker>(info.param).name + "_" +
         std::get<Object>(info.param).name;
}

std::vector<Asker> AskersWithBulk() {
  std::vector<Asker> askers = Askers();
  std::erase_if(askers, [](const Asker& asker) {
    return asker.version == SnmpVersion::kV1;
  });
  return askers;
}

INSTANTIATE_TEST_SUITE_P(Each, AccessMatrixTest,
                         ::testing::Combine(::testing::ValuesIn(Askers()),
                                            ::testing::ValuesIn(Objects())),
                         CaseName);

INSTANTIATE_TEST_SUITE_P(
    Each, BulkAccessMatrixTest,
    ::testing::Combine(::testing::ValuesIn(AskersWithBulk()),
                       ::testing::ValuesIn(Objects())),
    CaseName);

}  // namespace
}  // namespace pdukit
