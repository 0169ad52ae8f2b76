#ifndef PDUKIT_CLIENT_NEAR_NAMES_H_
#define PDUKIT_CLIENT_NEAR_NAMES_H_

#include <cstddef>
#include <string>
#include <vector>

namespace pdukit::client {

// How many letters have to be changed, added or taken away.
std::size_t EditDistance(const std::string& a, const std::string& b);

// The names that someone who wrote `name` may have meant, the nearest first;
// three at most, and none that is too far off.
std::vector<std::string> NearNames(const std::string& name,
                                   const std::vector<std::string>& names);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_NEAR_NAMES_H_
