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

#include <chrono>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/drivers/families.h"
#include "client/snmp_pdu.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {

class DriverFixture : public ::testing::Test {
 protected:
  // OIDs of the other methods are below `root`, unless they begin with a dot.
  explicit DriverFixture(std::string root) : root_(std::move(root)) {
    ON_CALL(*session_, Set(::testing::_, ::testing::_))
        .WillByDefault([this](const std::vector<Varbind>& varbinds, Resend) {
          return Take(varbinds);
        });
    options_.clock = &clock_;
    clock_.AddListener([this] { ShowWhatIsDue(); });
  }

  Oid At(const std::string& oid) const {
    return Oid::Parse(oid.front() == '.' ? oid : root_ + "." + oid).value();
  }

  void Put(const std::string& oid, const Value& value) {
    session_->Put(At(oid), value);
  }
  void PutNumber(const std::string& oid, int number) {
    Put(oid, Value::Integer32(number));
  }
  void PutText(const std::string& oid, const std::string& text) {
    Put(oid, Value::OctetString(text));
  }
  void PutSysObjectId(const std::string& oid) {
    Put(".1.3.6.1.2.1.1.2.0", Value::ObjectIdentifier(Oid::Parse(oid).value()));
  }

  // From now on a SET of `number` to `command` makes `state` read `shown`.
  void WhenSet(const std::string& command, int number, const std::string& state,
               int shown) {
    effects_.push_back({At(command), Value::Integer32(number), At(state),
                        Value::Integer32(shown), std::nullopt});
  }

  // The same, and five seconds later `state` reads `then`: a reboot.
  void WhenSet(const std::string& command, int number, const std::string& state,
               int shown, int then) {
    WhenSet(command, number, state, shown);
    effects_.back().then = Value::Integer32(then);
  }

  // Of the family that is named or that "auto" finds; opened once for all.
  Result<SnmpPdu> Open(const std::string& family) {
    if (!pdu_.has_value()) {
      options_.family = family;
      Result<SnmpPdu> pdu = SnmpPdu::Open(std::move(owned_), options_);
      if (!pdu.ok()) {
        return pdu;
      }
      pdu_ = *std::move(pdu);
    }
    return *pdu_;
  }
  SnmpPowerClient Outlet(const std::string& family, int number) {
    return Open(family).value().outlet(number).value();
  }
  // What ReadPlaces says: "bank 1: current=1.2 A (bank 1)".
  std::vector<std::string> Places(const std::string& family,
                                  std::optional<MeterPlace> of = {}) {
    const std::vector<PlaceReading> places =
        Open(family).value().ReadPlaces(of).value();
    std::vector<std::string> lines;
    for (const PlaceReading& place : places) {
      std::ostringstream line;
      line << place.Name() << ": " << place.reading;
      lines.push_back(line.str());
    }
    return lines;
  }
  Result<Identification> Identify() { return IdentifyFamily(*session_); }

  // What was written so far: "2.1.4.1=0".
  const std::vector<std::string>& sets() const { return sets_; }

  ManualClock clock_;
  SnmpPdu::Options options_;
  std::unique_ptr<::testing::NiceMock<MockSnmpSession>> owned_ =
      std::make_unique<::testing::NiceMock<MockSnmpSession>>();
  ::testing::NiceMock<MockSnmpSession>* session_ = owned_.get();

 private:
  struct Effect {
    Oid command;
    Value value;
    Oid state;
    Value shown;
    std::optional<Value> then;
  };

  Result<void> Take(const std::vector<Varbind>& varbinds) {
    for (const Varbind& varbind : varbinds) {
      const std::string oid = varbind.oid.ToString();
      sets_.push_back((varbind.oid.StartsWith(Oid::Parse(root_).value())
                           ? oid.substr(root_.size() + 1)
                           : "." + oid) +
                      "=" + varbind.value.ToString());
      for (const Effect& effect : effects_) {
        if (effect.command == varbind.oid && effect.value == varbind.value) {
          session_->Put(effect.state, effect.shown);
          running_ = effect.then ? &effect : nullptr;
          due_ = clock_.Now() + std::chrono::seconds(5);
        }
      }
    }
    return {};
  }

  void ShowWhatIsDue() {
    if (running_ != nullptr && clock_.Now() >= due_) {
      session_->Put(running_->state, *running_->then);
      running_ = nullptr;
    }
  }

  std::string root_;
  std::vector<Effect> effects_;
  std::optional<SnmpPdu> pdu_;
  const Effect* running_ = nullptr;  // What is not at its end.
  Clock::TimePoint due_{};
  std::vector<std::string> sets_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_DRIVER_FIXTURE_H_
