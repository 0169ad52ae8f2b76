#ifndef PDUKIT_CLIENT_CLI_ADDRESSES_H_
#define PDUKIT_CLIENT_CLI_ADDRESSES_H_

#include <string>
#include <vector>

#include "base/result.h"

namespace pdukit::client {

// Where someone might answer.
struct Address {
  std::string endpoint{};
  bool named = true;  // By itself: not as one of a range.
};

// "10.0.0.7", "pdu.example:1161", "[::1]:161" and ranges of IPv4 addresses,
// "10.0.0.0/24" or "10.0.0.0/24:1161", without the addresses of the network and
// of the broadcast. Fails with kInvalidArgument for what is neither, and for a
// range of more than a /16.
Result<std::vector<Address>> ExpandAddresses(
    const std::vector<std::string>& words);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_ADDRESSES_H_
