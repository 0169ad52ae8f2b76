#include "fake_pdu/agent/agent_library.h"

#include "fake_pdu/agent/net_snmp_agent.h"
#include "fake_pdu/agent/object_handler.h"

namespace pdukit::fake_pdu {
namespace {

void Configure() {
  netsnmp_ds_set_boolean(NETSNMP_DS_APPLICATION_ID, NETSNMP_DS_AGENT_ROLE, 0);
  netsnmp_ds_set_boolean(NETSNMP_DS_APPLICATION_ID,
                         NETSNMP_DS_AGENT_NO_ROOT_ACCESS, 1);
  // What fits into the answer to a GETBULK is decided in bulk_limit.h. Else it
  // would be cut to 100 varbinds, and to what the library deems their size.
  netsnmp_ds_set_int(NETSNMP_DS_APPLICATION_ID,
                     NETSNMP_DS_AGENT_MAX_GETBULKRESPONSES, -1);
  netsnmp_ds_set_int(NETSNMP_DS_APPLICATION_ID,
                     NETSNMP_DS_AGENT_AVG_BULKVARBINDSIZE, 1);
}

void RegisterObjects() {
  // Not at 1: the library's own handler sits there and would win.
  constexpr oid kRoot[] = {1, 3};
  netsnmp_handler_registration* root = netsnmp_create_handler_registration(
      "pdukit", &HandleObjects, kRoot, OID_LENGTH(kRoot),
      HANDLER_CAN_RWRITE | HANDLER_CAN_GETBULK);
  netsnmp_register_handler(root);
}

bool StartOnce() {
  Configure();
  // After init_snmp, so that nothing asks for a configuration of the library's
  // own access control, which is not used.
  init_agent("pdukit");
  RegisterObjects();
  return true;
}

}  // namespace

void StartAgentLibrary(const NetSnmpRuntime::Lock&) {
  static const bool kStarted = StartOnce();
  static_cast<void>(kStarted);
}

}  // namespace pdukit::fake_pdu
