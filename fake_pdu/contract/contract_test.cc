// Drivers that are not as they should be, and what the contract says of them.

#include "fake_pdu/contract/contract.h"

#include <chrono>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/agent/testing/test_client.h"
#include "fake_pdu/contract/bench.h"
#include "snmp/oid.h"
#include "snmp/value.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

// sPDUOutletCtl of the AP7900, and its rPDUOutletStatusOutletState: 1 on, 2
// off.
const Oid kCommand{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 3, 1, 1, 4};
const Oid kState{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 5, 1, 1, 4};

// tlpPduOutletState of the PDUMH20HVNET: 0 unknown, 1 off, 2 on.
const Oid kTrippLiteState{1, 3, 6, 1, 4, 1, 850, 10, 2, 3, 5, 1, 2, 1};

// Believes every answer.
class Believer {
 public:
  explicit Believer(const Target& target)
      : client_(target.host + ':' + std::to_string(target.port), target.version,
                target.community) {}

  Claim Switch(int outlet, OutletState state) {
    const int value = state == OutletState::kOn ? 1 : 2;
    const TestReply reply =
        client_.Set({{kCommand.Child(static_cast<std::uint32_t>(outlet)),
                      Value::Integer32(value)}});
    return {reply.status == ErrorStatus::kNoError, "refused"};
  }

  Value Get(const Oid& column, int outlet) {
    return client_.Get({column.Child(static_cast<std::uint32_t>(outlet))})
        .value();
  }

 private:
  TestClient client_;
};

PowerDriver BelieverOf(const Target& target) {
  auto pdu = std::make_shared<Believer>(target);
  const int outlet = target.outlet;
  PowerDriver driver;
  driver.on = [=] { return pdu->Switch(outlet, OutletState::kOn); };
  driver.off = [=] { return pdu->Switch(outlet, OutletState::kOff); };
  driver.cycle = [=] {
    pdu->Switch(outlet, OutletState::kOff);
    return pdu->Switch(outlet, OutletState::kOn);
  };
  driver.status = [=]() -> StatusClaim {
    return {pdu->Get(kState, outlet) == Value::Integer32(1)
                ? OutletState::kOn
                : OutletState::kOff};
  };
  return driver;
}

// Sends nothing and says that all is well.
PowerDriver Liar(const Target& /*target*/) {
  const auto done = [] { return Claim{true}; };
  return {done, done, done, [] { return StatusClaim{OutletState::kOn}; }};
}

// Sends nothing and fails.
PowerDriver Coward(const Target& /*target*/) {
  const auto fail = [] { return Claim{false, "no"}; };
  return {fail, fail, fail, [] { return StatusClaim{}; }};
}

class ContractTest : public ::testing::Test {
 protected:
  ContractTest() {
    options_.pdu.model = "AP7900";
    options_.pdu.clock = &clock_;
  }

  CaseResult Run(const std::string& name, const DriverFactory& factory) {
    for (const ContractCase& contract_case : ContractCases()) {
      if (contract_case.name == name) {
        return RunCase(contract_case, factory, options_).value();
      }
    }
    return {"there is no case " + name};
  }

  std::vector<std::string> CasesNotFailedBy(const DriverFactory& factory) {
    std::vector<std::string> names;
    const auto results = RunContract(factory, options_).value();
    for (const CaseResult& result : results) {
      if (result.verdict != Verdict::kFailed) {
        names.push_back(result.name);
      }
    }
    return names;
  }

  ManualClock clock_;
  ContractOptions options_;
};

TEST_F(ContractTest, ALiarFailsAllButWhatHappensToBeSo) {
  EXPECT_THAT(CasesNotFailedBy(Liar),
              ElementsAre("status-on", "unknown-state"));
}

TEST_F(ContractTest, ACowardFailsAllButWhatNobodyCouldDo) {
  EXPECT_THAT(CasesNotFailedBy(Coward),
              ElementsAre("no-such-outlet", "unplugged"));
}

TEST_F(ContractTest, ACowardWhoAsksFailsAllButWhatMustFail) {
  const auto coward = [](const Target& target) {
    if (target.community == "private") {
      BelieverOf(target).status();
    }
    return Coward(target);
  };

  EXPECT_THAT(
      CasesNotFailedBy(coward),
      ElementsAre("no-such-outlet", "wrong-credentials",
                  "read-only-credentials", "locked-outlet", "acknowledged-only",
                  "obeyed-with-error", "slow-relay", "stuck-relay", "stays-off",
                  "unplugged"));
}

TEST_F(ContractTest, WhatIsSaidAndWhatIsTrueIsTheFinding) {
  const CaseResult result = Run("off", BelieverOf);

  EXPECT_EQ(result.verdict, Verdict::kPassed);
  EXPECT_EQ(result.finding, "off: said done, outlet 2 was off");
  EXPECT_THAT(result.journal, IsEmpty());
}

TEST_F(ContractTest, AFailureHasTheJournal) {
  const CaseResult result = Run("stuck-relay", BelieverOf);

  EXPECT_EQ(result.verdict, Verdict::kFailed);
  EXPECT_EQ(result.finding,
            "off: said done, outlet 2 was on; it must not say done");
  EXPECT_THAT(result.journal, SizeIs(1));
}

TEST_F(ContractTest, BelievingAnAnswerFailsWhereItIsFalse) {
  EXPECT_EQ(Run("acknowledged-only", BelieverOf).verdict, Verdict::kFailed);
  EXPECT_EQ(Run("slow-relay", BelieverOf).verdict, Verdict::kFailed);
}

TEST_F(ContractTest, SwitchingANeighbourTooFails) {
  const CaseResult result = Run("neighbours", [](const Target& target) {
    PowerDriver driver = BelieverOf(target);
    driver.on = [pdu = std::make_shared<Believer>(target), target] {
      pdu->Switch(target.outlet + 1, OutletState::kOff);
      return pdu->Switch(target.outlet, OutletState::kOn);
    };
    return driver;
  });

  EXPECT_EQ(result.verdict, Verdict::kFailed);
  EXPECT_THAT(result.finding,
              HasSubstr("switched was outlet 2 off, outlet 3 off, outlet 2 on, "
                        "which had to be outlet 2 off, on"));
}

TEST_F(ContractTest, SwitchingToAndFroFailsThoughItIsOffInTheEnd) {
  const CaseResult result = Run("off-twice", [](const Target& target) {
    PowerDriver driver = BelieverOf(target);
    driver.off = [driver] {
      driver.cycle();
      return driver.off();
    };
    return driver;
  });

  EXPECT_EQ(result.verdict, Verdict::kFailed);
}

TEST_F(ContractTest, RememberingTheStateFailsWhenItIsChangedByHand) {
  const CaseResult result = Run("behind-its-back", [](const Target& target) {
    PowerDriver driver = BelieverOf(target);
    driver.status = [] { return StatusClaim{OutletState::kOff}; };
    return driver;
  });

  EXPECT_EQ(result.verdict, Verdict::kFailed);
  EXPECT_THAT(result.finding, HasSubstr("status: said off, outlet 2 was on"));
}

TEST_F(ContractTest, TakingAnotherOutletForOneThatIsNotThereFails) {
  const CaseResult result = Run("no-such-outlet", [](const Target& target) {
    PowerDriver driver = Coward(target);
    driver.off = [pdu = std::make_shared<Believer>(target)] {
      pdu->Switch(1, OutletState::kOff);
      return Claim{false};
    };
    return driver;
  });

  EXPECT_EQ(result.verdict, Verdict::kFailed);
  EXPECT_THAT(result.finding, HasSubstr("switched was outlet 1 off"));
}

TEST_F(ContractTest, TakingUnknownForOffFailsWhereTheDeviceShowsIt) {
  options_.pdu.model = "PDUMH20HVNET";
  const CaseResult result = Run("unknown-state", [](const Target& target) {
    auto pdu = std::make_shared<Believer>(target);
    PowerDriver driver;
    driver.status = [=]() -> StatusClaim {
      return {pdu->Get(kTrippLiteState, target.outlet) == Value::Integer32(2)
                  ? OutletState::kOn
                  : OutletState::kOff};
    };
    return driver;
  });

  EXPECT_EQ(result.verdict, Verdict::kFailed);
  EXPECT_THAT(result.finding, HasSubstr("status: said off, outlet 2 was on"));
  EXPECT_THAT(result.journal, SizeIs(3));
}

TEST_F(ContractTest, UnknownDoesNotApplyWhereTheDeviceDoesNotShowIt) {
  const CaseResult result = Run("unknown-state", BelieverOf);

  EXPECT_EQ(result.verdict, Verdict::kNotApplicable);
  EXPECT_THAT(result.finding, HasSubstr("nothing that the driver reads"));
}

TEST_F(ContractTest, TakingTooLongFails) {
  const CaseResult result = Run("off", [this](const Target& target) {
    PowerDriver driver = BelieverOf(target);
    driver.off = [this, driver] {
      clock_.Advance(options_.patience + std::chrono::seconds(1));
      return driver.off();
    };
    return driver;
  });

  EXPECT_EQ(result.verdict, Verdict::kFailed);
  EXPECT_THAT(result.finding, HasSubstr("off took 61.0 s and may take 60 s"));
  EXPECT_EQ(result.duration, std::chrono::seconds(61));
}

TEST_F(ContractTest, WhatADriverDoesNotHaveDoesNotApply) {
  const auto plain = [](const Target& target) {
    PowerDriver driver = BelieverOf(target);
    driver.cycle = nullptr;
    driver.status = nullptr;
    driver.takes_credentials = false;
    return driver;
  };

  EXPECT_EQ(Run("cycle", plain).finding, "the driver has no cycle");
  EXPECT_EQ(Run("status-on", plain).finding, "the driver has no status");
  EXPECT_EQ(Run("wrong-credentials", plain).verdict, Verdict::kNotApplicable);
  EXPECT_EQ(Run("duplicated-answer", plain).verdict, Verdict::kPassed);
}

TEST_F(ContractTest, OtherCredentialsAreRefused) {
  EXPECT_EQ(Run("read-only-credentials", BelieverOf).verdict, Verdict::kPassed);
}

TEST_F(ContractTest, AModelMustHaveOutletsThatItSwitches) {
  options_.pdu.model = "EMIB20";

  const auto results = RunContract(Liar, options_);

  ASSERT_FALSE(results.ok());
  EXPECT_EQ(results.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_EQ(results.error().message, "EMIB20 has no outlet that it switches");
}

TEST_F(ContractTest, AModelMustExist) {
  options_.pdu.model = "AP0000";

  const auto results = RunContract(Liar, options_);

  ASSERT_FALSE(results.ok());
  EXPECT_EQ(results.error().kind, ErrorKind::kNotFound);
}

TEST_F(ContractTest, EveryCaseHasANameOfItsOwnAndSaysWhatItAsksFor) {
  std::set<std::string> names;
  for (const ContractCase& contract_case : ContractCases()) {
    names.insert(contract_case.name);
    EXPECT_THAT(contract_case.asks_for, Not(IsEmpty())) << contract_case;
  }

  EXPECT_EQ(names.size(), ContractCases().size());
}

TEST_F(ContractTest, ACaseOfOnesOwnIsRunLikeTheOthers) {
  const ContractCase frozen{"frozen", "A status that stands still",
                            [](Bench& bench) {
                              bench.outlet().SetStatusFrozen(true);
                              bench.Off();
                              bench.Status();
                              bench.ExpectFailed();
                            }};

  const CaseResult result = RunCase(frozen, BelieverOf, options_).value();

  EXPECT_EQ(result.verdict, Verdict::kFailed);
  EXPECT_THAT(result.finding, HasSubstr("it must not tell a state"));
}

TEST_F(ContractTest, AResultIsPrintedWithItsJournal) {
  std::ostringstream text;

  text << Run("stuck-relay", BelieverOf);

  EXPECT_THAT(text.str(),
              StartsWith("FAILED stuck-relay: off: said done, outlet 2 was on; "
                         "it must not say done\n  #1 "));
}

}  // namespace
}  // namespace pdukit::fake_pdu
