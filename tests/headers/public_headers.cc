// Every header that a user of pdukit includes, at the language level that
// users may be on.

#include "base/clock.h"
#include "base/error.h"
#include "base/result.h"
#include "client/discovery.h"
#include "client/endpoint.h"
#include "client/outlet_info.h"
#include "client/power_client.h"
#include "client/progress.h"
#include "client/session/net_snmp_session.h"
#include "client/session/snmp_session.h"
#include "client/snmp_pdu.h"
#include "client/snmp_power_client.h"
#include "client/system_info.h"
#include "client/testing/mock_power_client.h"
#include "client/testing/mock_snmp_session.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/mock_device_observer.h"
#include "snmp/error_status.h"
#include "snmp/oid.h"
#include "snmp/security.h"
#include "snmp/value.h"
#include "snmp/varbind.h"

static_assert(__cplusplus == 201703L);
