#include "tests/golden/walk_text.h"

#include <sstream>

#include "base/clock.h"
#include "client/endpoint.h"
#include "client/session/net_snmp_session.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit {

std::string WalkText(const std::string& model) {
  ManualClock clock;
  fake_pdu::FakePdu::Options options;
  options.model = model;
  options.clock = &clock;
  const fake_pdu::FakePdu fake = fake_pdu::FakePdu::Start(options).value();
  client::NetSnmpSession::Options session;
  session.endpoint = client::Endpoint::Parse(fake.address()).value();

  std::ostringstream text;
  for (const Varbind& varbind :
       Walk(*client::NetSnmpSession::Open(session).value(), Oid{1, 3})
           .value()) {
    text << varbind << '\n';
  }
  return text.str();
}

std::string WalkFileName(const std::string& model) { return model + ".walk"; }

}  // namespace pdukit
