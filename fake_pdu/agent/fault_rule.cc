#include "fake_pdu/agent/fault_rule.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace pdukit::fake_pdu {

namespace {

// USM is v3's alone, and only a SET is acknowledged. What is no request is not
// served, and answered, if at all, by the library.
bool Fits(Intake intake, const Request& request) {
  if (request.operation == Operation::kNone) {
    return intake == Intake::kServe || intake == Intake::kDrop;
  }
  switch (intake) {
    case Intake::kReport:
      return request.version == SnmpVersion::kV3;
    case Intake::kAcknowledge:
      return request.operation == Operation::kSet;
    default:
      return true;
  }
}

}  // namespace

bool FaultRule::Befalls(const Request& request, Clock::TimePoint now) {
  const std::lock_guard<std::mutex> lock(count_mutex_);
  if (IsOver() || !Fits(effect().intake, request) ||
      !fault_.requests_.Matches(request) || ++matched_ <= fault_.after_) {
    return false;
  }
  if (fault_.per_second_ > 0) {
    while (!passed_.empty() &&
           passed_.front() + std::chrono::seconds(1) <= now) {
      passed_.pop_front();
    }
    if (passed_.size() < static_cast<std::size_t>(fault_.per_second_)) {
      passed_.push_back(now);
      return false;
    }
  }
  if (fault_.probability_ < 1 &&
      !std::bernoulli_distribution(fault_.probability_)(random_)) {
    return false;
  }
  ++befallen_;
  return true;
}

int FaultRule::count() const {
  const std::lock_guard<std::mutex> lock(count_mutex_);
  return befallen_;
}

void FaultRule::Clear() {
  const std::lock_guard<std::mutex> lock(count_mutex_);
  cleared_ = true;
}

bool FaultRule::is_over() const {
  const std::lock_guard<std::mutex> lock(count_mutex_);
  return IsOver();
}

bool FaultRule::IsOver() const {
  return cleared_ || (fault_.times_ && befallen_ >= *fault_.times_);
}

FaultRulePtr FaultRules::Inject(const Fault& fault) {
  auto rule = std::make_shared<FaultRule>(fault);
  const std::lock_guard<std::mutex> lock(rules_mutex_);
  rules_.push_back(rule);
  any_ = true;
  return rule;
}

void FaultRules::Clear() {
  const std::lock_guard<std::mutex> lock(rules_mutex_);
  for (const FaultRulePtr& rule : rules_) {
    rule->Clear();
  }
  rules_.clear();
  any_ = false;
}

std::vector<FaultRulePtr> FaultRules::Befalling(const Request& request,
                                                Clock::TimePoint now) {
  return Befalling(request, false, now);
}

std::vector<FaultRulePtr> FaultRules::BefallingAnswer(const Request& answered,
                                                      Clock::TimePoint now) {
  return Befalling(answered, true, now);
}

std::vector<FaultRulePtr> FaultRules::Befalling(const Request& request,
                                                bool by_answer,
                                                Clock::TimePoint now) {
  const std::lock_guard<std::mutex> lock(rules_mutex_);
  rules_.erase(std::remove_if(rules_.begin(), rules_.end(),
                              [](const auto& rule) { return rule->is_over(); }),
               rules_.end());
  any_ = !rules_.empty();
  std::vector<FaultRulePtr> befalling;
  bool served = true;
  for (const FaultRulePtr& rule : rules_) {
    const bool serves = rule->effect().intake == Intake::kServe;
    const bool goes_by_answer =
        rule->effect().goes_by_answer && IsWalk(request);
    if (goes_by_answer == by_answer && (served || serves) &&
        rule->Befalls(request, now)) {
      befalling.push_back(rule);
      served = served && serves;
    }
  }
  return befalling;
}

}  // namespace pdukit::fake_pdu
