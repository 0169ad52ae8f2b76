#include "client/drivers/digital_loggers.h"

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class DigitalLoggersTest : public DriverFixture {
 protected:
  DigitalLoggersTest() : DriverFixture("1.3.6.1.2.1.229.1.2.1") {
    PutSysObjectId("1.3.6.1.4.1.45770.1");
    PutNumber("8.3", 259);
    PutNumber("9.3", 259);
    PutNumber("8.257", 255);
    PutNumber("9.257", 255);
  }
};

TEST_F(DigitalLoggersTest, IsFoundByItsSysObjectId) {
  PutNumber(".1.3.6.1.4.1.45770.1.1.0", 1);

  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "digital_loggers");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(DigitalLoggersTest, OtherDeviceOfTheStandardMibIsNotTakenForOne) {
  PutSysObjectId("1.3.6.1.4.1.9.1.1");

  EXPECT_FALSE(Open("auto").ok());
}

TEST_F(DigitalLoggersTest, BusesAreNotListed) {
  EXPECT_THAT(Open("digital_loggers").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "", PowerState::kOn, true}));
}

TEST_F(DigitalLoggersTest, OffWritesTheAdminState) {
  WhenSet("8.3", 257, "9.3", 257);

  const Result<void> off = Outlet("digital_loggers", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("8.3=257"));
}

TEST_F(DigitalLoggersTest, OnWritesTheAdminState) {
  const Result<void> on = Outlet("digital_loggers", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("8.3=259"));
}

TEST_F(DigitalLoggersTest, UnknownStateIsNotOff) {
  PutNumber("9.3", 255);

  EXPECT_EQ(Outlet("digital_loggers", 3).Status().value(),
            PowerState::kUnknown);
}

}  // namespace
}  // namespace pdukit::client
