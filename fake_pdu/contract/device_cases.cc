#include <cstdint>
#include <map>
#include <vector>

#include "fake_pdu/contract/bench.h"
#include "fake_pdu/contract/cases.h"
#include "snmp/oid.h"
#include "snmp/value.h"

namespace pdukit::fake_pdu {
namespace {

void SlowRelay(Bench& bench) {
  bench.outlet().SetRelayDelay(bench.options().slow);
  bench.Off();
  bench.ExpectTrue();
  bench.ExpectAsked();
}

void StuckRelay(Bench& bench) {
  bench.outlet().SetRelayFault(RelayFault::kStuck);
  bench.Off();
  bench.ExpectFailed();
  bench.ExpectAsked();
}

void StaysOff(Bench& bench) {
  bench.outlet().SetRelayFault(RelayFault::kNeverCloses);
  bench.Cycle();
  bench.ExpectFailed();
  bench.ExpectAsked();
}

void Restart(Bench& bench) {
  bench.Off();
  bench.ExpectDone();
  bench.pdu().Restart(bench.options().slow);
  bench.On();
  bench.ExpectTrue();
  bench.clock().SleepFor(bench.options().slow);
  bench.On();
  bench.ExpectDone();
}

void Unplugged(Bench& bench) {
  bench.pdu().Unplug();
  bench.Off();
  bench.ExpectFailed();
  if (bench.driver().status) {
    bench.Status();
    bench.ExpectFailed();
  }
}

// What the device showed to the status that comes next.
std::map<Oid, Value> ShownToStatus(Bench& bench) {
  const std::vector<Exchange> earlier = bench.pdu().journal();
  const std::uint64_t last = earlier.empty() ? 0 : earlier.back().number;
  bench.Status();
  std::map<Oid, Value> shown;
  for (const Exchange& exchange : bench.pdu().journal()) {
    if (exchange.number > last && exchange.response) {
      for (const NamedVarbind& varbind : exchange.response->varbinds) {
        shown.insert_or_assign(varbind.oid, varbind.value);
      }
    }
  }
  return shown;
}

// Whether something differs that else stays as it is.
bool Differs(const std::map<Oid, Value>& before,
             const std::map<Oid, Value>& between,
             const std::map<Oid, Value>& after) {
  for (const auto& [oid, value] : between) {
    const auto was = before.find(oid);
    const auto is = after.find(oid);
    if (was != before.end() && is != after.end() && was->second == is->second &&
        value != was->second) {
      return true;
    }
  }
  return false;
}

// Not every model shows it, and not in every object: what the driver reads
// tells.
void UnknownState(Bench& bench) {
  const std::map<Oid, Value> before = ShownToStatus(bench);
  bench.ExpectDone();
  bench.outlet().SetStateUnknown(true);
  const std::map<Oid, Value> between = ShownToStatus(bench);
  if (!bench.claimed()) {
    return;
  }
  bench.outlet().SetStateUnknown(false);
  const std::map<Oid, Value> after = ShownToStatus(bench);
  if (!Differs(before, between, after)) {
    bench.DoesNotApply(
        "nothing that the driver reads shows that a state is unknown");
  }
  bench.Expect(false, "while the device did not know it must not tell");
}

}  // namespace

std::vector<ContractCase> DeviceCases() {
  return {
      {"slow-relay", "A relay takes its time: it waits, or does not say done",
       SlowRelay},
      {"stuck-relay", "A relay does not move: it must not say done",
       StuckRelay},
      {"stays-off",
       "A cycle switches off, and the relay does not close again: it must not "
       "say done",
       StaysOff},
      {"restart",
       "The management card restarts: what it says is true, and afterwards it "
       "works as before",
       Restart},
      {"unplugged", "From a PDU without power it comes back, and fails",
       Unplugged},
      {"unknown-state",
       "A state that the device does not know is told neither as on nor as off",
       UnknownState},
  };
}

}  // namespace pdukit::fake_pdu
