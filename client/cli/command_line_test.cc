#include "client/cli/command_line.h"

#include <chrono>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

using Arguments = std::vector<std::string>;

Arguments With(Arguments arguments, const Arguments& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

Arguments WithOutlet(Arguments arguments) {
  return With(std::move(arguments), {"--host", "h", "--outlet", "3"});
}

CommandLine Parse(const std::vector<std::string>& arguments) {
  return ParseCommandLine(arguments, "").value();
}

TEST(CommandLineTest, WholePduIsReadWithoutAnOutlet) {
  const CommandLine line =
      Parse({"--host", "10.0.0.7", "read", "--of", "phase"});

  ASSERT_TRUE(line.of.has_value());
  EXPECT_EQ(line.of->place, MeterPlace::kPhase);
}

TEST(CommandLineTest, AllIsEveryPlace) {
  const CommandLine line = Parse({"--host", "10.0.0.7", "read", "--of", "all"});

  ASSERT_TRUE(line.of.has_value());
  EXPECT_FALSE(line.of->place.has_value());
}

TEST(CommandLineTest, DirectModeHasTheDefaultsOfTheHelp) {
  const CommandLine line =
      Parse({"--host", "10.0.0.7", "--outlet", "3", "off"});

  ASSERT_TRUE(line.direct.has_value());
  EXPECT_EQ(line.verb, Verb::kOff);
  EXPECT_EQ(line.direct->host, "10.0.0.7");
  EXPECT_EQ(line.direct->outlet, "3");
  EXPECT_EQ(line.direct->family, "auto");
  EXPECT_EQ(line.direct->version, SnmpVersion::kV2c);
  EXPECT_EQ(line.direct->timeout, std::chrono::seconds(5));
  EXPECT_EQ(line.wait, std::chrono::seconds(2));
  EXPECT_EQ(line.count, 1);
  EXPECT_EQ(line.interval, std::chrono::seconds(1));
  EXPECT_FALSE(line.json());
}

TEST(CommandLineTest, OptionsStandBeforeAndBehindTheVerb) {
  const CommandLine line = Parse({"--json", "--host", "h", "cycle",
                                  "--outlet=3", "-w", "0.5", "--timeout", "2"});

  EXPECT_TRUE(line.json());
  EXPECT_EQ(line.verb, Verb::kCycle);
  EXPECT_EQ(line.direct->outlet, "3");
  EXPECT_EQ(line.wait, std::chrono::milliseconds(500));
  EXPECT_EQ(line.direct->timeout, std::chrono::seconds(2));
}

TEST(CommandLineTest, UserMeansVersion3) {
  const CommandLine line =
      Parse({"--host", "h", "--outlet", "3", "--user", "u", "--auth-protocol",
             "sha", "--auth-key", "auth key 1", "--priv-protocol", "AES-256",
             "--priv-key", "priv key 1", "status"});

  EXPECT_EQ(line.direct->version, SnmpVersion::kV3);
  EXPECT_EQ(line.direct->user.name, "u");
  EXPECT_EQ(line.direct->user.auth_protocol, AuthProtocol::kSha1);
  EXPECT_EQ(line.direct->user.auth_passphrase, "auth key 1");
  EXPECT_EQ(line.direct->user.priv_protocol, PrivProtocol::kAes256);
  EXPECT_EQ(line.direct->user.priv_passphrase, "priv key 1");
}

TEST(CommandLineTest, FlagsOfNetSnmpAreTaken) {
  const CommandLine line =
      Parse({"-v3",        "-l",     "authPriv",   "-u",       "u",   "-a",
             "SHA",        "-A",     "auth key 1", "-x",       "AES", "-X",
             "priv key 1", "--host", "h",          "--outlet", "3",   "read",
             "-n",         "2",      "-i",         "0.5"});

  EXPECT_EQ(line.direct->version, SnmpVersion::kV3);
  EXPECT_EQ(line.direct->user.name, "u");
  EXPECT_EQ(line.direct->user.auth_passphrase, "auth key 1");
  EXPECT_EQ(line.direct->user.priv_passphrase, "priv key 1");
  EXPECT_EQ(line.count, 2);
  EXPECT_EQ(line.interval, std::chrono::milliseconds(500));
  EXPECT_EQ(Parse(WithOutlet({"-v", "2c", "-c", "c", "on"})).direct->community,
            "c");
}

TEST(CommandLineTest, OidMeansTheGenericFamily) {
  const CommandLine line =
      Parse({"--host", "h", "--outlet", "3", "--oid", "1.3.6.1.4.1.9",
             "--on-value", "-1", "--off-value", "2", "on"});

  EXPECT_EQ(line.direct->family, "generic");
  EXPECT_EQ(line.direct->generic.oid, "1.3.6.1.4.1.9");
  EXPECT_EQ(line.direct->generic.on_value, -1);
  EXPECT_EQ(line.direct->generic.off_value, 2);
}

TEST(CommandLineTest, WordBeforeTheVerbIsTheExport) {
  const CommandLine line = Parse({"--config", "lab.yaml", "snmp", "on"});

  EXPECT_FALSE(line.direct.has_value());
  EXPECT_EQ(line.config, "lab.yaml");
  EXPECT_EQ(line.export_name, "snmp");
  EXPECT_EQ(line.verb, Verb::kOn);
}

TEST(CommandLineTest, ExportMayBeCalledLikeAVerb) {
  const CommandLine line = Parse({"--config", "lab.yaml", "read", "off"});

  EXPECT_EQ(line.export_name, "read");
  EXPECT_EQ(line.verb, Verb::kOff);
}

TEST(CommandLineTest, DefaultFileIsTakenWithoutConfigAndHost) {
  const CommandLine line = ParseCommandLine({"off"}, "default.yaml").value();

  EXPECT_EQ(line.config, "default.yaml");
}

TEST(CommandLineTest, HostWinsOverTheDefaultFile) {
  const CommandLine line =
      ParseCommandLine({"--host", "h", "list"}, "default.yaml").value();

  EXPECT_TRUE(line.direct.has_value());
  EXPECT_EQ(line.config, "");
}

TEST(CommandLineTest, HelpNeedsNothingElse) {
  EXPECT_TRUE(Parse({"--help"}).help);
  EXPECT_THAT(HelpText(), HasSubstr("Usage: power [options] [EXPORT] VERB"));
}

TEST(CommandLineTest, UnknownOptionIsNamedWithoutItsValue) {
  const Error error =
      ParseCommandLine({"--auth-kye=hunter22", "on"}, "").error();

  EXPECT_THAT(error.Text(), HasSubstr("no option --auth-kye"));
  EXPECT_THAT(error.Text(), Not(HasSubstr("hunter22")));
}

TEST(CommandLineTest, JsonIsOneOfTheFormats) {
  const Arguments list{"--host", "h", "list"};

  EXPECT_EQ(Parse(With(list, {"--json"})).format, Format::kJson);
  EXPECT_EQ(Parse(With(list, {"--format", "json"})).format, Format::kJson);
  EXPECT_TRUE(Parse(With(list, {"--format=json"})).json());
  EXPECT_EQ(Parse(list).format, Format::kText);
}

TEST(CommandLineTest, DiscoverTakesAddressesAndIsQuickToGiveUp) {
  const CommandLine line =
      Parse({"--community", "c", "discover", "10.0.0.4/31", "h:1161"});

  ASSERT_EQ(line.addresses.size(), 3U);
  EXPECT_EQ(line.addresses[2].endpoint, "h:1161");
  EXPECT_EQ(line.direct->community, "c");
  EXPECT_EQ(line.direct->timeout, std::chrono::seconds(1));
}

TEST(CommandLineTest, DefaultLabIsNoneOfDiscover) {
  const CommandLine line =
      ParseCommandLine({"discover", "h"}, "", "lab.yaml").value();

  EXPECT_FALSE(line.lab.has_value());
  EXPECT_EQ(line.verb, Verb::kDiscover);
}

struct WrongUse {
  const char* name;
  std::vector<std::string> arguments;
  const char* said;
};

std::ostream& operator<<(std::ostream& out, const WrongUse& use) {
  return out << use.name;
}

class WrongUseTest : public ::testing::TestWithParam<WrongUse> {};

TEST_P(WrongUseTest, IsToldWhatIsAllowed) {
  const Result<CommandLine> line = ParseCommandLine(GetParam().arguments, "");

  ASSERT_FALSE(line.ok());
  EXPECT_EQ(line.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_THAT(line.error().Text(), HasSubstr(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(
    Use, WrongUseTest,
    ::testing::Values(
        WrongUse{"NoVerb", {}, "one of on, off, cycle, status, read, list"},
        WrongUse{"OtherVerb", {"toggle"}, "'toggle' is no verb; it is one of"},
        WrongUse{"NoVerbAmongWords",
                 {"snmp", "toggle"},
                 "no verb in 'snmp toggle'; it is one of on"},
        WrongUse{"WordBehind", WithOutlet({"on", "web-1"}),
                 "'web-1' behind the verb is one word too many"},
        WrongUse{"NoTarget", {"on"}, "give --host and --outlet, or --config"},
        WrongUse{"NoOutlet", {"--host", "h", "on"}, "needs an --outlet"},
        WrongUse{"OutletWithConfig",
                 {"--config", "f", "--outlet", "3", "on"},
                 "--outlet goes with --host only"},
        WrongUse{"HostAndConfig", WithOutlet({"--config", "f", "on"}),
                 "--host and --config exclude each other"},
        WrongUse{"ExportWithHost", WithOutlet({"snmp", "on"}),
                 "an EXPORT, here 'snmp', goes with --config"},
        WrongUse{"NoValue", {"on", "--host"}, "--host needs a value"},
        WrongUse{"Twice", WithOutlet({"--host", "i", "on"}),
                 "--host can be given once only"},
        WrongUse{"NegativeOutlet",
                 {"--host", "h", "--outlet=-1", "on"},
                 "--outlet: '-1' is neither a number from 0 nor a label"},
        WrongUse{"NegativeCount", WithOutlet({"read", "-n", "-1"}),
                 "--count: '-1' is not a whole number from 0"},
        WrongUse{"NegativeWait", WithOutlet({"cycle", "-w", "-1"}),
                 "--wait: '-1' is not a number of seconds from 0"},
        WrongUse{"WaitOfOff", WithOutlet({"off", "--wait", "1"}),
                 "--wait goes with cycle only"},
        WrongUse{"NativeOff", WithOutlet({"off", "--native"}),
                 "--native goes with cycle only"},
        WrongUse{"NativeWithWait",
                 WithOutlet({"cycle", "--native", "--wait", "1"}),
                 "--native and --wait exclude each other"},
        WrongUse{"CountOfStatus", WithOutlet({"status", "-n", "1"}),
                 "--count goes with read only"},
        WrongUse{"IntervalOfList", WithOutlet({"list", "-i", "1"}),
                 "--interval goes with read only"},
        WrongUse{"OfOfStatus",
                 {"--host", "h", "status", "--of", "bank"},
                 "--of goes with read only"},
        WrongUse{"OfAnOutlet", WithOutlet({"read", "--of", "bank"}),
                 "--of and --outlet exclude each other"},
        WrongUse{"OfALab",
                 {"--lab", "f", "status", "--of", "bank"},
                 "--of goes with read only"},
        WrongUse{"LockOfALab",
                 {"--lab", "f", "lock", "web-1"},
                 "lock is not for a lab"},
        WrongUse{"LockOfAPdu", {"--host", "h", "lock"}, "needs an --outlet"},
        WrongUse{"OfARack", {"--host", "h", "read", "--of", "rack"}, "rack"},
        WrongUse{"DiscoverNothing", {"discover"}, "needs the addresses to ask"},
        WrongUse{"DiscoverAnOutlet", WithOutlet({"discover", "10.0.0.7"}),
                 "discover takes addresses behind it"},
        WrongUse{"DiscoverTooMany",
                 {"discover", "10.0.0.0/8"},
                 "'10.0.0.0/8' is no range"},
        WrongUse{"ProbeNothing", {"probe"}, "probe needs a --host"},
        WrongUse{"ProbeAnOutlet", WithOutlet({"probe"}), "neither --outlet"},
        WrongUse{"LabOfRead", WithOutlet({"read", "--write-lab", "f"}),
                 "--write-lab goes with discover and probe only"},
        WrongUse{"WriteOfDiscover",
                 {"discover", "h", "--try-write"},
                 "--try-write goes with probe only"},
        WrongUse{"DiscoverOfALab",
                 {"--lab", "f", "discover", "h"},
                 "discover is not for a lab"},
        WrongUse{"CsvOfALab",
                 {"--lab", "f", "status", "--format", "csv"},
                 "--format csv goes with read only"},
        WrongUse{"OtherFormat", WithOutlet({"read", "--format", "xml"}),
                 "it is one of text, json, csv, prometheus"},
        WrongUse{"TwoFormats",
                 WithOutlet({"read", "--json", "--format", "csv"}),
                 "--json and --format csv exclude each other"},
        WrongUse{"CsvOfStatus", WithOutlet({"status", "--format", "csv"}),
                 "--format csv goes with read only"},
        WrongUse{"PrometheusOverAndOver",
                 WithOutlet({"read", "--format", "prometheus", "-n", "0"}),
                 "prometheus is of one reading"},
        WrongUse{"BadPort",
                 {"--host", "h:0", "--outlet", "3", "on"},
                 "a port is a number from 1 to 65535"},
        WrongUse{"OtherFamily", WithOutlet({"on", "--family", "acme"}),
                 "it is one of auto, apc_rpdu"},
        WrongUse{"OidOfAFamily",
                 WithOutlet({"on", "--family", "apc_rpdu", "--oid", "1.3"}),
                 "go with --family generic, not apc_rpdu"},
        WrongUse{"BadOid", WithOutlet({"on", "--oid", "1.x"}), "--oid: "},
        WrongUse{"OtherVersion", WithOutlet({"on", "--version", "2"}),
                 "it is one of 1, 2c, 3"},
        WrongUse{"NoUser", WithOutlet({"on", "--version", "3"}),
                 "needs a --user"},
        WrongUse{"UserOfV2c",
                 WithOutlet({"on", "--version", "2c", "--user", "u"}),
                 "are for --version 3, not for 2c"},
        WrongUse{"CommunityOfV3",
                 WithOutlet({"on", "--user", "u", "--community", "c"}),
                 "--community is for --version 1 and 2c"},
        WrongUse{"OtherLevel", WithOutlet({"on", "-u", "u", "-l", "high"}),
                 "it is one of noAuthNoPriv, authNoPriv, authPriv"},
        WrongUse{"LevelAboveTheKeys",
                 WithOutlet({"on", "-u", "u", "-l", "authPriv", "-a", "SHA",
                             "-A", "12345678"}),
                 "--level authPriv contradicts --auth-protocol SHA"},
        WrongUse{"LevelBelowTheKeys",
                 WithOutlet({"on", "-u", "u", "-l", "noAuthNoPriv", "-a", "SHA",
                             "-A", "12345678"}),
                 "which make it authNoPriv"},
        WrongUse{"LevelOfV2c", WithOutlet({"on", "-v2c", "-l", "authPriv"}),
                 "are for --version 3, not for 2c"},
        WrongUse{"OtherAuth",
                 WithOutlet({"on", "--user", "u", "--auth-protocol", "ROT13"}),
                 "it is one of NONE, MD5, SHA"},
        WrongUse{"KeyWithoutAuth",
                 WithOutlet({"on", "--user", "u", "--auth-key", "12345678"}),
                 "--auth-key needs an --auth-protocol"},
        WrongUse{"PrivWithoutAuth",
                 WithOutlet({"on", "--user", "u", "--priv-protocol", "AES"}),
                 "--priv-protocol needs an --auth-protocol too"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace pdukit::client
