#include "client/drivers/driver_fixture.h"

#include <chrono>
#include <sstream>
#include <utility>

#include <gmock/gmock.h>

#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {

using ::testing::_;
using ::testing::NiceMock;

DriverFixture::DriverFixture(std::string root) : root_(std::move(root)) {
  auto session = std::make_unique<NiceMock<MockSnmpSession>>();
  mock_ = session.get();
  owned_ = std::move(session);
  ON_CALL(*mock_, Set(_, _))
      .WillByDefault([this](const std::vector<Varbind>& varbinds, Resend) {
        return Take(varbinds);
      });
  options_.clock = &clock_;
  clock_.AddListener([this] { ShowWhatIsDue(); });
}

DriverFixture::~DriverFixture() = default;

Oid DriverFixture::At(const std::string& oid) const {
  return Oid::Parse(oid.front() == '.' ? oid : root_ + "." + oid).value();
}

void DriverFixture::Put(const std::string& oid, const Value& value) {
  mock_->Put(At(oid), value);
}

void DriverFixture::PutNumber(const std::string& oid, int number) {
  Put(oid, Value::Integer32(number));
}

void DriverFixture::PutText(const std::string& oid, const std::string& text) {
  Put(oid, Value::OctetString(text));
}

void DriverFixture::PutSysObjectId(const std::string& oid) {
  Put(".1.3.6.1.2.1.1.2.0", Value::ObjectIdentifier(Oid::Parse(oid).value()));
}

void DriverFixture::Remove(const std::string& oid) { mock_->Remove(At(oid)); }

void DriverFixture::WhenSet(const std::string& command, int number,
                            const std::string& state, int shown) {
  effects_.push_back({At(command), Value::Integer32(number), At(state),
                      Value::Integer32(shown), std::nullopt});
}

void DriverFixture::WhenSet(const std::string& command, int number,
                            const std::string& state, int shown, int then) {
  WhenSet(command, number, state, shown);
  effects_.back().then = Value::Integer32(then);
}

Result<SnmpPdu> DriverFixture::Open(const std::string& family) {
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

SnmpPowerClient DriverFixture::Outlet(const std::string& family, int number) {
  return Open(family).value().outlet(number).value();
}

std::vector<std::string> DriverFixture::Places(const std::string& family,
                                               std::optional<MeterPlace> of) {
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

Result<Identification> DriverFixture::Identify() {
  return IdentifyFamily(*mock_);
}

SnmpSession& DriverFixture::session() const { return *mock_; }

Result<void> DriverFixture::Take(const std::vector<Varbind>& varbinds) {
  for (const Varbind& varbind : varbinds) {
    const std::string oid = varbind.oid.ToString();
    sets_.push_back((varbind.oid.StartsWith(Oid::Parse(root_).value())
                         ? oid.substr(root_.size() + 1)
                         : "." + oid) +
                    "=" + varbind.value.ToString());
    for (const Effect& effect : effects_) {
      if (effect.command == varbind.oid && effect.value == varbind.value) {
        mock_->Put(effect.state, effect.shown);
        running_ = effect.then ? &effect : nullptr;
        due_ = clock_.Now() + std::chrono::seconds(5);
      }
    }
  }
  return {};
}

void DriverFixture::ShowWhatIsDue() {
  if (running_ != nullptr && clock_.Now() >= due_) {
    mock_->Put(running_->state, *running_->then);
    running_ = nullptr;
  }
}

}  // namespace pdukit::client
