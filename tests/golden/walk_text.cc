#include "tests/golden/walk_text.h"

#include <memory>
#include <sstream>
#include <vector>

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
  client::NetSnmpSession::Options client_options;
  client_options.endpoint = client::Endpoint::Parse(fake.address()).value();
  const std::unique_ptr<client::NetSnmpSession> session =
      client::NetSnmpSession::Open(client_options).value();

  const std::vector<Varbind> walk = Walk(*session, Oid{1, 3}).value();
  std::ostringstream text;
  for (const Varbind& varbind : walk) {
    text << varbind << '\n';
  }
  return text.str();
}

std::string WalkFileName(const std::string& model) { return model + ".walk"; }

}  // namespace pdukit
