#include "client/drivers/emerson_mph.h"

#include <string>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Values as in a capture of an MPH2: one branch, with the index 2.
class EmersonMphTest : public DriverFixture {
 protected:
  EmersonMphTest() : DriverFixture("1.3.6.1.4.1.476.1.42.3.8") {
    PutSysObjectId("1.3.6.1.4.1.476.1.42");
    PutReceptacle("1.2.5", "1-A-5");
    PutNumber("40.20.1.85.1.2", 20452);
    PutNumber("40.20.1.130.1.2", 228);
  }

  void PutReceptacle(const std::string& index, const std::string& label) {
    PutText("50.20.1.10." + index, "P05");
    PutText("50.20.1.25." + index, label);
    PutNumber("50.20.1.50." + index, 3);
    PutNumber("50.20.1.55." + index, 238);
    PutNumber("50.20.1.56." + index, 2386);
    PutNumber("50.20.1.60." + index, 1);
    PutNumber("50.20.1.61." + index, 12);
    PutNumber("50.20.1.65." + index, 27);
    PutNumber("50.20.1.70." + index, 28);
    PutNumber("50.20.1.75." + index, 96);
    PutNumber("50.20.1.80." + index, 500);
    PutNumber("50.20.1.85." + index, 7197);
    PutNumber("50.20.1.95." + index, 2);
    PutNumber("50.20.1.100." + index, 1);
    PutNumber("50.20.1.105." + index, 1);
    PutNumber("50.20.1.220." + index, 0);
    PutNumber("50.20.1.225." + index, 0);
  }

  PowerState State(int value) {
    PutNumber("50.20.1.95.1.2.5", value);
    return Outlet("auto", 5).Status().value();
  }
};

TEST_F(EmersonMphTest, IsFoundByItsReceptacles) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "emerson_mph");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(EmersonMphTest, UpsWithTheSameSysObjectIdIsNotTakenForAPdu) {
  Remove("50.20.1.95.1.2.5");

  EXPECT_FALSE(Open("auto").ok());
}

TEST_F(EmersonMphTest, ListHasNumberLabelAndName) {
  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{5, "1-A-5", "P05", PowerState::kOn, true}));
}

TEST_F(EmersonMphTest, ReceptaclesOfTwoBranchesAreFoundByTheirLabels) {
  PutReceptacle("1.3.5", "1-B-5");

  EXPECT_EQ(Open("auto").value().FindOutlet("1-B-5").value().number(), 2);
}

TEST_F(EmersonMphTest, ReceptacleThatIsOnlyMeteredIsListedAsSuch) {
  PutNumber("50.20.1.50.1.2.5", 2);

  EXPECT_FALSE(Open("auto").value().outlets().value().front().switchable);
}

TEST_F(EmersonMphTest, OffIsZero) {
  WhenSet("50.20.1.100.1.2.5", 0, "50.20.1.95.1.2.5", 1);

  const Result<void> off = Outlet("auto", 5).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("50.20.1.100.1.2.5=0"));
}

TEST_F(EmersonMphTest, OnIsOne) {
  const Result<void> on = Outlet("auto", 5).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("50.20.1.100.1.2.5=1"));
}

TEST_F(EmersonMphTest, CycleIsTwo) {
  WhenSet("50.20.1.100.1.2.5", 2, "50.20.1.95.1.2.5", 1, 2);

  const Result<void> reboot = Outlet("auto", 5).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("50.20.1.100.1.2.5=2"));
}

TEST_F(EmersonMphTest, OffWaitsWithTheDelayOfTheReceptacle) {
  PutNumber("50.20.1.225.1.2.5", 4);
  options_.deadline = std::chrono::seconds(2);
  WhenSet("50.20.1.100.1.2.5", 0, "50.20.1.95.1.2.5", 2, 1);

  EXPECT_TRUE(Outlet("auto", 5).Off().ok());
}

TEST_F(EmersonMphTest, LockIsNamedAsTheCause) {
  PutNumber("50.20.1.105.1.2.5", 2);

  const Result<void> off = Outlet("auto", 5).Off();

  ASSERT_FALSE(off.ok());
  EXPECT_THAT(off.error().message, ::testing::HasSubstr("locked"));
}

TEST_F(EmersonMphTest, ReceptacleThatWaitsForItsDelayIsPending) {
  EXPECT_EQ(State(3), PowerState::kPendingOn);
}

TEST_F(EmersonMphTest, UnknownStateIsNotOff) {
  EXPECT_EQ(State(0), PowerState::kUnknown);
}

TEST_F(EmersonMphTest, ReadsWhatTheReceptacleMetersInItsFinerScale) {
  const PowerReading reading = Outlet("auto", 5).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{238.6, "outlet 5"}));
  EXPECT_EQ(reading.current, (Measurement{0.12, "outlet 5"}));
  EXPECT_EQ(reading.active_power, (Measurement{27, "outlet 5"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{28, "outlet 5"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.96, "outlet 5"}));
  EXPECT_EQ(reading.frequency, (Measurement{50, "outlet 5"}));
  EXPECT_EQ(reading.energy, (Measurement{719700, "outlet 5"}));
}

TEST_F(EmersonMphTest, ReadsTheCoarserScaleOfAnOlderUnit) {
  Remove("50.20.1.56.1.2.5");
  Remove("50.20.1.61.1.2.5");

  const PowerReading reading = Outlet("auto", 5).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{238, "outlet 5"}));
  EXPECT_EQ(reading.current, (Measurement{0.1, "outlet 5"}));
}

TEST_F(EmersonMphTest, ReadsTheBranchOfAReceptacleThatIsNotMetered) {
  Remove("50.20.1.60.1.2.5");
  Remove("50.20.1.61.1.2.5");
  Remove("50.20.1.85.1.2.5");

  const PowerReading reading = Outlet("auto", 5).Read().value();

  EXPECT_EQ(reading.current, (Measurement{2.28, "bank 2"}));
  EXPECT_EQ(reading.energy, (Measurement{2045200, "bank 2"}));
}

TEST_F(EmersonMphTest, ReadsEveryQuantityOfTheBranch) {
  for (const char* column : {"55", "56", "65", "70", "75"}) {
    Remove("50.20.1." + std::string(column) + ".1.2.5");
  }
  PutNumber("40.20.1.100.1.2", 2385);
  PutNumber("40.20.1.115.1.2", 508);
  PutNumber("40.20.1.120.1.2", 553);
  PutNumber("40.20.1.125.1.2", 91);

  const PowerReading reading = Outlet("auto", 5).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{238.5, "bank 2"}));
  EXPECT_EQ(reading.active_power, (Measurement{508, "bank 2"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{553, "bank 2"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.91, "bank 2"}));
}

TEST_F(EmersonMphTest, LockIsTwoInAColumnOfItsOwn) {
  WhenSet("50.20.1.105.1.2.5", 2, "50.20.1.105.1.2.5", 2);

  const Result<void> lock = Outlet("auto", 5).Lock();

  EXPECT_TRUE(lock.ok()) << lock;
  EXPECT_THAT(sets(), ElementsAre("50.20.1.105.1.2.5=2"));
}

TEST_F(EmersonMphTest, UnlockIsOne) {
  PutNumber("50.20.1.105.1.2.5", 2);
  WhenSet("50.20.1.105.1.2.5", 1, "50.20.1.105.1.2.5", 1);

  const Result<void> unlock = Outlet("auto", 5).Unlock();

  EXPECT_TRUE(unlock.ok()) << unlock;
  EXPECT_THAT(sets(), ElementsAre("50.20.1.105.1.2.5=1"));
}

TEST_F(EmersonMphTest, LockedOutletSaysHowToUnlockIt) {
  PutNumber("50.20.1.105.1.2.5", 2);

  EXPECT_EQ(Outlet("auto", 5).Off().error().hint,
            "unlock it first: power unlock");
}

TEST_F(EmersonMphTest, OutletThatIsLockedIsNotLockedAgain) {
  PutNumber("50.20.1.105.1.2.5", 2);

  EXPECT_TRUE(Outlet("auto", 5).Lock().ok());
  EXPECT_THAT(sets(), ::testing::IsEmpty());
}

TEST_F(EmersonMphTest, LockThatDoesNotShowFails) {
  const Result<void> lock = Outlet("auto", 5).Lock();

  ASSERT_FALSE(lock.ok());
  EXPECT_EQ(lock.error().kind, ErrorKind::kVerificationFailed);
  EXPECT_THAT(lock.error().message,
              ::testing::HasSubstr("still shows unlocked"));
}

TEST_F(EmersonMphTest, ReadsBanksLinesAndInletsByThemselves) {
  PutNumber("30.40.1.15.1.1.1", 1);
  PutNumber("30.40.1.19.1.1.1", 2381);
  PutNumber("30.40.1.20.1.1.1", 239);
  PutNumber("30.20.1.65.1.1", 514);

  const std::vector<PlaceReading> places =
      Open("auto").value().ReadPlaces().value();

  ASSERT_EQ(places.size(), 4U);
  EXPECT_EQ(places[0].Name(), "outlet 1-A-5");
  EXPECT_EQ(places[0].reading.current->value, 0.12);
  EXPECT_EQ(places[1].reading.current, (Measurement{2.28, "bank 2"}));
  EXPECT_EQ(places[2].reading.voltage, (Measurement{238.1, "phase 1"}));
  EXPECT_EQ(places[3].reading.active_power, (Measurement{514, "inlet 1"}));
}

}  // namespace
}  // namespace pdukit::client
