#include "client/cli/flags.h"

#include <cerrno>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/cli/format.h"
#include "client/cli/help_text.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {
namespace {

class Formatter : public CLI::Formatter {
 public:
  Formatter() { column_width(26); }

  // Behind the usage, not before it.
  std::string make_description(const CLI::App* /*app*/) const override {
    return "";
  }

  std::string make_usage(const CLI::App* app,
                         std::string /*name*/) const override {
    return fmt::format("Usage: {}\n\n{}\n", kSynopsis, app->get_description());
  }

  // The words are explained above.
  std::string make_positionals(const CLI::App* /*app*/) const override {
    return "";
  }
};

CLI::Validator WholeNumber(int lowest, int highest) {
  return {[=](std::string& text) {
            char* end = nullptr;
            errno = 0;
            const long long number = std::strtoll(text.c_str(), &end, 10);
            if (text.empty() || *end != '\0' || errno != 0 || number < lowest ||
                number > highest) {
              return fmt::format("'{}' is not a whole number from {} to {}",
                                 text, lowest, highest);
            }
            return std::string();
          },
          ""};
}

CLI::Validator Seconds(double lowest, double highest) {
  return {[=](std::string& text) {
            char* end = nullptr;
            const double number = std::strtod(text.c_str(), &end);
            if (text.empty() || *end != '\0' || !std::isfinite(number) ||
                number < lowest || number > highest) {
              return fmt::format(
                  "'{}' is not a number of seconds from {} to {}", text, lowest,
                  highest);
            }
            return std::string();
          },
          ""};
}

CLI::Validator OutletName() {
  return {[](std::string& text) {
            return text.empty() || text.front() == '-'
                       ? fmt::format(
                             "'{}' is neither a number from 0 nor a "
                             "label",
                             text)
                       : std::string();
          },
          ""};
}

// Joined by commas, in lines that fit behind the options.
std::string Wrapped(const std::vector<std::string>& words) {
  constexpr std::size_t kWidth = 50;
  std::string text;
  std::size_t column = 0;
  for (const std::string& word : words) {
    if (!text.empty()) {
      const bool fits = column + word.size() + 3 <= kWidth;
      text += fits ? ", " : ",\n";
      column = fits ? column + 2 : 0;
    }
    text += word;
    column += word.size();
  }
  return text;
}

std::vector<std::string> AuthNames() {
  return {"NONE", "MD5", "SHA", "SHA-224", "SHA-256", "SHA-384", "SHA-512"};
}

std::vector<std::string> PrivNames() {
  return {"NONE", "DES", "AES", "AES-192", "AES-256"};
}

std::vector<std::string> PlaceNames() {
  std::vector<std::string> names;
  for (const MeterPlace place : MeterPlaces()) {
    names.emplace_back(ToString(place));
  }
  names.emplace_back("all");
  return names;
}

constexpr int kMaxInt = std::numeric_limits<int>::max();
constexpr int kMinInt = std::numeric_limits<int>::min();

void AddGeneral(CLI::App& app, Flags& flags) {
  app.add_option("words", flags.words);
  app.add_flag("-h,--help", flags.help, "print this and exit");
  app.add_flag("--help-man", flags.help_man, "print the manual page")
      ->group("");
  app.add_flag("--json", flags.json,
               "answer with a JSON object; list, read --of, and\nmachines of a "
               "lab: with an array of them");
  app.add_option("--format", flags.format,
                 "text or json; read: also csv or prometheus\n(default: text)")
      ->option_text("NAME");
  app.add_flag("--fence-exit-codes", flags.fence_exit_codes,
               "end as a fence agent does, see below");
  app.add_option("--config", flags.config,
                 "a Jumpstarter exporter file (default: POWER_CONFIG)")
      ->option_text("FILE");
  app.add_option("-w,--wait", flags.wait, "cycle: from off to on (default: 2)")
      ->option_text("SECONDS")
      ->check(Seconds(0, 86400));
  app.add_flag("--native", flags.native,
               "cycle: by the device's own reboot, which waits\nas long as is "
               "set there");
}

void AddReading(CLI::App& app, Flags& flags) {
  app.add_option("-n,--count", flags.count,
                 "read: how many readings, 0 = endless (default: 1)")
      ->option_text("N")
      ->check(WholeNumber(0, kMaxInt));
  app.add_option("-i,--interval", flags.interval,
                 "read: from one to the next (default: 1.0)")
      ->option_text("SECONDS")
      ->check(Seconds(0, 86400));
  app.add_option("--of", flags.of,
                 "read: all that the PDU, or each of a lab's, meters,\n"
                 "not an outlet's: " +
                     fmt::format("{}", fmt::join(PlaceNames(), ", ")))
      ->option_text("PLACE")
      ->check(CLI::IsMember(PlaceNames()));
}

void AddSurvey(CLI::App& app, Flags& flags) {
  app.add_flag("--try-write", flags.try_write,
               "probe: whether one may write, by writing the name\nthat an "
               "outlet has");
  app.add_option("--write-lab", flags.write_lab,
                 "probe, discover: write what was found, a lab file,\nto a "
                 "new file")
      ->option_text("FILE");
}

void AddDevice(CLI::App& app, Flags& flags) {
  app.add_option("--host", flags.host, "the PDU; an IPv6 address in brackets")
      ->option_text("H[:PORT]");
  app.add_option("--outlet", flags.outlet,
                 "its outlet, by number or label as list shows them")
      ->option_text("N")
      ->check(OutletName());
  app.add_option("--family", flags.family,
                 "what it speaks, one of auto,\n" +
                     Wrapped(SnmpPdu::Families()) + "\n(default: auto)")
      ->option_text("NAME");
  app.add_option("--oid", flags.oid,
                 "generic: what switches, without the outlet\n(default: "
                 "that of Jumpstarter's driver)")
      ->option_text("OID");
  app.add_option("--on-value", flags.on_value,
                 "generic: what is written for on (default: 1)")
      ->option_text("N")
      ->check(WholeNumber(kMinInt, kMaxInt));
  app.add_option("--off-value", flags.off_value,
                 "generic: what is written for off (default: 0)")
      ->option_text("N")
      ->check(WholeNumber(kMinInt, kMaxInt));
  app.add_option("--timeout", flags.timeout,
                 "how long it may stay silent (default: 5.0;\n"
                 "discover: 1.0)")
      ->option_text("SECONDS")
      ->check(Seconds(0.001, 1800));
}

void AddCredentials(CLI::App& app, Flags& flags) {
  app.add_option("-v,--version", flags.version,
                 "of SNMP: 1, 2c or 3 (default: 3 with --user, else 2c)")
      ->option_text("V");
  app.add_option("-c,--community", flags.community,
                 "for 1 and 2c (default: POWER_COMMUNITY, else\nprivate "
                 "to switch and public to look)")
      ->option_text("C");
  app.add_option("-u,--user", flags.user, "for 3")->option_text("U");
  app.add_option("-l,--level", flags.level,
                 "noAuthNoPriv, authNoPriv or authPriv (default: what\n"
                 "the protocols make it)")
      ->option_text("L");
  app.add_option("-a,--auth-protocol", flags.auth_protocol,
                 Wrapped(AuthNames()) + " (default: NONE)")
      ->option_text("A");
  app.add_option("-A,--auth-key", flags.auth_key,
                 "its pass phrase (default: POWER_AUTH_KEY)")
      ->option_text("K");
  app.add_option("-x,--priv-protocol", flags.priv_protocol,
                 Wrapped(PrivNames()) + "\n(default: NONE)")
      ->option_text("P");
  app.add_option("-X,--priv-key", flags.priv_key,
                 "its pass phrase (default: POWER_PRIV_KEY)")
      ->option_text("K");
}

}  // namespace

std::unique_ptr<CLI::App> MakeParser(Flags& flags) {
  auto app = std::make_unique<CLI::App>(kDescription, "power");
  app->set_help_flag();  // Ours is a flag among others.
  app->formatter(std::make_shared<Formatter>());
  app->footer(kFooter);
  AddGeneral(*app, flags);
  AddReading(*app, flags);
  AddSurvey(*app, flags);
  app->option_defaults()->group("Machines of a lab");
  AddLabFlags(*app, flags.lab);
  app->option_defaults()->group("A device, without an exporter file");
  AddDevice(*app, flags);
  app->option_defaults()->group("Its credentials");
  AddCredentials(*app, flags);
  return app;
}

std::vector<std::string> ValuesOf(const CLI::Option& option) {
  const std::string& name = option.get_lnames().front();
  std::vector<std::string> families = SnmpPdu::Families();
  families.insert(families.begin(), "auto");
  const std::map<std::string, std::vector<std::string>> values{
      {"format", FormatNames()},
      {"of", PlaceNames()},
      {"family", families},
      {"version", {"1", "2c", "3"}},
      {"level", {"noAuthNoPriv", "authNoPriv", "authPriv"}},
      {"auth-protocol", AuthNames()},
      {"priv-protocol", PrivNames()},
  };
  const auto found = values.find(name);
  return found == values.end() ? std::vector<std::string>() : found->second;
}

}  // namespace pdukit::client
