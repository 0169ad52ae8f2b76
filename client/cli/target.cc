#include "client/cli/target.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "client/cli/progress_line.h"
#include "client/cli/usage.h"
#include "client/config/exporter_config.h"
#include "client/config/gpio_power_client.h"
#include "client/config/mock_power.h"
#include "client/config/shell_power_client.h"

namespace pdukit::client {
namespace {

std::string Variable(const Context& context, const std::string& name) {
  return context.variable(name).value_or("");
}

// A key that the command line leaves out.
Result<std::string> FindKey(const Context& context, const std::string& option,
                            const std::string& variable,
                            const std::string& protocol) {
  std::string key = Variable(context, variable);
  if (!key.empty()) {
    return key;
  }
  const std::string why = fmt::format("{} needs a key", protocol);
  if (!context.ask) {
    return UsageError(why, fmt::format("set {}, or give {}", variable, option));
  }
  Result<std::string> answer = context.ask(fmt::format("{}: ", why));
  if (answer.ok() && answer->empty()) {
    return UsageError(why, "none was given");
  }
  return answer;
}

Result<UsmUser> CompleteUser(UsmUser user, const Context& context) {
  if (user.auth_protocol != AuthProtocol::kNone &&
      user.auth_passphrase.empty()) {
    Result<std::string> key = FindKey(
        context, "--auth-key", "POWER_AUTH_KEY",
        fmt::format("--auth-protocol {}", ToString(user.auth_protocol)));
    if (!key.ok()) {
      return key.error();
    }
    user.auth_passphrase = *std::move(key);
  }
  if (user.priv_protocol != PrivProtocol::kNone &&
      user.priv_passphrase.empty()) {
    Result<std::string> key = FindKey(
        context, "--priv-key", "POWER_PRIV_KEY",
        fmt::format("--priv-protocol {}", ToString(user.priv_protocol)));
    if (!key.ok()) {
      return key.error();
    }
    user.priv_passphrase = *std::move(key);
  }
  if (Result<void> valid = Validate(user); !valid.ok()) {
    return valid.error();
  }
  return user;
}

Result<SnmpExport> DirectExport(const DirectOptions& direct, Verb verb,
                                const Context& context) {
  SnmpExport snmp;
  snmp.endpoint = direct.host;
  snmp.options.version = direct.version;
  snmp.options.family = direct.family;
  snmp.options.generic = direct.generic;
  SetAnswerDeadline(snmp.options, direct.timeout);
  if (direct.version == SnmpVersion::kV3) {
    Result<UsmUser> user = CompleteUser(direct.user, context);
    if (!user.ok()) {
      return user.error();
    }
    snmp.options.user = *std::move(user);
    return snmp;
  }
  snmp.options.community = direct.community;
  if (snmp.options.community.empty()) {
    snmp.options.community = Variable(context, "POWER_COMMUNITY");
  }
  if (snmp.options.community.empty()) {
    snmp.options.community =
        Switches(verb) || Locks(verb) ? "private" : "public";
  }
  return snmp;
}

// Without an outlet, the whole PDU.
Result<Target> OpenSnmp(SnmpExport snmp,
                        const std::optional<std::string>& outlet_name,
                        const CommandLine& line, const Context& context) {
  snmp.options.cycle =
      line.native ? CycleMethod::kNative : CycleMethod::kOffWaitOn;
  snmp.options.clock = &context.clock;
  snmp.options.on_progress = ProgressLine(context);
  Result<SnmpPdu> pdu = context.open_pdu(snmp.endpoint, snmp.options);
  if (!pdu.ok()) {
    return pdu.error();
  }
  Target target;
  target.pdu = *std::move(pdu);
  if (outlet_name.has_value()) {
    Result<SnmpPowerClient> outlet = target.pdu->FindOutlet(*outlet_name);
    if (!outlet.ok()) {
      return outlet.error();
    }
    target.outlet = outlet->number();
    target.power = std::make_unique<SnmpPowerClient>(*std::move(outlet));
  }
  return target;
}

// Opens an export by its kind.
class ExportOpener {
 public:
  ExportOpener(const Export& chosen, const CommandLine& line,
               const Context& context)
      : chosen_(chosen), line_(line), context_(context) {}

  Result<Target> operator()(const SnmpExport& snmp) const {
    std::optional<std::string> outlet;
    if (line_.verb != Verb::kList && !line_.of) {
      outlet = std::to_string(snmp.outlet);
    }
    return OpenSnmp(snmp, outlet, line_, context_);
  }

  Result<Target> operator()(const ShellExport& shell) const {
    if (line_.native) {
      return NoReboot();
    }
    ShellPowerClient::Options options;
    options.clock = &context_.clock;
    options.on_progress = ProgressLine(context_);
    Target target;
    target.power =
        std::make_unique<ShellPowerClient>(shell, std::move(options));
    return target;
  }

  Result<Target> operator()(const GpioExport& gpio) const {
    if (line_.native) {
      return NoReboot();
    }
    Target target;
    target.power = std::make_unique<GpioPowerClient>(gpio, context_.clock,
                                                     ProgressLine(context_));
    return target;
  }

  Result<Target> operator()(const MockPowerExport& /*mock*/) const {
    if (line_.native) {
      return NoReboot();
    }
    Target target;
    target.power =
        std::make_unique<MockPower>(context_.clock, ProgressLine(context_));
    return target;
  }

  // References have been followed: what is left cannot be used.
  template <typename T>
  Result<Target> operator()(const T& /*other*/) const {
    const std::string what = chosen_.type.empty()
                                 ? "only groups others"
                                 : fmt::format("has the type {}", chosen_.type);
    return Error{
        ErrorKind::kUnsupported,
        fmt::format("export '{}' {}, which cannot switch power here",
                    chosen_.name, what),
        "the types that can are jumpstarter_driver_snmp.driver.SNMPServer, "
        "jumpstarter_driver_shell.driver.Shell, "
        "jumpstarter_driver_gpiod.driver.PowerSwitch and "
        "jumpstarter_driver_power.driver.MockPower"};
  }

 private:
  Error NoReboot() const {
    return Error{ErrorKind::kUnsupported,
                 fmt::format("export '{}' has no reboot of its own, which "
                             "--native asks for",
                             chosen_.name)};
  }

  const Export& chosen_;
  const CommandLine& line_;
  const Context& context_;
};

Result<Target> OpenExport(const CommandLine& line, const Context& context) {
  Result<ExporterConfig> config =
      ExporterConfig::Load(line.config, FindSecrets(context));
  if (!config.ok()) {
    return config.error();
  }
  Result<const Export*> chosen = line.export_name.empty()
                                     ? config->Default()
                                     : config->Find(line.export_name);
  if (!chosen.ok()) {
    return chosen.error();
  }
  Result<Target> target =
      std::visit(ExportOpener(**chosen, line, context), (*chosen)->config);
  if (target.ok()) {
    target->export_name = (*chosen)->name;
  }
  return target;
}

}  // namespace

FallbackSecrets FindSecrets(const Context& context) {
  return {Variable(context, "POWER_COMMUNITY"),
          Variable(context, "POWER_AUTH_KEY"),
          Variable(context, "POWER_PRIV_KEY")};
}

Result<Target> OpenTarget(const CommandLine& line, const Context& context) {
  if (!line.direct.has_value()) {
    return OpenExport(line, context);
  }
  Result<SnmpExport> snmp = DirectExport(*line.direct, line.verb, context);
  if (!snmp.ok()) {
    return snmp.error();
  }
  return OpenSnmp(*std::move(snmp), line.direct->outlet, line, context);
}

Result<SnmpPdu::Options> PduOptions(const CommandLine& line,
                                    const Context& context) {
  Result<SnmpExport> snmp = DirectExport(
      *line.direct, line.try_write ? Verb::kOn : line.verb, context);
  if (!snmp.ok()) {
    return snmp.error();
  }
  snmp->options.clock = &context.clock;
  return snmp->options;
}

}  // namespace pdukit::client
