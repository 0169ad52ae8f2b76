// The short languages of the command lines: faults, users, patterns of
// machines, addresses, OIDs.

#include <string>
#include <vector>

#include "client/endpoint.h"
#include "client/machine_pattern.h"
#include "fake_pdu/standalone/fault_spec.h"
#include "fake_pdu/standalone/user_spec.h"
#include "snmp/oid.h"
#include "tests/fuzz/fuzz_target.h"

namespace pdukit::fuzz {
namespace {

template <typename T>
bool Judge(const Result<T>& result) {
  if (!result.ok()) {
    RequireSentence(result.error());
  }
  return result.ok();
}

}  // namespace

void TryInput(const std::string& text) {
  Judge(fake_pdu::ParseFaultSpec(text));
  Judge(fake_pdu::ParseUserSpec(text));
  Judge(client::MatchMachines({text}, {"web-1", "web-2", "db-aaaaaaaaaaa"}));
  const Result<client::Endpoint> endpoint = client::Endpoint::Parse(text);
  if (Judge(endpoint)) {
    Require(client::Endpoint::Parse(endpoint->ToString()).ok(),
            "an endpoint that is written reads back");
  }
  const Result<Oid> oid = Oid::Parse(text);
  if (Judge(oid)) {
    Require(Oid::Parse(oid->ToString()).value() == *oid,
            "an OID that is written reads back");
  }
}

std::vector<std::string> Seeds() {
  return {"drop-response set outlet=3 once",
          "delay-response=1.5 get object=sPDUOutletCtl times=2 after=1",
          "refuse=genErr@1 version=2c from=private probability=0.5 seed=7",
          "truncate-response=20 bulk resent",
          "rate-limit=5",
          "report=wrong-digest version=3 from=operator",
          "no-such-object next",
          "ro:operator:SHA-256:auth passphrase:AES:priv passphrase",
          "web-[1-20],db-*",
          "[web,db]-[01-02,7]",
          "10.0.0.7:1161",
          "[::1]:161",
          "1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.3",
          ".1.3.6.1.4294967295"};
}

}  // namespace pdukit::fuzz
