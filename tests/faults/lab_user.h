#ifndef PDUKIT_TESTS_FAULTS_LAB_USER_H_
#define PDUKIT_TESTS_FAULTS_LAB_USER_H_

// A user of SNMPv3, as a fake and as Net-SNMP's programs are told of him.

#include <string>

#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace pdukit {

inline const UsmUser kLab{"lab", AuthProtocol::kSha1, "authkey1",
                          PrivProtocol::kAes128, "privkey1"};
inline const std::string kAsLab =
    " -v3 -u lab -l authPriv -a SHA -A authkey1 -x AES -X privkey1";

// An AP7900 that admits him.
inline fake_pdu::FakePdu::Options WithLab() {
  fake_pdu::FakePdu::Options options;
  options.model = "AP7900";
  options.users = {{kLab}};
  return options;
}

}  // namespace pdukit

#endif  // PDUKIT_TESTS_FAULTS_LAB_USER_H_
