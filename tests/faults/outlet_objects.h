#ifndef PDUKIT_TESTS_FAULTS_OUTLET_OBJECTS_H_
#define PDUKIT_TESTS_FAULTS_OUTLET_OBJECTS_H_

// Objects of an AP7900, by PowerNet-MIB.

#include <string>

namespace pdukit {

inline const std::string kUptime = ".1.3.6.1.2.1.1.3.0";
inline const std::string kSystemName = ".1.3.6.1.2.1.1.5.0";

// rPDUOutletStatusOutletName, rPDUOutletStatusOutletState,
// rPDUOutletStatusCommandPending
inline const std::string kNames = ".1.3.6.1.4.1.318.1.1.12.3.5.1.1.2";
inline const std::string kStates = ".1.3.6.1.4.1.318.1.1.12.3.5.1.1.4";
inline const std::string kPendings = ".1.3.6.1.4.1.318.1.1.12.3.5.1.1.5";

// Of outlet 3: 1 on, 2 off; and rPDUOutletControlOutletCommand, with the values
// that switch it on, off, and off and on again.
inline const std::string kState = kStates + ".3";
inline const std::string kPending = kPendings + ".3";
inline const std::string kCommand = ".1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.3";
inline const std::string kOn = kCommand + " i 1";
inline const std::string kOff = kCommand + " i 2";
inline const std::string kReboot = kCommand + " i 3";

}  // namespace pdukit

#endif  // PDUKIT_TESTS_FAULTS_OUTLET_OBJECTS_H_
