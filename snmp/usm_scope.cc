#include "snmp/usm_scope.h"

#include <array>
#include <cstddef>
#include <utility>

#include "snmp/net_snmp.h"

namespace pdukit {
namespace {

// No engine has an ID of this length: the entry is not found.
constexpr u_int kIdle = 0;

bool foreign_engine_times = false;

u_char* Octets(const std::string& text) {
  return reinterpret_cast<u_char*>(const_cast<char*>(text.data()));
}

// An engine ID that Net-SNMP puts into this list of its table.
std::string IdOfList(int list) {
  std::string id = "pdukit 0";
  while (hash_engineID(Octets(id), static_cast<u_int>(id.size())) != list) {
    ++id.back();
  }
  return id;
}

void Remove(usmUser* user) {
  usm_remove_user(user);
  // It leaves them pointing to its former neighbours.
  user->next = nullptr;
  user->prev = nullptr;
}

}  // namespace

enginetime_struct* EngineTimeEntry(const std::string& engine_id) {
  static std::array<enginetime_struct*, ETIMELIST_SIZE> entries{};
  const auto size = static_cast<u_int>(engine_id.size());
  const int list = hash_engineID(Octets(engine_id), size);
  if (list < 0) {
    return nullptr;
  }
  enginetime_struct*& entry = entries[static_cast<std::size_t>(list)];
  if (entry == nullptr) {
    // The library makes it, and keeps it until the process ends. One that was
    // there may go.
    const std::string idle = IdOfList(list);
    set_enginetime(Octets(idle), static_cast<u_int>(idle.size()), 0, 0, FALSE);
    entry =
        search_enginetime_list(Octets(idle), static_cast<u_int>(idle.size()));
    entry->engineID_len = kIdle;
  }
  return entry;
}

void ExpectForeignEngineTimes() { foreign_engine_times = true; }

UsmScope::UsmScope(const std::vector<UsmUserPtr>& users,
                   const std::string& engine_id, enginetime_struct* entry,
                   EngineTime time, Trust trust)
    : users_(users), entry_(entry) {
  while (usmUser* other = usm_get_userList()) {
    Remove(other);
    others_.push_back(other);
  }
  for (const UsmUserPtr& user : users_) {
    usm_add_user(user.get());
  }
  if (entry_ != nullptr) {
    Lend(engine_id, time, trust);
  }
}

void UsmScope::Lend(const std::string& engine_id, EngineTime time,
                    Trust trust) {
  if (foreign_engine_times) {
    foreign_ = search_enginetime_list(Octets(engine_id),
                                      static_cast<u_int>(engine_id.size()));
  }
  if (foreign_ != nullptr) {
    foreign_->engineID_len = kIdle;
  }
  idle_id_ = std::exchange(entry_->engineID, Octets(engine_id));
  entry_->engineID_len = static_cast<u_int>(engine_id.size());
  entry_->engineBoot = time.boots;
  entry_->engineTime = time.seconds;
  entry_->lastReceivedEngineTime =
      static_cast<time_t>(snmpv3_local_snmpEngineTime());
  entry_->authenticatedFlag = trust == Trust::kAuthenticated ? TRUE : FALSE;
}

UsmScope::~UsmScope() {
  for (const UsmUserPtr& user : users_) {
    Remove(user.get());
  }
  for (usmUser* other : others_) {
    usm_add_user(other);
  }
  if (entry_ != nullptr) {
    if (foreign_ != nullptr) {
      foreign_->engineID_len = entry_->engineID_len;
    }
    entry_->engineID = idle_id_;
    entry_->engineID_len = kIdle;
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
