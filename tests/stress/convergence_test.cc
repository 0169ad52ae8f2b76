// The client's promise, held against devices and a network that misbehave at
// random, by a seed: what it says is done is so at that moment, what could be
// done is not given up, and it never takes longer than it was given.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/matchers.h"

namespace pdukit {
namespace {

using client::SnmpPdu;
using fake_pdu::AnyRequest;
using fake_pdu::CommandFault;
using fake_pdu::FakePdu;
using fake_pdu::Fault;
using fake_pdu::OutletState;
using fake_pdu::RelayFault;
using fake_pdu::SetOf;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kOperations = 10000;
constexpr milliseconds kTimeout{250};
constexpr milliseconds kDeadline{20000};

struct Trouble {
  const char* name;
  // Makes it for the PDU and the outlet.
  std::function<void(FakePdu&, int outlet, std::uint32_t seed)> make;
  // The outlet cannot get where it is not.
  bool is_lasting = false;
};

// At times; each comes with others.
void Inject(FakePdu& pdu, Fault fault, std::uint32_t seed) {
  pdu.Inject(fault.WithProbability(0.25, seed));
}

const std::vector<Trouble>& Troubles() {
  static const auto& troubles = *new std::vector<Trouble>{
      {"none", [](FakePdu&, int, std::uint32_t) {}},
      {"lost requests",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::DropRequest(), seed);
       }},
      {"lost answers",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::DropResponse(), seed);
       }},
      {"late answers",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::DelayResponse(milliseconds(400)), seed);
       }},
      {"late requests",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::DelayRequest(milliseconds(100)), seed);
       }},
      {"doubled requests",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::DuplicateRequest(), seed);
       }},
      {"doubled answers",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::DuplicateResponse(), seed);
       }},
      {"answers held back",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::HoldResponseBack(), seed);
       }},
      {"answers from elsewhere",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::AnswerFromAnotherPort(), seed);
       }},
      {"corrupt answers",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::CorruptResponse(), seed);
       }},
      {"cut answers",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::TruncateResponse(20), seed);
       }},
      {"noise",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::NoiseBeforeResponse(), seed);
       }},
      {"wrong request IDs",
       [](FakePdu& pdu, int, std::uint32_t seed) {
         Inject(pdu, Fault::WrongRequestId(), seed);
       }},
      {"one refusal",
       [](FakePdu& pdu, int, std::uint32_t) {
         pdu.Inject(Fault::Refuse(ErrorStatus::kGenErr).For(SetOf()).Once());
       }},
      {"a refusal of what was done",
       [](FakePdu& pdu, int, std::uint32_t) {
         pdu.Inject(
             Fault::ObeyAndRefuse(ErrorStatus::kGenErr).For(SetOf()).Once());
       }},
      {"an empty acknowledgement",
       [](FakePdu& pdu, int, std::uint32_t) {
         pdu.Inject(Fault::AcknowledgeOnly().For(SetOf()).Once());
       }},
      {"a slow relay",
       [](FakePdu& pdu, int outlet, std::uint32_t) {
         pdu.outlet(outlet).SetRelayDelay(seconds(2));
       }},
      {"a restart of the card",
       [](FakePdu& pdu, int, std::uint32_t) { pdu.Restart(seconds(2)); }},
      {"a stuck relay",
       [](FakePdu& pdu, int outlet, std::uint32_t) {
         pdu.outlet(outlet).SetRelayFault(RelayFault::kStuck);
       },
       true},
      {"forgotten commands",
       [](FakePdu& pdu, int outlet, std::uint32_t) {
         pdu.outlet(outlet).SetCommandFault(CommandFault::kForgets);
       },
       true},
      {"silence",
       [](FakePdu& pdu, int, std::uint32_t) { pdu.Inject(Fault::Mute()); },
       true},
  };
  return troubles;
}

// A fake and the client that drives it, both on one clock.
struct Pair {
  Pair(const std::string& model, SnmpVersion version, Clock& clock)
      : fake(FakePdu::Start(FakeOptions(model, clock)).value()),
        pdu(SnmpPdu::Open(fake.address(), ClientOptions(version, clock))
                .value()) {}

  static UsmUser User() {
    return {"lab", AuthProtocol::kSha1, "authkey1", PrivProtocol::kAes128,
            "privkey1"};
  }
  static FakePdu::Options FakeOptions(const std::string& model, Clock& clock) {
    FakePdu::Options options;
    options.model = model;
    options.clock = &clock;
    options.users = {{User()}};
    options.journal_size = 60;
    return options;
  }
  static SnmpPdu::Options ClientOptions(SnmpVersion version, Clock& clock) {
    SnmpPdu::Options options;
    options.version = version;
    options.user = User();
    options.clock = &clock;
    options.timeout = kTimeout;
    options.deadline = kDeadline;
    return options;
  }

  FakePdu fake;
  SnmpPdu pdu;
};

class ConvergenceTest : public ::testing::Test {
 protected:
  ConvergenceTest() {
    for (const char* model :
         {"AP7900", "AP8641", "PX3-5190R", "DPXS12A-16", "PDU41001"}) {
      pairs_.push_back(
          std::make_unique<Pair>(model, SnmpVersion::kV2c, clock_));
      pairs_.push_back(std::make_unique<Pair>(model, SnmpVersion::kV3, clock_));
    }
  }

  template <typename T>
  const T& Any(const std::vector<T>& all) {
    return all[random_() % all.size()];
  }

  std::uint32_t Seed() { return static_cast<std::uint32_t>(random_()); }

  // Does one thing amid troubles, and says what is wrong with the claim.
  void Operate(int number);
  void Recover(FakePdu& fake, int outlet);

  ManualClock clock_;
  std::mt19937 random_{20240101};
  std::vector<std::unique_ptr<Pair>> pairs_;
  int failed_ = 0;
};

void ConvergenceTest::Operate(int number) {
  Pair& pair = *Any(pairs_);
  const int outlet = Any(pair.fake.outlet_numbers());
  const OutletState wanted =
      random_() % 2 == 0 ? OutletState::kOff : OutletState::kOn;
  const OutletState before = pair.fake.outlet(outlet).state();
  const Trouble& trouble = Any(Troubles());
  const Trouble& other = Any(Troubles());
  SCOPED_TRACE("operation " + std::to_string(number) + " on " +
               pair.fake.model().model + " outlet " + std::to_string(outlet) +
               " amid " + trouble.name + " and " + other.name);
  trouble.make(pair.fake, outlet, Seed());
  other.make(pair.fake, outlet, Seed());
  const Clock::TimePoint start = clock_.Now();

  client::SnmpPowerClient power = pair.pdu.outlet(outlet).value();
  const Result<void> claim =
      wanted == OutletState::kOn ? power.On() : power.Off();

  const Clock::Duration took = clock_.Now() - start;
  const OutletState truth = pair.fake.outlet(outlet).state();
  const bool hopeless = trouble.is_lasting || other.is_lasting;
  if (claim.ok()) {
    EXPECT_EQ(truth, wanted) << "it says that this is done";
  } else if (!hopeless) {
    ADD_FAILURE() << "it gave up what could be done: " << claim.error();
  }
  if (hopeless && before != wanted && !claim.ok()) {
    ++failed_;
  }
  EXPECT_LE(took, kDeadline + kTimeout);
  Recover(pair.fake, outlet);
}

void ConvergenceTest::Recover(FakePdu& fake, int outlet) {
  fake.ClearFaults();
  fake.outlet(outlet).SetRelayFault(RelayFault::kNone);
  fake.outlet(outlet).SetCommandFault(CommandFault::kNone);
  fake.outlet(outlet).SetRelayDelay({});
  // What was late has come.
  clock_.Advance(seconds(5));
}

TEST_F(ConvergenceTest, EveryClaimIsTrueAndNothingIsGivenUp) {
  for (int number = 1; number <= kOperations && !HasFailure(); ++number) {
    Operate(number);
  }

  EXPECT_GT(failed_, 0) << "nothing was hopeless: the troubles do nothing";
}

}  // namespace
}  // namespace pdukit
