#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "client/drivers/families.h"
#include "client/drivers/outlet_rows.h"
#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

using Candidates = std::vector<const Family*>;

const Oid& SysObjectId() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 2, 1, 1, 2, 0};
  return oid;
}

// The length of the longest sysObjectID of the family's that fits; 0 if none.
std::size_t Claim(const Family& family, const Oid& sys_object_id) {
  std::size_t longest = 0;
  for (const Oid& claimed : family.sys_object_ids) {
    if (sys_object_id.StartsWith(claimed)) {
      longest = std::max(longest, claimed.size());
    }
  }
  return longest;
}

// Small requests: some cards answer no large ones.
Result<std::vector<Varbind>> NextInBatches(SnmpSession& session,
                                           const std::vector<Oid>& oids) {
  constexpr std::size_t kBatch = 10;
  std::vector<Varbind> answers;
  std::size_t batch = kBatch;
  while (answers.size() < oids.size()) {
    const auto begin =
        oids.begin() + static_cast<std::ptrdiff_t>(answers.size());
    const auto end = begin + static_cast<std::ptrdiff_t>(
                                 std::min(batch, oids.size() - answers.size()));
    const std::vector<Oid> some(begin, end);
    Result<std::vector<Varbind>> answer = session.GetNext(some);
    if (answer.ok()) {
      answers.insert(answers.end(), answer->begin(), answer->end());
    } else if (!IsRefusal(answer.error().kind)) {
      return answer.error();
    } else if (some.size() > 1) {
      batch = 1;  // One of them is what it chokes on.
    } else {
      answers.push_back({some.front(), Value::EndOfMibView()});
    }
  }
  return answers;
}

// What a device is asked for, to see whether it is of the family.
struct Probe {
  const Family* family = nullptr;
  Oid oid{};
  bool is_instance = false;
};

Probe MakeProbe(const Family& family, const Oid& oid) {
  return {&family, oid, oid[oid.size() - 1] == 0};
}

std::vector<Probe> ProbesOf(const Family& family) {
  std::vector<Probe> probes;
  if (!family.probe.empty()) {
    probes.push_back(MakeProbe(family, family.probe));
  } else {
    if (!family.outlet_count.empty()) {
      probes.push_back({&family, family.outlet_count, true});
    }
    if (!family.outlet_walk.empty()) {
      probes.push_back({&family, family.outlet_walk, false});
    }
  }
  for (const Oid& oid : family.other_probes) {
    probes.push_back(MakeProbe(family, oid));
  }
  return probes;
}

// The OID whose next one is the instance, or the first one below a node.
Oid Before(const Probe& probe) {
  std::vector<std::uint32_t> ids = probe.oid.ids();
  if (probe.is_instance) {
    ids.pop_back();
  }
  return Oid(std::move(ids));
}

bool IsAnswered(const Probe& probe, const Varbind& next) {
  if (next.value.is_exception() || !next.oid.StartsWith(probe.oid)) {
    return false;
  }
  return probe.oid != probe.family->outlet_count ||
         ToNumber(next.value).value_or(0) > 0;
}

// The first family of which the device answers a probe, and where.
struct Hit {
  const Family* family = nullptr;
  Oid oid{};
};

Result<std::optional<Hit>> Ask(SnmpSession& session,
                               const Candidates& families) {
  std::vector<Probe> probes;
  std::vector<Oid> oids;
  for (const Family* family : families) {
    for (const Probe& probe : ProbesOf(*family)) {
      probes.push_back(probe);
      oids.push_back(Before(probe));
    }
  }
  Result<std::vector<Varbind>> answers = NextInBatches(session, oids);
  if (!answers.ok()) {
    return answers.error();
  }
  for (std::size_t i = 0; i < std::min(probes.size(), answers->size()); ++i) {
    if (IsAnswered(probes[i], (*answers)[i])) {
      return std::optional<Hit>(Hit{probes[i].family, (*answers)[i].oid});
    }
  }
  return std::optional<Hit>();
}

// Those that claim the sysObjectID, the longest claims first.
std::vector<Candidates> Claimants(const std::vector<Family>& families,
                                  const Oid& sys_object_id) {
  std::set<std::size_t, std::greater<>> lengths;
  for (const Family& family : families) {
    lengths.insert(Claim(family, sys_object_id));
  }
  lengths.erase(0);
  std::vector<Candidates> claimants;
  for (const std::size_t length : lengths) {
    claimants.emplace_back();
    for (const Family& family : families) {
      if (Claim(family, sys_object_id) == length) {
        claimants.back().push_back(&family);
      }
    }
  }
  return claimants;
}

Result<std::optional<Identification>> ByClaim(
    SnmpSession& session, const std::vector<Family>& families,
    const Oid& sys_object_id) {
  const std::string is = "its sysObjectID is " + sys_object_id.ToString();
  for (const Candidates& claimants : Claimants(families, sys_object_id)) {
    if (claimants.size() == 1 && !claimants.front()->always_probe) {
      return std::optional<Identification>({claimants.front(), is});
    }
    Result<std::optional<Hit>> hit = Ask(session, claimants);
    if (!hit.ok()) {
      return hit.error();
    }
    if (hit->has_value()) {
      return std::optional<Identification>(
          {(*hit)->family, is + ", and it serves " + (*hit)->oid.ToString()});
    }
  }
  return std::optional<Identification>();
}

Error Unknown(const SnmpSession& session, const std::vector<Family>& families,
              const Value& sys_object_id) {
  Error error{ErrorKind::kUnknownFamily,
              "no driver knows this device, its sysObjectID is " +
                  sys_object_id.ToString(),
              "name its family, or use the family generic with the OID that "
              "switches it",
              session.host()};
  const Oid* oid = sys_object_id.AsOid();
  std::string names;
  for (const Family& family : families) {
    if (oid != nullptr && Claim(family, *oid) > 0) {
      names += (names.empty() ? "" : " or ") + family.name;
    }
  }
  if (!names.empty()) {
    error.message += ", as devices of the family " + names +
                     " have it, but it serves no outlets of theirs";
  }
  return error;
}

}  // namespace

Result<Identification> IdentifyAmong(SnmpSession& session,
                                     const std::vector<Family>& families) {
  Result<std::vector<Varbind>> answer = session.Get({SysObjectId()});
  if (!answer.ok()) {
    return answer.error();
  }
  const Value& sys_object_id = answer->front().value;
  if (const Oid* oid = sys_object_id.AsOid()) {
    Result<std::optional<Identification>> found =
        ByClaim(session, families, *oid);
    if (!found.ok()) {
      return found.error();
    }
    if (found->has_value()) {
      return **std::move(found);
    }
  }
  Candidates all;
  for (const Family& family : families) {
    all.push_back(&family);
  }
  Result<std::optional<Hit>> hit = Ask(session, all);
  if (!hit.ok()) {
    return hit.error();
  }
  if (!hit->has_value()) {
    return Unknown(session, families, sys_object_id);
  }
  return Identification{(*hit)->family, "it serves " + (*hit)->oid.ToString() +
                                            ", although its sysObjectID is " +
                                            sys_object_id.ToString()};
}

}  // namespace pdukit::client
