#ifndef PDUKIT_TESTS_CAPTURES_VERDICT_H_
#define PDUKIT_TESTS_CAPTURES_VERDICT_H_

#include <string>
#include <vector>

#include "fake_pdu/capture/capture.h"
#include "tests/captures/comparison.h"
#include "tests/captures/expectations.h"

namespace pdukit {

// Of the captured columns below an enterprise's arc, the fake serves at least
// this share.
inline constexpr int kLeastPercent = 90;

int PercentServed(const ArcComparison& arc);

// Where the fake is not as the capture, and no reason is given; one sentence
// each. Reasons for what is as it should be are wrong, too.
std::vector<std::string> FindProblems(
    const fake_pdu::Capture& capture,
    const std::vector<ArcComparison>& comparison,
    const ExpectedCapture& expected);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_VERDICT_H_
