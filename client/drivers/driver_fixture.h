#ifndef PDUKIT_CLIENT_DRIVERS_DRIVER_FIXTURE_H_
#define PDUKIT_CLIENT_DRIVERS_DRIVER_FIXTURE_H_

// A device for a driver's test: a map of variables that a SET may change, under
// a real SnmpPdu, whose waits take no time.
//
//   class AcmeTest : public DriverFixture {
//    protected:
//     AcmeTest() : DriverFixture("1.3.6.1.4.1.99999") {
//       PutNumber("2.1.3.1", 1);                // below that OID
//     }
//   };
//
//   TEST_F(AcmeTest, OffWritesZero) {
//     WhenSet("2.1.4.1", 0, "2.1.3.1", 0);      // so its relay shows
//     Result<void> off = Outlet("acme", 1).Off();
//     EXPECT_THAT(sets(), ElementsAre("2.1.4.1=0"));
//   }

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock-matchers.h>
#include <gmock/gmock-more-matchers.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/drivers/families.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {

class MockSnmpSession;

class DriverFixture : public ::testing::Test {
 protected:
  // OIDs of the other methods are below `root`, unless they begin with a dot.
  explicit DriverFixture(std::string root);
  ~DriverFixture() override;

  Oid At(const std::string& oid) const;
  void Put(const std::string& oid, const Value& value);
  void PutNumber(const std::string& oid, int number);
  void PutText(const std::string& oid, const std::string& text);
  void PutSysObjectId(const std::string& oid);
  void Remove(const std::string& oid);

  // From now on a SET of `number` to `command` makes `state` read `shown`.
  void WhenSet(const std::string& command, int number, const std::string& state,
               int shown);

  // The same, and five seconds later `state` reads `then`: a reboot.
  void WhenSet(const std::string& command, int number, const std::string& state,
               int shown, int then);

  // Of the family that is named or that "auto" finds; opened once for all.
  Result<SnmpPdu> Open(const std::string& family);
  SnmpPowerClient Outlet(const std::string& family, int number);
  // What ReadPlaces says: "bank 1: current=1.2 A (bank 1)".
  std::vector<std::string> Places(const std::string& family,
                                  std::optional<MeterPlace> of = {});
  Result<Identification> Identify();

  // What was written so far: "2.1.4.1=0".
  const std::vector<std::string>& sets() const { return sets_; }
  SnmpSession& session() const;
  // The same, for a test that includes the mock's header.
  MockSnmpSession& mock() const { return *mock_; }

  ManualClock clock_;
  SnmpPdu::Options options_;

 private:
  struct Effect {
    Oid command;
    Value value;
    Oid state;
    Value shown;
    std::optional<Value> then;
  };

  Result<void> Take(const std::vector<Varbind>& varbinds);
  void ShowWhatIsDue();

  std::string root_;
  std::unique_ptr<SnmpSession> owned_;  // Until the device is opened.
  MockSnmpSession* mock_;
  std::vector<Effect> effects_;
  std::optional<SnmpPdu> pdu_;
  const Effect* running_ = nullptr;  // What is not at its end.
  Clock::TimePoint due_{};
  std::vector<std::string> sets_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_DRIVER_FIXTURE_H_
