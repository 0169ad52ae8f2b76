#include "client/lab.h"

#include <fstream>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::NiceMock;
using ::testing::SizeIs;
using ::testing::StartsWith;

// Two outlets that an OID switches.
const Oid kSwitch{1, 3, 6, 1, 4, 1, 99999, 1};

constexpr char kLab[] =
    "pdus:\n"
    "  rack4: {host: 10.0.0.7, family: generic,\n"
    "          oid: 1.3.6.1.4.1.99999.1, community: secret4}\n"
    "  rack5: {host: '10.0.0.8:1161', user: lab, auth_protocol: SHA,\n"
    "          auth_key: {env: LAB_KEY}, family: generic,\n"
    "          oid: 1.3.6.1.4.1.99999.1, timeout: 2}\n"
    "machines:\n"
    "  web-1: rack4 1\n"
    "  db-3: [rack4 2, rack5 2]\n";

class LabTest : public ::testing::Test {
 protected:
  LabTest() {
    options_.pdu.clock = &clock_;
    options_.variable = [](const std::string& name) {
      return name == "LAB_KEY" ? std::optional<std::string>("key of the lab")
                               : std::nullopt;
    };
    options_.open = [this](const std::string& endpoint,
                           const SnmpPdu::Options& options) {
      {
        std::lock_guard lock(mutex_);
        opened_.emplace_back(endpoint, options);
      }
      auto session = std::make_unique<NiceMock<MockSnmpSession>>();
      session->Put(kSwitch.Child(1), Value::Integer32(1));
      session->Put(kSwitch.Child(2), Value::Integer32(1));
      return SnmpPdu::Open(std::move(session), options);
    };
  }

  Lab Parse(const std::string& text) {
    return Lab::Parse("lab.yaml", text, options_).value();
  }

  ManualClock clock_;
  Lab::Options options_;
  std::mutex mutex_;  // Of those below.
  std::vector<std::pair<std::string, SnmpPdu::Options>> opened_;
};

TEST_F(LabTest, NamesItsPdusAndMachinesInTheOrderOfTheFile) {
  const Lab lab = Parse(kLab);

  EXPECT_THAT(lab.pdus(), ElementsAre("rack4", "rack5"));
  EXPECT_THAT(lab.machines(), ElementsAre("web-1", "db-3"));
}

TEST_F(LabTest, ReadingItReachesNothing) {
  const Lab lab = Parse(kLab);
  lab.fleet(lab.machines()).value();

  EXPECT_THAT(opened_, SizeIs(0));
}

TEST_F(LabTest, SpeaksToAPduAsTheFileSays) {
  const Lab lab = Parse(kLab);

  lab.pdu("rack4").value();
  lab.pdu("rack5").value();

  ASSERT_THAT(opened_, SizeIs(2));
  EXPECT_EQ(opened_[0].first, "10.0.0.7");
  EXPECT_EQ(opened_[0].second.version, SnmpVersion::kV2c);
  EXPECT_EQ(opened_[0].second.community, "secret4");
  EXPECT_EQ(opened_[1].first, "10.0.0.8:1161");
  EXPECT_EQ(opened_[1].second.version, SnmpVersion::kV3);
  EXPECT_EQ(opened_[1].second.user.name, "lab");
  EXPECT_EQ(opened_[1].second.user.auth_passphrase, "key of the lab");
  EXPECT_EQ(opened_[1].second.timeout, std::chrono::milliseconds(500));
}

TEST_F(LabTest, ASecretStandsInAFileBesideIt) {
  std::ofstream(::testing::TempDir() + "/rack4.secret") << "hidden\nmore\n";
  const Lab lab = Lab::Parse(::testing::TempDir() + "/lab.yaml",
                             "pdus: {rack4: {host: h, family: apc_rpdu,\n"
                             "  community: {file: rack4.secret}}}\n"
                             "machines: {web-1: rack4 1}\n",
                             options_)
                      .value();

  const Result<SnmpPdu> ignored = lab.pdu("rack4");

  EXPECT_EQ(opened_.front().second.community, "hidden");
}

TEST_F(LabTest, ASecretThatIsLeftOutIsTheFallback) {
  options_.secrets.community = "fallback";
  const Lab lab = Parse(
      "pdus: {rack4: {host: h}}\n"
      "machines: {web-1: rack4 1}\n");

  const Result<SnmpPdu> ignored = lab.pdu("rack4");

  EXPECT_EQ(opened_.front().second.community, "fallback");
}

TEST_F(LabTest, APduIsReachedOnceForAllItsMachines) {
  const Lab lab = Parse(kLab);

  lab.machine("web-1").value();
  lab.machine("db-3").value();
  lab.machine("db-3").value();

  EXPECT_THAT(opened_, SizeIs(2));
}

TEST_F(LabTest, APduIsReachedOnceForAllThreads) {
  const Lab lab = Parse(kLab);
  const auto reach = [&] { return lab.machine("db-3").ok(); };

  std::future<bool> one = std::async(std::launch::async, reach);
  std::future<bool> other = std::async(std::launch::async, reach);

  EXPECT_TRUE(one.get() && other.get());
  EXPECT_THAT(opened_, SizeIs(2));
}

TEST_F(LabTest, APduThatCouldNotBeReachedIsTriedAgain) {
  options_.open = [this](const std::string& endpoint,
                         const SnmpPdu::Options& options) {
    opened_.emplace_back(endpoint, options);
    return Result<SnmpPdu>(Error{ErrorKind::kTimeout, "no answer"});
  };
  const Lab lab = Parse(kLab);

  EXPECT_FALSE(lab.machine("web-1").ok());
  EXPECT_FALSE(lab.machine("web-1").ok());

  EXPECT_THAT(opened_, SizeIs(2));
}

TEST_F(LabTest, AMachineIsAllItsSupplies) {
  const Lab lab = Parse(kLab);
  const std::unique_ptr<PowerClient> machine = lab.machine("db-3").value();

  machine->Off().value();

  EXPECT_EQ(lab.pdu("rack4").value().outlet(2).value().Status().value(),
            PowerState::kOff);
  EXPECT_EQ(lab.pdu("rack5").value().outlet(2).value().Status().value(),
            PowerState::kOff);
  EXPECT_EQ(lab.machine("web-1").value()->Status().value(), PowerState::kOn);
}

TEST_F(LabTest, AMachineMayOutliveTheLab) {
  auto lab = std::make_unique<Lab>(Parse(kLab));
  const std::unique_ptr<PowerClient> machine = lab->machine("db-3").value();

  lab.reset();

  EXPECT_EQ(machine->Status().value(), PowerState::kOn);
}

TEST_F(LabTest, AFleetOfItsMachinesIsSwitched) {
  const Lab lab = Parse(kLab);
  FleetOptions options;
  options.clock = &clock_;

  const std::vector<FleetOutcome> outcomes = RunFleet(
      lab.fleet({"db-3", "web-1"}).value(), FleetCommand::kOff, options);

  EXPECT_THAT(outcomes,
              ElementsAre(Field(&FleetOutcome::state, PowerState::kOff),
                          Field(&FleetOutcome::state, PowerState::kOff)));
}

TEST_F(LabTest, KnowsTheMachinesOfAPdu) {
  const Lab lab = Parse(kLab);

  EXPECT_THAT(lab.machines_on("rack4").value(), ElementsAre("web-1", "db-3"));
  EXPECT_THAT(lab.machines_on("rack5").value(), ElementsAre("db-3"));
  EXPECT_EQ(lab.machines_on("rack6").error().hint,
            "near ones are rack4, rack5");
}

TEST_F(LabTest, AMissingMachineIsNamedWithNearOnes) {
  const Error error = Parse(kLab).machine("web-2").error();

  EXPECT_EQ(error.kind, ErrorKind::kNotFound);
  EXPECT_THAT(error.Text(), HasSubstr("'web-2'; near ones are web-1"));
}

TEST_F(LabTest, AMissingFileIsNotFound) {
  EXPECT_EQ(Lab::Load("/nonexistent/lab.yaml", {}).error().kind,
            ErrorKind::kNotFound);
}

struct BrokenFile {
  const char* name;
  const char* text;
  const char* place;    // What the error starts with.
  const char* allowed;  // What it says besides.
};

std::ostream& operator<<(std::ostream& out, const BrokenFile& file) {
  return out << file.name;
}

class BrokenLabTest : public ::testing::TestWithParam<BrokenFile> {};

TEST_P(BrokenLabTest, IsReportedWithItsPlaceAndWhatIsAllowed) {
  const Result<Lab> lab = Lab::Parse("lab.yaml", GetParam().text, {});

  ASSERT_FALSE(lab.ok());
  EXPECT_EQ(lab.error().kind, ErrorKind::kParse);
  EXPECT_THAT(lab.error().Text(), StartsWith(GetParam().place));
  EXPECT_THAT(lab.error().Text(), HasSubstr(GetParam().allowed));
}

INSTANTIATE_TEST_SUITE_P(
    File, BrokenLabTest,
    ::testing::Values(
        BrokenFile{"UnknownKey", "pdu: {}\n",
                   "lab.yaml:1:1: ", "pdus, machines"},
        BrokenFile{"NoMachine", "pdus: {a: {host: h}}\n",
                   "lab.yaml:1:1: ", "web-1: rack4 2"},
        BrokenFile{"UnknownKeyOfPdu", "pdus:\n  a: {host: h, comunity: x}\n",
                   "lab.yaml:2:16: ", "community"},
        BrokenFile{"NoHost", "pdus:\n  a: {version: 1}\n",
                   "lab.yaml:2:6: ", "'a' has no host"},
        BrokenFile{"BadHost", "pdus:\n  a: {host: 'h:0'}\n",
                   "lab.yaml:2:13: ", "1 to 65535"},
        BrokenFile{"BadFamily", "pdus:\n  a: {host: h, family: apc}\n",
                   "lab.yaml:2:24: ", "apc_rpdu2"},
        BrokenFile{"NoUser", "pdus:\n  a: {host: h, version: 3}\n",
                   "lab.yaml:2:6: ", "user is missing"},
        BrokenFile{"NoKey",
                   "pdus:\n  a: {host: h, user: u, auth_protocol: SHA}\n",
                   "lab.yaml:2:40: ", "needs auth_key"},
        BrokenFile{"UserUnderVersion2",
                   "pdus:\n  a: {host: h, user: u, version: 2c}\n",
                   "lab.yaml:2:22: ", "user needs version 3"},
        BrokenFile{"UnsetVariable",
                   "pdus:\n  a: {host: h, community: {env: PDUKIT_UNSET}}\n",
                   "lab.yaml:2:33: ", "PDUKIT_UNSET is not set"},
        BrokenFile{"NoSecretFile",
                   "pdus:\n  a: {host: h, community: {file: nonesuch}}\n",
                   "lab.yaml:2:34: ", "nonesuch cannot be read"},
        BrokenFile{"SecretOfAnotherKind",
                   "pdus:\n  a: {host: h, community: {flie: x}}\n",
                   "lab.yaml:2:28: ", "file, env"},
        BrokenFile{"SupplyWithoutOutlet",
                   "pdus: {a: {host: h}}\nmachines:\n  m: a\n",
                   "lab.yaml:3:6: ", "rack4 2"},
        BrokenFile{"UnknownPdu", "pdus: {a: {host: h}}\nmachines:\n  m: b 1\n",
                   "lab.yaml:3:6: ", "'b'; allowed: a"},
        BrokenFile{"NoSupply", "pdus: {a: {host: h}}\nmachines:\n  m: []\n",
                   "lab.yaml:3:6: ", "has no supply"},
        BrokenFile{"SupplyTwice",
                   "pdus: {a: {host: h}}\nmachines:\n  m: [a 1, a 1]\n",
                   "lab.yaml:3:6: ", "twice"},
        BrokenFile{"NameThatIsAPattern",
                   "pdus: {a: {host: h}}\nmachines:\n  'm*': a 1\n",
                   "lab.yaml:3:9: ", "no name for a machine"}),
    ::testing::PrintToStringParamName());

}  // namespace
}  // namespace pdukit::client
