#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/config/exporter_config.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

struct BrokenFile {
  const char* name;
  const char* text;
  const char* place;    // What the error starts with.
  const char* allowed;  // What it says besides.
};

std::ostream& operator<<(std::ostream& out, const BrokenFile& file) {
  return out << file.name;
}

void ExpectReported(const Result<ExporterConfig>& config,
                    const BrokenFile& file) {
  ASSERT_FALSE(config.ok());
  EXPECT_EQ(config.error().kind, ErrorKind::kParse);
  EXPECT_THAT(config.error().Text(), StartsWith(file.place));
  EXPECT_THAT(config.error().Text(), HasSubstr(file.allowed));
}

// A file of one export, whose config begins in column 15 of line 4.
Result<ExporterConfig> ParseExport(const std::string& type,
                                   const std::string& config) {
  return ExporterConfig::Parse("lab.yaml",
                               "export:\n"
                               "  relay:\n"
                               "    type: " +
                                   type +
                                   "\n"
                                   "    config:   " +
                                   config + "\n",
                               {});
}

class BrokenExporterConfigTest : public ::testing::TestWithParam<BrokenFile> {};

TEST_P(BrokenExporterConfigTest, IsReportedWithItsPlaceAndWhatIsAllowed) {
  ExpectReported(ExporterConfig::Parse("lab.yaml", GetParam().text, {}),
                 GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    File, BrokenExporterConfigTest,
    ::testing::Values(
        BrokenFile{"NotYaml", "export: [", "lab.yaml:1:", "end of"},
        BrokenFile{"Empty", "", "lab.yaml:1:1: ", "there is no export"},
        BrokenFile{"List", "- a\n", "lab.yaml:1:1: ", "must be a mapping"},
        BrokenFile{"OtherVersion", "apiVersion: v2\nexport: {}\n",
                   "lab.yaml:1:13: apiVersion 'v2'",
                   "allowed: jumpstarter.dev/v1alpha1"},
        BrokenFile{"OtherKind", "kind: Exporter\nexport: {}\n",
                   "lab.yaml:1:7: kind 'Exporter'", "ExporterConfig"},
        BrokenFile{"Misspelt", "metadata: {}\nexports: {}\n",
                   "lab.yaml:2:1: unknown key 'exports'",
                   "allowed: apiVersion, kind"},
        BrokenFile{"NoExport", "metadata: {}\n",
                   "lab.yaml:1:1: ", "there is no export"},
        BrokenFile{"ExportIsAList", "export:\n  - a\n",
                   "lab.yaml:2:3: ", "export must be a mapping"},
        BrokenFile{"NoType", "export:\n  a:\n    config: {}\n",
                   "lab.yaml:3:5: export 'a' has no type", "allowed: type"},
        BrokenFile{"TwoDefaults",
                   "export:\n  a: {type: x, default: true}\n"
                   "  b: {type: x, default: yes}\n",
                   "lab.yaml:3:25: ", "only one export can be the default"},
        BrokenFile{"DefaultIsNoFlag", "export: {a: {type: x, default: 3}}",
                   "lab.yaml:1:32: ", "true or false, not '3'"},
        BrokenFile{"MisspeltDefault", "export: {a: {type: x, defualt: true}}",
                   "lab.yaml:1:23: unknown key 'defualt'", "default"},
        BrokenFile{"Twice", "export:\n  a: {type: x}\n  a: {type: y}\n",
                   "lab.yaml:3:3: key 'a'", "twice"},
        BrokenFile{"ContainsItself", "export: &e\n  a: {children: *e}\n",
                   "lab.yaml:", "nested too deep"},
        BrokenFile{"MergesItself", "export: &e {<<: *e}\n",
                   "lab.yaml:", "merges itself"}),
    [](const auto& test) { return test.param.name; });

// Eight mappings, each with ten of the one before it: small as a file.
std::string Avalanche(const std::string& before, const std::string& behind) {
  std::string text = "export:\n  m0: &m0 {type: x}\n";
  for (int level = 1; level <= 8; ++level) {
    const std::string number = std::to_string(level);
    text += "  m" + number + ": &m" + number + " " + before;
    for (int i = 0; i < 10; ++i) {
      text += (before.back() == '[' ? "*m" : "k" + std::to_string(i) + ": *m") +
              std::to_string(level - 1) + ", ";
    }
    text += behind + "\n";
  }
  return text;
}

TEST(ExporterConfigAvalancheTest, OfExportsIsRefused) {
  const Result<ExporterConfig> config =
      ExporterConfig::Parse("lab.yaml", Avalanche("{children: {", "}}"), {});

  ASSERT_FALSE(config.ok());
  EXPECT_THAT(config.error().Text(), HasSubstr("more than 10000 exports"));
}

TEST(ExporterConfigAvalancheTest, OfMergesIsRefused) {
  const Result<ExporterConfig> config =
      ExporterConfig::Parse("lab.yaml", Avalanche("{<<: [", "]}"), {});

  ASSERT_FALSE(config.ok());
  EXPECT_THAT(config.error().Text(),
              HasSubstr("merges more than 1000 mappings"));
}

// The text is the config of an SNMPServer, behind 14 columns in line 4.
class BrokenSnmpExportTest : public ::testing::TestWithParam<BrokenFile> {};

TEST_P(BrokenSnmpExportTest, IsReportedWithItsPlaceAndWhatIsAllowed) {
  ExpectReported(
      ParseExport("jumpstarter_driver_snmp.driver.SNMPServer", GetParam().text),
      GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Config, BrokenSnmpExportTest,
    ::testing::Values(
        BrokenFile{"NoHost", "{user: u, plug: 1}", "lab.yaml:4:15: host",
                   "host, user and plug are required"},
        BrokenFile{"NoUser", "{host: h, plug: 1}", "lab.yaml:4:15: user",
                   "host, user and plug are required"},
        BrokenFile{"NoPlug", "{host: h, user: u}", "lab.yaml:4:15: plug",
                   "host, user and plug are required"},
        BrokenFile{"Null", "", "lab.yaml:4:5: ", "host is missing"},
        BrokenFile{"PlugIsAName", "{host: h, user: u, plug: A1}",
                   "lab.yaml:4:40: plug", "a whole number from 0"},
        BrokenFile{"PortTooHigh", "{host: h, user: u, plug: 1, port: 65536}",
                   "lab.yaml:4:49: port", "from 1 to 65535, not '65536'"},
        BrokenFile{"UnknownKey", "{host: h, user: u, plug: 1, outlet: 1}",
                   "lab.yaml:4:43: unknown key 'outlet'", "allowed: host"},
        BrokenFile{"BadOid", "{host: h, user: u, plug: 1, oid: 1.3.x}",
                   "lab.yaml:4:48: oid", "1.3.x"},
        BrokenFile{"OtherAuth",
                   "{host: h, user: u, plug: 1, auth_protocol: SHA1024}",
                   "lab.yaml:4:58: auth_protocol", "one of NONE, MD5, SHA"},
        BrokenFile{"NoAuthKey",
                   "{host: h, user: u, plug: 1, auth_protocol: SHA}",
                   "lab.yaml:4:58: ", "auth_protocol SHA needs auth_key"},
        BrokenFile{"EmptyAuthKey",
                   "{host: h, user: u, plug: 1, auth_protocol: SHA, "
                   "auth_key: ''}",
                   "lab.yaml:4:58: ", "auth_protocol SHA needs auth_key"},
        BrokenFile{"ShortAuthKey",
                   "{host: h, user: u, plug: 1, auth_protocol: SHA, "
                   "auth_key: seven77}",
                   "lab.yaml:4:73: ", "auth_key has fewer than 8 characters"},
        BrokenFile{"NoPrivKey",
                   "{host: h, user: u, plug: 1, auth_protocol: SHA, auth_key: "
                   "12345678, priv_protocol: AES}",
                   "lab.yaml:4:98: ", "priv_protocol AES needs priv_key"},
        BrokenFile{"PrivWithoutAuthKey",
                   "{host: h, user: u, plug: 1, auth_protocol: MD5, priv_key: "
                   "12345678, priv_protocol: DES}",
                   "lab.yaml:4:98: ", "priv_protocol DES needs auth_key"},
        BrokenFile{"PrivWithoutAuth",
                   "{host: h, user: u, plug: 1, priv_protocol: AES, priv_key: "
                   "12345678, auth_key: 12345678}",
                   "lab.yaml:4:58: ", "needs an auth_protocol"},
        BrokenFile{"OtherPriv",
                   "{host: h, user: u, plug: 1, priv_protocol: 3DES}",
                   "lab.yaml:4:58: priv_protocol", "one of NONE, DES, AES"},
        BrokenFile{"NoTime", "{host: h, user: u, plug: 1, timeout: 0}",
                   "lab.yaml:4:52: ", "a number above 0, not '0'"},
        BrokenFile{"MillisecondsForTime",
                   "{host: h, user: u, plug: 1, timeout: 5000}",
                   "lab.yaml:4:52: ", "at most 1800 seconds"},
        BrokenFile{"OtherFamily", "{host: h, user: u, plug: 1, family: acme}",
                   "lab.yaml:4:51: there is no family 'acme'", "apc_rpdu"},
        BrokenFile{"OtherSnmpVersion",
                   "{host: h, user: u, plug: 1, version: 2}",
                   "lab.yaml:4:52: version", "one of 1, 2c, 3"},
        BrokenFile{"CommunityUnderV3",
                   "{host: h, user: u, plug: 1, community: c}",
                   "lab.yaml:4:54: ", "community needs version 1 or 2c"},
        BrokenFile{"UserUnderV2c", "{host: h, user: u, plug: 1, version: 2c}",
                   "lab.yaml:4:31: ", "user needs version 3"}),
    [](const auto& test) { return test.param.name; });

// As above, for a Shell.
class BrokenShellExportTest : public ::testing::TestWithParam<BrokenFile> {};

TEST_P(BrokenShellExportTest, IsReportedWithItsPlaceAndWhatIsAllowed) {
  ExpectReported(
      ParseExport("jumpstarter_driver_shell.driver.Shell", GetParam().text),
      GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Config, BrokenShellExportTest,
    ::testing::Values(
        BrokenFile{"NoMethods", "{cwd: /tmp}",
                   "lab.yaml:4:15: ", "methods is missing"},
        BrokenFile{"EmptyMethod", "{methods: {on: ''}}",
                   "lab.yaml:4:30: ", "method 'on' needs a command"},
        BrokenFile{"MethodIsAList", "{methods: {on: [a, b]}}",
                   "lab.yaml:4:30: ", "a text, or a mapping of command"},
        BrokenFile{"UnknownKeyOfAMethod", "{methods: {on: {cmd: a}}}",
                   "lab.yaml:4:31: unknown key 'cmd'",
                   "allowed: command, description, timeout"},
        BrokenFile{"NegativeTimeout",
                   "{methods: {on: {command: a, timeout: -1}}}",
                   "lab.yaml:4:52: ", "a number above 0, not '-1'"},
        BrokenFile{"UnknownKey", "{method: {on: a}}",
                   "lab.yaml:4:16: unknown key 'method'",
                   "allowed: methods, cwd"},
        BrokenFile{"ShellIsAWord", "{methods: {on: a}, shell: bash}",
                   "lab.yaml:4:41: ", "shell must be a list of texts"}),
    [](const auto& test) { return test.param.name; });

// As above, for a PowerSwitch.
class BrokenGpioExportTest : public ::testing::TestWithParam<BrokenFile> {};

TEST_P(BrokenGpioExportTest, IsReportedWithItsPlaceAndWhatIsAllowed) {
  ExpectReported(ParseExport("jumpstarter_driver_gpiod.driver.PowerSwitch",
                             GetParam().text),
                 GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Config, BrokenGpioExportTest,
    ::testing::Values(
        BrokenFile{"NoLine", "{device: /dev/gpiochip0}",
                   "lab.yaml:4:15: ", "line is missing"},
        BrokenFile{"NoConfig", "", "lab.yaml:4:5: ", "line is missing"},
        BrokenFile{"LineIsAName", "{line: POWER_EN}",
                   "lab.yaml:4:22: ", "a whole number from 0"},
        BrokenFile{"DeviceIsAList", "{line: 7, device: [a]}",
                   "lab.yaml:4:33: ", "device must be a text"},
        BrokenFile{"UnknownKey", "{line: 7, activelow: true}",
                   "lab.yaml:4:25: unknown key 'activelow'",
                   "allowed: device, line, active_low, drive, bias"},
        BrokenFile{"ActiveLowIsAWord", "{line: 7, active_low: low}",
                   "lab.yaml:4:37: ", "true or false, not 'low'"},
        BrokenFile{"UnknownDrive", "{line: 7, drive: opendrain}",
                   "lab.yaml:4:32: ",
                   "one of push_pull, open_drain, open_source, not "
                   "'opendrain'"},
        BrokenFile{"UnknownBias", "{line: 7, bias: up}", "lab.yaml:4:31: ",
                   "one of as_is, pull_up, pull_down, disabled, not 'up'"},
        BrokenFile{"UnknownInitialValue", "{line: 7, initial_value: high}",
                   "lab.yaml:4:40: ", "one of inactive, active, off, on"},
        BrokenFile{"UnknownMode", "{line: 7, mode: pulse}",
                   "lab.yaml:4:31: ", "one of push_pull"}),
    [](const auto& test) { return test.param.name; });

TEST(ExporterConfigErrorsTest, ErrorsNeverHoldASecret) {
  const Result<ExporterConfig> config = ExporterConfig::Parse(
      "lab.yaml",
      "export: {x: {type: jumpstarter_driver_snmp.driver.SNMPServer, config: "
      "{host: h, user: u, plug: 1, auth_protocol: SHA, auth_key: hunter2}}}",
      {});

  ASSERT_FALSE(config.ok());
  EXPECT_THAT(config.error().Text(), ::testing::Not(HasSubstr("hunter2")));
}

}  // namespace
}  // namespace pdukit::client
