#include "client/cli/lab_text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/cli/answer_parts.h"
#include "client/cli/usage.h"

namespace pdukit::client {
namespace {

// A word that needs no quotes and holds no blank, since outlets are written as
// "PDU NUMBER".
std::string Word(const std::string& text) {
  std::string word;
  for (const char c : text) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                       std::string_view("-_.").find(c) != std::string::npos;
    word += plain ? c : '-';
  }
  return word;
}

// JSON's strings are YAML's.
std::string Quoted(const std::string& text) {
  return JsonText(Printable(text));
}

// The word for `text`; never the same one twice.
std::string UniqueWord(const std::string& text, std::set<std::string>& taken) {
  const std::string base = Word(text);
  std::string name = base;
  for (int i = 2; !taken.insert(name).second; ++i) {
    name = fmt::format("{}-{}", base, i);
  }
  return name;
}

std::string CredentialsText(const SnmpPdu::Options& options) {
  if (options.version != SnmpVersion::kV3) {
    return ", community: {env: POWER_COMMUNITY}";
  }
  const UsmUser& user = options.user;
  std::string text = ", user: " + Quoted(user.name);
  if (user.auth_protocol != AuthProtocol::kNone) {
    text +=
        fmt::format(", auth_protocol: {}, auth_key: {{env: POWER_AUTH_KEY}}",
                    ToString(user.auth_protocol));
  }
  if (user.priv_protocol != PrivProtocol::kNone) {
    text +=
        fmt::format(", priv_protocol: {}, priv_key: {{env: POWER_PRIV_KEY}}",
                    ToString(user.priv_protocol));
  }
  return text;
}

// Until someone names them, devices call outlets "Outlet 3", "out3" or "3".
bool IsNamedBySomeone(const OutletInfo& outlet) {
  std::string name;
  for (const char c : outlet.name) {
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  const std::string kind =
      name.substr(0, name.find_last_not_of("0123456789 _-") + 1);
  static constexpr std::array<std::string_view, 6> kKinds{
      "", "out", "output", "port", "relay", "socket"};
  return outlet.name != outlet.label &&
         name.find("outlet") == std::string::npos &&
         std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end();
}

// A machine's outlets, by the name that they bear.
using Machines = std::map<std::string, std::vector<std::string>>;

// `example` is an outlet.
std::string MachinesText(const Machines& machines, const std::string& example) {
  std::set<std::string> names;
  std::string text =
      "# Outlets of one name are taken for the supplies of one machine.\n"
      "machines:\n";
  for (const auto& [name, outlets] : machines) {
    text += fmt::format("  {}: [{}]\n", Quoted(UniqueWord(name, names)),
                        fmt::join(outlets, ", "));
  }
  return text +
         (machines.empty() ? fmt::format("  # web-1: {}\n", example) : "");
}

std::string Count(std::size_t number, const char* what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string Variables(const SnmpPdu::Options& options) {
  if (options.version != SnmpVersion::kV3) {
    return "POWER_COMMUNITY";
  }
  if (options.user.auth_protocol == AuthProtocol::kNone) {
    return "";
  }
  return options.user.priv_protocol == PrivProtocol::kNone
             ? "POWER_AUTH_KEY"
             : "POWER_AUTH_KEY and POWER_PRIV_KEY";
}

std::string Notice(std::size_t pdus, const Machines& machines,
                   const SnmpPdu::Options& options) {
  std::string text = fmt::format("{}, {}", Count(pdus, "PDU"),
                                 Count(machines.size(), "machine"));
  if (machines.empty()) {
    text +=
        "; no outlet has a name of its own, so that the machines are yours "
        "to write";
  }
  const std::string variables = Variables(options);
  return variables.empty() ? text
                           : fmt::format("{}; it takes {} from the environment",
                                         text, variables);
}

}  // namespace

LabText MakeLabText(const std::vector<Discovered>& found,
                    const SnmpPdu::Options& options) {
  std::set<std::string> names;
  std::string example;
  Machines machines;
  std::string text = "pdus:\n";
  for (const Discovered& one : found) {
    if (!one.pdu.has_value()) {
      continue;
    }
    const std::string own = one.system ? one.system->name : "";
    const std::string name = UniqueWord(own.empty() ? one.host : own, names);
    text += fmt::format("  {}: {{host: {}, family: {}, version: \"{}\"{}}}\n",
                        Quoted(name), Quoted(one.host), one.pdu->family(),
                        ToString(options.version), CredentialsText(options));
    if (example.empty()) {
      example = fmt::format("{} 1", name);
    }
    for (const OutletInfo& outlet : one.outlets) {
      if (IsNamedBySomeone(outlet) && outlet.switchable) {
        machines[outlet.name].push_back(
            Quoted(fmt::format("{} {}", name, outlet.number)));
      }
    }
  }
  return {text + MachinesText(machines, example),
          Notice(names.size(), machines, options)};
}

Result<void> CheckIsNew(const std::string& path) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, error))) {
    return UsageError(fmt::format("there is a file '{}' already", path),
                      "it is not overwritten");
  }
  return {};
}

Result<void> WriteNewFile(const std::string& path, const std::string& text) {
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                      S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
  const bool written = fd >= 0 && write(fd, text.data(), text.size()) ==
                                      static_cast<ssize_t>(text.size());
  const int why = errno;
  if (fd >= 0) {
    close(fd);
  }
  if (!written) {
    return Error{ErrorKind::kSystem, fmt::format("'{}' cannot be written: {}",
                                                 path, std::strerror(why))};
  }
  return {};
}

}  // namespace pdukit::client
