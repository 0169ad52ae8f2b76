#include "tests/bench/stock_session.h"

#include <stdexcept>
#include <string>

#include "snmp/net_snmp.h"
#include "snmp/runtime.h"
#include "tests/bench/lab_user.h"

namespace pdukit::bench {
namespace {

void UseKeys(netsnmp_session& settings) {
  static UsmUser user = LabUser();
  settings.securityName = user.name.data();
  settings.securityNameLen = user.name.size();
  settings.securityLevel = SNMP_SEC_LEVEL_AUTHPRIV;
  settings.securityAuthProto = usmHMACSHA1AuthProtocol;
  settings.securityAuthProtoLen = USM_AUTH_PROTO_SHA_LEN;
  settings.securityAuthKeyLen = USM_AUTH_KU_LEN;
  settings.securityPrivProto = usmAESPrivProtocol;
  settings.securityPrivProtoLen = USM_PRIV_PROTO_AES_LEN;
  settings.securityPrivKeyLen = USM_PRIV_KU_LEN;
  const auto derive = [](const std::string& passphrase, u_char* key,
                         std::size_t& size) {
    generate_Ku(usmHMACSHA1AuthProtocol, USM_AUTH_PROTO_SHA_LEN,
                reinterpret_cast<const u_char*>(passphrase.data()),
                passphrase.size(), key, &size);
  };
  derive(user.auth_passphrase, settings.securityAuthKey,
         settings.securityAuthKeyLen);
  derive(user.priv_passphrase, settings.securityPrivKey,
         settings.securityPrivKeyLen);
}

}  // namespace

StockSessionPtr OpenStockSession(const Server& server, SnmpVersion version) {
  NetSnmpRuntime::Get();
  std::string peer = "udp:" + server.address;
  std::string context = server.context;
  std::string community = "private";
  netsnmp_session settings;
  snmp_sess_init(&settings);
  settings.peername = peer.data();
  settings.version = version == SnmpVersion::kV3    ? SNMP_VERSION_3
                     : version == SnmpVersion::kV2c ? SNMP_VERSION_2c
                                                    : SNMP_VERSION_1;
  if (version == SnmpVersion::kV3) {
    UseKeys(settings);
    settings.contextName = context.data();
    settings.contextNameLen = context.size();
  } else {
    settings.community = reinterpret_cast<u_char*>(community.data());
    settings.community_len = community.size();
  }
  netsnmp_session* session = snmp_open(&settings);
  if (session == nullptr) {
    throw std::runtime_error(server.name + " does not answer Net-SNMP");
  }
  return {session, &snmp_close};
}

}  // namespace pdukit::bench
