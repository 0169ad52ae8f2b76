#include "client/session/net_snmp_varbinds.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace pdukit::client {
namespace {

std::vector<oid> ToNetSnmp(const Oid& from) {
  return {from.ids().begin(), from.ids().end()};
}

Oid FromNetSnmp(const oid* ids, std::size_t size) {
  std::vector<std::uint32_t> copy;
  copy.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    copy.push_back(static_cast<std::uint32_t>(ids[i]));
  }
  return Oid(std::move(copy));
}

std::string Octets(const netsnmp_variable_list& variable) {
  return {reinterpret_cast<const char*>(variable.val.string), variable.val_len};
}

Value IpAddress(const netsnmp_variable_list& variable) {
  std::array<std::uint8_t, 4> address{};
  if (variable.val_len != address.size()) {
    return Value::OctetString(Octets(variable));
  }
  std::copy_n(variable.val.string, address.size(), address.begin());
  return Value::IpAddress(address);
}

Value Counter64(const netsnmp_variable_list& variable) {
  const counter64& counter = *variable.val.counter64;
  return Value::Counter64((std::uint64_t{counter.high & 0xffffffffU} << 32U) |
                          (counter.low & 0xffffffffU));
}

std::uint32_t Unsigned(const netsnmp_variable_list& variable) {
  return static_cast<std::uint32_t>(*variable.val.integer);
}

Value FromNetSnmp(const netsnmp_variable_list& variable) {
  switch (variable.type) {
    case ASN_INTEGER:
      return Value::Integer32(static_cast<std::int32_t>(*variable.val.integer));
    case ASN_OCTET_STR:
      return Value::OctetString(Octets(variable));
    case ASN_OBJECT_ID:
      return Value::ObjectIdentifier(
          FromNetSnmp(variable.val.objid, variable.val_len / sizeof(oid)));
    case ASN_IPADDRESS:
      return IpAddress(variable);
    case ASN_COUNTER:
      return Value::Counter32(Unsigned(variable));
    case ASN_GAUGE:
      return Value::Gauge32(Unsigned(variable));
    case ASN_TIMETICKS:
      return Value::TimeTicks(Unsigned(variable));
    case ASN_COUNTER64:
      return Counter64(variable);
    case ASN_OPAQUE:
      return Value::Opaque(Octets(variable));
    case SNMP_NOSUCHOBJECT:
      return Value::NoSuchObject();
    case SNMP_NOSUCHINSTANCE:
      return Value::NoSuchInstance();
    case SNMP_ENDOFMIBVIEW:
      return Value::EndOfMibView();
    default:
      // Null, and Net-SNMP's own types inside Opaque.
      return Value::Null();
  }
}

bool Add(netsnmp_pdu& pdu, const std::vector<oid>& name, ValueType type,
         const void* value, std::size_t size) {
  // Null has no value, but the function wants a pointer.
  return snmp_pdu_add_variable(&pdu, name.data(), name.size(),
                               static_cast<u_char>(type), value,
                               size) != nullptr;
}

}  // namespace

bool AddVarbind(netsnmp_pdu& pdu, const Varbind& varbind) {
  const std::vector<oid> name = ToNetSnmp(varbind.oid);
  const Value& value = varbind.value;
  if (const std::string* octets = value.AsOctets()) {
    return Add(pdu, name, value.type(), octets->data(), octets->size());
  }
  if (const Oid* object = value.AsOid()) {
    const std::vector<oid> ids = ToNetSnmp(*object);
    return Add(pdu, name, value.type(), ids.data(), ids.size() * sizeof(oid));
  }
  if (value.type() == ValueType::kCounter64) {
    const std::uint64_t number = value.AsUint64().value_or(0);
    const counter64 counter = {.high = number >> 32U,
                               .low = number & 0xffffffffU};
    return Add(pdu, name, value.type(), &counter, sizeof(counter));
  }
  if (const std::optional<std::int64_t> number = value.AsInt64()) {
    const long wide = *number;
    return Add(pdu, name, value.type(), &wide, sizeof(wide));
  }
  return Add(pdu, name, value.type(), nullptr, 0);
}

std::vector<Varbind> TakeVarbinds(const netsnmp_pdu& pdu) {
  std::vector<Varbind> varbinds;
  for (const netsnmp_variable_list* variable = pdu.variables;
       variable != nullptr; variable = variable->next_variable) {
    varbinds.push_back({FromNetSnmp(variable->name, variable->name_length),
                        FromNetSnmp(*variable)});
  }
  return varbinds;
}

}  // namespace pdukit::client
