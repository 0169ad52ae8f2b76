#ifndef PDUKIT_BASE_COMMAND_H_
#define PDUKIT_BASE_COMMAND_H_

// Runs a program to its end.
//
//   Result<CommandOutput> output = RunCommand({"bash", "-c", "relay on"}, "",
//                                             std::chrono::seconds(10));

#include <chrono>
#include <string>
#include <vector>

#include "base/result.h"

namespace pdukit {

struct CommandOutput {
  // 128 and the number if a signal ended it, as shells have it.
  int exit_status = 0;
  // Their first 64 KiB.
  std::string out{};
  std::string err{};
};

// `arguments` holds the program, searched in PATH, and its arguments; an empty
// `directory` is this process's. The program reads from nowhere and is in a
// process group of its own. Returns once it has ended: what it left running in
// the background, and what that writes, is not waited for.
//
// Fails with kTimeout when `timeout`, in real time, has passed, and then the
// whole process group is killed; with kSystem if the program cannot be run.
// Thread-safe.
Result<CommandOutput> RunCommand(const std::vector<std::string>& arguments,
                                 const std::string& directory,
                                 std::chrono::milliseconds timeout);

}  // namespace pdukit

#endif  // PDUKIT_BASE_COMMAND_H_
