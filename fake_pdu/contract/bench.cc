#include "fake_pdu/contract/bench.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

namespace pdukit::fake_pdu {
namespace {

// No more of what a driver says than fits into a sentence.
constexpr std::size_t kMaxText = 120;

std::string FirstLine(const std::string& text) {
  const std::string line = text.substr(0, text.find('\n'));
  return line.size() > kMaxText ? line.substr(0, kMaxText) + "..." : line;
}

double Seconds(Clock::Duration duration) {
  return std::chrono::duration<double>(duration).count();
}

std::string Listed(const std::vector<OutletEvent>& switches) {
  std::string text;
  for (const OutletEvent& event : switches) {
    text += fmt::format("{}outlet {} {}", text.empty() ? "" : ", ",
                        event.outlet, ToString(event.new_state));
  }
  return text.empty() ? "nothing" : text;
}

Target TargetOf(const FakePdu& pdu, int outlet,
                const ContractOptions& options) {
  Target target;
  target.host = pdu.host();
  target.port = pdu.port();
  target.outlet = outlet;
  target.version = options.version;
  target.community = options.pdu.write_community;
  target.user = options.user;
  return target;
}

}  // namespace

UsmUser ReaderOf(const ContractOptions& options) {
  UsmUser reader = options.user;
  reader.name += "-reader";
  return reader;
}

std::string Bench::Step::Text(int outlet) const {
  std::string said = wanted ? "failed" : "could not tell";
  if (claimed) {
    said = fmt::format("said {}", wanted ? "done" : ToString(*claimed));
  } else if (!text.empty()) {
    said += fmt::format(" ({})", FirstLine(text));
  }
  return fmt::format("{}: {}, outlet {} was {}", verb, said, outlet,
                     ToString(truth));
}

Bench::Bench(FakePdu& pdu, SwitchLog& log, const DriverFactory& factory,
             const ContractOptions& options)
    : pdu_(pdu),
      log_(log),
      factory_(factory),
      options_(options),
      clock_(options.pdu.clock == nullptr ? Clock::Real()
                                          : *options.pdu.clock) {
  const std::vector<int> numbers = pdu_.outlet_numbers();
  for (const int number : numbers) {
    pdu_.outlet(number).Switch(OutletState::kOn);
  }
  number_ = numbers.size() > 1 ? numbers[1] : numbers.front();
  Use(TargetOf(pdu_, number_, options_));
}

void Bench::Use(const Target& target) {
  target_ = target;
  driver_ = factory_(target_);
}

void Bench::On() { Command("on", OutletState::kOn, driver_.on); }

void Bench::Off() { Command("off", OutletState::kOff, driver_.off); }

void Bench::Cycle() { Command("cycle", OutletState::kOn, driver_.cycle); }

void Bench::Command(const char* verb, OutletState wanted,
                    const std::function<Claim()>& command) {
  if (!command) {
    DoesNotApply(fmt::format("the driver has no {}", verb));
    return;
  }
  Step step;
  step.verb = verb;
  step.wanted = wanted;
  Take(std::move(step), [&](Step& taken) {
    Claim claim = command();
    taken.text = std::move(claim.text);
    if (claim.done) {
      taken.claimed = wanted;
    }
  });
}

void Bench::Status() {
  if (!driver_.status) {
    DoesNotApply("the driver has no status");
    return;
  }
  Step step;
  step.verb = "status";
  Take(std::move(step), [&](Step& taken) {
    StatusClaim claim = driver_.status();
    taken.text = std::move(claim.text);
    taken.claimed = claim.state;
  });
}

void Bench::Take(Step step, const std::function<void(Step&)>& call) {
  const Clock::TimePoint start = clock_.Now();
  call(step);
  step.truth = outlet().state();
  const Clock::Duration took = clock_.Now() - start;
  steps_.push_back(std::move(step));
  Expect(took <= options_.patience,
         fmt::format("{} took {:.1f} s and may take {:g} s", steps_.back().verb,
                     Seconds(took), Seconds(options_.patience)));
}

const Bench::Step& Bench::last() const {
  static const Step& none = *new Step;
  return steps_.empty() ? none : steps_.back();
}

void Bench::ExpectDone() {
  Expect(last().claimed == last().truth,
         last().wanted ? "it had to be done" : "it had to tell");
}

void Bench::ExpectFailed() {
  Expect(!last().claimed,
         last().wanted ? "it must not say done" : "it must not tell a state");
}

void Bench::ExpectTrue() {
  Expect(last().claimed ? last().claimed == last().truth
                        : last().wanted && last().wanted != last().truth,
         "what it says has to be true");
}

void Bench::ExpectNothingFalse() {
  Expect(!last().claimed || last().claimed == last().truth,
         "what it says has to be true");
}

void Bench::ExpectTrueStatus() {
  if (driver_.status) {
    Status();
    ExpectDone();
  }
}

void Bench::ExpectAsked() {
  Expect(!pdu_.journal().empty(), "the PDU was asked nothing");
}

void Bench::ExpectSwitched(const std::vector<OutletState>& states) {
  const std::vector<OutletEvent> switches = log_.Switches(pdu_);
  const bool holds =
      std::equal(switches.begin(), switches.end(), states.begin(), states.end(),
                 [&](const OutletEvent& event, OutletState state) {
                   return event.outlet == number_ && event.new_state == state;
                 });
  std::string wanted;
  for (const OutletState state : states) {
    wanted += fmt::format("{}{}", wanted.empty() ? "" : ", ", ToString(state));
  }
  Expect(holds,
         fmt::format("switched was {}, which had to be {}", Listed(switches),
                     wanted.empty()
                         ? "nothing"
                         : fmt::format("outlet {} {}", number_, wanted)));
}

void Bench::Expect(bool holds, const std::string& complaint) {
  if (!holds && complaint_.empty() && inapplicable_.empty()) {
    complaint_ = complaint;
  }
}

void Bench::DoesNotApply(const std::string& reason) {
  if (inapplicable_.empty()) {
    inapplicable_ = reason;
  }
}

Verdict Bench::verdict() const {
  if (!complaint_.empty()) {
    return Verdict::kFailed;
  }
  return inapplicable_.empty() ? Verdict::kPassed : Verdict::kNotApplicable;
}

std::string Bench::Finding() const {
  if (verdict() == Verdict::kNotApplicable) {
    return inapplicable_;
  }
  std::string text;
  for (const Step& step : steps_) {
    text += (text.empty() ? "" : "; ") + step.Text(number_);
  }
  return complaint_.empty() ? text : text + "; " + complaint_;
}

}  // namespace pdukit::fake_pdu
