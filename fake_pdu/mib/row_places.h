#ifndef PDUKIT_FAKE_PDU_MIB_ROW_PLACES_H_
#define PDUKIT_FAKE_PDU_MIB_ROW_PLACES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/device/device_state.h"
#include "fake_pdu/mib/family.h"
#include "snmp/oid.h"

namespace pdukit::fake_pdu {

// A row of a table as its sub-identifiers see it.
struct RowPlace {
  Scope scope = Scope::kUnit;
  int row = 0;
  int running = 0;  // Counts from 1.
  // Of an outlet that the device does not have; -1: it has this row.
  int absent_number = -1;
};

// Which rows a device has in its tables, and by which sub-identifiers. The
// specification must outlive it.
class RowPlaces {
 public:
  explicit RowPlaces(const DeviceSpec& spec)
      : spec_(spec), state_(InitialState(spec, {}, {})) {}

  // The rows of the group; `running` has counted those before them.
  std::vector<RowPlace> Of(const RowGroup& group, int& running) const;

  // nullopt if one of them is no sub-identifier.
  std::optional<Oid> IdsOf(const std::vector<IndexPart>& parts,
                           const RowPlace& place) const;

 private:
  // The row's value of an attribute of its own or of what it belongs to.
  std::optional<std::int64_t> IntegerOf(const Attribute& attribute, Scope scope,
                                        int row) const;
  // What is known of an outlet that is not there: its number, and the unit.
  std::optional<std::int64_t> NumberOfAbsent(const Attribute& attribute,
                                             const RowPlace& place) const;
  bool IsWanted(const RowGroup& group, int row) const;

  const DeviceSpec& spec_;
  const DeviceState state_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_ROW_PLACES_H_
