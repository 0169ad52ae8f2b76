#include "snmp/usm_module.h"

#include "snmp/net_snmp.h"
#include "snmp/usm.h"
#include "snmp/usm_scope.h"

namespace pdukit {
namespace {

// Net-SNMP's own functions.
snmp_secmod_def original;

UsmIdentity* IdentityOf(const snmp_session* session) {
  auto* identity =
      session == nullptr ? nullptr : static_cast<UsmIdentity*>(session->myvoid);
  if (identity == nullptr) {
    ExpectForeignEngineTimes();
  }
  return identity;
}

int Decode(snmp_secmod_incoming_params* message) noexcept {
  UsmIdentity* identity = IdentityOf(message->sess);
  return identity == nullptr ? original.decode(message)
                             : identity->Decode(*message, original.decode);
}

int EncodeReverse(snmp_secmod_outgoing_params* message) noexcept {
  UsmIdentity* identity = IdentityOf(message->session);
  return identity == nullptr
             ? original.encode_reverse(message)
             : identity->Encode(*message, original.encode_reverse);
}

int EncodeForward(snmp_secmod_outgoing_params* message) noexcept {
  UsmIdentity* identity = IdentityOf(message->session);
  return identity == nullptr
             ? original.encode_forward(message)
             : identity->Encode(*message, original.encode_forward);
}

}  // namespace

void WrapUsmModule() {
  snmp_secmod_def* module = find_sec_mod(SNMP_SEC_MODEL_USM);
  original = *module;
  module->decode = &Decode;
  module->encode_reverse = &EncodeReverse;
  module->encode_forward = &EncodeForward;
}

}  // namespace pdukit
