#include "client/config/exporter_config.h"

#include <chrono>
#include <string>
#include <variant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;

constexpr char kWholeFile[] = R"(
apiVersion: jumpstarter.dev/v1alpha1
kind: ExporterConfig
metadata:
  namespace: default
  name: demo
endpoint: grpc.jumpstarter.example.com:443
tls:
  ca: ''
  insecure: true
token: xxxxx
grpcOptions:
  grpc.keepalive_time_ms: 20000
hooks:
  beforeLease:
    script: j power on
export:
  snmp:
    type: "jumpstarter_driver_snmp.driver.SNMPServer"
    config:
      host: "pdu.mgmt.com"
      user: "labuser"
      plug: 32
      port: 1161
      oid: "1.3.6.1.4.1.13742.6.4.1.2.1.2.1"
      auth_protocol: "SHA"
      auth_key: "auth key 1"
      priv_protocol: "AES"
      priv_key: "priv key 1"
      timeout: 2
  power:
    type: jumpstarter_driver_power.driver.MockPower
  relay:
    type: jumpstarter_driver_shell.driver.Shell
    config:
      log_level: INFO
      cwd: /tmp
      timeout: 7
      shell: ["/bin/bash", "-c"]
      methods:
        on: relay on
        off:
          command: |
            relay off
          description: cut the power
          timeout: 3
  serial:
    type: "jumpstarter_driver_pyserial.driver.PySerial"
    config:
      url: "/dev/ttyUSB0"
      baudrate: 115200
  board:
    children:
      reset:
        type: jumpstarter_driver_gpiod.driver.PowerSwitch
        config: {device: /dev/gpiochip0, line: 4}
  reference:
    ref: "snmp"
)";

Result<ExporterConfig> Parse(const std::string& text,
                             const FallbackSecrets& secrets = {}) {
  return ExporterConfig::Parse("lab.yaml", text, secrets);
}

SnmpExport ParseSnmp(const std::string& config,
                     const FallbackSecrets& secrets = {}) {
  const ExporterConfig file =
      Parse(
          "export:\n"
          "  x:\n"
          "    type: jumpstarter_driver_snmp.driver.SNMPServer\n"
          "    config: " +
              config + "\n",
          secrets)
          .value();
  return std::get<SnmpExport>(file.exports().front().config);
}

// Exports s1, m2, ... by their letters: s(nmp), m(ock), c(ommand), p(ower of an
// unknown type), u(nknown). In capitals it is the default.
Result<ExporterConfig> Exports(const std::string& kinds) {
  std::string text = "export:\n";
  int number = 0;
  for (const char kind : kinds) {
    text += std::string("  ") + kind + std::to_string(++number) + ":\n";
    text += (kind >= 'A' && kind <= 'Z') ? "    default: true\n" : "";
    switch (kind) {
      case 's':
      case 'S':
        text +=
            "    type: jumpstarter_driver_snmp.driver.SNMPServer\n"
            "    config: {host: h, user: u, plug: 1}\n";
        break;
      case 'm':
        text += "    type: jumpstarter_driver_power.driver.MockPower\n";
        break;
      case 'c':
        text +=
            "    type: jumpstarter_driver_shell.driver.Shell\n"
            "    config: {methods: {on: echo}}\n";
        break;
      case 'p':
        text += "    type: jumpstarter_driver_tasmota.driver.TasmotaPower\n";
        break;
      default:
        text += "    type: jumpstarter_driver_pyserial.driver.PySerial\n";
    }
  }
  return Parse(text);
}

// The letter of the default export, or the error.
std::string DefaultOf(const std::string& kinds) {
  const ExporterConfig config = Exports(kinds).value();
  Result<const Export*> found = config.Default();
  return found.ok() ? (*found)->name.substr(0, 1) : found.error().Text();
}

TEST(ExporterConfigTest, WholeFileOfJumpstarterLoads) {
  const ExporterConfig config = Parse(kWholeFile).value();

  EXPECT_THAT(
      config.exports(),
      ElementsAre(Field(&Export::name, "snmp"), Field(&Export::name, "power"),
                  Field(&Export::name, "relay"), Field(&Export::name, "serial"),
                  Field(&Export::name, "board"),
                  Field(&Export::name, "board.reset"),
                  Field(&Export::name, "reference")));
}

TEST(ExporterConfigTest, SnmpExportSaysWhereAndWho) {
  const ExporterConfig config = Parse(kWholeFile).value();

  const auto& snmp = std::get<SnmpExport>((*config.Find("snmp"))->config);

  EXPECT_EQ(snmp.endpoint, "pdu.mgmt.com:1161");
  EXPECT_EQ(snmp.outlet, 32);
  EXPECT_EQ(snmp.options.family, "generic");
  EXPECT_EQ(snmp.options.generic.oid, "1.3.6.1.4.1.13742.6.4.1.2.1.2.1");
  EXPECT_EQ(snmp.options.version, SnmpVersion::kV3);
  EXPECT_EQ(snmp.options.user.name, "labuser");
  EXPECT_EQ(snmp.options.user.auth_protocol, AuthProtocol::kSha1);
  EXPECT_EQ(snmp.options.user.auth_passphrase, "auth key 1");
  EXPECT_EQ(snmp.options.user.priv_protocol, PrivProtocol::kAes128);
  EXPECT_EQ(snmp.options.user.priv_passphrase, "priv key 1");
  EXPECT_EQ(snmp.options.timeout * (snmp.options.retries + 1),
            std::chrono::seconds(2));
}

TEST(ExporterConfigTest, SnmpExportHasTheDefaultsOfJumpstarter) {
  const SnmpExport snmp =
      ParseSnmp("{host: '10.0.0.7', user: u, plug: '3', auth_key: null}");

  EXPECT_EQ(snmp.endpoint, "10.0.0.7");
  EXPECT_EQ(snmp.outlet, 3);
  EXPECT_EQ(snmp.options.family, "generic");
  EXPECT_EQ(snmp.options.generic.oid, "1.3.6.1.4.1.13742.6.4.1.2.1.2.1");
  EXPECT_EQ(snmp.options.generic.on_value, 1);
  EXPECT_EQ(snmp.options.generic.off_value, 0);
  EXPECT_EQ(snmp.options.user.level(), SecurityLevel::kNoAuthNoPriv);
  EXPECT_EQ(snmp.options.timeout * (snmp.options.retries + 1),
            std::chrono::seconds(5));
}

TEST(ExporterConfigTest, Ipv6HostTakesItsPort) {
  EXPECT_EQ(ParseSnmp("{host: '::1', port: 1161, user: u, plug: 1}").endpoint,
            "[::1]:1161");
}

TEST(ExporterConfigTest, CommunityVersionNeedsNoUser) {
  const SnmpExport snmp = ParseSnmp(
      "{host: h, plug: 1, version: 2c, community: secret, family: apc_rpdu}");

  EXPECT_EQ(snmp.options.version, SnmpVersion::kV2c);
  EXPECT_EQ(snmp.options.community, "secret");
  EXPECT_EQ(snmp.options.family, "apc_rpdu");
}

TEST(ExporterConfigTest, KeyThatTheFileLeavesOutComesFromElsewhere) {
  FallbackSecrets secrets;
  secrets.auth_key = "from elsewhere";

  const SnmpExport snmp =
      ParseSnmp("{host: h, user: u, plug: 1, auth_protocol: MD5}", secrets);

  EXPECT_EQ(snmp.options.user.auth_passphrase, "from elsewhere");
}

TEST(ExporterConfigTest, ShellExportTakesBothFormsOfMethods) {
  const ExporterConfig config = Parse(kWholeFile).value();

  const auto& shell = std::get<ShellExport>((*config.Find("relay"))->config);

  EXPECT_EQ(shell.methods.at("on").command, "relay on");
  EXPECT_EQ(shell.methods.at("on").timeout, std::chrono::seconds(7));
  EXPECT_EQ(shell.methods.at("off").command, "relay off\n");
  EXPECT_EQ(shell.methods.at("off").description, "cut the power");
  EXPECT_EQ(shell.methods.at("off").timeout, std::chrono::seconds(3));
  EXPECT_EQ(shell.directory, "/tmp");
  EXPECT_THAT(shell.shell, ElementsAre("/bin/bash", "-c"));
}

TEST(ExporterConfigTest, MergeKeysShareSettings) {
  const ExporterConfig config = Parse(R"(
x-pdu: &pdu {host: h, user: u, plug: 1}
export:
  x:
    type: jumpstarter_driver_snmp.driver.SNMPServer
    config: {<<: *pdu, plug: 2}
)")
                                    .value();

  EXPECT_EQ(std::get<SnmpExport>(config.exports().front().config).outlet, 2);
}

TEST(ExporterConfigTest, OwnSettingWinsOverAMergedOne) {
  const ExporterConfig config = Parse(R"(
x-methods: &methods {'on': merged, 'off': merged}
export:
  x:
    type: jumpstarter_driver_shell.driver.Shell
    config: {methods: {'on': own, <<: *methods}}
)")
                                    .value();

  const auto& shell = std::get<ShellExport>(config.exports().front().config);
  EXPECT_EQ(shell.methods.at("on").command, "own");
  EXPECT_EQ(shell.methods.at("off").command, "merged");
}

TEST(ExporterConfigTest, GpioLineIsReadAsItStands) {
  const ExporterConfig config = Parse(R"(export:
  gpio:
    type: jumpstarter_driver_gpiod.driver.PowerSwitch
    config: {device: /dev/gpiochip2, line: 17, active_low: yes,
             drive: open_source, bias: pull_down, initial_value: off,
             mode: push_pull, log_level: INFO}
)")
                                    .value();

  const auto& gpio = std::get<GpioExport>(config.Default().value()->config);

  EXPECT_EQ(gpio.device, "/dev/gpiochip2");
  EXPECT_EQ(gpio.line, 17U);
  EXPECT_TRUE(gpio.active_low);
  EXPECT_EQ(gpio.drive, GpioDrive::kOpenSource);
  EXPECT_EQ(gpio.bias, GpioBias::kPullDown);
}

TEST(ExporterConfigTest, GpioLineNeedsNoMoreThanItsNumber) {
  const ExporterConfig config =
      Parse(
          "export: {gpio: {type: jumpstarter_driver_gpiod.driver.PowerSwitch,"
          " config: {line: 3}}}")
          .value();

  const auto& gpio = std::get<GpioExport>(config.Default().value()->config);

  EXPECT_EQ(gpio.device, "/dev/gpiochip0");
  EXPECT_EQ(gpio.line, 3U);
  EXPECT_FALSE(gpio.active_low);
}

TEST(ExporterConfigTest, ReferenceLeadsToItsTarget) {
  const ExporterConfig config = Parse(kWholeFile).value();

  EXPECT_EQ(config.Find("reference").value()->name, "snmp");
}

TEST(ExporterConfigTest, ReferenceToItselfIsRefused) {
  const ExporterConfig config =
      Parse("export: {a: {ref: b}, b: {ref: a}}").value();

  EXPECT_THAT(config.Find("a").error().Text(), HasSubstr("refers to itself"));
}

TEST(ExporterConfigTest, MissingExportListsTheNames) {
  const ExporterConfig config = Exports("sm").value();

  const Error error = config.Find("snmp").error();

  EXPECT_EQ(error.kind, ErrorKind::kNotFound);
  EXPECT_THAT(error.Text(), HasSubstr("it has s1, m2"));
}

TEST(ExporterConfigTest, MarkedExportIsTheDefault) {
  EXPECT_EQ(DefaultOf("mSc"), "S");
}

TEST(ExporterConfigTest, OnlyPowerExportThatIsNotSnmpIsTheDefault) {
  EXPECT_EQ(DefaultOf("ssmu"), "m");
  EXPECT_EQ(DefaultOf("cs"), "c");
}

TEST(ExporterConfigTest, OnlyPowerExportIsTheDefault) {
  EXPECT_EQ(DefaultOf("us"), "s");
}

TEST(ExporterConfigTest, PowerOfAnUnknownTypeIsNotPassedOver) {
  EXPECT_EQ(DefaultOf("sp"), "p");
}

TEST(ExporterConfigTest, UndecidedDefaultListsTheChoice) {
  EXPECT_THAT(DefaultOf("ss"), HasSubstr("name one of s1, s2"));
  EXPECT_THAT(DefaultOf("smc"), HasSubstr("name one of s1, m2, c3"));
}

TEST(ExporterConfigTest, FileWithoutPowerHasNoDefault) {
  EXPECT_THAT(DefaultOf("u"), HasSubstr("no export that switches power"));
}

TEST(ExporterConfigTest, MissingFileIsNamed) {
  const Error error = ExporterConfig::Load("/no/such/file.yaml", {}).error();

  EXPECT_EQ(error.kind, ErrorKind::kNotFound);
  EXPECT_THAT(error.Text(), HasSubstr("/no/such/file.yaml cannot be read"));
}

}  // namespace
}  // namespace pdukit::client
