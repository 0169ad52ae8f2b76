#include "client/drivers/gude.h"

#include <string>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class GudeTest : public DriverFixture {
 protected:
  GudeTest() : DriverFixture("1.3.6.1.4.1.28507") {}

  void PutModel(const std::string& model, const std::string& ports) {
    PutSysObjectId("1.3.6.1.4.1.28507." + model);
    PutText(model + ports + ".2.3", "Output Port");
    PutNumber(model + ports + ".3.3", 1);
  }
  void PutEpc1202() {
    PutModel("43", ".1.3.1.2.1");
    PutNumber("43.1.5.1.1.0", 1);
    PutNumber("43.1.5.1.2.1.3.1", 12500);
    PutNumber("43.1.5.1.2.1.4.1", 480);
    PutNumber("43.1.5.1.2.1.5.1", 2130);
    PutNumber("43.1.5.1.2.1.6.1", 231);
    PutNumber("43.1.5.1.2.1.7.1", 4999);
    PutNumber("43.1.5.1.2.1.8.1", 975);
    PutNumber("43.1.5.1.2.1.10.1", 492);
  }
  void ExpectOffWrites(const std::string& state) {
    WhenSet(state, 0, state, 0);

    const Result<void> off = Outlet("auto", 3).Off();

    EXPECT_TRUE(off.ok()) << off;
    EXPECT_THAT(sets(), ElementsAre(state + "=0"));
  }
};

TEST_F(GudeTest, IsFoundByItsSysObjectId) {
  PutEpc1202();

  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "gude");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(GudeTest, ListHasNumberAndName) {
  PutEpc1202();

  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{3, "3", "Output Port", PowerState::kOn, true}));
}

TEST_F(GudeTest, OffWritesZeroToTheState) {
  PutEpc1202();

  ExpectOffWrites("43.1.3.1.2.1.3.3");
}

TEST_F(GudeTest, OtherModelHasTheSameTableUnderItsOwnNumber) {
  PutModel("67", ".1.3.1.2.1");

  ExpectOffWrites("67.1.3.1.2.1.3.3");
}

TEST_F(GudeTest, Epc8xHasItsTableElsewhere) {
  PutModel("1", ".1.2.2.1");

  ExpectOffWrites("1.1.2.2.1.3.3");
}

TEST_F(GudeTest, Epc24xHasItsTableElsewhere) {
  PutModel("5", ".1.1.2.1");

  ExpectOffWrites("5.1.1.2.1.3.3");
}

TEST_F(GudeTest, Epc2x6HasItsTableElsewhere) {
  PutModel("6", ".1.2.2.1");

  ExpectOffWrites("6.1.2.2.1.3.3");
}

TEST_F(GudeTest, OnWritesOneToTheState) {
  PutEpc1202();

  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("43.1.3.1.2.1.3.3=1"));
}

TEST_F(GudeTest, HasNoReboot) {
  PutEpc1202();

  EXPECT_EQ(Outlet("auto", 3).Reboot().error().kind, ErrorKind::kUnsupported);
}

TEST_F(GudeTest, ReadsTheInlet) {
  PutEpc1202();

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.energy, (Measurement{12500, "inlet 1"}));
  EXPECT_EQ(reading.active_power, (Measurement{480, "inlet 1"}));
  EXPECT_EQ(reading.current, (Measurement{2.13, "inlet 1"}));
  EXPECT_EQ(reading.voltage, (Measurement{231, "inlet 1"}));
  EXPECT_EQ(reading.frequency, (Measurement{49.99, "inlet 1"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.975, "inlet 1"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{492, "inlet 1"}));
}

TEST_F(GudeTest, DoesNotGuessTheInletOfAPort) {
  PutEpc1202();
  PutNumber("43.1.5.1.1.0", 2);
  PutNumber("43.1.5.1.2.1.5.2", 100);

  EXPECT_TRUE(Outlet("auto", 3).Read().value().empty());
}

TEST_F(GudeTest, ReadsEveryInletByItself) {
  PutEpc1202();
  PutNumber("43.1.5.1.1.0", 2);
  PutNumber("43.1.5.1.2.1.5.2", 100);
  PutNumber("43.1.5.1.2.1.5.3", 0);  // Beyond the count.

  EXPECT_THAT(Places("auto", MeterPlace::kInlet),
              ElementsAre(::testing::StartsWith("inlet 1: voltage=231 V"),
                          "inlet 2: current=0.1 A (inlet 2)"));
}

TEST_F(GudeTest, Epc8xHasACurrentAlone) {
  PutModel("1", ".1.2.2.1");
  PutNumber("1.1.3.1.0", 1234);

  EXPECT_EQ(Outlet("auto", 3).Read().value().current,
            (Measurement{1.234, "unit"}));
}

}  // namespace
}  // namespace pdukit::client
