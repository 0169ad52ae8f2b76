// The floor of a start: what no agent on Net-SNMP's libraries can do without,
// which is to load them and to start them.

#include "snmp/net_snmp.h"
#include "snmp/runtime.h"
#include "tests/bench/echo.h"

// clang-format off
#include <net-snmp/agent/net-snmp-agent-includes.h>
// clang-format on

int main() {
  pdukit::NetSnmpRuntime::Get();
  // Something of the agent library, or the linker would leave it out.
  netsnmp_init_handler_conf();
  pdukit::bench::EchoDatagrams();
}
