#include "fake_pdu/standalone/user_spec.h"

#include <cerrno>
#include <cstddef>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

namespace pdukit::fake_pdu {
namespace {

constexpr std::string_view kReadOnlyPrefix = "ro:";

std::vector<std::string> SplitAtColons(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t colon = text.find(':');
    parts.emplace_back(text.substr(0, colon));
    if (colon == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(colon + 1);
  }
}

}  // namespace

Result<FakePdu::User> ParseUserSpec(std::string_view text) {
  FakePdu::User user;
  user.access = FakePdu::Access::kReadWrite;
  if (text.substr(0, kReadOnlyPrefix.size()) == kReadOnlyPrefix) {
    user.access = FakePdu::Access::kReadOnly;
    text.remove_prefix(kReadOnlyPrefix.size());
  }
  const std::vector<std::string> parts = SplitAtColons(text);
  // The key itself must not be shown, so neither is the text.
  if (parts.size() != 1 && parts.size() != 3 && parts.size() != 5) {
    return Error{ErrorKind::kInvalidArgument,
                 fmt::format("SNMPv3 user \"{}\" has {} parts", parts.front(),
                             parts.size()),
                 "write [ro:]NAME[:AUTH:KEY[:PRIV:KEY]], without a colon in a "
                 "name or key"};
  }
  user.credentials.name = parts[0];
  if (parts.size() >= 3) {
    Result<AuthProtocol> protocol = ParseAuthProtocol(parts[1]);
    if (!protocol.ok()) {
      return protocol.error();
    }
    user.credentials.auth_protocol = *protocol;
    user.credentials.auth_passphrase = parts[2];
  }
  if (parts.size() == 5) {
    Result<PrivProtocol> protocol = ParsePrivProtocol(parts[3]);
    if (!protocol.ok()) {
      return protocol.error();
    }
    user.credentials.priv_protocol = *protocol;
    user.credentials.priv_passphrase = parts[4];
  }
  Result<void> valid = Validate(user.credentials);
  if (!valid.ok()) {
    return valid.error();
  }
  return user;
}

Result<std::vector<FakePdu::User>> ReadUserFile(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    return Error{ErrorKind::kNotFound,
                 fmt::format("cannot read {}: {}", path,
                             std::generic_category().message(errno))};
  }
  std::vector<FakePdu::User> users;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    Result<FakePdu::User> user = ParseUserSpec(line);
    if (!user.ok()) {
      Error error = user.error();
      error.message = fmt::format("{}:{}: {}", path, number, error.message);
      return error;
    }
    users.push_back(*std::move(user));
  }
  return users;
}

}  // namespace pdukit::fake_pdu
