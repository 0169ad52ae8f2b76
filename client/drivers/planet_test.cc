#include "client/drivers/planet.h"

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Values as in a capture of an IPM-8220; the command column is the MIB's.
class PlanetTest : public DriverFixture {
 protected:
  PlanetTest() : DriverFixture("1.3.6.1.4.1.10456.3.3.3.1") {
    PutSysObjectId("1.3.6.1.4.1.10456");
    PutNumber("4.6", 1);
    PutNumber("4.7", 0);
    PutNumber("5.7", 0);
    PutNumber("6.7", 231);
  }

  PowerState State(int value) {
    PutNumber("4.7", value);
    return Outlet("auto", 7).Status().value();
  }
};

TEST_F(PlanetTest, IsFoundByItsOutlets) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "planet");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(PlanetTest, SwitchOfTheVendorIsNotTakenForAPdu) {
  Remove("4.6");
  Remove("4.7");

  EXPECT_FALSE(Open("auto").ok());
}

TEST_F(PlanetTest, ListHasEveryOutlet) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{6, "6", "", PowerState::kOn, true},
                          OutletInfo{7, "7", "", PowerState::kOff, true}));
}

TEST_F(PlanetTest, OnIsOne) {
  WhenSet("5.7", 1, "4.7", 1);

  const Result<void> on = Outlet("auto", 7).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("5.7=1"));
}

TEST_F(PlanetTest, OffIsTwo) {
  const Result<void> off = Outlet("auto", 7).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("5.7=2"));
}

TEST_F(PlanetTest, RebootIsThree) {
  WhenSet("5.7", 3, "4.7", 0, 1);

  const Result<void> reboot = Outlet("auto", 7).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("5.7=3"));
}

TEST_F(PlanetTest, ActingStatesAreNeitherOnNorOff) {
  EXPECT_EQ(State(2), PowerState::kUnknown);
  EXPECT_EQ(State(3), PowerState::kUnknown);
}

TEST_F(PlanetTest, ReadsTheVoltageOfTheOutlet) {
  EXPECT_EQ(Outlet("auto", 7).Read().value().voltage,
            (Measurement{231, "outlet 7"}));
}

}  // namespace
}  // namespace pdukit::client
