#ifndef PDUKIT_FAKE_PDU_TESTING_MATCHERS_H_
#define PDUKIT_FAKE_PDU_TESTING_MATCHERS_H_

// What a test expects of a fake: its state, and what it was asked.
//
//   EXPECT_THAT(pdu, OutletIs(3, OutletState::kOff));
//   EXPECT_THAT(pdu, Received(SetOf(3)).Once());
//   EXPECT_THAT(pdu, ReceivedInOrder({SetOf(3).To(off), SetOf(3).To(on)}));
//   EXPECT_TRUE(Eventually(pdu, OutletIs(3, OutletState::kOn)));
//
// Requests (SetOf, GetOf, ...) match the exchanges of a journal as well:
// EXPECT_THAT(pdu.journal(), Contains(SetOf(3))).

#include <chrono>
#include <optional>
#include <ostream>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {

// For failures: what it is, and the state of each outlet.
void PrintTo(const FakePdu& pdu, std::ostream* out);

// The outlet, as someone at the rack sees it.
class OutletIs {
 public:
  using is_gtest_matcher = void;

  OutletIs(int number, OutletState state) : number_(number), state_(state) {}

  bool MatchAndExplain(const FakePdu& pdu, std::ostream* explanation) const;
  void DescribeTo(std::ostream* out) const;
  void DescribeNegationTo(std::ostream* out) const;

 private:
  int number_;
  OutletState state_;
};

// All outlets of the PDU. A failure names those that are not.
class EveryOutletIs {
 public:
  using is_gtest_matcher = void;

  explicit EveryOutletIs(OutletState state) : state_(state) {}

  bool MatchAndExplain(const FakePdu& pdu, std::ostream* explanation) const;
  void DescribeTo(std::ostream* out) const;
  void DescribeNegationTo(std::ostream* out) const;

 private:
  OutletState state_;
};

// At least one such request; a failure shows the nearest that came instead.
class Received {
 public:
  using is_gtest_matcher = void;

  explicit Received(Requests requests) : requests_(std::move(requests)) {}

  // Exactly so many, resends included.
  Received& Times(int count) {
    count_ = count;
    return *this;
  }
  Received& Once() { return Times(1); }
  Received& Never() { return Times(0); }

  bool MatchAndExplain(const FakePdu& pdu, std::ostream* explanation) const;
  void DescribeTo(std::ostream* out) const;
  void DescribeNegationTo(std::ostream* out) const;

 private:
  Requests requests_;
  std::optional<int> count_{};
};

// One request of each kind, in this order; others may come between.
class ReceivedInOrder {
 public:
  using is_gtest_matcher = void;

  explicit ReceivedInOrder(std::vector<Requests> requests)
      : requests_(std::move(requests)) {}

  bool MatchAndExplain(const FakePdu& pdu, std::ostream* explanation) const;
  void DescribeTo(std::ostream* out) const;
  void DescribeNegationTo(std::ostream* out) const;

 private:
  std::vector<Requests> requests_;
};

// Waits until the PDU matches, woken by each exchange and each event of an
// outlet; at most so long, in real time.
template <typename M>
::testing::AssertionResult Eventually(
    const FakePdu& pdu, M matcher,
    std::chrono::nanoseconds timeout = std::chrono::seconds(10)) {
  const auto wanted =
      ::testing::SafeMatcherCast<const FakePdu&>(std::move(matcher));
  if (pdu.WaitUntil([&] { return wanted.Matches(pdu); }, timeout)) {
    return ::testing::AssertionSuccess();
  }
  ::testing::StringMatchResultListener explanation;
  wanted.MatchAndExplain(pdu, &explanation);
  ::testing::AssertionResult failure = ::testing::AssertionFailure();
  failure << "after " << std::chrono::duration<double>(timeout).count()
          << " s still not: "
          << ::testing::DescribeMatcher<const FakePdu&>(wanted)
          << "\n  Actual: " << ::testing::PrintToString(pdu);
  if (!explanation.str().empty()) {
    failure << ", " << explanation.str();
  }
  return failure;
}

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_TESTING_MATCHERS_H_
