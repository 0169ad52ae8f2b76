#include "tests/bench/dataset.h"

#include <cstdint>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "client/endpoint.h"
#include "client/session/net_snmp_session.h"
#include "fake_pdu/fake_pdu.h"
#include "tests/bench/lab_user.h"

namespace pdukit::bench {
namespace {

using client::Endpoint;
using client::NetSnmpSession;
using fake_pdu::FakePdu;

// A table that no device has: behind all that APC's devices serve.
const Oid kFiller{1, 3, 6, 1, 4, 1, 318, 99, 1, 1};
constexpr std::uint32_t kRowsPerColumn = 100;

std::string Hex(const std::string& octets) {
  std::string hex;
  for (const char octet : octets) {
    hex += fmt::format("{:02X}", static_cast<unsigned char>(octet));
  }
  return hex;
}

std::string SnmprecLine(const Varbind& object) {
  const std::string* octets = object.value.AsOctets();
  return fmt::format(
      "{}|{}{}|{}\n", object.oid.ToString(),
      static_cast<int>(object.value.type()), octets == nullptr ? "" : "x",
      octets == nullptr ? object.value.ToString() : Hex(*octets));
}

// snmpd's letters are those of snmpset.
std::string SnmpdType(ValueType type) {
  switch (type) {
    case ValueType::kInteger32:
      return "integer";
    case ValueType::kObjectIdentifier:
      return "object_id";
    case ValueType::kCounter32:
    case ValueType::kCounter64:
      return "counter";
    case ValueType::kGauge32:
      return "uinteger";
    case ValueType::kTimeTicks:
      return "timeticks";
    default:
      return "octet_str";
  }
}

std::string SnmpdLine(const Varbind& object, bool is_writable) {
  const std::string* octets = object.value.AsOctets();
  return fmt::format(
      "override {}.{} {} {}\n", is_writable ? "-rw " : "",
      object.oid.ToString(), SnmpdType(object.value.type()),
      octets == nullptr ? object.value.ToString() : '"' + *octets + '"');
}

}  // namespace

Dataset::Dataset(const std::string& model, const Oid& writable)
    : writable_(writable) {
  const FakePdu fake = FakePdu::Start(model).value();
  NetSnmpSession::Options options;
  options.endpoint = Endpoint::Parse(fake.address()).value();
  const auto session = NetSnmpSession::Open(options).value();
  objects_ = client::Walk(*session, Oid{1, 3, 6, 1}).value();
}

Dataset Dataset::ExtendedTo(std::size_t size) const {
  Dataset extended = *this;
  const auto missing = static_cast<std::uint32_t>(size - objects_.size());
  for (std::uint32_t at = 0; at < missing; ++at) {
    const Oid oid =
        kFiller.Child(1 + at / kRowsPerColumn).Child(1 + at % kRowsPerColumn);
    extended.objects_.push_back(
        {oid, at % 2 == 0 ? Value::Integer32(static_cast<std::int32_t>(at))
                          : Value::OctetString(fmt::format("Filler {}", at))});
  }
  return extended;
}

std::string Dataset::ToSnmprec() const {
  std::string file;
  for (const Varbind& object : objects_) {
    file += SnmprecLine(object);
  }
  return file;
}

std::string Dataset::ToSnmpdConf() const {
  const UsmUser user = LabUser();
  std::string file = fmt::format(
      "rocommunity public\nrwcommunity private\n"
      "createUser {} SHA \"{}\" AES \"{}\"\nrwuser {} priv\n",
      user.name, user.auth_passphrase, user.priv_passphrase, user.name);
  for (const Varbind& object : objects_) {
    file += SnmpdLine(object, IsWritable(object));
  }
  return file;
}

}  // namespace pdukit::bench
