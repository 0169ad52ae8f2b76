#include "client/cli/survey.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/cli/run.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::NiceMock;
using ::testing::Not;
using ::testing::Return;

const Oid kSystem{1, 3, 6, 1, 2, 1, 1};
const Oid kRpdu{1, 3, 6, 1, 4, 1, 318, 1, 1, 12};
const Oid kRpduId{1, 3, 6, 1, 4, 1, 318, 1, 3, 4, 5};

// "pdu*" are APC units with two outlets, "other" is something else, and the
// rest is silent.
class SurveyTest : public ::testing::Test {
 protected:
  SurveyTest() {
    std::filesystem::remove(lab_file_);
    context_.discover = [this](const std::vector<std::string>& endpoints,
                               const SnmpPdu::Options& options) {
      options_ = options;
      std::vector<Discovered> found;
      for (const std::string& endpoint : endpoints) {
        ++asked_;
        found.push_back(DiscoverBy(Device(endpoint), options));
      }
      return found;
    };
  }

  std::unique_ptr<SnmpSession> Device(const std::string& host) {
    auto device = std::make_unique<NiceMock<MockSnmpSession>>();
    ON_CALL(*device, host).WillByDefault(Return(host));
    if (host.substr(0, 3) == "pdu") {
      PutApc(*device);
    } else if (host == "other") {
      PutSystem(*device, "a printer\x1b[2J", {1, 3, 6, 1, 4, 1, 99999});
    } else {
      ON_CALL(*device, Get)
          .WillByDefault(Return(Error{ErrorKind::kTimeout, "no answer"}));
    }
    ON_CALL(*device, Set).WillByDefault(Return(write_));
    return device;
  }

  static void PutSystem(MockSnmpSession& device, const std::string& text,
                        const Oid& object_id) {
    device.Put(kSystem.Child(Oid{1, 0}), Value::OctetString(text));
    device.Put(kSystem.Child(Oid{2, 0}), Value::ObjectIdentifier(object_id));
    device.Put(kSystem.Child(Oid{5, 0}), Value::OctetString("rack 4"));
  }

  static void PutApc(MockSnmpSession& device) {
    PutSystem(device, "Card (AF1:v3.7.4 MN:AP7900)", kRpduId);
    device.Put(kRpdu.Child(Oid{1, 8, 0}), Value::Integer32(2));
    device.Put(kRpdu.Child(Oid{1, 16, 0}), Value::Gauge32(480));
    device.Put(kRpdu.Child(Oid{3, 1, 3, 0}), Value::Integer32(2));
    for (const std::uint32_t i : {1U, 2U}) {
      const Oid status = kRpdu.Child(Oid{3, 5, 1, 1});
      const Value name = Value::OctetString(i == 1 ? "web-1" : "Outlet 2");
      device.Put(status.Child(Oid{2, i}), name);
      device.Put(status.Child(Oid{4, i}), Value::Integer32(1));
      device.Put(status.Child(Oid{5, i}), Value::Integer32(2));
      device.Put(kRpdu.Child(Oid{3, 4, 1, 1, 2, i}), name);
    }
  }

  int Run(const std::vector<std::string>& arguments) {
    return client::Run(arguments, context_);
  }

  std::string Lab() const {
    std::ifstream in(lab_file_);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  Result<void> write_;
  int asked_ = 0;
  SnmpPdu::Options options_;
  std::ostringstream out_;
  std::ostringstream err_;
  Context context_{.out = out_, .err = err_};
  const std::string lab_file_ = ::testing::TempDir() + "/found.yaml";
};

TEST_F(SurveyTest, DiscoverHasARowForEachAddress) {
  EXPECT_EQ(Run({"discover", "pdu", "other", "silent"}), kDone);

  EXPECT_EQ(out_.str().find('\x1b'), std::string::npos);
  EXPECT_THAT(
      out_.str(),
      ::testing::MatchesRegex(
          "pdu     apc_rpdu  AP7900         2 outlets  its sysObjectID [^\n]*\n"
          "other   -         a printer\\?\\[2J  -          no driver [^\n]*\n"
          "silent  -         -              -          no answer\n"));
}

TEST_F(SurveyTest, SilentAddressesOfARangeAreLeftOut) {
  EXPECT_EQ(Run({"discover", "pdu", "10.0.0.0/30"}), kDone);

  EXPECT_EQ(asked_, 3);
  EXPECT_THAT(out_.str(), Not(HasSubstr("10.0.0")));
}

TEST_F(SurveyTest, DiscoverAsJsonIsAnArray) {
  EXPECT_EQ(Run({"discover", "--json", "pdu", "silent"}), kDone);

  EXPECT_THAT(out_.str(),
              HasSubstr("[{\"host\":\"pdu\",\"family\":\"apc_rpdu\","));
  EXPECT_THAT(out_.str(), HasSubstr("\"firmware\":\"v3.7.4\""));
  EXPECT_THAT(out_.str(), HasSubstr("\"outlets\":2,\"switchable\":2},{"));
  EXPECT_THAT(out_.str(), HasSubstr("\"outlets\":null,\"switchable\":null}]"));
}

TEST_F(SurveyTest, NoPduAtAllIsAFailure) {
  EXPECT_EQ(Run({"discover", "other", "10.0.0.0/30"}), kFailed);

  EXPECT_THAT(err_.str(), HasSubstr("no PDU answered at 3 addresses"));
}

TEST_F(SurveyTest, ProbeSaysWhatTheUnitIsAndCan) {
  EXPECT_EQ(Run({"--host", "pdu", "probe"}), kDone);

  EXPECT_EQ(out_.str(),
            "host: pdu\n"
            "family: apc_rpdu\n"
            "reason: its sysObjectID is 1.3.6.1.4.1.318.1.3.4.5\n"
            "name: rack 4\n"
            "description: Card (AF1:v3.7.4 MN:AP7900)\n"
            "model: AP7900\n"
            "firmware: v3.7.4\n"
            "outlets: 2, 2 of them switchable\n"
            "metered: active_power (unit)\n"
            "read: allowed\n"
            "write: not tried\n");
  EXPECT_EQ(options_.community, "public");
}

TEST_F(SurveyTest, ProbeTriesToWriteIfItIsTold) {
  EXPECT_EQ(Run({"--host", "pdu", "probe", "--try-write"}), kDone);

  EXPECT_THAT(out_.str(), HasSubstr("write: allowed\n"));
  EXPECT_EQ(options_.community, "private");
}

TEST_F(SurveyTest, RefusedTrialOfWritingIsAnAnswer) {
  write_ = Error{ErrorKind::kAccessDenied, "noAccess"};

  EXPECT_EQ(Run({"--host", "pdu", "probe", "--try-write", "--json"}), kDone);

  EXPECT_THAT(out_.str(), HasSubstr("\"write\":\"no, noAccess\""));
  EXPECT_THAT(out_.str(), HasSubstr("\"metered\":{\"active_power\":\"unit\"}"));
}

TEST_F(SurveyTest, ProbeOfAnUnknownDeviceSaysHowItDescribesItself) {
  EXPECT_EQ(Run({"--host", "other", "probe"}), kFailed);

  EXPECT_THAT(out_.str(), IsEmpty());
  EXPECT_THAT(err_.str(), HasSubstr("it describes itself as 'a printer?[2J'"));
}

TEST_F(SurveyTest, LabFileNamesPdusAndMachinesAndNoSecret) {
  EXPECT_EQ(Run({"discover", "pdu-a", "other", "pdu-b", "--community",
                 "hunter22", "--write-lab", lab_file_}),
            kDone);

  EXPECT_EQ(
      Lab(),
      "pdus:\n"
      "  \"rack-4\": {host: \"pdu-a\", family: apc_rpdu, version: \"2c\", "
      "community: {env: POWER_COMMUNITY}}\n"
      "  \"rack-4-2\": {host: \"pdu-b\", family: apc_rpdu, "
      "version: \"2c\", community: {env: POWER_COMMUNITY}}\n"
      "# Outlets of one name are taken for the supplies of one machine.\n"
      "machines:\n"
      "  \"web-1\": [\"rack-4 1\", \"rack-4-2 1\"]\n");
}

TEST_F(SurveyTest, LabFileSaysWhereTheKeysOfAUserAre) {
  EXPECT_EQ(Run({"--host", "pdu", "probe", "--user", "u", "--auth-protocol",
                 "SHA", "--auth-key", "hunter22", "--write-lab", lab_file_}),
            kDone);

  EXPECT_THAT(Lab(), HasSubstr("version: \"3\", user: \"u\", auth_protocol: "
                               "SHA, auth_key: {env: POWER_AUTH_KEY}}\n"));
  EXPECT_THAT(err_.str(), HasSubstr("it takes POWER_AUTH_KEY from the "
                                    "environment\n"));
}

TEST_F(SurveyTest, LabFileIsNeverOverwritten) {
  std::ofstream(lab_file_) << "mine\n";

  EXPECT_EQ(Run({"--host", "pdu", "probe", "--write-lab", lab_file_}), kUsage);

  EXPECT_EQ(asked_, 0);
  EXPECT_EQ(Lab(), "mine\n");
  EXPECT_THAT(err_.str(), HasSubstr("there is a file"));
}

}  // namespace
}  // namespace pdukit::client
