#ifndef PDUKIT_FAKE_PDU_MIB_OBJECT_VIEW_H_
#define PDUKIT_FAKE_PDU_MIB_OBJECT_VIEW_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "snmp/error_status.h"
#include "snmp/oid.h"
#include "snmp/value.h"
#include "snmp/varbind.h"

namespace pdukit::fake_pdu {

// The objects that one device serves, in the order of their names: all that
// the agent knows of a device. Values are computed when asked for.
//
// Thread-safe. Nothing here blocks on anything but the device's own lock.
class ObjectView {
 public:
  // Which varbind of a SET was refused (from zero), and why (RFC 3416 section
  // 4.2.5).
  struct SetFailure {
    std::size_t index = 0;
    ErrorStatus status = ErrorStatus::kGenErr;
  };

  // What the device's MIB says of a variable, whether or not it is there.
  struct Description {
    // "sPDUOutletCtl.3"; empty for what the MIB does not know.
    std::string name{};
    // The one that it belongs to, as on the label.
    std::optional<int> outlet{};
  };

  virtual ~ObjectView() = default;

  virtual Description Describe(const Oid& /*oid*/) const { return {}; }

  // The value of `oid`, or noSuchObject or noSuchInstance.
  virtual Value Get(const Oid& oid) const = 0;

  // The first variable behind `oid`; nullopt at the end of the view.
  virtual std::optional<Varbind> Next(const Oid& oid) const = 0;

  // What Set would refuse, as far as it can be told without doing it: unknown
  // and read-only objects, wrong types, lengths and values.
  virtual std::optional<SetFailure> CheckSet(
      const std::vector<Varbind>& varbinds) const = 0;

  // Applies all varbinds in their order, as if at once; or none of them, and
  // says which was refused.
  virtual std::optional<SetFailure> Set(
      const std::vector<Varbind>& varbinds) = 0;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_OBJECT_VIEW_H_
