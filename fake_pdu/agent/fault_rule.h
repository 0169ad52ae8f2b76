#ifndef PDUKIT_FAKE_PDU_AGENT_FAULT_RULE_H_
#define PDUKIT_FAKE_PDU_AGENT_FAULT_RULE_H_

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <random>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/agent/effect.h"
#include "fake_pdu/agent/fault.h"

namespace pdukit::fake_pdu {

// A fault, and how often it was applied. Thread-safe.
class FaultRule {
 public:
  explicit FaultRule(Fault fault) : fault_(std::move(fault)) {
    random_.seed(fault_.seed_);
  }

  const Effect& effect() const { return *fault_.effect_; }
  const Requests& requests() const { return fault_.requests_; }

  // Whether it befalls this request, which is then counted.
  [[nodiscard]] bool Befalls(const Request& request, Clock::TimePoint now);

  int count() const;
  void Clear();
  // Cleared, or used up.
  bool is_over() const;

 private:
  bool IsOver() const;

  const Fault fault_;
  mutable std::mutex count_mutex_;
  bool cleared_ = false;
  int matched_ = 0;
  int befallen_ = 0;
  std::mt19937 random_;
  std::deque<Clock::TimePoint> passed_;  // Within the last second.
};

using FaultRulePtr = std::shared_ptr<FaultRule>;

// All that is injected into one PDU. Thread-safe.
class FaultRules {
 public:
  FaultRulePtr Inject(const Fault& fault);
  void Clear();

  // Whether there may be any; costs nothing.
  bool any() const { return any_.load(std::memory_order_relaxed); }

  // Those that befall this request, in the order in which they were injected,
  // but for those that go by what it is answered with. Of those that keep it
  // from being served the first one alone.
  std::vector<FaultRulePtr> Befalling(const Request& request,
                                      Clock::TimePoint now);
  // Those that go by that, with the varbinds of the answer in its request.
  std::vector<FaultRulePtr> BefallingAnswer(const Request& answered,
                                            Clock::TimePoint now);

 private:
  std::vector<FaultRulePtr> Befalling(const Request& request, bool by_answer,
                                      Clock::TimePoint now);

  std::mutex rules_mutex_;
  std::vector<FaultRulePtr> rules_;
  std::atomic<bool> any_ = false;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_FAULT_RULE_H_
