#include "client/drivers/lindy.h"

#include <string>

#include "client/drivers/driver_fixture.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Values as in a capture of an SWV-1623K-24N1, with fewer outlets.
class LindyTest : public DriverFixture {
 protected:
  LindyTest() : DriverFixture("1.3.6.1.4.1.17420.1.2.9") {
    PutSysObjectId("1.3.6.1.4.1.17420");
    PutNumber("1.11.0", 21);
    PutText("1.13.0", "1,0,1,-1,-2");
    PutText("1.14.3.0", "OutletC,0,0,0,0");
    PutNumber("1.17.0", 230);
  }

  void ExpectWritten(const std::string& oid, const std::string& text) {
    EXPECT_CALL(mock(),
                Set(ElementsAre(Varbind{At(oid), Value::OctetString(text)}),
                    ::testing::_))
        .WillOnce([this, oid, text](const std::vector<Varbind>&, Resend) {
          PutText(oid, text);
          return Result<void>();
        });
  }
};

TEST_F(LindyTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "lindy");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(LindyTest, ListHasWhatTheTextHolds) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{1, "1", "", PowerState::kOn, true},
                          OutletInfo{2, "2", "", PowerState::kOff, true},
                          OutletInfo{3, "3", "OutletC", PowerState::kOn, true},
                          OutletInfo{5, "5", "", PowerState::kUnknown, true}));
}

TEST_F(LindyTest, OutletsOfSeveralPdusAreLabelledWithTheirPdu) {
  PutText("2.13.0", "1,1");

  EXPECT_EQ(Open("auto").value().FindOutlet("2.2").value().number(), 6);
}

TEST_F(LindyTest, OffChangesItsEntryAlone) {
  ExpectWritten("1.13.0", "1,0,0,-1,-2");

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
}

TEST_F(LindyTest, OnChangesItsEntryAlone) {
  ExpectWritten("1.13.0", "1,1,1,-1,-2");

  const Result<void> on = Outlet("auto", 2).On();

  EXPECT_TRUE(on.ok()) << on;
}

TEST_F(LindyTest, TextIsReadAnewForEachCommand) {
  SnmpPowerClient outlet = Outlet("auto", 3);
  PutText("1.13.0", "0,0,1,-1,-2");
  ExpectWritten("1.13.0", "0,0,0,-1,-2");

  EXPECT_TRUE(outlet.Off().ok());
}

TEST_F(LindyTest, NothingIsWrittenIfTheTextLacksTheOutlet) {
  SnmpPowerClient outlet = Outlet("auto", 3);
  PutText("1.13.0", "");
  EXPECT_CALL(mock(), Set(::testing::_, ::testing::_)).Times(0);

  EXPECT_EQ(outlet.Off().error().kind, ErrorKind::kProtocol);
}

TEST_F(LindyTest, HasNoReboot) {
  EXPECT_EQ(Outlet("auto", 3).Reboot().error().kind, ErrorKind::kUnsupported);
}

TEST_F(LindyTest, ReadsThePdu) {
  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{230, "unit"}));
  EXPECT_EQ(reading.current, (Measurement{2.1, "unit"}));
}

}  // namespace
}  // namespace pdukit::client
