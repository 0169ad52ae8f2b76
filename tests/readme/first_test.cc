#include "gtest/gtest.h"

#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"

using pdukit::client::SnmpPdu;
using pdukit::fake_pdu::FakePdu;
using pdukit::fake_pdu::OutletState;

TEST(MyFirstTest, SwitchesAnOutletOff) {
  FakePdu fake = FakePdu::Start("AP7900").value();
  SnmpPdu pdu = SnmpPdu::Open(fake.address(), {}).value();

  pdu.outlet(3).value().Off().value();

  EXPECT_EQ(fake.outlet(3).state(), OutletState::kOff);
}
