#ifndef PDUKIT_CLIENT_CLI_FORMAT_H_
#define PDUKIT_CLIENT_CLI_FORMAT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/cli/flags.h"

namespace pdukit::client {

// How answers look.
enum class Format : std::uint8_t { kText, kJson, kCsv, kPrometheus };

// What --format takes: "text", "json", "csv", "prometheus".
std::vector<std::string> FormatNames();

// What --format and --json ask for. Fails with kInvalidArgument for what is no
// format, and for two at once.
Result<Format> TakeFormat(const Flags& flags);

// Whether the arguments ask for JSON: of those that cannot be parsed as well,
// so that the error is in it.
bool AskForJson(const std::vector<std::string>& arguments);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_FORMAT_H_
