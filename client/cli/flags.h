#ifndef PDUKIT_CLIENT_CLI_FLAGS_H_
#define PDUKIT_CLIENT_CLI_FLAGS_H_

// The command line as it is written, before anyone asks whether it makes sense.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "client/cli/lab_flags.h"

namespace pdukit::client {

struct Flags {
  bool help = false;
  bool json = false;
  bool native = false;
  std::vector<std::string> words{};  // What is not an option.

  std::optional<std::string> config{};
  LabFlags lab{};

  std::optional<std::string> host{};
  std::optional<std::string> outlet{};
  std::optional<std::string> family{};
  std::optional<std::string> version{};
  std::optional<std::string> community{};
  std::optional<std::string> user{};
  std::optional<std::string> auth_protocol{};
  std::optional<std::string> auth_key{};
  std::optional<std::string> priv_protocol{};
  std::optional<std::string> priv_key{};
  std::optional<std::string> oid{};
  std::optional<int> on_value{};
  std::optional<int> off_value{};
  std::optional<double> timeout{};

  std::optional<double> wait{};
  std::optional<int> count{};
  std::optional<double> interval{};
};

// A parser that fills `flags`, which must outlive it. Its help text is the one
// that --help prints.
std::unique_ptr<CLI::App> MakeParser(Flags& flags);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_FLAGS_H_
