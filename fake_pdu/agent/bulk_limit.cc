#include "fake_pdu/agent/bulk_limit.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "snmp/net_snmp.h"
#include "snmp/net_snmp_varbind.h"

namespace pdukit::fake_pdu {
namespace {

constexpr long kFewVariables = 64;

// A tag and a length before the content.
std::size_t WithHeader(std::size_t content) {
  std::size_t header = 2;
  if (content > 127) {
    for (std::size_t length = content; length > 0; length >>= 8U) {
      ++header;
    }
  }
  return header + content;
}

std::size_t SubIdSize(std::uint32_t id) {
  std::size_t size = 1;
  for (; id > 127; id >>= 7U) {
    ++size;
  }
  return size;
}

std::size_t ContentSize(const Oid& oid) {
  // The first two share an octet, as far as SNMP's OIDs go.
  std::size_t size = 1;
  for (std::size_t i = 2; i < oid.size(); ++i) {
    size += SubIdSize(oid[i]);
  }
  return size;
}

std::size_t ContentSize(const Value& value) {
  if (const std::string* octets = value.AsOctets()) {
    return octets->size();
  }
  if (const Oid* oid = value.AsOid()) {
    return ContentSize(*oid);
  }
  // Enough for any number of the type.
  switch (value.type()) {
    case ValueType::kInteger32:
      return 4;
    case ValueType::kCounter64:
      return 9;
    case ValueType::kCounter32:
    case ValueType::kGauge32:
    case ValueType::kTimeTicks:
      return 5;
    default:
      return 0;
  }
}

// Moves to the next variable of `oid`, or stays at the end.
Varbind Advance(const ObjectView& view, Oid& oid) {
  std::optional<Varbind> next = view.Next(oid);
  if (!next) {
    return {oid, Value::EndOfMibView()};
  }
  oid = next->oid;
  return *std::move(next);
}

// All of a message that answers `request` but its varbinds, at most.
std::size_t OverheadOf(const netsnmp_pdu& request) {
  // Message, version, PDU, request-id, error-status and -index, varbind list.
  constexpr std::size_t kCommon = 4 + 3 + 4 + 6 + 3 + 3 + 4;
  if (request.version != SNMP_VERSION_3) {
    return kCommon + 4 + request.community_len;
  }
  // msgGlobalData; msgSecurityParameters with the longest digest and a salt;
  // the scoped PDU, twice wrapped, padded and with an empty context name.
  constexpr std::size_t kV3 =
      20 + (4 + 4 + 2 + 6 + 6 + 2 + 50 + 10) + (4 + 8 + 4 + 2 + 2);
  return kCommon + kV3 + request.securityEngineIDLen + request.securityNameLen +
         request.contextEngineIDLen;
}

}  // namespace

std::size_t EncodedSize(const Varbind& varbind) {
  return WithHeader(WithHeader(ContentSize(varbind.oid)) +
                    WithHeader(ContentSize(varbind.value)));
}

long RepetitionsThatFit(const ObjectView& view, const std::vector<Oid>& oids,
                        std::size_t non_repeaters, long max_repetitions,
                        std::size_t room) {
  std::vector<Oid> row = oids;
  const auto first_repeater =
      row.begin() +
      static_cast<std::ptrdiff_t>(std::min(non_repeaters, row.size()));
  std::size_t used = 0;
  for (auto oid = row.begin(); oid != first_repeater; ++oid) {
    used += EncodedSize(Advance(view, *oid));
  }
  for (long repetitions = 0; repetitions < max_repetitions; ++repetitions) {
    bool all_at_end = true;
    for (auto oid = first_repeater; oid != row.end(); ++oid) {
      const Varbind next = Advance(view, *oid);
      used += EncodedSize(next);
      all_at_end = all_at_end && next.value.is_exception();
    }
    if (used > room) {
      return repetitions;
    }
    if (all_at_end) {
      return repetitions + 1;
    }
  }
  return max_repetitions;
}

void LimitBulk(const ObjectView& view, snmp_pdu& request) {
  const auto count = static_cast<long>(count_varbinds(request.variables));
  if (request.version == SNMP_VERSION_2c &&
      request.max_repetitions * count <= kFewVariables) {
    return;
  }
  std::vector<Oid> oids;
  for (const netsnmp_variable_list* variable = request.variables;
       variable != nullptr; variable = variable->next_variable) {
    oids.push_back(NameOf(*variable));
  }
  const auto size = static_cast<std::size_t>(request.msgMaxSize);
  const std::size_t overhead = OverheadOf(request);
  request.max_repetitions = RepetitionsThatFit(
      view, oids, static_cast<std::size_t>(std::max(0L, request.non_repeaters)),
      request.max_repetitions, size > overhead ? size - overhead : 0);
}

}  // namespace pdukit::fake_pdu
