#ifndef PDUKIT_CLIENT_MACHINE_PATTERN_H_
#define PDUKIT_CLIENT_MACHINE_PATTERN_H_

// Many machines in few letters, as pdsh and clustershell write them:
//   web-1              that one
//   web-[1-3,7]        web-1, web-2, web-3 and web-7
//   web-[01-20]        web-01 to web-20
//   [web,db]-*         all whose name begins with web- or db-
//   web-1,db-3         both

#include <string>
#include <vector>

#include "base/result.h"

namespace pdukit::client {

// Whether a machine can be called so: not empty, without white space and the
// letters of patterns, and no option.
bool IsMachineName(const std::string& name);

// Those of `machines` that the patterns name, in the order of the patterns, and
// for a `*` in that of `machines`; each once. Fails with kInvalidArgument for a
// pattern that makes no sense, with kNotFound for a machine that there is not,
// and the near ones, and for a `*` that nothing matches.
Result<std::vector<std::string>> MatchMachines(
    const std::vector<std::string>& patterns,
    const std::vector<std::string>& machines);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_MACHINE_PATTERN_H_
