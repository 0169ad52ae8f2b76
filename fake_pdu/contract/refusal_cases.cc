#include <algorithm>
#include <string>
#include <vector>

#include "fake_pdu/contract/bench.h"
#include "fake_pdu/contract/cases.h"
#include "snmp/security.h"

namespace pdukit::fake_pdu {
namespace {

void OffMustFail(Bench& bench) {
  bench.Off();
  bench.ExpectFailed();
  bench.ExpectAsked();
  bench.ExpectNothingSwitched();
}

void NoSuchOutlet(Bench& bench) {
  const std::vector<int> numbers = bench.pdu().outlet_numbers();
  Target target = bench.target();
  target.outlet = *std::max_element(numbers.begin(), numbers.end()) + 1;
  bench.Use(target);
  bench.Off();
  bench.ExpectFailed();
  bench.ExpectNothingSwitched();
  if (bench.driver().status) {
    bench.Status();
    bench.ExpectFailed();
  }
}

// Version 3 takes the user, the others the community.
void OffMustFailAs(Bench& bench, const std::string& community,
                   const UsmUser& user) {
  if (!bench.driver().takes_credentials) {
    bench.DoesNotApply("the driver is not told the credentials");
    return;
  }
  Target target = bench.target();
  target.community = community;
  target.user = user;
  bench.Use(target);
  OffMustFail(bench);
}

void WrongCredentials(Bench& bench) {
  UsmUser user = bench.target().user;
  if (user.auth_protocol == AuthProtocol::kNone) {
    user.name += "-unknown";
  } else {
    user.auth_passphrase += "-wrong";
  }
  OffMustFailAs(bench, bench.target().community + "-wrong", user);
}

void ReadOnlyCredentials(Bench& bench) {
  OffMustFailAs(bench, bench.options().pdu.read_community,
                ReaderOf(bench.options()));
}

void LockedOutlet(Bench& bench) {
  bench.outlet().SetLocked(true);
  OffMustFail(bench);
}

}  // namespace

std::vector<ContractCase> RefusalCases() {
  return {
      {"no-such-outlet",
       "An outlet that the PDU does not have fails, and no other is switched",
       NoSuchOutlet},
      {"wrong-credentials",
       "With credentials that the PDU does not know it fails",
       WrongCredentials},
      {"read-only-credentials",
       "With credentials that may only read it fails to switch",
       ReadOnlyCredentials},
      {"locked-outlet",
       "An outlet that the device does not let switch fails, and stays on",
       LockedOutlet},
  };
}

}  // namespace pdukit::fake_pdu
