#include "fake_pdu/testing/matchers.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace pdukit::fake_pdu {
namespace {

void Explain(std::ostream* out, const std::string& text) {
  if (out != nullptr) {
    *out << text;
  }
}

std::string Joined(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) {
    joined += (joined.empty() ? "" : " and ") + text;
  }
  return joined;
}

// The exchange that came nearest to what was expected, and how it differs.
std::string NearestOf(const Requests& requests,
                      const std::vector<Exchange>& journal) {
  if (journal.empty()) {
    return "it received nothing at all";
  }
  const auto distance = [&](const Exchange& exchange) {
    return requests.DifferencesOf(exchange.request).size();
  };
  const auto nearest =
      std::min_element(journal.begin(), journal.end(),
                       [&](const Exchange& a, const Exchange& b) {
                         return distance(a) < distance(b);
                       });
  return "the nearest that came " +
         Joined(requests.DifferencesOf(nearest->request)) + ":\n    " +
         ::testing::PrintToString(*nearest);
}

}  // namespace

void PrintTo(const FakePdu& pdu, std::ostream* out) {
  *out << pdu.name() << " (" << pdu.model().model << " at " << pdu.address()
       << ')' << (pdu.plugged() ? "" : ", unplugged") << ':';
  for (const int number : pdu.outlet_numbers()) {
    const FakeOutlet outlet = pdu.outlet(number);
    *out << ' ' << number << ' ' << outlet.state();
    if (const auto pending = outlet.pending()) {
      *out << " (" << *pending << " pending)";
    }
  }
}

bool OutletIs::MatchAndExplain(const FakePdu& pdu,
                               std::ostream* explanation) const {
  const std::vector<int> numbers = pdu.outlet_numbers();
  if (std::find(numbers.begin(), numbers.end(), number_) == numbers.end()) {
    Explain(explanation, "which has no such outlet");
    return false;
  }
  return pdu.outlet(number_).state() == state_;
}

void OutletIs::DescribeTo(std::ostream* out) const {
  *out << "has outlet " << number_ << ' ' << state_;
}

void OutletIs::DescribeNegationTo(std::ostream* out) const {
  *out << "has outlet " << number_ << " not " << state_;
}

bool EveryOutletIs::MatchAndExplain(const FakePdu& pdu,
                                    std::ostream* explanation) const {
  std::string others;
  for (const int number : pdu.outlet_numbers()) {
    if (pdu.outlet(number).state() != state_) {
      others += ' ' + std::to_string(number);
    }
  }
  if (!others.empty()) {
    Explain(explanation, "whose outlets" + others + " are not");
  }
  return others.empty();
}

void EveryOutletIs::DescribeTo(std::ostream* out) const {
  *out << "has every outlet " << state_;
}

void EveryOutletIs::DescribeNegationTo(std::ostream* out) const {
  *out << "has an outlet that is not " << state_;
}

bool Received::MatchAndExplain(const FakePdu& pdu,
                               std::ostream* explanation) const {
  const std::vector<Exchange> journal = pdu.journal();
  std::string came;
  int count = 0;
  for (const Exchange& exchange : journal) {
    if (requests_.Matches(exchange.request)) {
      ++count;
      came += "\n    " + ::testing::PrintToString(exchange);
    }
  }
  const bool matches = count_ ? count == *count_ : count > 0;
  if (count == 0) {
    Explain(explanation,
            "which received none; " + NearestOf(requests_, journal));
  } else {
    Explain(explanation,
            "which received " + std::to_string(count) + ":" + came);
  }
  return matches;
}

void Received::DescribeTo(std::ostream* out) const {
  *out << "received " << requests_;
  if (count_) {
    *out << ' ' << *count_ << (*count_ == 1 ? " time" : " times");
  }
}

void Received::DescribeNegationTo(std::ostream* out) const {
  *out << "did not receive " << requests_;
  if (count_) {
    *out << ' ' << *count_ << (*count_ == 1 ? " time" : " times");
  }
}

bool ReceivedInOrder::MatchAndExplain(const FakePdu& pdu,
                                      std::ostream* explanation) const {
  const std::vector<Exchange> journal = pdu.journal();
  auto from = journal.begin();
  for (std::size_t i = 0; i < requests_.size(); ++i) {
    const auto found =
        std::find_if(from, journal.end(), [&](const Exchange& exchange) {
          return requests_[i].Matches(exchange.request);
        });
    if (found == journal.end()) {
      Explain(explanation, "which lacks " + requests_[i].Text() + " (" +
                               std::to_string(i + 1) + " of " +
                               std::to_string(requests_.size()) +
                               ") at its place; " +
                               NearestOf(requests_[i], {from, journal.end()}));
      return false;
    }
    from = found + 1;
  }
  return true;
}

void ReceivedInOrder::DescribeTo(std::ostream* out) const {
  const char* separator = "received ";
  for (const Requests& requests : requests_) {
    *out << separator << requests;
    separator = ", then ";
  }
}

void ReceivedInOrder::DescribeNegationTo(std::ostream* out) const {
  *out << "not so: ";
  DescribeTo(out);
}

}  // namespace pdukit::fake_pdu
