#ifndef PDUKIT_CLIENT_CLI_COMPLETION_H_
#define PDUKIT_CLIENT_CLI_COMPLETION_H_

#include <string>
#include <vector>

#include "base/result.h"

namespace pdukit::client {

// "bash", "zsh".
std::vector<std::string> CompletionShells();

// The script that makes the shell complete verbs, options and the values that
// are known of these: eval "$(power completion bash)". Fails with
// kInvalidArgument for another shell.
Result<std::string> CompletionScript(const std::string& shell);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_COMPLETION_H_
