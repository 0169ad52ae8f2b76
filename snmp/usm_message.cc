#include "snmp/usm_message.h"

#include <cstdint>

namespace pdukit {

bool IsEngineId(const std::string& octets) {
  return octets.size() >= 5 && octets.size() <= 32;
}

bool IsAuthenticated(const snmp_secmod_incoming_params& message) {
  return message.secLevel != SNMP_SEC_LEVEL_NOAUTH;
}

SecurityParameters ParseSecurityParameters(
    const snmp_secmod_incoming_params& message) {
  u_char type = 0;
  u_char engine_id[SNMP_MAXBUF];
  std::size_t engine_id_size = sizeof engine_id;
  std::size_t rest =
      message.wholeMsgLen -
      static_cast<std::size_t>(message.secParams - message.wholeMsg);
  long boots = 0;
  long seconds = 0;
  u_char* next =
      asn_parse_sequence(message.secParams, &rest, &type,
                         ASN_UNIVERSAL | ASN_PRIMITIVE | ASN_OCTET_STR, "USM");
  if (next != nullptr) {
    next = asn_parse_sequence(next, &rest, &type,
                              ASN_SEQUENCE | ASN_CONSTRUCTOR, "USM");
  }
  if (next != nullptr) {
    next = asn_parse_string(next, &rest, &type, engine_id, &engine_id_size);
  }
  if (next != nullptr) {
    next = asn_parse_int(next, &rest, &type, &boots, sizeof boots);
  }
  if (next == nullptr ||
      asn_parse_int(next, &rest, &type, &seconds, sizeof seconds) == nullptr) {
    return {};
  }
  return {
      {reinterpret_cast<const char*>(engine_id), engine_id_size},
      {static_cast<std::uint32_t>(boots), static_cast<std::uint32_t>(seconds)}};
}

SecurityLevel SecurityLevelOf(int net_snmp_level) {
  switch (net_snmp_level) {
    case SNMP_SEC_LEVEL_AUTHPRIV:
      return SecurityLevel::kAuthPriv;
    case SNMP_SEC_LEVEL_AUTHNOPRIV:
      return SecurityLevel::kAuthNoPriv;
    default:
      return SecurityLevel::kNoAuthNoPriv;
  }
}

}  // namespace pdukit
