#include "fake_pdu/contract/command_driver.h"

#include <array>
#include <cstddef>
#include <memory>
#include <regex>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/command.h"

namespace pdukit::fake_pdu {
namespace {

constexpr std::string_view kCommunity = "{community}";
constexpr std::string_view kUser = "{user}";
constexpr std::string_view kAuthKey = "{auth_key}";

struct Program {
  CommandLines lines;
  std::regex on;
  std::regex off;
};

Result<std::regex> Compile(const char* flag, const std::string& text) {
  try {
    return std::regex(text, std::regex::ECMAScript | std::regex::icase |
                                std::regex::multiline);
  } catch (const std::regex_error&) {
    return Error{ErrorKind::kInvalidArgument,
                 fmt::format("{} \"{}\" is no regular expression", flag, text)};
  }
}

Result<void> CheckLine(const char* flag, const std::string& line) {
  for (const char* needed : {"{port}", "{outlet}"}) {
    if (line.find(needed) == std::string::npos) {
      return Error{
          ErrorKind::kInvalidArgument,
          fmt::format("{} does not say {}, which each case chooses anew", flag,
                      needed)};
    }
  }
  return {};
}

Result<void> CheckLines(const CommandLines& lines) {
  const std::array<std::pair<const char*, const std::string*>, 4> flags{{
      {"--on", &lines.on},
      {"--off", &lines.off},
      {"--cycle", &lines.cycle},
      {"--status", &lines.status},
  }};
  for (const auto& [flag, line] : flags) {
    const bool may_lack = line == &lines.cycle || line == &lines.status;
    if (may_lack && line->empty()) {
      continue;
    }
    if (Result<void> checked = CheckLine(flag, *line); !checked.ok()) {
      return checked;
    }
  }
  return {};
}

bool SaysCredentials(const CommandLines& lines, const Target& target) {
  const auto says = [&](std::string_view name) {
    return lines.off.find(name) != std::string::npos;
  };
  return target.version == SnmpVersion::kV3 ? says(kUser) && says(kAuthKey)
                                            : says(kCommunity);
}

std::string Filled(std::string line, const Target& target) {
  const UsmUser& user = target.user;
  const std::array<std::pair<std::string_view, std::string>, 10> values{{
      {"{host}", target.host},
      {"{port}", std::to_string(target.port)},
      {"{outlet}", std::to_string(target.outlet)},
      {kCommunity, target.community},
      {"{version}", ToString(target.version)},
      {kUser, user.name},
      {"{auth_protocol}", ToString(user.auth_protocol)},
      {kAuthKey, user.auth_passphrase},
      {"{priv_protocol}", ToString(user.priv_protocol)},
      {"{priv_key}", user.priv_passphrase},
  }};
  for (const auto& [name, value] : values) {
    for (std::size_t at = line.find(name); at != std::string::npos;
         at = line.find(name, at + value.size())) {
      line.replace(at, name.size(), value);
    }
  }
  return line;
}

Result<CommandOutput> Run(const std::string& line, const Target& target,
                          const CommandLines& lines) {
  return RunCommand({"/bin/sh", "-c", Filled(line, target)}, "", lines.timeout);
}

// What it wrote, or at least how it ended.
std::string TextOf(const CommandOutput& output) {
  const std::string& text = output.err.empty() ? output.out : output.err;
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string::npos
             ? fmt::format("it ended with {}", output.exit_status)
             : text.substr(begin);
}

std::function<Claim()> Command(const std::shared_ptr<const Program>& program,
                               const std::string& line, const Target& target) {
  if (line.empty()) {
    return {};
  }
  return [program, line, target] {
    const Result<CommandOutput> output = Run(line, target, program->lines);
    return output.ok() ? Claim{output->exit_status == 0, TextOf(*output)}
                       : Claim{false, output.error().message};
  };
}

std::optional<OutletState> StateIn(const Program& program,
                                   const CommandOutput& output) {
  const CommandLines& lines = program.lines;
  bool is_on = false;
  bool is_off = false;
  if (lines.status_on_exit || lines.status_off_exit) {
    is_on = lines.status_on_exit == output.exit_status;
    is_off = lines.status_off_exit == output.exit_status;
  } else if (output.exit_status == 0) {
    is_on = std::regex_search(output.out, program.on);
    is_off = std::regex_search(output.out, program.off);
  }
  if (is_on == is_off) {
    return std::nullopt;
  }
  return is_on ? OutletState::kOn : OutletState::kOff;
}

std::function<StatusClaim()> Status(
    const std::shared_ptr<const Program>& program, const Target& target) {
  if (program->lines.status.empty()) {
    return {};
  }
  return [program, target]() -> StatusClaim {
    const Result<CommandOutput> output =
        Run(program->lines.status, target, program->lines);
    if (!output.ok()) {
      return {std::nullopt, output.error().message};
    }
    return {StateIn(*program, *output), TextOf(*output)};
  };
}

}  // namespace

Result<DriverFactory> CommandDriver(const CommandLines& lines) {
  if (Result<void> checked = CheckLines(lines); !checked.ok()) {
    return checked.error();
  }
  Result<std::regex> on = Compile("--status-on", lines.status_on);
  if (!on.ok()) {
    return on.error();
  }
  Result<std::regex> off = Compile("--status-off", lines.status_off);
  if (!off.ok()) {
    return off.error();
  }
  const auto program = std::make_shared<const Program>(
      Program{lines, *std::move(on), *std::move(off)});
  return DriverFactory([program](const Target& target) {
    PowerDriver driver;
    driver.on = Command(program, program->lines.on, target);
    driver.off = Command(program, program->lines.off, target);
    driver.cycle = Command(program, program->lines.cycle, target);
    driver.status = Status(program, target);
    driver.takes_credentials = SaysCredentials(program->lines, target);
    return driver;
  });
}

}  // namespace pdukit::fake_pdu
