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
    const std::string circuit = device + "." + std::to_string(first + 1);
    const std::string relay = device + "." + std::to_string(first + 3);
    PutText("3." + description, name + "DescName");
    PutText("10." + description, "Socket " + number);
    PutText("3." + circuit, name + "Circuit");
    PutText("10." + circuit, "L2_F1");
    PutText("3." + relay, name + "Relay");
    PutText("10." + relay, "On");
    PutNumber("11." + relay, 1);
  }

  void PutMeter(const std::string& variable, const std::string& name, int scale,
                int number) {
    PutText("3." + variable, name);
    PutNumber("7." + variable, scale);
    PutNumber("11." + variable, number);
  }
  void PutMeters() {
    PutMeter("2.1", "Total.Frequency.Value", -10, 500);
    PutMeter("2.12", "Total.Power.Active.Value", 1, 2742);
    PutMeter("2.36", "Phase L1.Current.Value", -100, 473);
    PutMeter("2.69", "Phase L2.Voltage.Value", -10, 2291);
    PutMeter("2.79", "Phase L2.Current.Value", -100, 556);
    PutMeter("2.88", "Phase L2.Power.Factor.Value", -100, -97);
    PutMeter("2.90", "Phase L2.Power.Active.Value", 1, 1240);
    PutMeter("2.100", "Phase L2.Energy.Active.Value", -10, 11705);
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

TEST_F(RittalTest, ReadsThePhaseOfTheSocketsCircuitAndTheWholeDevice) {
  PutMeters();

  const PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{229.1, "phase 2"}));
  EXPECT_EQ(reading.current, (Measurement{5.56, "phase 2"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.97, "phase 2"}));
  EXPECT_EQ(reading.active_power, (Measurement{1240, "phase 2"}));
  EXPECT_EQ(reading.energy, (Measurement{1170500, "phase 2"}));
  EXPECT_EQ(reading.frequency, (Measurement{50, "unit"}));
}

TEST_F(RittalTest, ReadsTheWholeDeviceOfASocketWhoseCircuitIsOfNoPhase) {
  PutMeters();
  PutText("10.2.165", "F1");

  const PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.active_power, (Measurement{2742, "unit"}));
  EXPECT_EQ(reading.current, std::nullopt);
}

TEST_F(RittalTest, ScaleMayMultiply) {
  PutMeter("2.12", "Total.Power.Active.Value", 10, 274);

  EXPECT_EQ(Outlet("auto", 2).Read().value().active_power,
            (Measurement{2740, "unit"}));
}

TEST_F(RittalTest, HasNoReboot) {
  EXPECT_EQ(Outlet("auto", 2).Reboot().error().kind, ErrorKind::kUnsupported);
}

}  // namespace
}  // namespace pdukit::client
