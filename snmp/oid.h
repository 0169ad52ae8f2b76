#ifndef PDUKIT_SNMP_OID_H_
#define PDUKIT_SNMP_OID_H_

// An OBJECT IDENTIFIER.
//
//   Oid column = Oid::Parse("1.3.6.1.4.1.318.1.1.12.3.3.1.1.4").value();
//   Oid outlet_3 = column.Child(3);
//   outlet_3.StartsWith(column);  // true

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace pdukit {

// A value type; ordered as RFC 3416 section 4.2.2 orders variables.
class Oid {
 public:
  // RFC 3416 section 4.1: a variable name has at most 128 sub-identifiers.
  static constexpr std::size_t kMaxSize = 128;

  Oid() = default;
  Oid(std::initializer_list<std::uint32_t> ids) : ids_(ids) {}
  explicit Oid(std::vector<std::uint32_t> ids) : ids_(std::move(ids)) {}

  // Dotted numbers, with or without a leading dot. Fails with kParse for
  // anything else, also for numbers above 4294967295 and more than kMaxSize
  // of them.
  static Result<Oid> Parse(std::string_view text);

  // Dotted numbers without a leading dot; "" for the empty one.
  std::string ToString() const;

  std::size_t size() const { return ids_.size(); }
  bool empty() const { return ids_.empty(); }
  std::uint32_t operator[](std::size_t index) const { return ids_[index]; }
  const std::vector<std::uint32_t>& ids() const { return ids_; }

  // This one with `id`, or with all of `suffix`, behind it.
  Oid Child(std::uint32_t id) const;
  Oid Child(const Oid& suffix) const;

  bool StartsWith(const Oid& prefix) const;

  friend bool operator==(const Oid& a, const Oid& b) {
    return a.ids_ == b.ids_;
  }
  friend bool operator!=(const Oid& a, const Oid& b) { return !(a == b); }
  friend bool operator<(const Oid& a, const Oid& b) { return a.ids_ < b.ids_; }
  friend bool operator>(const Oid& a, const Oid& b) { return b < a; }
  friend bool operator<=(const Oid& a, const Oid& b) { return !(b < a); }
  friend bool operator>=(const Oid& a, const Oid& b) { return !(a < b); }

 private:
  std::vector<std::uint32_t> ids_;
};

std::ostream& operator<<(std::ostream& out, const Oid& oid);

}  // namespace pdukit

#endif  // PDUKIT_SNMP_OID_H_
