#include "fake_pdu/testing/matchers.h"

#include <chrono>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/agent/testing/test_client.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kCommand[] = "rPDUOutletControlOutletCommand";
const Oid kCommandOid{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 3, 1, 1, 4};
const Value kOn = Value::Integer32(1);
const Value kOff = Value::Integer32(2);

// Why it does not match.
template <typename M>
std::string Explain(const FakePdu& pdu, M matcher) {
  ::testing::StringMatchResultListener listener;
  const auto wanted = ::testing::SafeMatcherCast<const FakePdu&>(matcher);
  EXPECT_FALSE(wanted.MatchAndExplain(pdu, &listener));
  return ::testing::DescribeMatcher<const FakePdu&>(wanted) + ": " +
         listener.str();
}

class MatchersTest : public ::testing::Test {
 protected:
  void Set(int outlet, const Value& value) {
    client_.Set(
        {{kCommandOid.Child(static_cast<std::uint32_t>(outlet)), value}});
  }

  FakePdu pdu_ = FakePdu::Start("AP7900").value();
  TestClient client_{pdu_.address(), SnmpVersion::kV2c, "private"};
};

TEST_F(MatchersTest, OutletIsTellsOutletsApart) {
  Set(3, kOff);

  EXPECT_THAT(pdu_, OutletIs(3, OutletState::kOff));
  EXPECT_THAT(pdu_, Not(OutletIs(4, OutletState::kOff)));
}

TEST_F(MatchersTest, OutletIsSaysThatThereIsNoSuchOutlet) {
  EXPECT_EQ(Explain(pdu_, OutletIs(9, OutletState::kOff)),
            "has outlet 9 off: which has no such outlet");
}

TEST_F(MatchersTest, EveryOutletIsNamesThoseThatAreNot) {
  Set(3, kOff);
  Set(5, kOff);

  EXPECT_EQ(Explain(pdu_, EveryOutletIs(OutletState::kOn)),
            "has every outlet on: whose outlets 3 5 are not");
}

TEST_F(MatchersTest, PrintsTheStateOfEachOutlet) {
  Set(2, kOff);

  EXPECT_THAT(::testing::PrintToString(pdu_),
              AllOf(StartsWith("AP7900 (AP7900 at 127.0.0.1:"),
                    HasSubstr("): 1 on 2 off 3 on")));
}

TEST_F(MatchersTest, ReceivedCountsRequestsByObjectAndOutlet) {
  Set(3, kOff);
  Set(4, kOff);

  EXPECT_THAT(pdu_, Received(SetOf(kCommand)).Times(2));
  EXPECT_THAT(pdu_, Received(SetOf(kCommand, 3)).Once());
  EXPECT_THAT(pdu_, Received(SetOf(5)).Never());
  EXPECT_THAT(pdu_, Received(SetOf(3).To(kOff)));
  EXPECT_THAT(pdu_, Not(Received(SetOf(3).To(kOn))));
}

TEST_F(MatchersTest, ShowsTheNearestThatCameInstead) {
  client_.Get({kCommandOid.Child(1)});
  Set(4, kOff);

  EXPECT_THAT(
      Explain(pdu_, Received(SetOf(kCommand, 3).To(kOff))),
      AllOf(HasSubstr("the nearest that came is of outlet 4:"),
            HasSubstr("SET rPDUOutletControlOutletCommand.4 = 2 -> ok")));
}

TEST_F(MatchersTest, SaysThatNothingCame) {
  EXPECT_THAT(Explain(pdu_, Received(SetOf(3))),
              HasSubstr("it received nothing at all"));
}

TEST_F(MatchersTest, OrderCounts) {
  Set(3, kOff);
  Set(3, kOn);

  EXPECT_THAT(pdu_, ReceivedInOrder({SetOf(3).To(kOff), SetOf(3).To(kOn)}));
  EXPECT_THAT(
      Explain(pdu_, ReceivedInOrder({SetOf(3).To(kOn), SetOf(3).To(kOff)})),
      HasSubstr("which lacks SET on outlet 3 to Integer32: 2 (2 of 2)"));
}

TEST_F(MatchersTest, AJournalIsMatchedEntryByEntry) {
  Set(3, kOff);

  EXPECT_THAT(pdu_.journal(), Contains(SetOf(3)));
  EXPECT_THAT(pdu_.journal(), Not(Contains(GetOf())));
}

TEST_F(MatchersTest, EventuallyIsWokenByARequest) {
  std::thread other([&] { Set(3, kOff); });

  EXPECT_TRUE(Eventually(pdu_, Received(SetOf(3))));

  other.join();
}

TEST_F(MatchersTest, EventuallyIsWokenByAnOutlet) {
  std::thread other([&] { pdu_.outlet(3).Switch(OutletState::kOff); });

  EXPECT_TRUE(Eventually(pdu_, OutletIs(3, OutletState::kOff)));

  other.join();
}

TEST_F(MatchersTest, EventuallyTellsWhatItWaitedFor) {
  const ::testing::AssertionResult result = Eventually(
      pdu_, OutletIs(3, OutletState::kOff), std::chrono::milliseconds(1));

  EXPECT_FALSE(result);
  EXPECT_THAT(result.message(), HasSubstr("still not: has outlet 3 off"));
}

}  // namespace
}  // namespace pdukit::fake_pdu
