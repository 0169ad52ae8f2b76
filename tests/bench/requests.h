#ifndef PDUKIT_TESTS_BENCH_REQUESTS_H_
#define PDUKIT_TESTS_BENCH_REQUESTS_H_

// Requests as Net-SNMP's own client library encodes them, not ours.

#include <cstdint>
#include <string>
#include <vector>

#include "snmp/security.h"
#include "tests/bench/dataset.h"
#include "tests/bench/servers.h"

namespace pdukit::bench {

enum class Operation : std::uint8_t { kGet, kGetNext, kGetBulk, kSet };

const char* ToString(Operation operation);

// How many variables an answer to GETBULK has.
constexpr int kBulk = 10;

// Datagrams for an agent, which is asked for its engine under v3: one for each
// of `count` objects that lie evenly among those of the dataset; of a SET,
// among the writable ones. Each was answered without an error once. Throws
// std::runtime_error if not.
std::vector<std::string> EncodeRequests(const Server& server,
                                        SnmpVersion version,
                                        Operation operation,
                                        const Dataset& dataset,
                                        std::size_t count);

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_REQUESTS_H_
