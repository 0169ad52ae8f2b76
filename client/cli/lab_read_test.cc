// read of a lab: of its machines in every format, and with --of of its PDUs.

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/cli/json_at.h"
#include "client/cli/run.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::NiceMock;
using ::testing::Not;
using ::testing::StartsWith;

// Units with a current for each of their two banks, one that has none, and one
// that never answers.
constexpr char kLab[] =
    "pdus:\n"
    "  rack4: &pdu {host: a, family: apc_rpdu}\n"
    "  rack5: {<<: *pdu, host: b}\n"
    "  bare: {<<: *pdu, host: bare}\n"
    "  dead: {<<: *pdu, host: dead}\n"
    "machines:\n"
    "  web-1: rack4 1\n"
    "  db-3: [rack4 2, rack5 2]\n"
    "  lost: dead 1\n";

class LabReadTest : public ::testing::Test {
 protected:
  LabReadTest() {
    std::ofstream(file_) << kLab;
    context_.now = [] {
      return std::chrono::system_clock::from_time_t(1709208000);
    };
    context_.open_pdu = [](const std::string& endpoint,
                           const SnmpPdu::Options& options) {
      return endpoint == "dead"
                 ? Result<SnmpPdu>(
                       Error{ErrorKind::kTimeout, "no answer", "", endpoint})
                 : SnmpPdu::Open(Session(endpoint), options);
    };
  }

  static std::unique_ptr<SnmpSession> Session(const std::string& endpoint) {
    auto session = std::make_unique<NiceMock<MockSnmpSession>>();
    ON_CALL(*session, host).WillByDefault(::testing::Return(endpoint));
    const auto put = [&session](const std::string& oid, int number) {
      session->Put(Oid::Parse("1.3.6.1.4.1.318.1.1.12." + oid).value(),
                   Value::Integer32(number));
    };
    put("1.8.0", 2);
    for (const std::string row : {"1", "2"}) {
      put("3.5.1.1.4." + row, 1);
      put("3.5.1.1.6." + row, std::stoi(row));
      if (endpoint != "bare") {
        put("2.3.1.1.2." + row, 10 * std::stoi(row));
        put("2.3.1.1.5." + row, std::stoi(row));
      }
    }
    return session;
  }

  int Run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--lab", file_, "read"});
    return client::Run(arguments, context_);
  }

  std::ostringstream out_;
  std::ostringstream err_;
  Context context_{.out = out_, .err = err_};
  const std::string file_ = ::testing::TempDir() + "/lab.yaml";
};

TEST_F(LabReadTest, OfIsATableThatNamesThePdus) {
  EXPECT_EQ(Run({"db-3", "--of", "bank"}), kDone);

  EXPECT_EQ(out_.str(),
            "rack4  bank 1  current         1.00 A        "
            "1.3.6.1.4.1.318.1.1.12.2.3.1.1.2.1\n"
            "rack4  bank 2  current         2.00 A        "
            "1.3.6.1.4.1.318.1.1.12.2.3.1.1.2.2\n"
            "rack5  bank 1  current         1.00 A        "
            "1.3.6.1.4.1.318.1.1.12.2.3.1.1.2.1\n"
            "rack5  bank 2  current         2.00 A        "
            "1.3.6.1.4.1.318.1.1.12.2.3.1.1.2.2\n");
  EXPECT_EQ(err_.str(), "");
}

TEST_F(LabReadTest, OfNamesEachPduThatFailsAndPrintsTheRest) {
  EXPECT_EQ(Run({"--of", "bank", "--format", "csv"}), kFailed);

  EXPECT_EQ(err_.str(),
            "power: bare: bare: nothing is metered of any bank\n"
            "power: dead: dead: no answer\n"
            "2 of 4 done\n");
  EXPECT_THAT(out_.str(), StartsWith("time,pdu,host,outlet,name,voltage_"));
  EXPECT_THAT(out_.str(), HasSubstr("Z,rack5,b,,,,,,2,bank 2,1.3.6."));
}

TEST_F(LabReadTest, OfMachinesIsOfThePdusThatFeedThem) {
  EXPECT_EQ(Run({"web-1", "--of", "bank"}), kDone);

  EXPECT_THAT(out_.str(), Not(HasSubstr("rack5")));
}

TEST_F(LabReadTest, OnPduNarrowsOfDownToAPduThatFeedsNothing) {
  EXPECT_EQ(Run({"--of", "bank", "--on-pdu", "bare"}), kFailed);

  EXPECT_THAT(err_.str(), HasSubstr("0 of 1 done"));
}

TEST_F(LabReadTest, OnPduThatFeedsNoneOfTheMachinesIsWrong) {
  EXPECT_EQ(Run({"web-1", "--of", "bank", "--on-pdu", "rack5"}), kUsage);

  EXPECT_THAT(err_.str(), HasSubstr("none of these machines is on rack5"));
}

TEST_F(LabReadTest, OfAPduThatIsNotThereIsWrong) {
  EXPECT_EQ(Run({"--of", "bank", "--on-pdu", "rack6"}), kUsage);

  EXPECT_THAT(err_.str(), HasSubstr("near ones are rack4, rack5"));
}

TEST_F(LabReadTest, OfAsJsonIsAnObjectForEachPdu) {
  EXPECT_EQ(Run({"--of", "bank", "--json"}), kFailed);

  const std::string json = out_.str();
  EXPECT_EQ(JsonAt(json, "/4"), "absent");
  EXPECT_EQ(JsonAt(json, "/1/pdu"), R"("rack5")");
  EXPECT_EQ(JsonAt(json, "/1/ok"), "true");
  EXPECT_EQ(JsonAt(json, "/1/readings/1/pdu"), R"("rack5")");
  EXPECT_EQ(JsonAt(json, "/1/readings/1/number"), R"("2")");
  EXPECT_EQ(JsonAt(json, "/1/readings/1/current"), "2.0");
  EXPECT_EQ(JsonAt(json, "/3/ok"), "false");
  EXPECT_EQ(JsonAt(json, "/3/error/kind"), R"("timeout")");
  EXPECT_EQ(err_.str(), "");
}

TEST_F(LabReadTest, PrometheusTellsPdusApartAndNamesEachMetricOnce) {
  EXPECT_EQ(Run({"db-3", "--of", "bank", "--format", "prometheus"}), kDone);

  const std::string object = ",object=\"1.3.6.1.4.1.318.1.1.12.2.3.1.1.2.";
  EXPECT_EQ(out_.str(),
            "# HELP pdu_bank_current_amperes The current of a bank, or of its "
            "source.\n"
            "# TYPE pdu_bank_current_amperes gauge\n"
            "pdu_bank_current_amperes{pdu=\"rack4\",host=\"a\",bank=\"1\","
            "source=\"bank 1\"" +
                object +
                "1\"} 1\n"
                "pdu_bank_current_amperes{pdu=\"rack4\",host=\"a\",bank=\"2\","
                "source=\"bank 2\"" +
                object +
                "2\"} 2\n"
                "pdu_bank_current_amperes{pdu=\"rack5\",host=\"b\",bank=\"1\","
                "source=\"bank 1\"" +
                object +
                "1\"} 1\n"
                "pdu_bank_current_amperes{pdu=\"rack5\",host=\"b\",bank=\"2\","
                "source=\"bank 2\"" +
                object + "2\"} 2\n");
}

TEST_F(LabReadTest, MachinesInPrometheusFormatAreLabels) {
  EXPECT_EQ(Run({"web-1", "lost", "--format", "prometheus"}), kFailed);

  EXPECT_THAT(out_.str(),
              HasSubstr("# TYPE pdu_machine_current_amperes gauge\n"
                        "pdu_machine_current_amperes{machine=\"web-1\","
                        "source=\"bank 1\""));
  EXPECT_EQ(err_.str(), "power: lost: dead: no answer\n1 of 2 done\n");
}

TEST_F(LabReadTest, MachinesAsCsvHaveOneHeaderForAllReadings) {
  EXPECT_EQ(Run({"web-1", "--format", "csv", "--count", "2", "-i", "0"}),
            kDone);

  const std::string row = "2024-02-29T12:00:00.000Z,web-1,,,,,,,1,bank 1,";
  EXPECT_THAT(out_.str(), StartsWith("time,machine,host,outlet,name,voltage_"));
  EXPECT_THAT(out_.str(), HasSubstr(row));
  EXPECT_EQ(out_.str().find("time,machine"), out_.str().rfind("time,machine"));
  EXPECT_NE(out_.str().find(row), out_.str().rfind(row));
}

TEST_F(LabReadTest, RepeatedTablesOfPdusBearTheirTime) {
  Run({"web-1", "--of", "bank", "--count", "2", "-i", "0"});

  EXPECT_THAT(out_.str(), StartsWith("2024-02-29T12:00:00.000Z\nrack4  bank"));
}

TEST_F(LabReadTest, AnInterruptLeavesPdusUnread) {
  context_.pause = [](Clock::Duration) { return false; };

  EXPECT_EQ(Run({"web-1", "--of", "bank"}), kFailed);

  EXPECT_THAT(err_.str(), HasSubstr("rack4: cancelled before it was begun"));
}

}  // namespace
}  // namespace pdukit::client
