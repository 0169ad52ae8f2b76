#include "snmp/net_snmp_varbind.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>

#include "snmp/net_snmp.h"

namespace pdukit {
namespace {

std::string OctetsOf(const variable_list& variable) {
  return {reinterpret_cast<const char*>(variable.val.string), variable.val_len};
}

std::optional<Value> IntegerOf(const variable_list& variable) {
  const long number = *variable.val.integer;
  if (number < std::numeric_limits<std::int32_t>::min() ||
      number > std::numeric_limits<std::int32_t>::max()) {
    return std::nullopt;
  }
  return Value::Integer32(static_cast<std::int32_t>(number));
}

std::uint32_t UnsignedOf(const variable_list& variable) {
  return static_cast<std::uint32_t>(*variable.val.integer);
}

std::optional<Value> IpAddressOf(const variable_list& variable) {
  std::array<std::uint8_t, 4> address{};
  if (variable.val_len != address.size()) {
    return std::nullopt;
  }
  std::copy_n(variable.val.string, address.size(), address.begin());
  return Value::IpAddress(address);
}

void SetContent(variable_list& variable, ValueType type, const void* content,
                std::size_t size) {
  snmp_set_var_typed_value(&variable, static_cast<u_char>(type), content, size);
}

void SetNumber(variable_list& variable, ValueType type, std::uint64_t number) {
  if (type == ValueType::kCounter64) {
    const counter64 halves = {number >> 32U, number & 0xFFFFFFFFU};
    SetContent(variable, type, &halves, sizeof halves);
    return;
  }
  SetContent(variable, type, &number, sizeof number);
}

}  // namespace

NetSnmpOid ToNetSnmp(const Oid& oid) {
  return {oid.ids().begin(), oid.ids().end()};
}

Oid ToOid(const unsigned long* ids, std::size_t size) {
  std::vector<std::uint32_t> narrow(size);
  std::transform(ids, ids + size, narrow.begin(), [](unsigned long id) {
    return static_cast<std::uint32_t>(id);
  });
  return Oid(std::move(narrow));
}

Oid NameOf(const variable_list& variable) {
  return ToOid(variable.name, variable.name_length);
}

std::optional<Value> ValueOf(const variable_list& variable) {
  switch (static_cast<ValueType>(variable.type)) {
    case ValueType::kInteger32:
      return IntegerOf(variable);
    case ValueType::kOctetString:
      return Value::OctetString(OctetsOf(variable));
    case ValueType::kNull:
      return Value::Null();
    case ValueType::kObjectIdentifier:
      return Value::ObjectIdentifier(
          ToOid(variable.val.objid, variable.val_len / sizeof(oid)));
    case ValueType::kIpAddress:
      return IpAddressOf(variable);
    case ValueType::kCounter32:
      return Value::Counter32(UnsignedOf(variable));
    case ValueType::kGauge32:
      return Value::Gauge32(UnsignedOf(variable));
    case ValueType::kTimeTicks:
      return Value::TimeTicks(UnsignedOf(variable));
    case ValueType::kOpaque:
      return Value::Opaque(OctetsOf(variable));
    case ValueType::kCounter64:
      return Value::Counter64(
          (std::uint64_t{variable.val.counter64->high} << 32U) |
          variable.val.counter64->low);
    case ValueType::kNoSuchObject:
      return Value::NoSuchObject();
    case ValueType::kNoSuchInstance:
      return Value::NoSuchInstance();
    case ValueType::kEndOfMibView:
      return Value::EndOfMibView();
  }
  return std::nullopt;
}

void SetValue(variable_list& variable, const Value& value) {
  if (const std::string* octets = value.AsOctets()) {
    SetContent(variable, value.type(), octets->data(), octets->size());
  } else if (const Oid* oid = value.AsOid()) {
    const NetSnmpOid ids = ToNetSnmp(*oid);
    SetContent(variable, value.type(), ids.data(),
               ids.size() * sizeof(unsigned long));
  } else if (const auto number = value.AsUint64()) {
    SetNumber(variable, value.type(), *number);
  } else if (const auto negative = value.AsInt64()) {
    SetContent(variable, value.type(), &*negative, sizeof *negative);
  } else {
    SetContent(variable, value.type(), nullptr, 0);
  }
}

}  // namespace pdukit
