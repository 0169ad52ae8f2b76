#include "tests/bench/stopwatch.h"

namespace pdukit::bench {
namespace {

double Microseconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) * 1e6 +
         static_cast<double>(time.tv_nsec) / 1e3;
}

}  // namespace

double Took(clockid_t clock, const std::function<void()>& work) {
  const double begin = Microseconds(clock);
  work();
  return Microseconds(clock) - begin;
}

}  // namespace pdukit::bench
