// Commands for machines of a lab, as run.h's Run does them.

#include <chrono>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/cli/json_at.h"
#include "client/cli/run.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::NiceMock;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

const Oid kSwitch{1, 3, 6, 1, 4, 1, 99999, 1};

// Two PDUs of two outlets, and one that never answers.
constexpr char kLab[] =
    "pdus:\n"
    "  rack4: &pdu {host: a, family: generic, oid: 1.3.6.1.4.1.99999.1}\n"
    "  rack5: {<<: *pdu, host: b}\n"
    "  dead: {<<: *pdu, host: dead}\n"
    "machines:\n"
    "  web-1: rack4 1\n"
    "  web-2: rack4 2\n"
    "  db-3: [rack5 1, rack5 2]\n"
    "  lost: dead 1\n";

class LabVerbsTest : public ::testing::Test {
 protected:
  LabVerbsTest() {
    std::ofstream(file_) << kLab;
    context_.open_pdu = [this](const std::string& endpoint,
                               const SnmpPdu::Options& options) {
      if (endpoint == "dead") {
        return Result<SnmpPdu>(
            Error{ErrorKind::kTimeout, "no answer", "", endpoint});
      }
      auto session = std::make_unique<NiceMock<MockSnmpSession>>();
      for (const std::uint32_t outlet : {1U, 2U}) {
        session->Put(kSwitch.Child(outlet), Value::Integer32(1));
      }
      ON_CALL(*session, host).WillByDefault(::testing::Return(endpoint));
      ON_CALL(*session, Set)
          .WillByDefault([this, endpoint, raw = session.get()](
                             const std::vector<Varbind>& varbinds, Resend) {
            std::lock_guard lock(mutex_);
            times_.push_back(clock_.Now());
            ++sets_[endpoint];
            raw->Put(varbinds[0].oid, varbinds[0].value);
            return Result<void>();
          });
      return SnmpPdu::Open(std::move(session), options);
    };
  }

  int Run(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--lab", file_});
    return client::Run(arguments, context_);
  }

  std::vector<std::string> Lines() const {
    std::vector<std::string> lines;
    std::istringstream text(out_.str());
    for (std::string line; std::getline(text, line);) {
      lines.push_back(line);
    }
    return lines;
  }

  ManualClock clock_;
  std::ostringstream out_;
  std::ostringstream err_;
  Context context_{.out = out_, .err = err_, .clock = clock_};
  const std::string file_ = ::testing::TempDir() + "/lab.yaml";
  std::mutex mutex_;  // Of those below.
  std::map<std::string, int> sets_;
  std::vector<Clock::TimePoint> times_;
};

TEST_F(LabVerbsTest, NamedMachinesAreSwitched) {
  EXPECT_EQ(Run({"off", "web-[1-2]", "db-3"}), kDone);

  EXPECT_THAT(Lines(),
              UnorderedElementsAre("web-1  off", "web-2  off", "db-3  off"));
  EXPECT_EQ(sets_["a"], 2);
  EXPECT_EQ(sets_["b"], 2);
  EXPECT_EQ(err_.str(), "");
}

TEST_F(LabVerbsTest, ReadIsRepeatedAtTheInterval) {
  const Clock::TimePoint start = clock_.Now();
  // Outlets of this family meter nothing.
  EXPECT_EQ(
      Run({"read", "web-1", "--count", "3", "--interval", "60", "--json"}),
      kFailed);

  const std::vector<std::string> lines = Lines();
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(JsonAt(lines[2], "/0/machine"), R"("web-1")");
  EXPECT_THAT(JsonAt(lines[2], "/0/time"), ::testing::StartsWith("\"20"));
  EXPECT_GE(clock_.Now() - start, std::chrono::seconds(120));
}

TEST_F(LabVerbsTest, RepeatedTablesBearTheirTime) {
  context_.now = [] {
    return std::chrono::system_clock::from_time_t(1709208000);
  };

  Run({"read", "web-1", "--count", "2"});

  EXPECT_THAT(Lines(), ::testing::ElementsAre("2024-02-29T12:00:00.000Z",
                                              "2024-02-29T12:00:00.000Z"));
}

TEST_F(LabVerbsTest, EndlessReadEndsWithTheUser) {
  int pauses = 0;
  context_.pause = [&pauses](Clock::Duration duration) {
    return duration == Clock::Duration::zero() || ++pauses < 3;
  };

  Run({"read", "web-1", "--count", "0", "--json"});

  EXPECT_EQ(Lines().size(), 3U);
}

TEST_F(LabVerbsTest, AFailureIsALineAndTheOthersAreDone) {
  EXPECT_EQ(Run({"off", "--all"}), kFailed);

  EXPECT_THAT(Lines(),
              UnorderedElementsAre("web-1  off", "web-2  off", "db-3  off"));
  EXPECT_EQ(err_.str(), "power: lost: dead: no answer\n3 of 4 done\n");
}

TEST_F(LabVerbsTest, ASwitchingVerbNeedsMachinesOrAll) {
  EXPECT_EQ(Run({"off"}), kUsage);

  EXPECT_THAT(err_.str(), HasSubstr("off needs machines, or --all"));
  EXPECT_THAT(sets_, IsEmpty());
}

TEST_F(LabVerbsTest, OnPduNarrowsAllDown) {
  EXPECT_EQ(Run({"off", "--all", "--on-pdu", "rack4"}), kDone);

  EXPECT_EQ(sets_["a"], 2);
  EXPECT_EQ(sets_["b"], 0);
}

TEST_F(LabVerbsTest, OnPduMayBeRepeated) {
  EXPECT_EQ(Run({"off", "--all", "--on-pdu", "rack4", "--on-pdu", "rack5"}),
            kDone);

  EXPECT_EQ(sets_["b"], 2);
}

TEST_F(LabVerbsTest, OnPduThatLeavesNoMachineIsWrong) {
  EXPECT_EQ(Run({"off", "web-1", "--on-pdu", "rack5"}), kUsage);

  EXPECT_THAT(err_.str(), HasSubstr("none of these machines is on rack5"));
}

TEST_F(LabVerbsTest, StaggerPartsSwitchOns) {
  EXPECT_EQ(Run({"on", "web-1", "db-3", "--stagger", "500ms"}), kDone);

  ASSERT_EQ(times_.size(), 3U);
  EXPECT_GE(times_[2] - times_[0], std::chrono::seconds(1));
}

TEST_F(LabVerbsTest, StatusIsATableInTheOrderOfTheFile) {
  EXPECT_EQ(Run({"status", "--on-pdu", "rack4", "--on-pdu", "rack5"}), kDone);

  EXPECT_EQ(out_.str(), "web-1  on\nweb-2  on\ndb-3   on\n");
}

TEST_F(LabVerbsTest, JsonHasAnObjectForEachMachine) {
  EXPECT_EQ(Run({"status", "--json", "db-3", "lost"}), kFailed);

  const std::string json = out_.str();
  EXPECT_EQ(JsonAt(json, "/2"), "absent");
  EXPECT_EQ(JsonAt(json, "/0/machine"), R"("db-3")");
  EXPECT_EQ(JsonAt(json, "/0/ok"), "true");
  EXPECT_EQ(JsonAt(json, "/0/state"), R"("on")");
  EXPECT_EQ(JsonAt(json, "/0/supplies/1/supply"), R"("rack5 2")");
  EXPECT_EQ(JsonAt(json, "/1/ok"), "false");
  EXPECT_EQ(JsonAt(json, "/1/state"), R"("unknown")");
  EXPECT_EQ(JsonAt(json, "/1/error/kind"), R"("timeout")");
  EXPECT_EQ(err_.str(), "");
}

TEST_F(LabVerbsTest, AMachineThatIsNotMeteredFailsToBeRead) {
  EXPECT_EQ(Run({"read", "web-1"}), kFailed);

  EXPECT_THAT(err_.str(), HasSubstr("web-1: nothing is metered"));
}

TEST_F(LabVerbsTest, ListAsksNoDevice) {
  EXPECT_EQ(Run({"list", "db-3", "lost"}), kDone);

  EXPECT_EQ(out_.str(), "db-3  rack5 1, rack5 2\nlost  dead 1\n");
}

TEST_F(LabVerbsTest, ListIsThereForPrograms) {
  EXPECT_EQ(Run({"list", "lost", "--json"}), kDone);

  EXPECT_EQ(out_.str(),
            "[{\"machine\":\"lost\",\"supplies\":[{\"pdu\":\"dead\","
            "\"outlet\":\"1\"}]}]\n");
}

TEST_F(LabVerbsTest, ATerminalSeesABarThatIsWipedInTheEnd) {
  context_.err_is_terminal = true;

  EXPECT_EQ(Run({"off", "web-1", "web-2"}), kDone);

  EXPECT_THAT(err_.str(), HasSubstr("[##########          ] 1 of 2"));
  EXPECT_THAT(err_.str(), ::testing::EndsWith("\r\x1b[K"));
}

TEST_F(LabVerbsTest, NobodySeesABarElsewhere) {
  EXPECT_EQ(Run({"off", "web-1"}), kDone);

  EXPECT_THAT(err_.str(), Not(HasSubstr("1 of 1")));
}

TEST_F(LabVerbsTest, AnInterruptLeavesTheRestAsItIs) {
  context_.pause = [](Clock::Duration) { return false; };

  EXPECT_EQ(Run({"off", "web-1"}), kFailed);

  EXPECT_THAT(err_.str(), HasSubstr("web-1: cancelled before it was begun"));
  EXPECT_THAT(sets_, IsEmpty());
}

TEST_F(LabVerbsTest, TheEnvironmentNamesTheFile) {
  context_.variable = [this](const std::string& name) {
    return name == "POWER_LAB" ? std::optional<std::string>(file_)
                               : std::nullopt;
  };

  EXPECT_EQ(client::Run({"status", "web-1"}, context_), kDone);

  EXPECT_EQ(out_.str(), "web-1  on\n");
}

struct WrongUse {
  const char* name;
  std::vector<std::string> arguments;
  const char* message;
};

std::ostream& operator<<(std::ostream& out, const WrongUse& use) {
  return out << use.name;
}

class WrongLabUseTest : public LabVerbsTest,
                        public ::testing::WithParamInterface<WrongUse> {};

TEST_P(WrongLabUseTest, IsReported) {
  EXPECT_EQ(Run(GetParam().arguments), kUsage);

  EXPECT_THAT(err_.str(), HasSubstr(GetParam().message));
  EXPECT_THAT(sets_, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Use, WrongLabUseTest,
    ::testing::Values(
        WrongUse{"Host", {"on", "web-1", "--host", "h"}, "--lab excludes"},
        WrongUse{"Outlet", {"on", "web-1", "--outlet", "3"}, "--host only"},
        WrongUse{"AllAndMachines", {"on", "web-1", "--all"}, "exclude"},
        WrongUse{"MachineFirst", {"web-1", "on"}, "stand behind it"},
        WrongUse{"NoVerb", {}, "a verb is missing"},
        WrongUse{"NoSuchVerb", {"web-1"}, "is no verb"},
        WrongUse{"Stagger", {"on", "--all", "--stagger", "5x"}, "500ms"},
        WrongUse{"Count", {"on", "--all", "--count", "3"}, "with read only"},
        WrongUse{"NoMachine", {"on", "web-9"}, "near ones are web-1, web-2"},
        WrongUse{"NoPdu",
                 {"on", "--all", "--on-pdu", "rack6"},
                 "near ones are rack4, rack5"}),
    ::testing::PrintToStringParamName());

TEST(LabOptionTest, WithoutALabIsWrong) {
  std::ostringstream out;
  std::ostringstream err;
  const Context context{.out = out, .err = err};

  EXPECT_EQ(
      client::Run({"on", "--all", "--host", "h", "--outlet", "1"}, context),
      kUsage);

  EXPECT_THAT(err.str(), HasSubstr("--all goes with --lab only"));
}

}  // namespace
}  // namespace pdukit::client
