#include "client/drivers/rittal.h"

#include <string>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Variables as in a capture of a PDU Controller.
class RittalTest : public DriverFixture {
 protected:
  RittalTest() : DriverFixture("1.3.6.1.4.1.2606.7.4.2.2.1") {
    PutSysObjectId("1.3.6.1.4.1.2606.7");
    PutText("3.1.1", "Description");
    PutText("3.2.148", "Phase L3.Fuses.Fuse 1.Status");
    PutText("3.2.154", "Sockets.General.Power On Delay Multiplier");
    PutSocket("2", 155, "01");
    PutSocket("2", 164, "02");
  }

  void PutSocket(const std::string& device, int first,
                 const std::string& number) {
    const std::string name = "Sockets.Socket " + number + ".General.";
    const std::string description = device + "." + std::to_string(first);
    const std::string relay = device + "." + std::to_string(first + 3);
    PutText("3." + description, name + "DescName");
    PutText("10." + description, "Socket " + number);
    PutText("3." + relay, name + "Relay");
    PutText("10." + relay, "On");
    PutNumber("11." + relay, 1);
  }
};

TEST_F(RittalTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "rittal");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(RittalTest, SocketsAreFoundAmongTheVariables) {
  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1", "Socket 01", PowerState::kOn, true},
                  OutletInfo{2, "2", "Socket 02", PowerState::kOn, true}));
}

TEST_F(RittalTest, SocketsOfSeveralDevicesAreLabelledWithTheirDevice) {
  PutSocket("3", 155, "01");

  EXPECT_EQ(Open("auto").value().FindOutlet("3.1").value().number(), 3);
}

TEST_F(RittalTest, OffWritesZeroToTheRelay) {
  WhenSet("11.2.167", 0, "11.2.167", 0);

  const Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("11.2.167=0"));
}

TEST_F(RittalTest, OnWritesOneToTheRelay) {
  const Result<void> on = Outlet("auto", 2).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("11.2.167=1"));
}

TEST_F(RittalTest, OtherStatesAreNotOff) {
  PutNumber("11.2.167", 2);

  EXPECT_EQ(Outlet("auto", 2).Status().value(), PowerState::kUnknown);
}

TEST_F(RittalTest, HasNoReboot) {
  EXPECT_EQ(Outlet("auto", 2).Reboot().error().kind, ErrorKind::kUnsupported);
}

}  // namespace
}  // namespace pdukit::client
