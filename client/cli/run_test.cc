#include "client/cli/run.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::NiceMock;
using ::testing::StartsWith;

// A device that nobody knows, with two outlets that an OID switches.
const Oid kSwitch{1, 3, 6, 1, 4, 1, 99999, 1};
constexpr char kSwitchText[] = "1.3.6.1.4.1.99999.1";

class RunTest : public ::testing::Test {
 protected:
  RunTest() {
    context_.variable = [this](const std::string& name) {
      const auto found = variables_.find(name);
      return found == variables_.end()
                 ? std::nullopt
                 : std::optional<std::string>(found->second);
    };
    context_.open_pdu = [this](const std::string& endpoint,
                               const SnmpPdu::Options& options) {
      endpoint_ = endpoint;
      options_ = options;
      auto session = std::make_unique<NiceMock<MockSnmpSession>>();
      session->Put(kSwitch.Child(1), Value::Integer32(1));
      session->Put(kSwitch.Child(2), Value::Integer32(0));
      ON_CALL(*session, host).WillByDefault(::testing::Return(endpoint));
      return SnmpPdu::Open(std::move(session), options);
    };
  }

  // Writes an exporter file whose exports are `exports`.
  std::string File(const std::string& exports) {
    const std::string path = ::testing::TempDir() + "/exporter.yaml";
    std::ofstream(path) << "export:\n" << exports;
    return path;
  }

  std::string SnmpFile(const std::string& more = "") {
    return File(
        "  snmp:\n"
        "    type: jumpstarter_driver_snmp.driver.SNMPServer\n"
        "    config: {host: 10.0.0.7, port: 1161, user: labuser, plug: 2,\n"
        "             auth_protocol: SHA, auth_key: 12345678, oid: " +
        std::string(kSwitchText) + "}\n" + more);
  }

  int Run(std::vector<std::string> arguments) {
    return client::Run(arguments, context_);
  }

  // With the device above.
  int RunDirect(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--host", "h", "--oid", kSwitchText});
    return Run(std::move(arguments));
  }

  ManualClock clock_;
  std::ostringstream out_;
  std::ostringstream err_;
  std::map<std::string, std::string> variables_;
  Context context_{.out = out_, .err = err_, .clock = clock_};

  // What the PDU was last opened with.
  std::string endpoint_;
  SnmpPdu::Options options_;
};

TEST_F(RunTest, DirectOutletIsSwitched) {
  EXPECT_EQ(RunDirect({"--outlet", "1", "off"}), kDone);

  EXPECT_EQ(out_.str(), "off\n");
  EXPECT_EQ(err_.str(), "");
}

TEST_F(RunTest, DirectOutletTellsItsState) {
  EXPECT_EQ(RunDirect({"--outlet", "2", "status"}), kDone);

  EXPECT_EQ(out_.str(), "off\n");
}

TEST_F(RunTest, CycleTakesItsWait) {
  const Clock::TimePoint start = clock_.Now();

  EXPECT_EQ(RunDirect({"--outlet", "1", "cycle", "--wait", "30"}), kDone);

  EXPECT_GE(clock_.Now() - start, std::chrono::seconds(30));
  EXPECT_EQ(out_.str(), "on\n");
}

TEST_F(RunTest, ListShowsEveryOutletOfTheDevice) {
  EXPECT_EQ(RunDirect({"list"}), kDone);

  EXPECT_EQ(out_.str(), "1  on\n2  off\n");
}

TEST_F(RunTest, ListOfOneOutletShowsItAlone) {
  EXPECT_EQ(RunDirect({"list", "--outlet", "2"}), kDone);

  EXPECT_EQ(out_.str(), "2  off\n");
}

TEST_F(RunTest, JsonNamesHostAndOutlet) {
  EXPECT_EQ(RunDirect({"--outlet", "1", "status", "--json"}), kDone);

  EXPECT_EQ(out_.str(), R"({"export":null,"host":"h","outlet":1,"name":null,)"
                        R"("family":"generic","state":"on"})"
                        "\n");
}

TEST_F(RunTest, CommunityIsPrivateToSwitchAndPublicToLook) {
  EXPECT_EQ(RunDirect({"--outlet", "1", "off"}), kDone);
  EXPECT_EQ(options_.community, "private");

  EXPECT_EQ(RunDirect({"--outlet", "1", "status"}), kDone);
  EXPECT_EQ(options_.community, "public");
}

TEST_F(RunTest, OptionWinsOverTheEnvironment) {
  variables_["POWER_COMMUNITY"] = "from environment";

  EXPECT_EQ(RunDirect({"--outlet", "1", "status"}), kDone);
  EXPECT_EQ(options_.community, "from environment");

  EXPECT_EQ(RunDirect({"--outlet", "1", "status", "--community", "c"}), kDone);
  EXPECT_EQ(options_.community, "c");
}

TEST_F(RunTest, KeysComeFromTheEnvironment) {
  variables_["POWER_AUTH_KEY"] = "auth key 1";
  variables_["POWER_PRIV_KEY"] = "priv key 1";

  EXPECT_EQ(RunDirect({"--outlet", "1", "status", "--user", "u",
                       "--auth-protocol", "SHA", "--priv-protocol", "AES"}),
            kDone);

  EXPECT_EQ(options_.user.auth_passphrase, "auth key 1");
  EXPECT_EQ(options_.user.priv_passphrase, "priv key 1");
}

TEST_F(RunTest, MissingKeysAreAskedFor) {
  std::vector<std::string> prompts;
  context_.ask = [&](const std::string& prompt) {
    prompts.push_back(prompt);
    return Result<std::string>("answer " + std::to_string(prompts.size()));
  };

  EXPECT_EQ(RunDirect({"--outlet", "1", "status", "--user", "u",
                       "--auth-protocol", "SHA", "--priv-protocol", "AES"}),
            kDone);

  EXPECT_THAT(prompts,
              ::testing::ElementsAre("--auth-protocol SHA needs a key: ",
                                     "--priv-protocol AES needs a key: "));
  EXPECT_EQ(options_.user.auth_passphrase, "answer 1");
  EXPECT_EQ(options_.user.priv_passphrase, "answer 2");
}

TEST_F(RunTest, MissingKeyWithoutATerminalIsWrongUse) {
  EXPECT_EQ(RunDirect({"--outlet", "1", "status", "--user", "u",
                       "--auth-protocol", "SHA"}),
            kUsage);

  EXPECT_EQ(err_.str(),
            "power: --auth-protocol SHA needs a key; set POWER_AUTH_KEY, or "
            "give --auth-key\n");
}

TEST_F(RunTest, ExportOfAFileIsSwitched) {
  EXPECT_EQ(Run({"--config", SnmpFile(), "snmp", "on"}), kDone);

  EXPECT_EQ(out_.str(), "on\n");
  EXPECT_EQ(endpoint_, "10.0.0.7:1161");
  EXPECT_EQ(options_.user.name, "labuser");
}

TEST_F(RunTest, JsonNamesTheExport) {
  EXPECT_EQ(Run({"--config", SnmpFile(), "status", "--json"}), kDone);

  EXPECT_THAT(
      out_.str(),
      StartsWith(R"({"export":"snmp","host":"10.0.0.7:1161","outlet":2,)"));
}

TEST_F(RunTest, DefaultMethodIsNotTheSnmpOne) {
  variables_["POWER_CONFIG"] =
      SnmpFile("  mock: {type: jumpstarter_driver_power.driver.MockPower}\n");

  EXPECT_EQ(Run({"read", "--count", "2"}), kDone);

  EXPECT_EQ(out_.str(),
            "voltage=0.0 V  current=0.00 A  apparent_power=0 VA\n"
            "voltage=5.0 V  current=2.00 A  apparent_power=10 VA\n");
}

TEST_F(RunTest, ShellExportRunsItsCommand) {
  const std::string file = File(
      "  relay:\n"
      "    type: jumpstarter_driver_shell.driver.Shell\n"
      "    config: {methods: {'on': 'echo no such line >&2; exit 3'}}\n");

  EXPECT_EQ(Run({"--config", file, "on"}), kFailed);

  EXPECT_EQ(err_.str(),
            "power: export 'relay': method on failed with exit status 3: no "
            "such line\n");
}

TEST_F(RunTest, UnknownTypeIsRefusedByNameWhenItIsUsed) {
  const std::string file = SnmpFile(
      "  serial: {type: jumpstarter_driver_pyserial.driver.PySerial}\n");

  EXPECT_EQ(Run({"--config", file, "status"}), kDone);
  EXPECT_EQ(Run({"--config", file, "serial", "on"}), kFailed);

  EXPECT_THAT(err_.str(), HasSubstr("export 'serial' has the type "
                                    "jumpstarter_driver_pyserial.driver."
                                    "PySerial"));
}

TEST_F(RunTest, UnknownExportIsWrongUseAndListsTheNames) {
  EXPECT_EQ(Run({"--config", SnmpFile(), "nope", "on"}), kUsage);

  EXPECT_THAT(err_.str(), HasSubstr("has no export 'nope'; it has snmp"));
}

TEST_F(RunTest, BrokenFileIsWrongUseAndSaysWhere) {
  const std::string file = File("  a: {}\n");

  EXPECT_EQ(Run({"--config", file, "on"}), kUsage);

  EXPECT_THAT(err_.str(), StartsWith("power: " + file + ":2:6: "));
}

TEST_F(RunTest, ErrorAsJsonGoesToStderr) {
  EXPECT_EQ(Run({"--json", "toggle"}), kUsage);

  EXPECT_THAT(out_.str(), IsEmpty());
  EXPECT_THAT(err_.str(), StartsWith(R"({"error":{"kind":"invalid-argument")"));
}

TEST_F(RunTest, ErrorOfTheDeviceIsAFailure) {
  context_.open_pdu = [](const std::string&, const SnmpPdu::Options&) {
    return Result<SnmpPdu>(
        Error{ErrorKind::kTimeout, "no answer in 5 s", "", "h"});
  };

  EXPECT_EQ(RunDirect({"--outlet", "1", "on"}), kFailed);

  EXPECT_EQ(err_.str(), "power: h: no answer in 5 s\n");
}

TEST_F(RunTest, WaitShowsProgressOnATerminal) {
  context_.err_is_terminal = true;

  EXPECT_EQ(RunDirect({"--outlet", "1", "cycle", "--wait", "3"}), kDone);

  EXPECT_THAT(err_.str(), HasSubstr("waiting, 3.0 s"));
  EXPECT_THAT(err_.str(), ::testing::EndsWith("\r\x1b[K"));
  EXPECT_EQ(out_.str(), "on\n");
}

TEST_F(RunTest, WaitShowsNothingElsewhere) {
  EXPECT_EQ(RunDirect({"--outlet", "1", "cycle", "--wait", "3"}), kDone);

  EXPECT_EQ(err_.str(), "");
}

TEST_F(RunTest, NativeCycleIsTheDevicesReboot) {
  EXPECT_EQ(RunDirect({"--outlet", "1", "cycle", "--native"}), kFailed);

  EXPECT_EQ(options_.cycle, CycleMethod::kNative);
  EXPECT_THAT(err_.str(), HasSubstr("have no reboot command"));
}

TEST_F(RunTest, OutletThatIsNoNumberIsALabel) {
  EXPECT_EQ(RunDirect({"--outlet", "AA3", "on"}), kFailed);

  EXPECT_EQ(err_.str(), "power: h: no outlet AA3\n");
}

TEST_F(RunTest, ShellExportHasNoRebootOfItsOwn) {
  const std::string file = File(
      "  web:\n"
      "    type: jumpstarter_driver_shell.driver.Shell\n"
      "    config: {methods: {\"on\": \"true\", \"off\": \"true\"}}\n");

  EXPECT_EQ(Run({"--config", file, "cycle", "--native"}), kFailed);

  EXPECT_THAT(err_.str(), HasSubstr("export 'web' has no reboot of its own"));
}

TEST_F(RunTest, StatusEndsAsAFenceAgentDoesIfItIsTold) {
  EXPECT_EQ(RunDirect({"--outlet", "1", "status", "--fence-exit-codes"}),
            kFenceDone);
  EXPECT_EQ(RunDirect({"--outlet", "2", "status", "--fence-exit-codes"}),
            kFenceOff);
  EXPECT_EQ(RunDirect({"--outlet", "2", "status"}), kDone);
}

TEST_F(RunTest, WrongUseIsAFailureToFencing) {
  EXPECT_EQ(Run({"--fence-exit-codes", "toggle"}), kFenceFailed);
}

TEST_F(RunTest, OffIsDoneToFencingToo) {
  EXPECT_EQ(RunDirect({"--outlet", "1", "off", "--fence-exit-codes"}),
            kFenceDone);
}

TEST_F(RunTest, HelpGoesToStdout) {
  EXPECT_EQ(Run({"--help"}), kDone);

  EXPECT_THAT(out_.str(), StartsWith("Usage: power"));
}

}  // namespace
}  // namespace pdukit::client
