#include "client/drivers/dataprobe_iboot.h"

#include <string>

#include "client/drivers/driver_fixture.h"
#include "client/drivers/outlet_readings.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Values as in a capture of an iBoot-PDU8-2N15.
class DataprobeIbootTest : public DriverFixture {
 protected:
  DataprobeIbootTest() : DriverFixture("1.3.6.1.4.1.1418.6") {
    PutSysObjectId("1.3.6.1.4.1.8072.3.2.10");
    PutOutlet("0", 1, "Outlet-1");
    PutOutlet("1", 2, "Outlet-2");
    PutNumber("6.1.0", 11996);
    PutNumber("6.2.0", 621);
  }

  void PutOutlet(const std::string& index, int number,
                 const std::string& name) {
    PutNumber("5.1.1." + index, number);
    PutText("5.1.2." + index, name);
    PutNumber("5.1.4." + index, 10);
    PutNumber("5.1.5." + index, 1);
    PutNumber("5.1.6." + index, 1);
    PutNumber("5.1.7." + index, 1);
  }
};

TEST_F(DataprobeIbootTest, IsFoundByItsOutlets) {
  EXPECT_EQ(Open("auto").value().family(), "dataprobe_iboot");
}

TEST_F(DataprobeIbootTest, FirstOutletIsRowZero) {
  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1", "Outlet-1", PowerState::kOn, true},
                  OutletInfo{2, "2", "Outlet-2", PowerState::kOn, true}));
}

TEST_F(DataprobeIbootTest, OffIsZero) {
  WhenSet("5.1.5.1", 0, "5.1.7.1", 0);

  const Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("5.1.5.1=0"));
}

TEST_F(DataprobeIbootTest, OnIsOne) {
  const Result<void> on = Outlet("auto", 2).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("5.1.5.1=1"));
}

TEST_F(DataprobeIbootTest, CycleIsTwo) {
  WhenSet("5.1.5.1", 2, "5.1.7.1", 0, 1);

  const Result<void> reboot = Outlet("auto", 2).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("5.1.5.1=2"));
}

TEST_F(DataprobeIbootTest, OutletThatIsToGoOnIsPending) {
  PutNumber("5.1.6.1", 4);
  PutNumber("5.1.7.1", 0);

  EXPECT_EQ(Outlet("auto", 2).Status().value(), PowerState::kPendingOn);
}

TEST_F(DataprobeIbootTest, ReadsTheOnlyLineCord) {
  PutNumber("1.7.0", 0);

  const PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{119.96, "inlet 1"}));
  EXPECT_EQ(reading.current, (Measurement{6.21, "inlet 1"}));
}

TEST_F(DataprobeIbootTest, DoesNotGuessTheLineCordOfAnOutlet) {
  PutNumber("1.7.0", 1);

  EXPECT_TRUE(Outlet("auto", 2).Read().value().empty());
}

TEST_F(DataprobeIbootTest, ReadsEveryLineCordByItself) {
  PutNumber("1.7.0", 1);
  PutNumber("6.3.0", 11801);

  EXPECT_THAT(Places("dataprobe_iboot"),
              ElementsAre("inlet 1: voltage=119.96 V (inlet 1)  current=6.21 A "
                          "(inlet 1)",
                          "inlet 2: voltage=118.01 V (inlet 2)"));
}

TEST_F(DataprobeIbootTest, RebootTakesAsLongAsTheOutletIsSetTo) {
  const OutletRow outlet{3, {1}, ""};

  EXPECT_EQ(RebootDuration(session(), DataprobeIboot(), outlet).value(),
            std::chrono::seconds(10));
}

}  // namespace
}  // namespace pdukit::client
