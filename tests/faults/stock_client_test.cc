#include "tests/faults/stock_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include "fake_pdu/fake_pdu.h"
#include "tests/faults/outlet_objects.h"

namespace pdukit {
namespace {

using ::testing::Not;

class StockClientTest : public ::testing::Test {
 protected:
  const fake_pdu::FakePdu pdu_ = fake_pdu::FakePdu::Start("AP7900").value();
};

TEST_F(StockClientTest, AMissingProgramFailsTheTestAndNamesThePackage) {
  EXPECT_NONFATAL_FAILURE(RunStock(pdu_, "snmpnone", kState),
                          "no snmpnone here: apt-get install snmp");
}

TEST_F(StockClientTest, AnOptionOfTheCommandComesAfterTheDefaults) {
  EXPECT_THAT(RunStock(pdu_, "snmpset -c public", kOff), Fails(2, "noAccess"));
}

TEST_F(StockClientTest, WhatIsPrintedIsNotAnError) {
  const StockRun get = RunStock(pdu_, "snmpget", kState);

  EXPECT_THAT(get, Prints("1"));
  EXPECT_THAT(get, Not(Fails(1, "Timeout")));
}

TEST_F(StockClientTest, SaysWhatItRanAndWhatCameOfIt) {
  StockRun run;
  run.command = "snmpget HOST OID";
  run.status = 2;
  run.errors = "Error in packet";

  EXPECT_EQ(::testing::PrintToString(run),
            "snmpget HOST OID\n  status: 2\n  stdout: \n"
            "  stderr: Error in packet");
}

}  // namespace
}  // namespace pdukit
