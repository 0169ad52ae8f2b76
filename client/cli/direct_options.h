#ifndef PDUKIT_CLIENT_CLI_DIRECT_OPTIONS_H_
#define PDUKIT_CLIENT_CLI_DIRECT_OPTIONS_H_

#include <chrono>
#include <optional>
#include <string>

#include "base/result.h"
#include "client/cli/flags.h"
#include "client/drivers/generic.h"
#include "snmp/security.h"

namespace pdukit::client {

// A device that the command line itself describes. Secrets that it leaves out
// are empty.
struct DirectOptions {
  std::string host{};
  std::optional<std::string> outlet{};  // Number or label.
  std::string family = "auto";
  GenericOptions generic{};
  SnmpVersion version = SnmpVersion::kV2c;
  std::string community{};
  UsmUser user{};
  std::chrono::milliseconds timeout{5000};
};

// Fails with kInvalidArgument for options that contradict each other.
Result<DirectOptions> TakeDirectOptions(const Flags& flags);

// The first option given that needs --host; null if there is none.
const char* FirstDirectOption(const Flags& flags);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_DIRECT_OPTIONS_H_
