#ifndef PDUKIT_CLIENT_DRIVERS_COLUMN_H_
#define PDUKIT_CLIENT_DRIVERS_COLUMN_H_

#include <utility>

#include "snmp/oid.h"

namespace pdukit::client {

// Where the outlets have one of their objects.
//
//   Column state = Table(4);                      // 4.N, or 4.unit.N
//   Column command(Commands(), [](const Oid& index) {
//     return Oid{index[0] + 1, 0};                // scalars: N+1.0
//   });
//   Column voltage = Column::Scalar(Unit(15));    // one for all outlets
class Column {
 public:
  // Makes what stands behind the base from an outlet's index.
  using Instance = Oid (*)(const Oid& index);

  // An empty one: the family has no such object.
  Column() = default;
  // What stands behind the base is the outlet's index.
  Column(Oid base)  // NOLINT(google-explicit-constructor)
      : base_(std::move(base)) {}
  Column(Oid base, Instance instance)
      : base_(std::move(base)), instance_(instance) {}

  // The same object, named with its instance, for every outlet.
  static Column Scalar(Oid oid);

  bool empty() const { return base_.empty(); }
  const Oid& base() const { return base_; }

  // Whether the outlet's index stands behind the base as it is, so that a walk
  // of the base finds the outlets.
  bool is_plain() const { return instance_ == nullptr; }

  Oid At(const Oid& index) const;

  friend bool operator==(const Column& a, const Column& b) {
    return a.base_ == b.base_ && a.instance_ == b.instance_;
  }
  friend bool operator!=(const Column& a, const Column& b) { return !(a == b); }

 private:
  Oid base_{};
  Instance instance_ = nullptr;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_COLUMN_H_
