#include "snmp/usm_scope.h"

#include "snmp/net_snmp.h"

namespace pdukit {
namespace {

u_char* Octets(const std::string& text) {
  return reinterpret_cast<u_char*>(const_cast<char*>(text.data()));
}

void Remove(usmUser* user) {
  usm_remove_user(user);
  // It leaves them pointing to its former neighbours.
  user->next = nullptr;
  user->prev = nullptr;
}

}  // namespace

UsmScope::UsmScope(const std::vector<UsmUserPtr>& users,
                   const std::string& engine_id, EngineTime time, Trust trust)
    : users_(users), engine_id_(engine_id) {
  while (usmUser* other = usm_get_userList()) {
    Remove(other);
    others_.push_back(other);
  }
  for (const UsmUserPtr& user : users_) {
    usm_add_user(user.get());
  }
  if (!engine_id_.empty()) {
    set_enginetime(Octets(engine_id_), static_cast<u_int>(engine_id_.size()),
                   time.boots, time.seconds,
                   trust == Trust::kAuthenticated ? TRUE : FALSE);
  }
}

UsmScope::~UsmScope() {
  for (const UsmUserPtr& user : users_) {
    Remove(user.get());
  }
  for (usmUser* other : others_) {
    usm_add_user(other);
  }
  if (!engine_id_.empty()) {
    free_enginetime(Octets(engine_id_), engine_id_.size());
  }
}

void SetLocalEngine(const std::string& engine_id) {
  set_exact_engineID(Octets(engine_id), engine_id.size());
}

NoLocalEngine::NoLocalEngine() {
  u_char previous[SNMP_MAXBUF];
  const std::size_t size = snmpv3_get_engineID(previous, sizeof previous);
  previous_.assign(reinterpret_cast<const char*>(previous), size);
  // In RFC 3411's text format, under Net-SNMP's enterprise number.
  SetLocalEngine("\x80\x01\x1F\x88\x04nobody");
}

NoLocalEngine::~NoLocalEngine() { SetLocalEngine(previous_); }

}  // namespace pdukit
