#include "client/drivers/column.h"

namespace pdukit::client {

Column Column::Scalar(Oid oid) {
  return {std::move(oid), [](const Oid& /*index*/) { return Oid(); }};
}

Oid Column::At(const Oid& index) const {
  return base_.Child(instance_ == nullptr ? index : instance_(index));
}

}  // namespace pdukit::client
