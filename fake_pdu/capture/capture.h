#ifndef PDUKIT_FAKE_PDU_CAPTURE_CAPTURE_H_
#define PDUKIT_FAKE_PDU_CAPTURE_CAPTURE_H_

// What a real device once answered to a walk.
//
//   Capture capture = Capture::Load("rack4.snmprec").value();
//   capture.Find(sys_descr)->ToString();
//
// Two formats are read. The .snmprec of snmpsim: OID|TAG|VALUE, where the tag
// is the BER tag of the type, behind it an x for hexadecimal octets or an e for
// escaped ones. And what `snmpwalk -On` prints, best without MIBs (-m ""),
// which would show values as they are not on the wire.

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "snmp/oid.h"
#include "snmp/varbind.h"

namespace pdukit::fake_pdu {

// A value type. Never empty.
class Capture {
 public:
  // Fails with kNotFound if the file cannot be read, else as Read does.
  static Result<Capture> Load(const std::string& path);

  // The same from a text; `name` stands for the file in errors. Fails with
  // kParse, "file:line: what is wrong; what is allowed", at the first mistake:
  // a capture is taken as a whole or not at all.
  static Result<Capture> Read(const std::string& name, const std::string& text);

  // Ascending; none is there twice.
  const std::vector<Varbind>& varbinds() const { return varbinds_; }

  // Null if the device did not answer with it.
  const Value* Find(const Oid& oid) const;

 private:
  explicit Capture(std::vector<Varbind> varbinds)
      : varbinds_(std::move(varbinds)) {}

  std::vector<Varbind> varbinds_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_CAPTURE_H_
