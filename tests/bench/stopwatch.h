#ifndef PDUKIT_TESTS_BENCH_STOPWATCH_H_
#define PDUKIT_TESTS_BENCH_STOPWATCH_H_

#include <ctime>
#include <functional>

namespace pdukit::bench {

// How many microseconds of this clock the work takes: CLOCK_MONOTONIC, or
// CLOCK_PROCESS_CPUTIME_ID for the processor time of this process.
double Took(clockid_t clock, const std::function<void()>& work);

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_STOPWATCH_H_
