#include "fake_pdu/agent/snmp_endpoint.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/agent/testing/map_view.h"
#include "fake_pdu/agent/testing/test_client.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Oid kDescription{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid kCommand{1, 3, 6, 1, 4, 1, 99, 1, 1};
const Oid kDelay{1, 3, 6, 1, 4, 1, 99, 1, 2};
const Oid kCounter{1, 3, 6, 1, 4, 1, 99, 2, 1};
const Oid kLast{1, 3, 6, 1, 4, 1, 99, 3, 1};
const Oid kMissing{1, 3, 6, 1, 4, 1, 99, 9};

class SnmpEndpointTest : public ::testing::Test {
 protected:
  SnmpEndpointTest() {
    view_.Add(kDescription, Value::OctetString("a device"));
    view_.AddWritable(kCommand, Value::Integer32(1));
    view_.AddWritable(kDelay, Value::Integer32(5));
    view_.Add(kCounter, Value::Counter64(0xFFFFFFFFFFFFFFFFU));
    view_.Add(kLast, Value::Gauge32(4000000000U));
    SnmpEndpoint::Options options;
    options.read_community = "public";
    options.write_community = "private";
    endpoint_ = SnmpEndpoint::Start(options, view_).value();
  }

  TestClient Reader(SnmpVersion version = SnmpVersion::kV2c) const {
    return {endpoint_->address(), version, "public"};
  }

  TestClient Writer(SnmpVersion version = SnmpVersion::kV2c) const {
    return {endpoint_->address(), version, "private"};
  }

  MapView view_;
  std::unique_ptr<SnmpEndpoint> endpoint_;
};

TEST_F(SnmpEndpointTest, AnswersOnALoopbackPortOfItsOwn) {
  EXPECT_EQ(endpoint_->host(), "127.0.0.1");
  EXPECT_NE(endpoint_->port(), 0);
  EXPECT_EQ(endpoint_->address(),
            "127.0.0.1:" + std::to_string(endpoint_->port()));
}

TEST_F(SnmpEndpointTest, GetsSeveralVariables) {
  EXPECT_THAT(
      Reader().Get({kDescription, kCounter}).varbinds,
      ElementsAre(Varbind{kDescription, Value::OctetString("a device")},
                  Varbind{kCounter, Value::Counter64(0xFFFFFFFFFFFFFFFFU)}));
}

TEST_F(SnmpEndpointTest, LetsTheWriteCommunityRead) {
  EXPECT_EQ(Writer().Get({kCommand}).value(), Value::Integer32(1));
}

TEST_F(SnmpEndpointTest, AnswersAMissingObjectByAnException) {
  const TestReply reply = Reader().Get({kCommand, kMissing});

  EXPECT_EQ(reply.status, ErrorStatus::kNoError);
  EXPECT_THAT(reply.varbinds,
              ElementsAre(Varbind{kCommand, Value::Integer32(1)},
                          Varbind{kMissing, Value::NoSuchObject()}));
}

TEST_F(SnmpEndpointTest, AnswersAMissingObjectByAnErrorUnderV1) {
  const TestReply reply = Reader(SnmpVersion::kV1).Get({kCommand, kMissing});

  EXPECT_EQ(reply.status, ErrorStatus::kNoSuchName);
  EXPECT_EQ(reply.index, 2);
}

TEST_F(SnmpEndpointTest, FindsTheNextVariableFromAnywhere) {
  EXPECT_THAT(Reader().GetNext({Oid{1}, kCommand, Oid{1, 3, 6, 1, 4}}).varbinds,
              ElementsAre(Varbind{kDescription, Value::OctetString("a device")},
                          Varbind{kDelay, Value::Integer32(5)},
                          Varbind{kCommand, Value::Integer32(1)}));
}

TEST_F(SnmpEndpointTest, TellsTheEndOfTheView) {
  EXPECT_THAT(Reader().GetNext({kLast}).varbinds,
              ElementsAre(Varbind{kLast, Value::EndOfMibView()}));
}

TEST_F(SnmpEndpointTest, TellsTheEndOfTheViewByAnErrorUnderV1) {
  EXPECT_EQ(Reader(SnmpVersion::kV1).GetNext({kLast}).status,
            ErrorStatus::kNoSuchName);
}

TEST_F(SnmpEndpointTest, SkipsCounter64UnderV1) {
  EXPECT_THAT(Reader(SnmpVersion::kV1).GetNext({kDelay}).varbinds,
              ElementsAre(Varbind{kLast, Value::Gauge32(4000000000U)}));
}

TEST_F(SnmpEndpointTest, GetsInBulk) {
  EXPECT_THAT(
      Reader().GetBulk({kDescription}, 3).varbinds,
      ElementsAre(Varbind{kCommand, Value::Integer32(1)},
                  Varbind{kDelay, Value::Integer32(5)},
                  Varbind{kCounter, Value::Counter64(0xFFFFFFFFFFFFFFFFU)}));
}

TEST_F(SnmpEndpointTest, GetsNonRepeatersOnceAndTheRestInRows) {
  EXPECT_THAT(
      Reader().GetBulk({Oid{1, 3}, kDescription, kCommand}, 2, 1).varbinds,
      ElementsAre(Varbind{kDescription, Value::OctetString("a device")},
                  Varbind{kCommand, Value::Integer32(1)},
                  Varbind{kDelay, Value::Integer32(5)},
                  Varbind{kDelay, Value::Integer32(5)},
                  Varbind{kCounter, Value::Counter64(0xFFFFFFFFFFFFFFFFU)}));
}

TEST_F(SnmpEndpointTest, EndsABulkAtTheEndOfTheView) {
  EXPECT_THAT(Reader().GetBulk({kCounter}, 1000).varbinds,
              ElementsAre(Varbind{kLast, Value::Gauge32(4000000000U)},
                          Varbind{kLast, Value::EndOfMibView()}));
}

TEST_F(SnmpEndpointTest, GetsNothingInBulkWithoutRepetitions) {
  EXPECT_THAT(Reader().GetBulk({kDescription}, 0).varbinds, IsEmpty());
}

TEST_F(SnmpEndpointTest, Sets) {
  const TestReply reply = Writer().Set({{kCommand, Value::Integer32(2)}});

  EXPECT_EQ(reply.status, ErrorStatus::kNoError);
  EXPECT_EQ(view_.Get(kCommand), Value::Integer32(2));
}

TEST_F(SnmpEndpointTest, SetsAllOrNothing) {
  const TestReply reply =
      Writer().Set({{kCommand, Value::Integer32(2)},
                    {kDescription, Value::OctetString("mine")},
                    {kDelay, Value::Integer32(7)}});

  EXPECT_EQ(reply.status, ErrorStatus::kNotWritable);
  EXPECT_EQ(reply.index, 2);
  EXPECT_EQ(view_.Get(kCommand), Value::Integer32(1));
  EXPECT_EQ(view_.Get(kDelay), Value::Integer32(5));
}

TEST_F(SnmpEndpointTest, SetsNothingIfOneObjectIsOutsideOfAllMibs) {
  const TestReply reply = Writer().Set(
      {{kCommand, Value::Integer32(2)}, {Oid{2, 5}, Value::Integer32(7)}});

  EXPECT_NE(reply.status, ErrorStatus::kNoError);
  EXPECT_EQ(view_.Get(kCommand), Value::Integer32(1));
}

// Finds out only while it applies a SET that it cannot.
class StuckView final : public MapView {
 public:
  std::optional<SetFailure> Set(const std::vector<Varbind>&) override {
    return SetFailure{1, ErrorStatus::kResourceUnavailable};
  }
};

TEST_F(SnmpEndpointTest, TellsWhichVarbindCouldNotBeApplied) {
  StuckView stuck;
  stuck.AddWritable(kCommand, Value::Integer32(1));
  stuck.AddWritable(kDelay, Value::Integer32(5));
  SnmpEndpoint::Options options;
  options.write_community = "private";
  const auto endpoint = SnmpEndpoint::Start(options, stuck).value();
  TestClient writer(endpoint->address(), SnmpVersion::kV2c, "private");

  const TestReply reply = writer.Set(
      {{kCommand, Value::Integer32(2)}, {kDelay, Value::Integer32(7)}});

  EXPECT_EQ(reply.status, ErrorStatus::kResourceUnavailable);
  EXPECT_EQ(reply.index, 2);
}

TEST_F(SnmpEndpointTest, RefusesWithTheErrorsOfTheVersion) {
  const Varbind wrong{kCommand, Value::OctetString("off")};

  EXPECT_EQ(Writer(SnmpVersion::kV2c).Set({wrong}).status,
            ErrorStatus::kWrongType);
  EXPECT_EQ(Writer(SnmpVersion::kV1).Set({wrong}).status,
            ErrorStatus::kBadValue);
}

TEST_F(SnmpEndpointTest, LetsTheReadCommunityChangeNothing) {
  const Varbind off{kCommand, Value::Integer32(2)};

  const TestReply v2c = Reader(SnmpVersion::kV2c).Set({off});
  const TestReply v1 = Reader(SnmpVersion::kV1).Set({off});

  EXPECT_EQ(v2c.status, ErrorStatus::kNoAccess);
  EXPECT_EQ(v2c.index, 1);
  EXPECT_EQ(v1.status, ErrorStatus::kNoSuchName);
  EXPECT_EQ(view_.Get(kCommand), Value::Integer32(1));
}

TEST_F(SnmpEndpointTest, KeepsSilentTowardsAnotherCommunity) {
  TestClient stranger(endpoint_->address(), SnmpVersion::kV2c, "guess");
  TestClient reader = Reader();

  stranger.Send(kDescription);
  reader.Get({kDescription});

  EXPECT_EQ(stranger.Received(), std::nullopt);
}

TEST_F(SnmpEndpointTest, AnswersOnIpv6) {
  SnmpEndpoint::Options options;
  options.listen = "[::1]:0";
  options.read_community = "public";
  const auto endpoint = SnmpEndpoint::Start(options, view_).value();
  TestClient client(endpoint->address(), SnmpVersion::kV2c, "public");

  EXPECT_EQ(endpoint->address(), "[::1]:" + std::to_string(endpoint->port()));
  EXPECT_EQ(client.Get({kCommand}).value(), Value::Integer32(1));
}

TEST_F(SnmpEndpointTest, SaysThatAPortIsInUse) {
  SnmpEndpoint::Options options;
  options.listen = endpoint_->address();

  const auto second = SnmpEndpoint::Start(options, view_);

  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().kind, ErrorKind::kSystem);
  EXPECT_EQ(second.error().Text(), "cannot listen on " + endpoint_->address() +
                                       ": the port is in use");
}

TEST_F(SnmpEndpointTest, SaysThatAnAddressIsNotOfThisMachine) {
  SnmpEndpoint::Options options;
  options.listen = "[2001:db8::1]:0";

  const auto endpoint = SnmpEndpoint::Start(options, view_);

  ASSERT_FALSE(endpoint.ok());
  EXPECT_EQ(endpoint.error().Text(),
            "cannot listen on [2001:db8::1]:0: this machine has no such "
            "address");
}

// Objects of 1,004 octets each, of which no message holds more than 65.
class LargeAnswerTest : public SnmpEndpointTest {
 protected:
  static constexpr std::uint32_t kRows = 100;

  LargeAnswerTest() {
    for (std::uint32_t row = 1; row <= kRows; ++row) {
      view_.Add(column_.Child(row), Value::OctetString(std::string(1000, 'x')));
    }
  }

  std::vector<Oid> AllRows() const {
    std::vector<Oid> rows;
    for (std::uint32_t row = 1; row <= kRows; ++row) {
      rows.push_back(column_.Child(row));
    }
    return rows;
  }

  const Oid column_{1, 3, 6, 1, 4, 1, 99, 4};
};

TEST_F(LargeAnswerTest, FitsTheDatagramInBulk) {
  EXPECT_THAT(Reader().GetBulk({column_}, kRows).varbinds, SizeIs(64));
}

TEST_F(LargeAnswerTest, FitsTheDatagramInBulkOfFewVariables) {
  constexpr std::uint32_t kFew = 20;
  const Oid larger{1, 3, 6, 1, 4, 1, 99, 5};
  for (std::uint32_t row = 1; row <= kFew; ++row) {
    view_.Add(larger.Child(row), Value::OctetString(std::string(5000, 'x')));
  }

  EXPECT_THAT(Reader().GetBulk({larger}, kFew).varbinds, SizeIs(13));

  const std::vector<Exchange> journal = endpoint_->journal();
  ASSERT_THAT(journal, SizeIs(1));
  ASSERT_TRUE(journal.front().response);
  EXPECT_THAT(journal.front().response->varbinds, SizeIs(13));
}

TEST_F(LargeAnswerTest, IsTooBigForAGet) {
  const TestReply reply = Reader().Get(AllRows());

  EXPECT_EQ(reply.status, ErrorStatus::kTooBig);
  EXPECT_EQ(reply.index, 0);
}

}  // namespace
}  // namespace pdukit::fake_pdu
