#include "fake_pdu/agent/fault_rule.h"

#include <chrono>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Request Get(int outlet = 1) {
  Request request;
  request.version = SnmpVersion::kV2c;
  request.operation = Operation::kGet;
  request.varbinds = {{Oid{1, 3}, Value(), "state", outlet}};
  return request;
}

class FaultRuleTest : public ::testing::Test {
 protected:
  // Which of the next requests it befalls.
  std::vector<int> Befallen(FaultRule& rule, int requests) {
    std::vector<int> befallen;
    for (int i = 1; i <= requests; ++i) {
      if (rule.Befalls(Get(), clock_.Now())) {
        befallen.push_back(i);
      }
    }
    return befallen;
  }

  ManualClock clock_;
};

TEST_F(FaultRuleTest, IsUsedUpAfterItsTimes) {
  FaultRule rule(Fault::DropRequest().Times(2));

  EXPECT_THAT(Befallen(rule, 4), ElementsAre(1, 2));
  EXPECT_TRUE(rule.is_over());
}

TEST_F(FaultRuleTest, SparesTheFirst) {
  FaultRule rule(Fault::DropRequest().After(2).Once());

  EXPECT_THAT(Befallen(rule, 4), ElementsAre(3));
}

TEST_F(FaultRuleTest, RequestsItIsNotForDoNotCount) {
  FaultRule rule(Fault::DropRequest().For(GetOf(2)).Once());

  EXPECT_THAT(Befallen(rule, 3), ElementsAre());
  EXPECT_TRUE(rule.Befalls(Get(2), clock_.Now()));
}

TEST_F(FaultRuleTest, IsOverOnceCleared) {
  FaultRule rule(Fault::DropRequest());
  rule.Clear();

  EXPECT_THAT(Befallen(rule, 2), ElementsAre());
}

TEST_F(FaultRuleTest, TheSameSeedGivesTheSameSequence) {
  FaultRule one(Fault::DropRequest().WithProbability(0.5, 7));
  FaultRule other(Fault::DropRequest().WithProbability(0.5, 7));

  const std::vector<int> befallen = Befallen(one, 100);

  EXPECT_EQ(befallen, Befallen(other, 100));
  EXPECT_GT(befallen.size(), 20U);
  EXPECT_LT(befallen.size(), 80U);
}

TEST_F(FaultRuleTest, ARateIsOfEachSecond) {
  FaultRule rule(Fault::RateLimit(2));
  ASSERT_THAT(Befallen(rule, 3), ElementsAre(3));

  clock_.Advance(milliseconds(999));
  EXPECT_THAT(Befallen(rule, 1), ElementsAre(1));

  clock_.Advance(milliseconds(1));
  EXPECT_THAT(Befallen(rule, 3), ElementsAre(3));
}

TEST_F(FaultRuleTest, OfThoseThatKeepARequestFromBeingServedOneActs) {
  FaultRules rules;
  const FaultRulePtr refuse = rules.Inject(Fault::Refuse(ErrorStatus::kGenErr));
  const FaultRulePtr drop = rules.Inject(Fault::DropRequest());
  const FaultRulePtr late = rules.Inject(Fault::DelayResponse(milliseconds(1)));

  EXPECT_THAT(rules.Befalling(Get(), clock_.Now()), ElementsAre(refuse, late));
  EXPECT_EQ(drop->count(), 0);
}

TEST_F(FaultRuleTest, WhatIsUsedUpIsForgotten) {
  FaultRules rules;
  rules.Inject(Fault::DropRequest().Once());
  ASSERT_EQ(rules.Befalling(Get(), clock_.Now()).size(), 1U);

  EXPECT_THAT(rules.Befalling(Get(), clock_.Now()), ElementsAre());
  EXPECT_FALSE(rules.any());
}

TEST_F(FaultRuleTest, WhatIsNoRequestUsesUpNothingThatCannotBefallIt) {
  Request discovery;
  discovery.version = SnmpVersion::kV3;
  FaultRule report(Fault::Report(ReportKind::kNotInTimeWindow).Once());
  FaultRule drop(Fault::DropRequest().Once());

  EXPECT_FALSE(report.Befalls(discovery, clock_.Now()));
  EXPECT_TRUE(drop.Befalls(discovery, clock_.Now()));
}

TEST_F(FaultRuleTest, ValuesOfAWalkGoByTheNamesThatAreAnswered) {
  FaultRules rules;
  rules.Inject(Fault::WrongType().For(NextOf().OfOutlet(3)));
  Request walk = Get(3);
  walk.operation = Operation::kGetNext;

  EXPECT_THAT(rules.Befalling(walk, clock_.Now()), IsEmpty());
  EXPECT_THAT(rules.BefallingAnswer(walk, clock_.Now()), SizeIs(1));
}

TEST(FaultTest, SaysWhatItDoesToWhichRequests) {
  EXPECT_EQ(Fault::DropResponse().For(SetOf("sPDUOutletCtl", 3)).Once().Text(),
            "drop response for SET of sPDUOutletCtl on outlet 3, once");
  EXPECT_EQ(Fault::Mute().Text(), "mute for any request");
  EXPECT_EQ(Fault::DelayRequest(milliseconds(1500)).After(2).Text(),
            "delay request by 1.5 s for any request, after 2");
}

}  // namespace
}  // namespace pdukit::fake_pdu
