#include "fake_pdu/agent/journal.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <tuple>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "fake_pdu/agent/net_snmp_agent.h"
#include "snmp/net_snmp_varbind.h"
#include "snmp/usm.h"

namespace pdukit::fake_pdu {
namespace {

// Before the name and the value of a packed varbind.
struct PackedHeader {
  std::uint32_t name_size = 0;   // sub-identifiers
  std::uint32_t value_size = 0;  // octets
  std::uint32_t type = ASN_NULL;
};
// Packed varbinds are compared: there must be no gap, which may hold anything.
static_assert(std::has_unique_object_representations_v<PackedHeader>);

void Append(std::string& packed, const void* octets, std::size_t size) {
  packed.append(static_cast<const char*>(octets), size);
}

Operation OperationOf(int command) {
  switch (command) {
    case SNMP_MSG_GET:
      return Operation::kGet;
    case SNMP_MSG_GETNEXT:
      return Operation::kGetNext;
    case SNMP_MSG_GETBULK:
      return Operation::kGetBulk;
    case SNMP_MSG_SET:
      return Operation::kSet;
    default:
      return Operation::kNone;
  }
}

std::optional<SnmpVersion> VersionOf(long version) {
  switch (version) {
    case SNMP_VERSION_1:
      return SnmpVersion::kV1;
    case SNMP_VERSION_2c:
      return SnmpVersion::kV2c;
    case SNMP_VERSION_3:
      return SnmpVersion::kV3;
    default:
      return std::nullopt;
  }
}

Response ToResponse(const MessageRecord& record, const ObjectView& view) {
  Response response;
  response.is_report = record.command == SNMP_MSG_REPORT;
  response.status = static_cast<ErrorStatus>(record.error_status);
  response.error_index = static_cast<int>(record.error_index);
  response.varbinds = record.Varbinds(view);
  return response;
}

}  // namespace

NamedVarbind Named(const ObjectView& view, const Oid& oid, Value value) {
  ObjectView::Description description = view.Describe(oid);
  return {oid, std::move(value), std::move(description.name),
          description.outlet};
}

void MessageRecord::Keep(const snmp_pdu& pdu) {
  version = pdu.version;
  command = pdu.command;
  request_id = pdu.reqid;
  error_status = pdu.errstat;
  error_index = pdu.errindex;
  security_level = pdu.securityLevel;
  if (pdu.version == SNMP_VERSION_3) {
    principal.assign(pdu.securityName == nullptr ? "" : pdu.securityName,
                     pdu.securityName == nullptr ? 0 : pdu.securityNameLen);
  } else {
    principal.assign(reinterpret_cast<const char*>(pdu.community),
                     pdu.community == nullptr ? 0 : pdu.community_len);
  }
  varbinds.clear();
  for (const netsnmp_variable_list* variable = pdu.variables;
       variable != nullptr; variable = variable->next_variable) {
    const PackedHeader header{
        static_cast<std::uint32_t>(variable->name_length),
        static_cast<std::uint32_t>(
            variable->val.string == nullptr ? 0 : variable->val_len),
        variable->type};
    Append(varbinds, &header, sizeof header);
    Append(varbinds, variable->name, header.name_size * sizeof(oid));
    Append(varbinds, variable->val.string, header.value_size);
  }
}

std::vector<NamedVarbind> MessageRecord::Varbinds(
    const ObjectView& view) const {
  std::vector<NamedVarbind> unpacked;
  std::size_t at = 0;
  while (at < varbinds.size()) {
    PackedHeader header;
    std::memcpy(&header, varbinds.data() + at, sizeof header);
    at += sizeof header;
    std::vector<oid> name(header.name_size);
    std::memcpy(name.data(), varbinds.data() + at, name.size() * sizeof(oid));
    at += name.size() * sizeof(oid);
    // Where the numbers among the values are aligned.
    std::vector<long> value(header.value_size / sizeof(long) + 1);
    std::memcpy(value.data(), varbinds.data() + at, header.value_size);
    at += header.value_size;
    netsnmp_variable_list variable{};
    variable.type = static_cast<u_char>(header.type);
    variable.val.integer = value.data();
    variable.val_len = header.value_size;
    unpacked.push_back(Named(view, ToOid(name.data(), name.size()),
                             ValueOf(variable).value_or(Value())));
  }
  return unpacked;
}

Request MessageRecord::ToRequest(const ObjectView& view) const {
  Request request;
  request.version = VersionOf(version);
  (request.version == SnmpVersion::kV3 ? request.user : request.community) =
      principal;
  request.level = SecurityLevelOf(security_level);
  request.operation = OperationOf(command);
  request.request_id = static_cast<std::int32_t>(request_id);
  if (request.operation == Operation::kGetBulk) {
    request.bulk_non_repeaters = static_cast<int>(error_status);
    request.bulk_max_repetitions = static_cast<int>(error_index);
  }
  request.varbinds = Varbinds(view);
  return request;
}

void ExchangeRecord::Reset() {
  request.version = -1;
  request.command = 0;
  request.principal.clear();
  request.varbinds.clear();
  is_answered = false;
  refusal = "";
  fault.clear();
}

std::string ExchangeRecord::SourceText() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  sockaddr_in6 v6{};
  static_assert(sizeof v6 == sizeof source);
  std::memcpy(&v6, source.data(), sizeof v6);
  if (v6.sin6_family == AF_INET6) {
    inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
    return fmt::format("[{}]:{}", text.data(), ntohs(v6.sin6_port));
  }
  sockaddr_in v4{};
  std::memcpy(&v4, source.data(), sizeof v4);
  inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
  return fmt::format("{}:{}", text.data(), ntohs(v4.sin_port));
}

void Journal::Add(ExchangeRecord& record) {
  const std::lock_guard<std::mutex> lock(records_mutex_);
  ++count_;
  if (capacity_ == 0) {
    return;
  }
  if (records_.size() < capacity_) {
    records_.emplace_back();
    std::swap(records_.back(), record);
    if (records_.size() == capacity_) {
      // From now on the place of a number is its remainder.
      std::rotate(
          records_.begin(),
          records_.end() - static_cast<std::ptrdiff_t>(count_ % capacity_),
          records_.end());
    }
  } else {
    std::swap(records_[(count_ - 1) % capacity_], record);
  }
}

std::vector<Exchange> Journal::Read(const ObjectView& view) const {
  std::vector<ExchangeRecord> records;
  std::uint64_t last = 0;
  {
    const std::lock_guard<std::mutex> lock(records_mutex_);
    records = records_;
    last = count_;
    if (capacity_ > 0 && records.size() == capacity_) {
      std::rotate(
          records.begin(),
          records.begin() + static_cast<std::ptrdiff_t>(last % capacity_),
          records.end());
    }
  }
  using Key = std::tuple<std::string, long, int, std::string>;
  std::map<Key, int> seen;
  std::vector<Exchange> exchanges;
  std::uint64_t number = last - records.size();
  for (const ExchangeRecord& record : records) {
    Exchange exchange;
    exchange.number = ++number;
    exchange.time = record.time;
    exchange.request = record.request.ToRequest(view);
    exchange.request.source = record.SourceText();
    exchange.request.is_resend =
        exchange.request.operation != Operation::kNone &&
        seen[Key(exchange.request.source, record.request.request_id,
                 record.request.command, record.request.varbinds)]++ > 0;
    if (record.is_answered) {
      exchange.response = ToResponse(record.response, view);
    }
    exchange.fault = record.fault;
    exchange.refusal = record.refusal;
    exchanges.push_back(std::move(exchange));
  }
  return exchanges;
}

bool Journal::Holds(const ExchangeRecord& record) const {
  const std::lock_guard<std::mutex> lock(records_mutex_);
  return std::any_of(
      records_.begin(), records_.end(), [&](const ExchangeRecord& other) {
        return other.source == record.source &&
               other.request.request_id == record.request.request_id &&
               other.request.command == record.request.command &&
               other.request.varbinds == record.request.varbinds;
      });
}

std::uint64_t Journal::count() const {
  const std::lock_guard<std::mutex> lock(records_mutex_);
  return count_;
}

void Journal::Clear() {
  const std::lock_guard<std::mutex> lock(records_mutex_);
  records_.clear();
}

}  // namespace pdukit::fake_pdu
