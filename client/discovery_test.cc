#include "client/discovery.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/session/scripted_agent.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::Each;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::NiceMock;
using ::testing::Optional;
using ::testing::Return;
using ::testing::SizeIs;

const Oid kSystem{1, 3, 6, 1, 2, 1, 1};
const Oid kApcRpdu{1, 3, 6, 1, 4, 1, 318, 1, 1, 12};
const Oid kOutletName = kApcRpdu.Child(Oid{3, 4, 1, 1, 2, 1});

class DiscoveryTest : public ::testing::Test {
 protected:
  void PutSystem(const Oid& object_id) {
    session_->Put(kSystem.Child(Oid{1, 0}),
                  Value::OctetString("Card (AF1:v3.7.4 MN:AP7900 MD:1/1/10)"));
    session_->Put(kSystem.Child(Oid{2, 0}), Value::ObjectIdentifier(object_id));
    session_->Put(kSystem.Child(Oid{5, 0}), Value::OctetString("rack4"));
  }

  // An APC unit with one outlet.
  void PutApc() {
    PutSystem({1, 3, 6, 1, 4, 1, 318, 1, 3, 4, 5});
    session_->Put(kApcRpdu.Child(Oid{1, 8, 0}), Value::Integer32(1));
    session_->Put(kApcRpdu.Child(Oid{3, 1, 3, 0}), Value::Integer32(1));
    const Oid status = kApcRpdu.Child(Oid{3, 5, 1, 1});
    session_->Put(status.Child(Oid{2, 1}), Value::OctetString("web"));
    session_->Put(status.Child(Oid{4, 1}), Value::Integer32(1));
    session_->Put(status.Child(Oid{5, 1}), Value::Integer32(2));
    session_->Put(kOutletName, Value::OctetString("web"));
  }

  Discovered Discover() { return DiscoverBy(std::move(owned_), {}); }

  std::unique_ptr<NiceMock<MockSnmpSession>> owned_ =
      std::make_unique<NiceMock<MockSnmpSession>>();
  NiceMock<MockSnmpSession>* session_ = owned_.get();
};

TEST_F(DiscoveryTest, KnownDeviceIsFoundWithItsOutlets) {
  PutApc();

  const Discovered found = Discover();

  ASSERT_TRUE(found.pdu.has_value());
  EXPECT_EQ(found.host, "mock");
  EXPECT_EQ(found.pdu->family(), "apc_rpdu");
  EXPECT_THAT(found.outlets, SizeIs(1));
  EXPECT_EQ(found.system->name, "rack4");
  EXPECT_EQ(found.system->model(), "AP7900");
  EXPECT_EQ(found.system->firmware(), "v3.7.4");
  EXPECT_FALSE(found.error.has_value());
}

TEST_F(DiscoveryTest, UnknownDeviceStillSaysWhatItIs) {
  PutSystem({1, 3, 6, 1, 4, 1, 99999});

  const Discovered found = Discover();

  EXPECT_FALSE(found.pdu.has_value());
  EXPECT_EQ(found.system->object_id, "1.3.6.1.4.1.99999");
  EXPECT_EQ(found.error->kind, ErrorKind::kUnknownFamily);
}

TEST_F(DiscoveryTest, SilentAddressIsAskedOnce) {
  EXPECT_CALL(*session_, Get)
      .WillOnce(Return(Error{ErrorKind::kTimeout, "no answer"}));

  const Discovered found = Discover();

  EXPECT_FALSE(found.system.has_value());
  EXPECT_EQ(found.error->kind, ErrorKind::kTimeout);
}

TEST_F(DiscoveryTest, NothingIsWritten) {
  PutApc();
  EXPECT_CALL(*session_, Set).Times(0);

  Discover();
}

TEST_F(DiscoveryTest, TrialOfWritingWritesTheNameThatIsThere) {
  PutApc();
  const Discovered found = Discover();
  EXPECT_CALL(
      *session_,
      Set(std::vector<Varbind>{{kOutletName, Value::OctetString("web")}}, _));

  EXPECT_TRUE(found.pdu->TryWrite().ok());
}

TEST_F(DiscoveryTest, TrialOfWritingLeavesNamelessOutletsAlone) {
  PutApc();
  session_->Put(kOutletName, Value::OctetString(""));
  const Discovered found = Discover();
  EXPECT_CALL(*session_, Set).Times(0);

  EXPECT_EQ(found.pdu->TryWrite().error().kind, ErrorKind::kUnsupported);
}

TEST(DiscoverTest, AnswersInTheOrderOfTheAddresses) {
  const std::vector<Discovered> found = Discover({"", "h:0", ""}, {});

  ASSERT_THAT(found, SizeIs(3));
  EXPECT_EQ(found[1].host, "h:0");
  EXPECT_THAT(found[1].error->message, HasSubstr("port"));
}

TEST(DiscoverTest, HundredsAreAskedAtOnce) {
  constexpr std::size_t kMany = 200;
  const std::string null("\x05\x00", 2);
  std::set<std::string> asked;
  ScriptedAgent agent([&](const ReceivedRequest& request) {
    asked.insert(request.request_id);
    if (asked.size() < kMany) {
      return std::vector<std::string>();
    }
    const std::vector<std::string> values(request.names.size(), null);
    return std::vector<std::string>{request.Response(5, 1, values)};
  });
  SnmpPdu::Options options;
  options.timeout = std::chrono::milliseconds(300);
  options.retries = 60;  // A busy machine takes seconds to start the threads.

  const std::vector<Discovered> found = Discover(
      std::vector<std::string>(kMany, agent.endpoint().ToString()), options);

  // Not a timeout: none has waited for another to give up.
  EXPECT_THAT(
      found,
      Each(Field(&Discovered::error,
                 Optional(Field(&Error::kind, ErrorKind::kRefusedByDevice)))));
}

TEST(SystemInfoTest, ModelIsTakenWhereVendorsPutIt) {
  const SystemInfo raritan{"Raritan PDU, MD:PX3-5190R HW:0x10 FW:4.2.0.5", "",
                           ""};
  const SystemInfo old_card{"APC Card (AF1:v2.2.5 MN: AP9606 HR: G9)", "", ""};
  const SystemInfo other{"Linux pdu AMD:64", "", ""};

  EXPECT_EQ(raritan.model(), "PX3-5190R");
  EXPECT_EQ(raritan.firmware(), "4.2.0.5");
  EXPECT_EQ(old_card.model(), "AP9606");
  EXPECT_EQ(other.model(), "");
}

}  // namespace
}  // namespace pdukit::client
