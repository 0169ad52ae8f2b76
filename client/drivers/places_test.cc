// What the families with tables of meters say of banks, phases, inlets and
// units.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PlacesFixture : public DriverFixture {
 protected:
  PlacesFixture(std::string root, std::string family)
      : DriverFixture(std::move(root)), family_(std::move(family)) {}

  std::vector<std::string> Places(std::optional<MeterPlace> of = {}) {
    return DriverFixture::Places(family_, of);
  }

 private:
  std::string family_;
};

// A unit of two banks, as in a capture of an AP7902B.
class ApcRpduPlacesTest : public PlacesFixture {
 protected:
  ApcRpduPlacesTest() : PlacesFixture("1.3.6.1.4.1.318.1.1.12", "apc_rpdu") {
    PutNumber("1.8.0", 2);
    PutNumber("3.1.3.0", 2);
    PutNumber("3.1.5.0", 0);
    PutNumber("3.5.1.1.7.1", 0);
    PutNumber("3.5.1.1.7.2", 0);
    PutLoad(1, 16, 1, 0);
    PutLoad(2, 12, 0, 1);
    PutLoad(3, 4, 0, 2);
    PutNumber("1.15.0", 120);
    PutNumber("1.16.0", 192);
    PutNumber("1.17.0", 1000);
    PutNumber("1.18.0", -1);
  }

  void PutLoad(int row, int tenths, int phase, int bank) {
    const std::string at = "." + std::to_string(row);
    PutNumber("2.3.1.1.2" + at, tenths);
    PutNumber("2.3.1.1.4" + at, phase);
    PutNumber("2.3.1.1.5" + at, bank);
  }
};

TEST_F(ApcRpduPlacesTest, BanksAreToldFromPhases) {
  EXPECT_THAT(Places(MeterPlace::kBank),
              ElementsAre("bank 1: current=1.2 A (bank 1)",
                          "bank 2: current=0.4 A (bank 2)"));
  EXPECT_THAT(Places(MeterPlace::kPhase),
              ElementsAre("phase 1: current=1.6 A (phase 1)"));
}

TEST_F(ApcRpduPlacesTest, TotalIsNeitherABankNorAPhase) {
  PutLoad(4, 16, 0, 0);

  EXPECT_THAT(Places(MeterPlace::kBank), ::testing::SizeIs(2));
  EXPECT_THAT(Places(MeterPlace::kPhase), ::testing::SizeIs(1));
}

TEST_F(ApcRpduPlacesTest, UnitLeavesOutWhatItDoesNotKnow) {
  EXPECT_THAT(Places(MeterPlace::kUnit),
              ElementsAre("unit: voltage=120 V (unit)  active_power=192 W "
                          "(unit)  power_factor=1 (unit)"));
}

TEST_F(ApcRpduPlacesTest, OutletsThatAreNotMonitoredAreLeftOut) {
  EXPECT_THAT(Places(MeterPlace::kOutlet), IsEmpty());

  PutNumber("3.1.5.0", 1);
  PutNumber("3.5.1.1.7.1", 8);

  EXPECT_THAT(Places(MeterPlace::kOutlet),
              ElementsAre("outlet 1: current=0.8 A (outlet 1)"));
}

TEST_F(ApcRpduPlacesTest, AllAreFromTheOutletsToTheUnit) {
  EXPECT_THAT(Places(), ::testing::SizeIs(4));
}

TEST_F(ApcRpduPlacesTest, ValueTellsItsObject) {
  const std::vector<PlaceReading> banks =
      Open("apc_rpdu").value().ReadPlaces(MeterPlace::kBank).value();

  EXPECT_EQ(banks[1].reading.current->oid, At("2.3.1.1.2.3").ToString());
}

// Two units in a group; the first meters its outlets, as an AP8641 does.
class ApcRpdu2PlacesTest : public PlacesFixture {
 protected:
  ApcRpdu2PlacesTest() : PlacesFixture("1.3.6.1.4.1.318.1.1.26", "apc_rpdu2") {
    PutNumber("9.2.3.1.5.1", 2);
    PutNumber("9.2.3.1.2.1", 1);
    PutNumber("9.2.3.1.4.1", 1);
    PutRow("9.4.3.1", 1, 1, 1, 4);
    PutNumber("9.4.3.1.6.1", 9);
    PutNumber("9.4.3.1.7.1", 163);
    PutRow("8.3.1", 1, 1, 1, 3);
    PutNumber("8.3.1.5.1", 38);
    PutRow("6.3.1", 1, 1, 1, 3);
    PutNumber("6.3.1.5.1", 65);
    PutNumber("6.3.1.6.1", 201);
    PutNumber("6.3.1.7.1", 122);
    PutNumber("6.3.1.9.1", -1);
    PutRow("4.3.1", 1, 1, 1, 3);
    PutNumber("4.3.1.5.1", 122);
  }

  void PutRow(const std::string& entry, int row, int module, int number,
              int number_column) {
    PutNumber(entry + ".2." + std::to_string(row), module);
    PutNumber(
        entry + "." + std::to_string(number_column) + "." + std::to_string(row),
        number);
  }
};

TEST_F(ApcRpdu2PlacesTest, LoneUnitHasItsPlacesByNumber) {
  EXPECT_THAT(Places(), ElementsAre("outlet 1: current=0.9 A (outlet 1)  "
                                    "active_power=163 W (outlet 1)",
                                    "bank 1: current=3.8 A (bank 1)",
                                    "phase 1: voltage=201 V (phase 1)  "
                                    "current=6.5 A (phase 1)  "
                                    "active_power=1220 W (phase 1)",
                                    "unit: active_power=1220 W (unit)"));
}

TEST_F(ApcRpdu2PlacesTest, GroupHasThemByUnitAndNumber) {
  PutRow("8.3.1", 2, 2, 1, 3);
  PutNumber("8.3.1.5.2", 11);

  EXPECT_THAT(Places(MeterPlace::kBank),
              ElementsAre("bank 1.1: current=3.8 A (bank 1.1)",
                          "bank 2.1: current=1.1 A (bank 2.1)"));
}

TEST_F(ApcRpdu2PlacesTest, GroupHasUnitsOfItsOwn) {
  PutRow("4.3.1", 2, 2, 2, 3);
  PutNumber("4.3.1.5.2", 30);

  EXPECT_THAT(Places(MeterPlace::kUnit),
              ElementsAre("unit 1: active_power=1220 W (unit 1)",
                          "unit 2: active_power=300 W (unit 2)"));
}

// As in a capture of a PX3: sensors by type, each with its own digits.
class RaritanPlacesTest : public PlacesFixture {
 protected:
  RaritanPlacesTest() : PlacesFixture("1.3.6.1.4.1.13742.6", "raritan_pdu2") {
    PutNumber("3.2.2.1.4.1", 1);
    PutSensor("5.2.3", "3.3.4", "1.1", 1, 7467, 3);
    PutSensor("5.2.3", "3.3.4", "1.1", 4, 229, 0);
    PutSensor("5.3.3", "3.4.4", "1.2", 1, 1500, 3);
    PutSensor("5.4.3", "3.5.4", "1.1", 5, 60, 0);
  }

  void PutSensor(const std::string& measurements,
                 const std::string& configuration, const std::string& row,
                 int type, int value, int digits) {
    const std::string at = row + "." + std::to_string(type);
    PutNumber(measurements + ".1.3." + at, 4);
    PutNumber(measurements + ".1.4." + at, value);
    PutNumber(configuration + ".1.7." + at, digits);
  }
};

TEST_F(RaritanPlacesTest, SensorsAreScaledByTheirDigits) {
  EXPECT_THAT(Places(), ElementsAre("outlet 1: active_power=60 W (outlet 1)",
                                    "bank 2: current=1.5 A (bank 2)",
                                    "inlet 1: voltage=229 V (inlet 1)  "
                                    "current=7.467 A (inlet 1)"));
}

TEST_F(RaritanPlacesTest, SensorThatIsUnavailableIsLeftOut) {
  PutNumber("5.3.3.1.3.1.2.1", -1);

  EXPECT_THAT(Places(MeterPlace::kBank), IsEmpty());
}

// As in a capture of a Switched PDU of two cords.
class Sentry4PlacesTest : public PlacesFixture {
 protected:
  Sentry4PlacesTest()
      : PlacesFixture("1.3.6.1.4.1.1718.4.1", "servertech_sentry4") {
    PutText("8.2.1.2.1.1.1", "AA1");
    PutNumber("8.3.1.3.1.1.1", 70);
    PutText("3.2.1.2.1.1", "AA");
    PutText("3.2.1.2.1.2", "AB");
    PutNumber("3.3.1.3.1.1", 806);
    PutNumber("3.3.1.11.1.1", 600);
    PutNumber("3.3.1.3.1.2", 12);
    PutNumber("7.3.1.3.1.1.1", 200);
    PutNumber("7.3.1.3.1.1.2", 203);
    PutNumber("5.3.1.3.1.1.1", 2117);
    PutNumber("5.3.1.8.1.1.1", -1);
  }
};

TEST_F(Sentry4PlacesTest, OutletsAndCordsAreCalledAsOnTheDevice) {
  EXPECT_THAT(Places(MeterPlace::kOutlet),
              ElementsAre("outlet AA1: current=0.7 A (outlet AA1)"));
  EXPECT_THAT(Places(MeterPlace::kInlet),
              ElementsAre("inlet AA: active_power=806 W (inlet AA)  "
                          "frequency=60 Hz (inlet AA)",
                          "inlet AB: active_power=12 W (inlet AB)"));
}

TEST_F(Sentry4PlacesTest, BranchesAndPhasesAreNumbered) {
  EXPECT_THAT(Places(MeterPlace::kBank),
              ElementsAre("bank 1: current=2 A (bank 1)",
                          "bank 2: current=2.03 A (bank 2)"));
  EXPECT_THAT(Places(MeterPlace::kPhase),
              ElementsAre("phase 1: voltage=211.7 V (phase 1)"));
}

TEST_F(Sentry4PlacesTest, BranchesOfTwoCordsAreToldApart) {
  PutNumber("7.3.1.3.1.2.1", 5);

  EXPECT_THAT(Places(MeterPlace::kBank),
              ElementsAre("bank 1.1.1: current=2 A (bank 1.1.1)",
                          "bank 1.1.2: current=2.03 A (bank 1.1.2)",
                          "bank 1.2.1: current=0.05 A (bank 1.2.1)"));
}

// As in a capture of an MG02E4W1, with a switch and meters for two outlets.
class VertivPlacesTest : public PlacesFixture {
 protected:
  VertivPlacesTest()
      : PlacesFixture("1.3.6.1.4.1.21239.5.2.3", "vertiv_geist") {
    PutText("1.1.3.1", "Geist Upgradable rPDU");
    PutNumber("1.1.9.1", 1017);
    PutNumber("1.1.11.1", 95);
    PutNumber("2.1.4.1", 2350);
    PutNumber("2.1.8.1", 95);
    PutNumber("3.1.4.1", 42);
    PutNumber("3.1.4.2", 7);
    PutNumber("5.1.4.1", 1);
    PutNumber("5.1.4.2", 1);
    PutText("5.1.2.1", "Outlet 1");
    PutText("5.1.2.2", "Outlet 2");
    PutText("6.1.2.1", "Outlet 1");
    PutNumber("6.1.12.1", 55);
    PutText("6.1.2.2", "Outlet 7");
    PutNumber("6.1.12.2", 66);
  }
};

TEST_F(VertivPlacesTest, PhasesCircuitsAndUnitAreRead) {
  EXPECT_THAT(Places(MeterPlace::kPhase),
              ElementsAre("phase 1: voltage=235 V (phase 1)  current=0.95 A "
                          "(phase 1)"));
  EXPECT_THAT(Places(MeterPlace::kBank),
              ElementsAre("bank 1: current=0.42 A (bank 1)",
                          "bank 2: current=0.07 A (bank 2)"));
  EXPECT_THAT(Places(MeterPlace::kUnit),
              ElementsAre("unit: active_power=1017 W (unit)  "
                          "power_factor=0.95 (unit)"));
}

TEST_F(VertivPlacesTest, MeterOfAnotherNameIsNotTheOutlets) {
  EXPECT_THAT(Places(MeterPlace::kOutlet),
              ElementsAre("outlet 1: active_power=55 W (outlet 1)"));
}

// As in a capture of an EMA114-10, with a second phase.
class EatonPlacesTest : public PlacesFixture {
 protected:
  EatonPlacesTest() : PlacesFixture("1.3.6.1.4.1.534.6.6.7", "eaton_epdu") {
    PutText("6.1.1.3.0.1", "Outlet 1");
    PutNumber("6.6.1.2.0.1", 1);
    PutNumber("6.4.1.3.0.1", 790);
    PutNumber("6.5.1.6.0.1", -842);
    PutNumber("3.1.1.2.0.1", 4);
    PutNumber("3.1.1.3.0.1", 600);
    PutNumber("3.2.1.2.0.1.1", 2);
    PutNumber("3.2.1.3.0.1.1", 118450);
    PutNumber("3.2.1.2.0.1.2", 5);
    PutNumber("3.2.1.3.0.1.2", 205000);
    PutNumber("3.3.1.2.0.1.1", 2);
    PutNumber("3.3.1.4.0.1.1", 300);
    PutNumber("3.3.1.2.0.1.2", 3);
    PutNumber("3.3.1.4.0.1.2", 14108);
    PutNumber("3.4.1.2.0.1.1", 1);
    PutNumber("3.4.1.4.0.1.1", 1589);
    PutNumber("3.4.1.2.0.1.4", 4);
    PutNumber("3.4.1.4.0.1.4", 3000);
    PutNumber("3.5.1.4.0.1", 3000);
    PutNumber("5.1.1.4.0.1", 1);
    PutNumber("5.4.1.3.0.1", 5000);
    PutNumber("5.1.1.4.0.2", 5);
    PutNumber("5.4.1.3.0.2", 6000);
  }
};

TEST_F(EatonPlacesTest, PhaseIsPutTogetherFromItsTables) {
  EXPECT_THAT(Places(MeterPlace::kPhase),
              ElementsAre("phase 1: voltage=118.45 V (phase 1)  "
                          "current=14.108 A (phase 1)  "
                          "active_power=1589 W (phase 1)"));
}

TEST_F(EatonPlacesTest, GroupOfTheUsersIsNoBank) {
  EXPECT_THAT(Places(MeterPlace::kBank),
              ElementsAre("bank 1: current=5 A (bank 1)"));
}

TEST_F(EatonPlacesTest, InputIsAnInlet) {
  EXPECT_THAT(Places(MeterPlace::kInlet),
              ElementsAre("inlet 1: active_power=3000 W (inlet 1)  "
                          "frequency=60 Hz (inlet 1)"));
}

TEST_F(EatonPlacesTest, OutletHasWhatItsTablesHave) {
  EXPECT_THAT(Places(MeterPlace::kOutlet),
              ElementsAre("outlet 1: current=0.79 A (outlet 1)  "
                          "power_factor=0.842 (outlet 1)"));
}

// A family without tables: what its outlets lead to.
class EnlogicPlacesTest : public PlacesFixture {
 protected:
  EnlogicPlacesTest() : PlacesFixture("1.3.6.1.4.1.38446.1", "enlogic") {
    for (const std::string outlet : {"1", "2"}) {
      PutNumber("5.4.1.4.1." + outlet, 1);
      PutNumber("5.3.1.4.1." + outlet, 2);
      PutNumber("5.9.1.6.1." + outlet, 120);
    }
    PutNumber("3.4.1.5.1.2", 472);
    PutNumber("2.4.1.4.1", 1120);
  }
};

TEST_F(EnlogicPlacesTest, PlacesBehindItsOutletsAreReadOnceEach) {
  EXPECT_THAT(Places(MeterPlace::kOutlet), ::testing::SizeIs(2));
  EXPECT_THAT(Places(MeterPlace::kPhase),
              ElementsAre("phase 2: current=4.72 A (phase 2)"));
}

class CyberpowerPlacesTest : public PlacesFixture {
 protected:
  CyberpowerPlacesTest()
      : PlacesFixture("1.3.6.1.4.1.3808.1.1.3", "cyberpower") {
    PutNumber("1.8.0", 1);
    PutNumber("3.1.3.0", 1);
    PutNumber("2.3.1.1.2.1", 16);
    PutNumber("2.3.1.1.4.1", 1);
    PutNumber("2.3.1.1.5.1", 0);
    PutNumber("2.3.1.1.2.2", 12);
    PutNumber("2.3.1.1.4.2", 1);
    PutNumber("2.3.1.1.5.2", 1);
    PutNumber("5.7.0", 2301);
  }
};

TEST_F(CyberpowerPlacesTest, BankIsNoPhaseThoughItTellsItsOwn) {
  EXPECT_THAT(Places(), ElementsAre("bank 1: current=1.2 A (bank 1)",
                                    "phase 1: current=1.6 A (phase 1)",
                                    "unit: voltage=230.1 V (unit)"));
}

}  // namespace
}  // namespace pdukit::client
