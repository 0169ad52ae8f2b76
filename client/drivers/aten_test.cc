#include "client/drivers/aten.h"

#include <string>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Values as in a capture of a unit with 16 outlets; here, it has 10.
class AtenTest : public DriverFixture {
 protected:
  AtenTest() : DriverFixture("1.3.6.1.4.1.21317.1.3.2.2.2") {
    PutSysObjectId("1.3.6.1.4.1.21317");
    for (const char* arc :
         {"2", "3", "4", "5", "6", "7", "8", "9", "11", "12"}) {
      PutNumber("2." + std::string(arc) + ".0", 2);
    }
    PutNumber("2.13.0", 7);
    PutNumber("2.44.0", 7);
    PutText("2.10.1.2.2", "web");
    PutNumber("2.10.1.4.2", 5);
    PutNumber("2.10.1.5.2", 1);
    PutText("2.1.1.2.2", "0.61");
    PutText("2.1.1.3.2", "237.47");
    PutText("2.1.1.4.2", "115.6260");
    PutText("2.1.1.5.2", "719.7060");
    PutText("2.1.1.7.2", "0.80");
  }

  PowerState State(int value) {
    PutNumber("2.3.0", value);
    return Outlet("auto", 2).Status().value();
  }
};

TEST_F(AtenTest, IsFoundByItsOutlets) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "aten");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(AtenTest, OtherProductOfTheVendorIsNotTakenForOne) {
  Remove("2.2.0");

  EXPECT_FALSE(Open("auto").ok());
}

TEST_F(AtenTest, OutletsThatTheUnitLacksAreNotListed) {
  EXPECT_EQ(Open("auto").value().outlets().value().size(), 10U);
}

TEST_F(AtenTest, CountOfTheUnitIsBelieved) {
  PutNumber("1.13.0", 4);

  EXPECT_EQ(Open("auto").value().outlets().value().size(), 4U);
}

TEST_F(AtenTest, ListHasNumberAndName) {
  EXPECT_EQ(Open("auto").value().outlets().value()[1],
            (OutletInfo{2, "2", "web", PowerState::kOn, true}));
}

TEST_F(AtenTest, OutletThatCannotBeSwitchedIsListedAsSuch) {
  PutNumber("2.70.1.2.2", 1);

  EXPECT_FALSE(Open("auto").value().outlets().value()[1].switchable);
}

TEST_F(AtenTest, OutletLiesOneBehindItsNumber) {
  WhenSet("2.3.0", 1, "2.3.0", 1);

  const Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("2.3.0=1"));
}

TEST_F(AtenTest, FromTheNinthOnOutletsLieTwoBehindTheirNumber) {
  WhenSet("2.11.0", 1, "2.11.0", 1);

  const Result<void> off = Outlet("auto", 9).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("2.11.0=1"));
}

TEST_F(AtenTest, OnIsTwo) {
  const Result<void> on = Outlet("auto", 2).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("2.3.0=2"));
}

TEST_F(AtenTest, RebootIsFour) {
  WhenSet("2.3.0", 4, "2.3.0", 4, 2);

  const Result<void> reboot = Outlet("auto", 2).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("2.3.0=4"));
}

TEST_F(AtenTest, OffWaitsWithTheDelayOfTheOutlet) {
  PutNumber("2.10.1.5.2", 4);
  options_.deadline = std::chrono::seconds(2);
  WhenSet("2.3.0", 1, "2.3.0", 3, 1);

  EXPECT_TRUE(Outlet("auto", 2).Off().ok());
}

TEST_F(AtenTest, PendingFaultAndNoAuthorityAreNotOff) {
  EXPECT_EQ(State(3), PowerState::kUnknown);
  EXPECT_EQ(State(5), PowerState::kUnknown);
  EXPECT_EQ(State(6), PowerState::kUnknown);
}

TEST_F(AtenTest, ReadsWhatTheOutletMeters) {
  const PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.61, "outlet 2"}));
  EXPECT_EQ(reading.voltage, (Measurement{237.47, "outlet 2"}));
  EXPECT_EQ(reading.active_power, (Measurement{115.626, "outlet 2"}));
  EXPECT_EQ(reading.energy, (Measurement{719706, "outlet 2"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.8, "outlet 2"}));
}

TEST_F(AtenTest, ReadsTheUnitWhereTheOutletHasNoReading) {
  for (const char* column : {"2", "3", "4", "5", "7"}) {
    PutText("2.1.1." + std::string(column) + ".2", "not-support");
  }
  PutText("1.3.1.2.1", "3.20");
  PutText("1.3.1.3.1", "236.10");
  PutText("1.3.1.4.1", "710.5000");
  PutText("1.3.1.5.1", "1024.0000");
  PutText("1.3.1.9.1", "0.94");

  const PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.current, (Measurement{3.2, "unit"}));
  EXPECT_EQ(reading.voltage, (Measurement{236.1, "unit"}));
  EXPECT_EQ(reading.active_power, (Measurement{710.5, "unit"}));
  EXPECT_EQ(reading.energy, (Measurement{1024000, "unit"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.94, "unit"}));
}

}  // namespace
}  // namespace pdukit::client
