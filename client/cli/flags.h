#ifndef PDUKIT_CLIENT_CLI_FLAGS_H_
#define PDUKIT_CLIENT_CLI_FLAGS_H_

// The command line as it is written, before anyone asks whether it makes sense.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/cli/lab_flags.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace pdukit::client {

// How the command line is written.
inline constexpr char kSynopsis[] =
    "power [options] [EXPORT] VERB [MACHINE...] [options]";

struct Flags {
  bool help = false;
  bool help_man = false;
  bool json = false;
  bool native = false;
  bool fence_exit_codes = false;
  std::vector<std::string> words{};  // What is not an option.

  std::optional<std::string> config{};
  std::optional<std::string> format{};
  LabFlags lab{};

  std::optional<std::string> host{};
  std::optional<std::string> outlet{};
  std::optional<std::string> family{};
  std::optional<std::string> version{};
  std::optional<std::string> community{};
  std::optional<std::string> user{};
  std::optional<std::string> level{};
  std::optional<std::string> auth_protocol{};
  std::optional<std::string> auth_key{};
  std::optional<std::string> priv_protocol{};
  std::optional<std::string> priv_key{};
  std::optional<std::string> oid{};
  std::optional<int> on_value{};
  std::optional<int> off_value{};
  std::optional<double> timeout{};

  bool try_write = false;
  std::optional<std::string> write_lab{};

  std::optional<double> wait{};
  std::optional<int> count{};
  std::optional<double> interval{};
  std::optional<std::string> of{};
};

// A parser that fills `flags`, which must outlive it. Its help text is the one
// that --help prints.
std::unique_ptr<CLI::App> MakeParser(Flags& flags);

// What the value of an option of that parser is one of; empty if it may be
// anything.
std::vector<std::string> ValuesOf(const CLI::Option& option);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_FLAGS_H_
