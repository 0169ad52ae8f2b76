#include "client/drivers/families.h"

#include <cstddef>
#include <optional>

#include "client/drivers/apc_rpdu.h"
#include "client/drivers/raritan_pdu2.h"

namespace pdukit::client {
namespace {

const Oid& SysObjectId() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 2, 1, 1, 2, 0};
  return oid;
}

bool Claims(const Family& family, const Oid& sys_object_id) {
  for (const Oid& claimed : family.sys_object_ids) {
    if (sys_object_id.StartsWith(claimed)) {
      return true;
    }
  }
  return false;
}

Result<Identification> Probe(SnmpSession& session,
                             const std::string& sys_object_id) {
  std::vector<Oid> counts;
  for (const Family& family : KnownFamilies()) {
    counts.push_back(family.outlet_count);
  }
  Result<std::vector<Varbind>> answer = session.Get(counts);
  if (!answer.ok()) {
    return answer.error();
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if ((*answer)[i].value.AsInt64().value_or(0) > 0) {
      return Identification{&KnownFamilies()[i],
                            "it serves " + counts[i].ToString() +
                                ", although its sysObjectID is " +
                                sys_object_id};
    }
  }
  return Error{
      ErrorKind::kUnknownFamily,
      "no driver knows this device, its sysObjectID is " + sys_object_id,
      "name its family, or use the family generic with the OID that "
      "switches it",
      session.host()};
}

}  // namespace

const std::vector<Family>& KnownFamilies() {
  static const std::vector<Family>& families = *new std::vector<Family>{
      ApcRpdu(),
      RaritanPdu2(),
  };
  return families;
}

const Family* FindFamily(std::string_view name) {
  for (const Family& family : KnownFamilies()) {
    if (family.name == name) {
      return &family;
    }
  }
  return nullptr;
}

const Family* FindFamilyByCommand(const Column& command) {
  for (const Family& family : KnownFamilies()) {
    if (family.command == command) {
      return &family;
    }
  }
  return nullptr;
}

Result<Identification> IdentifyFamily(SnmpSession& session) {
  Result<std::vector<Varbind>> answer = session.Get({SysObjectId()});
  if (!answer.ok()) {
    return answer.error();
  }
  const Value& sys_object_id = answer->front().value;
  if (const Oid* oid = sys_object_id.AsOid()) {
    for (const Family& family : KnownFamilies()) {
      if (Claims(family, *oid)) {
        return Identification{&family, "its sysObjectID is " + oid->ToString()};
      }
    }
  }
  return Probe(session, sys_object_id.ToString());
}

}  // namespace pdukit::client
