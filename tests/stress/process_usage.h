#ifndef PDUKIT_TESTS_STRESS_PROCESS_USAGE_H_
#define PDUKIT_TESTS_STRESS_PROCESS_USAGE_H_

#include <cstddef>

namespace pdukit {

// What this process holds of the machine.
struct ProcessUsage {
  // Both are 0 under the sanitizers that have an allocator of their own, which
  // keeps what was freed for a while.
  std::size_t resident_bytes = 0;
  // Given out by malloc and not yet freed. What malloc keeps for a thread's
  // next request counts too, some 20 KiB that differ from run to run, unless
  // the environment has GLIBC_TUNABLES=glibc.malloc.tcache_count=0.
  std::size_t heap_bytes = 0;
  int descriptors = 0;
  int threads = 0;

  static ProcessUsage Now();
};

}  // namespace pdukit

#endif  // PDUKIT_TESTS_STRESS_PROCESS_USAGE_H_
