#ifndef PDUKIT_FAKE_PDU_CONTRACT_BENCH_H_
#define PDUKIT_FAKE_PDU_CONTRACT_BENCH_H_

// What a case of the contract works with: a PDU of its own, the driver, and
// what is expected of both.
//
//   void StuckRelay(Bench& bench) {
//     bench.outlet().SetRelayFault(RelayFault::kStuck);
//     bench.Off();
//     bench.ExpectFailed();
//   }

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/contract/contract.h"
#include "fake_pdu/contract/power_driver.h"
#include "fake_pdu/contract/switch_log.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace pdukit::fake_pdu {

// Who may only read under v3: the options' user, by another name.
UsmUser ReaderOf(const ContractOptions& options);

// At first all outlets are on, and the driver is for the second one, or for the
// only one. One thread at a time.
class Bench {
 public:
  // All must outlive it.
  Bench(FakePdu& pdu, SwitchLog& log, const DriverFactory& factory,
        const ContractOptions& options);

  FakePdu& pdu() const { return pdu_; }
  FakeOutlet outlet() const { return pdu_.outlet(number_); }
  Clock& clock() const { return clock_; }
  const ContractOptions& options() const { return options_; }

  const PowerDriver& driver() const { return driver_; }
  // What the driver was made for.
  const Target& target() const { return target_; }
  // From now on one that is made for this.
  void Use(const Target& target);

  // Have the driver do it, and remember what it says and what is then true. One
  // that has no such function makes the case not applicable.
  void On();
  void Off();
  void Cycle();
  void Status();

  // Of the last of these. What does not hold is remembered, the first of it.

  // It says done, or tells the state, and that is true.
  void ExpectDone();
  // It does not say done, or tells no state.
  void ExpectFailed();
  // It says done and so it is, or it does not and it is not.
  void ExpectTrue();
  // What it says, if it does, is true: failing is allowed.
  void ExpectNothingFalse();

  // A status, where the driver has one, tells what is true.
  void ExpectTrueStatus();

  // The PDU was asked something, so that a driver does not fail for a reason of
  // its own where it has to.
  void ExpectAsked();

  // How this outlet, and no other, was switched so far.
  void ExpectSwitched(const std::vector<OutletState>& states);
  void ExpectNothingSwitched() { ExpectSwitched({}); }
  // Anything else: `complaint` is what ought to be, in a few words.
  void Expect(bool holds, const std::string& complaint);

  // The case says nothing of this driver or model.
  void DoesNotApply(const std::string& reason);

  // What the last one claims that the outlet is.
  std::optional<OutletState> claimed() const { return last().claimed; }

  Verdict verdict() const;
  // All that was said and true, in one line.
  std::string Finding() const;

 private:
  struct Step {
    std::string verb{};
    // What the outlet is once it is done; none for a status.
    std::optional<OutletState> wanted{};
    std::optional<OutletState> claimed{};
    std::string text{};
    OutletState truth = OutletState::kOff;

    std::string Text(int outlet) const;
  };

  // Empty if there is none.
  const Step& last() const;
  void Command(const char* verb, OutletState wanted,
               const std::function<Claim()>& command);
  // Takes the time of `call`, and the truth after it.
  void Take(Step step, const std::function<void(Step&)>& call);

  FakePdu& pdu_;
  SwitchLog& log_;
  const DriverFactory& factory_;
  const ContractOptions& options_;
  Clock& clock_;
  int number_ = 0;
  Target target_;
  PowerDriver driver_;
  std::vector<Step> steps_;
  std::string complaint_;
  std::string inapplicable_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CONTRACT_BENCH_H_
