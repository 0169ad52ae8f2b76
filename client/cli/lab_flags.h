#ifndef PDUKIT_CLIENT_CLI_LAB_FLAGS_H_
#define PDUKIT_CLIENT_CLI_LAB_FLAGS_H_

// The part of the command line that is about labs, as it is written.

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pdukit::client {

struct LabFlags {
  std::optional<std::string> file{};
  bool all = false;
  std::vector<std::string> on_pdus{};
  std::optional<std::string> stagger{};
  std::optional<int> max_per_pdu{};
  std::optional<int> max_total{};
};

// Has `app` fill `flags`, which must outlive it.
void AddLabFlags(CLI::App& app, LabFlags& flags);

// The first option given that needs --lab; null if there is none.
const char* FirstLabOption(const LabFlags& flags);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_LAB_FLAGS_H_
