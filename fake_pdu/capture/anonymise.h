#ifndef PDUKIT_FAKE_PDU_CAPTURE_ANONYMISE_H_
#define PDUKIT_FAKE_PDU_CAPTURE_ANONYMISE_H_

// A capture that can be shown to others: what tells where the device stands
// and whose it is has been replaced.

#include <set>
#include <string>
#include <vector>

#include "fake_pdu/capture/capture.h"

namespace pdukit::fake_pdu {

struct AnonymiseOptions {
  // With the same key, the same becomes the same, in another capture too.
  std::string key{};
  // Texts of instances of these columns are private as a whole: names, serial
  // numbers. The system group's name, contact and location always are.
  std::vector<Oid> private_columns{};
};

struct AnonymousCapture {
  std::vector<Varbind> varbinds{};  // Ascending.
  // The texts that nothing was replaced in.
  std::set<std::string> kept{};
};

// Replaced are, by what has the same length and form, and everywhere alike:
// texts of private columns, also within other texts; IPv4 and MAC addresses,
// as octets, as text and as part of an OID below 1.3.6.1.2.1; what stands
// behind "SN" or "serial" in a text; host names of three parts and e-mail
// addresses. An IPv4 address in a text counts if it is of a private network or
// is also there as a value. IPv6 addresses are not found.
AnonymousCapture Anonymise(const Capture& capture,
                           const AnonymiseOptions& options);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_ANONYMISE_H_
