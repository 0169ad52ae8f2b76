#ifndef PDUKIT_SNMP_USM_MODULE_H_
#define PDUKIT_SNMP_USM_MODULE_H_

namespace pdukit {

// Puts the identities (snmp/usm.h) between Net-SNMP and its User-based
// Security Model. Once, after init_snmp.
void WrapUsmModule();

}  // namespace pdukit

#endif  // PDUKIT_SNMP_USM_MODULE_H_
