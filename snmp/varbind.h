#ifndef PDUKIT_SNMP_VARBIND_H_
#define PDUKIT_SNMP_VARBIND_H_

#include <ostream>

#include "snmp/oid.h"
#include "snmp/value.h"

namespace pdukit {

// A variable binding: the name of a variable and its value (RFC 3416 section
// 2.1).
struct Varbind {
  Oid oid{};
  Value value{};

  friend bool operator==(const Varbind& a, const Varbind& b) {
    return a.oid == b.oid && a.value == b.value;
  }
  friend bool operator!=(const Varbind& a, const Varbind& b) {
    return !(a == b);
  }
};

// "1.3.6.1.2.1.1.5.0 = OCTET STRING: rack4"
inline std::ostream& operator<<(std::ostream& out, const Varbind& varbind) {
  return out << varbind.oid << " = " << varbind.value;
}

}  // namespace pdukit

#endif  // PDUKIT_SNMP_VARBIND_H_
