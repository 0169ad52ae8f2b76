#include "tests/end_to_end/credentials.h"

#include <algorithm>
#include <cctype>

namespace pdukit {

std::string Credentials::Name() const {
  std::string name = std::string("V") + ToString(version);
  if (version == SnmpVersion::kV3) {
    name += std::string(ToString(user.auth_protocol)) +
            ToString(user.priv_protocol);
  }
  name.erase(
      std::remove_if(name.begin(), name.end(),
                     [](unsigned char c) { return std::isalnum(c) == 0; }),
      name.end());
  return name;
}

void PrintTo(const Credentials& credentials, std::ostream* out) {
  *out << credentials.Name();
}

UsmUser MakeUser(AuthProtocol auth, PrivProtocol priv) {
  UsmUser user;
  user.name = "operator";
  user.auth_protocol = auth;
  user.auth_passphrase = "auth passphrase";
  user.priv_protocol = priv;
  user.priv_passphrase = "priv passphrase";
  return user;
}

std::vector<Credentials> AllCredentials() {
  std::vector<Credentials> all = {
      {SnmpVersion::kV1, {}},
      {SnmpVersion::kV2c, {}},
      {SnmpVersion::kV3, MakeUser(AuthProtocol::kNone, PrivProtocol::kNone)}};
  for (const AuthProtocol auth :
       {AuthProtocol::kMd5, AuthProtocol::kSha1, AuthProtocol::kSha224,
        AuthProtocol::kSha256, AuthProtocol::kSha384, AuthProtocol::kSha512}) {
    for (const PrivProtocol priv :
         {PrivProtocol::kNone, PrivProtocol::kDes, PrivProtocol::kAes128,
          PrivProtocol::kAes192, PrivProtocol::kAes256}) {
      all.push_back({SnmpVersion::kV3, MakeUser(auth, priv)});
    }
  }
  return all;
}

fake_pdu::FakePdu::Options FakeOptions(const std::string& model,
                                       const Credentials& credentials,
                                       Clock& clock) {
  fake_pdu::FakePdu::Options options;
  options.model = model;
  options.clock = &clock;
  if (credentials.version == SnmpVersion::kV3) {
    options.read_community = "";
    options.write_community = "";
    options.users = {{credentials.user, fake_pdu::FakePdu::Access::kReadWrite}};
  }
  return options;
}

client::SnmpPdu::Options ClientOptions(const Credentials& credentials,
                                       Clock& clock) {
  client::SnmpPdu::Options options;
  options.version = credentials.version;
  options.user = credentials.user;
  options.clock = &clock;
  return options;
}

}  // namespace pdukit
