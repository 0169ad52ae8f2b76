#include "fake_pdu/contract/bench.h"
#include "fake_pdu/contract/cases.h"

namespace pdukit::fake_pdu {
namespace {

void On(Bench& bench) {
  bench.outlet().Switch(OutletState::kOff);
  bench.On();
  bench.ExpectDone();
}

void Off(Bench& bench) {
  bench.Off();
  bench.ExpectDone();
}

void Cycle(Bench& bench) {
  bench.Cycle();
  bench.ExpectDone();
  bench.ExpectSwitched({OutletState::kOff, OutletState::kOn});
}

void StatusOn(Bench& bench) {
  bench.Status();
  bench.ExpectDone();
}

void StatusOff(Bench& bench) {
  bench.outlet().Switch(OutletState::kOff);
  bench.Status();
  bench.ExpectDone();
}

void OffTwice(Bench& bench) {
  bench.Off();
  bench.ExpectDone();
  bench.Off();
  bench.ExpectDone();
  bench.ExpectSwitched({OutletState::kOff});
}

void OnTwice(Bench& bench) {
  bench.outlet().Switch(OutletState::kOff);
  bench.On();
  bench.ExpectDone();
  bench.On();
  bench.ExpectDone();
  bench.ExpectSwitched({OutletState::kOn});
}

void Neighbours(Bench& bench) {
  if (bench.pdu().outlet_numbers().size() < 2) {
    bench.DoesNotApply("the model has one outlet alone");
    return;
  }
  bench.Off();
  bench.ExpectDone();
  bench.On();
  bench.ExpectDone();
  bench.ExpectSwitched({OutletState::kOff, OutletState::kOn});
}

void BehindItsBack(Bench& bench) {
  bench.Off();
  bench.ExpectDone();
  bench.outlet().Switch(OutletState::kOn);
  bench.Status();
  bench.ExpectDone();
  bench.outlet().Switch(OutletState::kOff);
  bench.Status();
  bench.ExpectDone();
}

}  // namespace

std::vector<ContractCase> SwitchingCases() {
  return {
      {"on", "An outlet that is off goes on", On},
      {"off", "An outlet that is on goes off", Off},
      {"cycle", "The outlet goes off and then on, and is on at the end", Cycle},
      {"status-on", "Of an outlet that is on it says so", StatusOn},
      {"status-off", "Of an outlet that is off it says so", StatusOff},
      {"off-twice", "A second off is done too, and switches nothing", OffTwice},
      {"on-twice", "A second on is done too, and switches nothing", OnTwice},
      {"neighbours", "Off and on switch no other outlet", Neighbours},
      {"behind-its-back",
       "What somebody at the rack has switched is told as it is",
       BehindItsBack},
  };
}

}  // namespace pdukit::fake_pdu
