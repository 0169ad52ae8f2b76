#ifndef PDUKIT_TESTS_END_TO_END_CREDENTIALS_H_
#define PDUKIT_TESTS_END_TO_END_CREDENTIALS_H_

#include <ostream>
#include <string>
#include <vector>

#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace pdukit {

// One way to speak to a PDU.
struct Credentials {
  SnmpVersion version = SnmpVersion::kV2c;
  UsmUser user{};

  // "V2c", "V3SHA256AES128": a name for a parameterised test.
  std::string Name() const;
};

void PrintTo(const Credentials& credentials, std::ostream* out);

// v1, v2c, and v3 with every pair of protocols that the RFCs allow.
std::vector<Credentials> AllCredentials();

// A user with keys for the given protocols.
UsmUser MakeUser(AuthProtocol auth, PrivProtocol priv);

// A fake that admits these, and a client that uses them.
fake_pdu::FakePdu::Options FakeOptions(const std::string& model,
                                       const Credentials& credentials,
                                       Clock& clock);
client::SnmpPdu::Options ClientOptions(const Credentials& credentials,
                                       Clock& clock);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_END_TO_END_CREDENTIALS_H_
