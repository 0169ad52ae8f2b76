#ifndef PDUKIT_TESTS_CAPTURES_EXPECTATIONS_H_
#define PDUKIT_TESTS_CAPTURES_EXPECTATIONS_H_

// What is expected of a capture's comparison with a fake: one YAML file per
// family, tests/captures/expected/FAMILY.yaml.
//
//   captures:
//   - file: acme--rack4.snmprec
//     model: ACME-8                # The fake's model that it is held against.
//     arcs: [4711.2]               # What is compared of it ...
//     outside: {4711.2.9: 'why this is not'}  # ... and what is not.
//     missing: {4711.2.5.1: 'why the fake has no such column'}
//     deviations: {4711.2.3.1.7: 'why types, values or rows differ'}
//
// An OID that does not begin with 1.3.6.1 is one below 1.3.6.1.4.1, and stands
// for all that begins with it.

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"
#include "snmp/oid.h"

namespace pdukit {

struct ExpectedCapture {
  using Reasons = std::map<Oid, std::string>;

  std::string file{};
  std::string family{};
  std::string model{};
  std::vector<Oid> arcs{};
  Reasons outside{};
  Reasons missing{};
  Reasons deviations{};
};

// "rack4.snmprec and ACME-8"
std::ostream& operator<<(std::ostream& out, const ExpectedCapture& expected);

// Fails with kParse; `name` stands for the file in errors, and before its dot
// is the family.
Result<std::vector<ExpectedCapture>> ReadExpectations(const std::string& name,
                                                      const std::string& text);

// Those of every file NAME.yaml in the folder. Fails with kNotFound for one
// that cannot be read.
Result<std::vector<ExpectedCapture>> LoadExpectations(
    const std::string& folder);

// The longest OID of the reasons that `oid` begins with; null if there is
// none.
const ExpectedCapture::Reasons::value_type* FindReason(
    const ExpectedCapture::Reasons& reasons, const Oid& oid);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_EXPECTATIONS_H_
