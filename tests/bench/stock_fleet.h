#ifndef PDUKIT_TESTS_BENCH_STOCK_FLEET_H_
#define PDUKIT_TESTS_BENCH_STOCK_FLEET_H_

// Switching as one writes it by hand with Net-SNMP's library: a SET of
// sPDUOutletCtl, and a GET that must show what was set.

#include <memory>
#include <vector>

#include "tests/bench/servers.h"
#include "tests/bench/stock_session.h"

struct snmp_session;

namespace pdukit::bench {

// Throws std::runtime_error unless the outlet is switched.
void StockSwitch(snmp_session& session, int outlet, bool on);

// Many PDUs at once, without a thread: each has one request out at a time.
class StockFleet {
 public:
  explicit StockFleet(const std::vector<Server>& servers);
  ~StockFleet();

  // The outlets from 1 to `outlets` of all PDUs. Throws std::runtime_error.
  void Switch(int outlets, bool on);

 private:
  struct Pdu;
  std::vector<std::unique_ptr<Pdu>> pdus_;
};

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_STOCK_FLEET_H_
