#ifndef PDUKIT_TESTS_GOLDEN_WALK_TEXT_H_
#define PDUKIT_TESTS_GOLDEN_WALK_TEXT_H_

#include <string>

namespace pdukit {

// Everything that a fresh fake of this model serves, as read over SNMP: a line
// "OID = TYPE: value" for each variable. The same at every run.
std::string WalkText(const std::string& model);

// Where the golden walk of a model lies below testdata/walks.
std::string WalkFileName(const std::string& model);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_GOLDEN_WALK_TEXT_H_
