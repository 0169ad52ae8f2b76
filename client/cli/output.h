#ifndef PDUKIT_CLIENT_CLI_OUTPUT_H_
#define PDUKIT_CLIENT_CLI_OUTPUT_H_

#include <string>

#include "base/result.h"
#include "client/cli/answers.h"
#include "client/cli/context.h"
#include "client/cli/target.h"

namespace pdukit::client {

// Writes the answer to stdout, in place of the progress. Fails with kSystem.
Result<void> Write(const Context& context, const std::string& answer);

// Whether stdout could be written so far; fails with kSystem.
Result<void> Written(const Context& context);

// What the answer is about.
Subject Describe(const Target& target);

// With the outlet's name, for which it asks the device, if that tells it.
Subject DescribeFully(const Target& target);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_OUTPUT_H_
