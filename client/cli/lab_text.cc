#include "client/cli/lab_text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
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

// Its own name, else its address; the same one never twice.
std::string PduName(const Discovered& found, std::set<std::string>& taken) {
  const std::string& own = found.system ? found.system->name : "";
  const std::string base = Word(own.empty() ? found.host : own);
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

// Devices call outlets "Outlet 3" until someone names them.
bool IsNamedBySomeone(const OutletInfo& outlet) {
  const std::string_view generic = "outlet";
  if (outlet.name.empty() || outlet.name == outlet.label) {
    return false;
  }
  std::string start = outlet.name.substr(0, generic.size());
  for (char& c : start) {
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return start != generic;
}

}  // namespace

std::string LabText(const std::vector<Discovered>& found,
                    const SnmpPdu::Options& options) {
  std::set<std::string> names;
  std::map<std::string, std::vector<std::string>> machines;
  std::string text = "pdus:\n";
  for (const Discovered& one : found) {
    if (!one.pdu.has_value()) {
      continue;
    }
    const std::string name = PduName(one, names);
    text += fmt::format("  {}: {{host: {}, family: {}, version: \"{}\"{}}}\n",
                        Quoted(name), Quoted(one.host), one.pdu->family(),
                        ToString(options.version), CredentialsText(options));
    for (const OutletInfo& outlet : one.outlets) {
      if (IsNamedBySomeone(outlet) && outlet.switchable) {
        machines[outlet.name].push_back(
            Quoted(fmt::format("{} {}", name, outlet.number)));
      }
    }
  }
  if (!machines.empty()) {
    text += "machines:\n";
  }
  for (const auto& [name, outlets] : machines) {
    text += fmt::format("  {}: {{outlets: [{}]}}\n", Quoted(name),
                        fmt::join(outlets, ", "));
  }
  return text;
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
