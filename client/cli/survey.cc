#include "client/cli/survey.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "client/cli/addresses.h"
#include "client/cli/lab_text.h"
#include "client/cli/output.h"
#include "client/cli/survey_answers.h"
#include "client/cli/target.h"
#include "client/cli/usage.h"

namespace pdukit::client {
namespace {

// Of discover, for each address: most of a range are silent.
constexpr std::chrono::milliseconds kShortTimeout{1000};

// Credentials and times, as for one device.
Result<DirectOptions> TakeCommon(Flags flags, const std::string& host) {
  flags.host = host;
  Result<DirectOptions> direct = TakeDirectOptions(flags);
  if (direct.ok() && !flags.timeout.has_value()) {
    direct->timeout = kShortTimeout;
  }
  return direct;
}

Result<void> TakeDiscover(const Flags& flags,
                          const std::vector<std::string>& words,
                          CommandLine& line) {
  if (words.empty()) {
    return UsageError("discover needs the addresses to ask",
                      "10.0.0.7, pdu.example:1161 or 10.0.0.0/24");
  }
  if (flags.host || flags.outlet || flags.config || !line.export_name.empty()) {
    return UsageError(
        "discover takes addresses behind it, and neither --host, --outlet, "
        "--config nor an EXPORT");
  }
  Result<std::vector<Address>> addresses = ExpandAddresses(words);
  if (!addresses.ok()) {
    return addresses.error();
  }
  line.addresses = *std::move(addresses);
  Result<DirectOptions> direct =
      TakeCommon(flags, line.addresses.front().endpoint);
  if (!direct.ok()) {
    return direct.error();
  }
  line.direct = *std::move(direct);
  return {};
}

Result<void> TakeProbe(const Flags& flags, CommandLine& line) {
  if (!flags.host.has_value() || flags.config.has_value() || flags.outlet ||
      !line.export_name.empty()) {
    return UsageError(
        "probe needs a --host, and takes neither --outlet, --config nor an "
        "EXPORT");
  }
  Result<DirectOptions> direct = TakeDirectOptions(flags);
  if (!direct.ok()) {
    return direct.error();
  }
  line.direct = *std::move(direct);
  return {};
}

// Nobody wants a list of what is not there.
std::vector<Discovered> WithoutSilent(std::vector<Discovered> found,
                                      const std::vector<Address>& addresses) {
  std::vector<Discovered> shown;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool silent =
        found[i].error && (found[i].error->kind == ErrorKind::kTimeout ||
                           found[i].error->kind == ErrorKind::kUnreachable);
    if (found[i].system.has_value() || !silent || addresses[i].named) {
      shown.push_back(std::move(found[i]));
    }
  }
  return shown;
}

Result<void> WriteLab(const CommandLine& line, const Context& context,
                      const std::vector<Discovered>& found,
                      const SnmpPdu::Options& options) {
  if (line.lab_file.empty()) {
    return {};
  }
  const LabText lab = MakeLabText(found, options);
  if (Result<void> written = WriteNewFile(line.lab_file, lab.text);
      !written.ok()) {
    return written;
  }
  if (!line.json()) {
    context.err << line.lab_file << ": " << lab.notice << '\n' << std::flush;
  }
  return {};
}

Result<void> RunDiscover(const CommandLine& line, const Context& context,
                         const SnmpPdu::Options& options) {
  std::vector<std::string> endpoints;
  for (const Address& address : line.addresses) {
    endpoints.push_back(address.endpoint);
  }
  const std::vector<Discovered> found =
      WithoutSilent(context.discover(endpoints, options), line.addresses);
  Result<void> written =
      Write(context, line.json() ? DiscoverJson(found) : DiscoverText(found));
  if (!written.ok()) {
    return written;
  }
  for (const Discovered& one : found) {
    if (one.pdu.has_value()) {
      return WriteLab(line, context, found, options);
    }
  }
  return Error{ErrorKind::kTimeout,
               fmt::format("no PDU answered at {} addresses", endpoints.size()),
               "are the credentials right, and does SNMP reach it?"};
}

std::string TryWrite(const SnmpPdu& pdu) {
  const Result<void> written = pdu.TryWrite();
  if (written.ok()) {
    return "allowed";
  }
  return written.error().kind == ErrorKind::kUnsupported
             ? "not tried, " + written.error().message
             : "no, " + written.error().message;
}

// Where a unit lists no outlets, any number reads what it meters.
Result<PowerReading> ReadFirst(const Discovered& device) {
  Result<SnmpPowerClient> outlet = device.pdu->outlet(
      device.outlets.empty() ? 1 : device.outlets.front().number);
  return outlet.ok() ? outlet->Read() : PowerReading();
}

Result<void> RunProbe(const CommandLine& line, const Context& context,
                      const SnmpPdu::Options& options) {
  std::vector<Discovered> found =
      context.discover({line.direct->host}, options);
  Probed probed;
  probed.device = std::move(found.front());
  const Discovered& device = probed.device;
  if (!device.pdu.has_value()) {
    Error error = *device.error;
    if (device.system && !device.system->description.empty()) {
      error.message += fmt::format(", it describes itself as '{}'",
                                   device.system->description);
    }
    return error;
  }
  const Result<PowerReading> reading = ReadFirst(device);
  probed.reading = reading.ok() ? *reading : PowerReading();
  probed.read = device.error ? "no, " + device.error->message : "allowed";
  probed.write = line.try_write ? TryWrite(*device.pdu) : "not tried";
  if (Result<void> lab = WriteLab(line, context, {device}, options);
      !lab.ok()) {
    return lab;
  }
  return Write(context, line.json() ? ProbeJson(probed) : ProbeText(probed));
}

}  // namespace

bool IsSurvey(Verb verb) {
  return verb == Verb::kDiscover || verb == Verb::kProbe;
}

Result<void> TakeSurvey(const Flags& flags,
                        const std::vector<std::string>& words,
                        CommandLine& line) {
  if (flags.try_write && line.verb != Verb::kProbe) {
    return UsageError("--try-write goes with probe only");
  }
  if (flags.write_lab.has_value() && !IsSurvey(line.verb)) {
    return UsageError("--write-lab goes with discover and probe only");
  }
  line.try_write = flags.try_write;
  line.lab_file = flags.write_lab.value_or("");
  if (line.verb == Verb::kDiscover) {
    return TakeDiscover(flags, words, line);
  }
  return line.verb == Verb::kProbe ? TakeProbe(flags, line) : Result<void>();
}

Result<void> RunSurvey(const CommandLine& line, const Context& context) {
  if (Result<void> is_new =
          line.lab_file.empty() ? Result<void>() : CheckIsNew(line.lab_file);
      !is_new.ok()) {
    return is_new;
  }
  const Result<SnmpPdu::Options> options = PduOptions(line, context);
  if (!options.ok()) {
    return options.error();
  }
  return line.verb == Verb::kDiscover ? RunDiscover(line, context, *options)
                                      : RunProbe(line, context, *options);
}

}  // namespace pdukit::client
