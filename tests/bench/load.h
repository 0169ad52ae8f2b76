#ifndef PDUKIT_TESTS_BENCH_LOAD_H_
#define PDUKIT_TESTS_BENCH_LOAD_H_

#include <cstddef>
#include <string>
#include <vector>

namespace pdukit::bench {

// Sends `count` datagrams, these over and over, so that `outstanding` of them
// wait for their answers at any time. Throws std::runtime_error if one is not
// answered.
void RunLoad(const std::string& address,
             const std::vector<std::string>& datagrams, std::size_t count,
             std::size_t outstanding);

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_LOAD_H_
