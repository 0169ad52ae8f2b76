#ifndef PDUKIT_TESTS_BENCH_STOCK_SESSION_H_
#define PDUKIT_TESTS_BENCH_STOCK_SESSION_H_

// Net-SNMP's own client library, as a program without pdukit uses it.

#include <memory>

#include "snmp/security.h"
#include "tests/bench/servers.h"

struct snmp_session;

namespace pdukit::bench {

using StockSessionPtr = std::unique_ptr<snmp_session, int (*)(snmp_session*)>;

// With the community `private`, or as LabUser(); under v3 it asks the server
// for its engine. Throws std::runtime_error.
StockSessionPtr OpenStockSession(const Server& server, SnmpVersion version);

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_STOCK_SESSION_H_
