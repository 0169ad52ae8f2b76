#ifndef PDUKIT_CLIENT_CLI_COMMAND_LINE_H_
#define PDUKIT_CLIENT_CLI_COMMAND_LINE_H_

// What `power [options] [EXPORT] VERB [MACHINE...] [options]` asks for.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/cli/addresses.h"
#include "client/cli/direct_options.h"
#include "client/cli/format.h"
#include "client/cli/lab_options.h"
#include "client/place_reading.h"

namespace pdukit::client {

enum class Verb : std::uint8_t {
  kOn,
  kOff,
  kCycle,
  kStatus,
  kRead,
  kList,
  kLock,
  kUnlock,
  kDiscover,
  kProbe,
  kCompletion,
};

// Whether it changes the power.
inline bool Switches(Verb verb) {
  return verb == Verb::kOn || verb == Verb::kOff || verb == Verb::kCycle;
}

inline bool Locks(Verb verb) {
  return verb == Verb::kLock || verb == Verb::kUnlock;
}

struct CommandLine {
  bool help = false;  // Nothing else counts then.
  bool help_man = false;
  Format format = Format::kText;
  Verb verb = Verb::kStatus;

  // With it, the command goes to machines of a lab.
  std::optional<LabOptions> lab{};

  // Of one device; of discover for all of `addresses`, whatever its host.
  // Without either, `config` is the exporter file, and `export_name` names the
  // export, or is empty for the default one.
  std::optional<DirectOptions> direct{};
  std::string config{};
  std::string export_name{};

  std::vector<Address> addresses{};  // To discover.
  bool try_write = false;            // Of probe.
  std::string lab_file{};            // To be written; empty: none.
  std::string shell{};               // Of completion.

  std::chrono::milliseconds wait{2000};  // Of a cycle.
  bool native = false;                   // Cycle by the device's own reboot.
  int count = 1;                         // Of readings; 0 = endless.
  std::chrono::milliseconds interval{1000};
  // Read what the PDU meters, not an outlet: at these places, or at all.
  struct Of {
    std::optional<MeterPlace> place{};
  };
  std::optional<Of> of{};

  bool json() const { return format == Format::kJson; }
};

// `arguments` are those behind the program's name; `default_config` is the file
// to take if neither a file nor a host is given, or empty; so is `default_lab`,
// which comes first. Fails with
// kInvalidArgument, and a sentence that says what is allowed and holds no
// secret.
Result<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments,
                                     const std::string& default_config,
                                     const std::string& default_lab = "");

// "on", "off", ...
std::vector<std::string> VerbNames();

// What --help prints.
std::string HelpText();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_COMMAND_LINE_H_
