#ifndef PDUKIT_TESTS_FAULTS_STOCK_CLIENT_H_
#define PDUKIT_TESTS_FAULTS_STOCK_CLIENT_H_

// A client that knows nothing of this project: the programs of Net-SNMP.
//
//   const StockRun get = RunStock(pdu, "snmpget -t 0.1 -r 9", kState);
//   EXPECT_THAT(get, Prints("1"));

#include <chrono>
#include <ostream>
#include <string>

#include <gmock/gmock.h>

#include "fake_pdu/fake_pdu.h"

namespace pdukit {

// What a program left behind.
struct StockRun {
  std::string command{};
  int status = 0;
  // Without the last newline.
  std::string output{};
  std::string errors{};
};

std::ostream& operator<<(std::ostream& out, const StockRun& run);

// The status of a program that had to be killed.
inline constexpr int kHung = -1;

// Runs a program against the fake and waits for its end, or kills it when the
// limit has passed. `command` begins with its name; options and operands are
// parted by blanks. Where the command says nothing else it asks over v2c with
// the write community, waits for five seconds and does not try again; values
// alone are printed, OIDs as numbers. Nothing that this host has configured is
// read. The test fails if the program is not there.
StockRun RunStock(const fake_pdu::FakePdu& pdu, const std::string& command,
                  const std::string& operands,
                  std::chrono::milliseconds limit = std::chrono::seconds(20));

// It ended well and printed this.
::testing::Matcher<const StockRun&> Prints(
    const ::testing::Matcher<std::string>& output);

// It gave up (1) or was answered with an error (2), and said why.
::testing::Matcher<const StockRun&> Fails(int status,
                                          const std::string& errors);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_FAULTS_STOCK_CLIENT_H_
