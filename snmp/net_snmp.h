#ifndef PDUKIT_SNMP_NET_SNMP_H_
#define PDUKIT_SNMP_NET_SNMP_H_

// libnetsnmp, all of it that pdukit uses. Private: it defines thousands of
// macros, so that no public header may include it. The order matters.

// clang-format off
#include <net-snmp/net-snmp-config.h>
#include <net-snmp/net-snmp-includes.h>
#include <net-snmp/library/keytools.h>
#include <net-snmp/library/large_fd_set.h>
#include <net-snmp/library/lcd_time.h>
#include <net-snmp/library/scapi.h>
#include <net-snmp/library/snmp_logging.h>
#include <net-snmp/library/snmp_secmod.h>
#include <net-snmp/library/snmp_transport.h>
#include <net-snmp/library/snmpusm.h>
// clang-format on

// Exported, but not declared by the installed headers.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" void netsnmp_certs_shutdown(void);

#endif  // PDUKIT_SNMP_NET_SNMP_H_
