#include "tests/stress/traffic.h"

#include <chrono>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "client/endpoint.h"
#include "snmp/oid.h"
#include "snmp/value.h"

namespace pdukit {
namespace {

using client::Endpoint;
using client::NetSnmpSession;
using client::Resend;
using client::SnmpPdu;
using fake_pdu::FakePdu;
using fake_pdu::Fault;
using fake_pdu::OutletState;
using fake_pdu::SetOf;
using std::chrono::milliseconds;
using std::chrono::seconds;

// SNMPv2-MIB.
const Oid kSysName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid kSystem{1, 3, 6, 1, 2, 1, 1};

constexpr const char* kModels[] = {"AP7900", "AP8641", "PX3-5190R"};
constexpr std::size_t kMostTroubles = 20;

// Long, since the machine may be busy with other things.
constexpr milliseconds kPatience = seconds(20);
// Where no answer will come, or the first one is lost.
constexpr milliseconds kImpatience{30};

UsmUser RightUser() {
  return {"operator", AuthProtocol::kSha1, "auth passphrase",
          PrivProtocol::kAes128, "priv passphrase"};
}

FakePdu StartPdu(const std::string& model) {
  FakePdu::Options options;
  options.model = model;
  options.users = {{RightUser()}};
  // It is full soon: what is kept on purpose does not look like a leak.
  options.journal_size = 20;
  return FakePdu::Start(options).value();
}

SnmpPdu OpenPdu(const FakePdu& fake, SnmpVersion version, milliseconds timeout,
                int retries) {
  SnmpPdu::Options options;
  options.version = version;
  options.user = RightUser();
  options.timeout = timeout;
  options.retries = retries;
  options.deadline = 4 * kPatience;
  options.poll_interval = milliseconds(1);
  return SnmpPdu::Open(fake.address(), options).value();
}

std::unique_ptr<NetSnmpSession> OpenSession(const FakePdu& fake,
                                            SnmpVersion version,
                                            const std::string& community,
                                            const UsmUser& user,
                                            milliseconds timeout = kPatience) {
  NetSnmpSession::Options options;
  options.endpoint = Endpoint::Parse(fake.address()).value();
  options.version = version;
  options.community = community;
  options.user = user;
  options.timeout = timeout;
  options.retries = 0;
  return NetSnmpSession::Open(options).value();
}

std::unique_ptr<NetSnmpSession> OpenSession(const FakePdu& fake,
                                            SnmpVersion version) {
  return OpenSession(fake, version, "private", RightUser());
}

}  // namespace

struct Driver::Unit {
  explicit Unit(const std::string& model)
      : fake(StartPdu(model)),
        pdus{OpenPdu(fake, SnmpVersion::kV1, kPatience, 1),
             OpenPdu(fake, SnmpVersion::kV2c, kPatience, 1),
             OpenPdu(fake, SnmpVersion::kV3, kPatience, 1)} {}

  FakePdu fake;
  // Of each version, open for as long as the fake lives.
  std::vector<SnmpPdu> pdus;
};

Driver::Driver(int number) : random_(static_cast<std::uint32_t>(number)) {
  for (const char* model : kModels) {
    units_.push_back(std::make_unique<Unit>(model));
  }
}

Driver::~Driver() = default;

void Driver::ComeAndGo(int number) {
  const Unit unit(
      kModels[static_cast<std::size_t>(number) % std::size(kModels)]);
  ++operations_;
  for (const SnmpPdu& pdu : unit.pdus) {
    ExpectOk(unit, "off", pdu.outlet(1).value().Off());
  }
}

void Driver::Operate() {
  // Those that wait are rare, or they would be all that there is time for.
  static constexpr Operation kOften[] = {&Driver::Read, &Driver::WriteName,
                                         &Driver::Walk, &Driver::Switch};
  static constexpr Operation kSeldom[] = {&Driver::SwitchAmidAFault,
                                          &Driver::GuessCommunity,
                                          &Driver::GuessUser,
                                          &Driver::GuessAuthKey,
                                          &Driver::GuessPrivKey,
                                          &Driver::Restart,
                                          &Driver::WriteWithoutTheRight,
                                          &Driver::Replug};
  Unit& unit = *units_[Random(static_cast<std::uint32_t>(units_.size()))];
  ++operations_;
  const Operation operation = Random(4) > 0
                                  ? kOften[Random(std::size(kOften))]
                                  : kSeldom[Random(std::size(kSeldom))];
  (this->*operation)(unit);
}

std::vector<std::string> Driver::TakeTroubles() {
  return std::exchange(troubles_, {});
}

void Driver::Read(Unit& unit) {
  ExpectOk(unit, "GET", OpenSession(unit.fake, AnyVersion())->Get({kSysName}));
}

void Driver::WriteName(Unit& unit) {
  const std::string name = fmt::format("name-{}", Random(1000));
  const auto session = OpenSession(unit.fake, AnyVersion());
  ExpectOk(
      unit, "SET",
      session->Set({{kSysName, Value::OctetString(name)}}, Resend::kNever));
  Expect(unit, "SET", unit.fake.name() == name,
         "the name is " + unit.fake.name());
}

void Driver::Walk(Unit& unit) {
  const auto session = OpenSession(unit.fake, AnyVersion());
  const auto walk = client::Walk(*session, kSystem);
  ExpectOk(unit, "walk", walk);
  Expect(unit, "walk", walk.ok() && walk->size() >= 7, "it is too short");
}

void Driver::Switch(Unit& unit) {
  const bool on = Random(2) == 0;
  auto outlet = unit.pdus[Random(3)].outlet(1).value();
  ExpectOk(unit, on ? "on" : "off", on ? outlet.On() : outlet.Off());
  Expect(unit, "switch",
         unit.fake.outlet(1).state() ==
             (on ? OutletState::kOn : OutletState::kOff),
         "it is not so");
}

void Driver::SwitchAmidAFault(Unit& unit) {
  const Fault faults[] = {Fault::DropRequest(),
                          Fault::DropResponse(),
                          Fault::DelayResponse(kImpatience),
                          Fault::DelayRequest(milliseconds(5)),
                          Fault::DuplicateRequest(),
                          Fault::DuplicateResponse(),
                          Fault::CorruptResponse(),
                          Fault::TruncateResponse(20),
                          Fault::NoiseBeforeResponse(),
                          Fault::AnswerFromAnotherPort(),
                          Fault::WrongRequestId(),
                          Fault::Refuse(ErrorStatus::kGenErr).For(SetOf())};
  const Fault& fault = faults[Random(std::size(faults))];
  const SnmpPdu pdu = OpenPdu(unit.fake, AnyVersion(), kImpatience, 100);
  unit.fake.Inject(Fault(fault).Once());
  ExpectOk(unit, fault.Text().c_str(), pdu.outlet(1).value().Off());
  unit.fake.ClearFaults();
}

void Driver::GuessCommunity(Unit& unit) {
  const SnmpVersion version =
      Random(2) == 0 ? SnmpVersion::kV1 : SnmpVersion::kV2c;
  ExpectError(unit, "wrong community",
              OpenSession(unit.fake, version, "guess", {}, kImpatience)
                  ->Get({kSysName}),
              ErrorKind::kTimeout);
}

void Driver::GuessUser(Unit& unit) {
  UsmUser user = RightUser();
  user.name = "nobody";
  GuessAs(unit, "unknown user", user, ErrorKind::kUnknownUser);
}

void Driver::GuessAuthKey(Unit& unit) {
  UsmUser user = RightUser();
  user.auth_passphrase = "wrong passphrase";
  GuessAs(unit, "wrong authentication key", user,
          ErrorKind::kAuthenticationFailure);
}

void Driver::GuessPrivKey(Unit& unit) {
  UsmUser user = RightUser();
  user.priv_passphrase = "wrong passphrase";
  GuessAs(unit, "wrong privacy key", user, ErrorKind::kDecryptionFailure);
}

void Driver::GuessAs(const Unit& unit, const char* what, const UsmUser& user,
                     ErrorKind kind) {
  ExpectError(
      unit, what,
      OpenSession(unit.fake, SnmpVersion::kV3, "", user)->Get({kSysName}),
      kind);
}

void Driver::WriteWithoutTheRight(Unit& unit) {
  ExpectError(
      unit, "SET with the read community",
      OpenSession(unit.fake, SnmpVersion::kV2c, "public", {})
          ->Set({{kSysName, Value::OctetString("mine")}}, Resend::kNever),
      ErrorKind::kAccessDenied);
}

void Driver::Restart(Unit& unit) { unit.fake.Restart(); }

void Driver::Replug(Unit& unit) {
  unit.fake.Unplug();
  unit.fake.Plug();
}

std::uint32_t Driver::Random(std::uint32_t below) {
  return static_cast<std::uint32_t>(random_() % below);
}

SnmpVersion Driver::AnyVersion() {
  static constexpr SnmpVersion kVersions[] = {
      SnmpVersion::kV1, SnmpVersion::kV2c, SnmpVersion::kV3};
  return kVersions[Random(3)];
}

void Driver::Expect(const Unit& unit, const char* what, bool held,
                    const std::string& otherwise) {
  if (!held && troubles_.size() < kMostTroubles) {
    troubles_.push_back(
        fmt::format("{} at {}: {}", what, unit.fake.model().model, otherwise));
  }
}

}  // namespace pdukit
