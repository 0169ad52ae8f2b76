#ifndef PDUKIT_BASE_SECRETS_H_
#define PDUKIT_BASE_SECRETS_H_

// What a program that is given secrets does first of all, so that nobody else
// on the machine can read them.
//
//   int main(int argc, char** argv) {
//     KeepMemoryPrivate();
//     const std::vector<std::string> arguments(argv, argv + argc);
//     HideArguments(argc, argv, {{"--community"}, "c"});
//     HideVariable("POWER_COMMUNITY");

#include <string_view>
#include <vector>

namespace pdukit {

// Options whose value is a secret.
struct SecretOptions {
  std::vector<std::string_view> names{};  // "--community"
  std::string_view letters{};             // Their short forms: "c" for "-c"
};

// Overwrites their values, in place: what argv holds is what every user of the
// machine sees in the list of processes. The arguments must have been copied
// before.
void HideArguments(int argc, char** argv, const SecretOptions& options);

// Overwrites the variable where /proc shows the environment that the process
// was started with; getenv and programs that this one starts still find it.
// While there is but one thread.
void HideVariable(const char* name);

// From now on the process leaves no core dump, and only root may attach to it,
// read its memory or its environment.
void KeepMemoryPrivate();

}  // namespace pdukit

#endif  // PDUKIT_BASE_SECRETS_H_
