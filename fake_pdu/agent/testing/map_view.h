#ifndef PDUKIT_FAKE_PDU_AGENT_TESTING_MAP_VIEW_H_
#define PDUKIT_FAKE_PDU_AGENT_TESTING_MAP_VIEW_H_

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "fake_pdu/mib/object_view.h"

namespace pdukit::fake_pdu {

// Objects in a map. A SET needs an object that was added as writable, and a
// value of the same type. Thread-safe.
class MapView : public ObjectView {
 public:
  void Add(const Oid& oid, const Value& value);
  void AddWritable(const Oid& oid, const Value& value);

  Value Get(const Oid& oid) const override;
  std::optional<Varbind> Next(const Oid& oid) const override;
  std::optional<SetFailure> CheckSet(
      const std::vector<Varbind>& varbinds) const override;
  std::optional<SetFailure> Set(const std::vector<Varbind>& varbinds) override;

 private:
  mutable std::mutex values_mutex_;
  std::map<Oid, Value> values_;
  std::set<Oid> writable_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_TESTING_MAP_VIEW_H_
