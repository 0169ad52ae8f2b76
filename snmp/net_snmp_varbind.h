#ifndef PDUKIT_SNMP_NET_SNMP_VARBIND_H_
#define PDUKIT_SNMP_NET_SNMP_VARBIND_H_

// Oid and Value to and from Net-SNMP's own. Not a public header. Needs no lock.

#include <cstddef>
#include <optional>
#include <vector>

#include "snmp/oid.h"
#include "snmp/value.h"

struct variable_list;

namespace pdukit {

// Net-SNMP's type `oid`, of 64 bits here, for the 32 that the protocol has.
using NetSnmpOid = std::vector<unsigned long>;

NetSnmpOid ToNetSnmp(const Oid& oid);
Oid ToOid(const unsigned long* ids, std::size_t size);

// The name of a variable.
Oid NameOf(const variable_list& variable);

// Its value; nullopt for what no Value can hold, such as the floating-point
// numbers that Net-SNMP makes of some Opaque.
std::optional<Value> ValueOf(const variable_list& variable);

// Replaces its value and type.
void SetValue(variable_list& variable, const Value& value);

}  // namespace pdukit

#endif  // PDUKIT_SNMP_NET_SNMP_VARBIND_H_
