#include "fake_pdu/agent/testing/test_client.h"

#include <poll.h>

#include <cstring>
#include <stdexcept>

#include "snmp/net_snmp.h"
#include "snmp/net_snmp_varbind.h"

namespace pdukit::fake_pdu {

Value TestReply::value() const {
  return varbinds.empty() ? Value::Null() : varbinds.front().value;
}

TestClient::TestClient(const std::string& address, SnmpVersion version,
                       const std::string& community) {
  std::string octets = community;
  const NetSnmpRuntime::Lock lock(runtime_);
  netsnmp_session settings;
  snmp_sess_init(&settings);
  settings.version =
      version == SnmpVersion::kV1 ? SNMP_VERSION_1 : SNMP_VERSION_2c;
  settings.community = reinterpret_cast<u_char*>(octets.data());
  settings.community_len = octets.size();
  Open(address, settings, lock);
}

TestClient::TestClient(const std::string& address, const UsmUser& user)
    : identity_(UsmClientIdentity::Create(user).value()) {
  {
    const NetSnmpRuntime::Lock lock(runtime_);
    netsnmp_session settings;
    snmp_sess_init(&settings);
    identity_->Attach(settings, lock);
    Open(address, settings, lock);
    snmp_sess_session(session_)->flags |= SNMP_FLAGS_DONT_PROBE;
  }
  Discover();
}

TestClient::~TestClient() {
  const NetSnmpRuntime::Lock lock(runtime_);
  snmp_sess_close(session_);
}

void TestClient::Open(const std::string& address, snmp_session& settings,
                      const NetSnmpRuntime::Lock&) {
  std::string peer = (address.front() == '[' ? "udp6:" : "udp:") + address;
  settings.peername = peer.data();
  settings.retries = 0;
  session_ = snmp_sess_open(&settings);
  if (session_ == nullptr) {
    throw std::runtime_error("cannot open a session with " + address);
  }
  socket_ = snmp_sess_transport(session_)->sock;
}

void TestClient::Discover() {
  netsnmp_pdu* probe = Create(SNMP_MSG_GET, {});
  probe->version = SNMP_VERSION_3;
  probe->securityModel = SNMP_SEC_MODEL_USM;
  probe->securityLevel = SNMP_SEC_LEVEL_NOAUTH;
  probe->securityName = strdup("");
  Exchange(probe);
}

TestReply TestClient::Get(const std::vector<Oid>& oids) {
  return Exchange(Create(SNMP_MSG_GET, oids));
}

TestReply TestClient::GetNext(const std::vector<Oid>& oids) {
  return Exchange(Create(SNMP_MSG_GETNEXT, oids));
}

TestReply TestClient::GetBulk(const std::vector<Oid>& oids,
                              long max_repetitions, long non_repeaters) {
  netsnmp_pdu* request = Create(SNMP_MSG_GETBULK, oids);
  request->non_repeaters = non_repeaters;
  request->max_repetitions = max_repetitions;
  return Exchange(request);
}

TestReply TestClient::Set(const std::vector<Varbind>& varbinds) {
  return Exchange(CreateSet(varbinds));
}

void TestClient::Send(Operation operation,
                      const std::vector<Varbind>& varbinds) {
  if (operation == Operation::kSet) {
    Send(CreateSet(varbinds));
    return;
  }
  std::vector<Oid> oids;
  for (const Varbind& varbind : varbinds) {
    oids.push_back(varbind.oid);
  }
  if (operation == Operation::kGetBulk) {
    netsnmp_pdu* request = Create(SNMP_MSG_GETBULK, oids);
    request->non_repeaters = 0;
    request->max_repetitions = 2;
    Send(request);
    return;
  }
  Send(Create(operation == Operation::kGet ? SNMP_MSG_GET : SNMP_MSG_GETNEXT,
              oids));
}

void TestClient::Send(const Oid& oid, const std::string& context) {
  netsnmp_pdu* request = Create(SNMP_MSG_GET, {oid});
  if (!context.empty()) {
    request->contextName = strdup(context.c_str());
    request->contextNameLen = context.size();
  }
  Send(request);
}

std::optional<TestReply> TestClient::Received() {
  Receive(std::chrono::milliseconds(0));
  return reply_;
}

snmp_pdu* TestClient::Create(int command, const std::vector<Oid>& oids) {
  const NetSnmpRuntime::Lock lock(runtime_);
  netsnmp_pdu* pdu = snmp_pdu_create(command);
  for (const Oid& oid : oids) {
    const NetSnmpOid name = ToNetSnmp(oid);
    snmp_add_null_var(pdu, name.data(), name.size());
  }
  return pdu;
}

snmp_pdu* TestClient::CreateSet(const std::vector<Varbind>& varbinds) {
  netsnmp_pdu* request = Create(SNMP_MSG_SET, {});
  for (const Varbind& varbind : varbinds) {
    const NetSnmpOid name = ToNetSnmp(varbind.oid);
    SetValue(*snmp_add_null_var(request, name.data(), name.size()),
             varbind.value);
  }
  return request;
}

void TestClient::Send(snmp_pdu* request) {
  const NetSnmpRuntime::Lock lock(runtime_);
  reply_.reset();
  resends_ = 0;
  if (snmp_sess_async_send(session_, request, &OnMessage, this) == 0) {
    snmp_free_pdu(request);
    throw std::runtime_error("cannot send");
  }
}

TestReply TestClient::Exchange(snmp_pdu* request) {
  Send(request);
  while (!reply_) {
    if (!Receive(std::chrono::seconds(10))) {
      throw std::runtime_error("no answer");
    }
  }
  return *reply_;
}

bool TestClient::Receive(std::chrono::milliseconds wait) {
  pollfd ready{socket_, POLLIN, 0};
  if (poll(&ready, 1, static_cast<int>(wait.count())) != 1) {
    return false;
  }
  const NetSnmpRuntime::Lock lock(runtime_);
  netsnmp_large_fd_set readable;
  netsnmp_large_fd_set_init(&readable, 1024);
  NETSNMP_LARGE_FD_ZERO(&readable);
  NETSNMP_LARGE_FD_SET(socket_, &readable);
  snmp_sess_read2(session_, &readable);
  netsnmp_large_fd_set_cleanup(&readable);
  return true;
}

int TestClient::OnMessage(int operation, snmp_session*, int, snmp_pdu* pdu,
                          void* magic) noexcept {
  auto* client = static_cast<TestClient*>(magic);
  if (operation == NETSNMP_CALLBACK_OP_RESEND) {
    ++client->resends_;
  }
  if (operation != NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE || pdu == nullptr) {
    return 1;
  }
  TestReply reply;
  reply.resends = client->resends_;
  reply.status = static_cast<ErrorStatus>(pdu->errstat);
  reply.index = pdu->errindex;
  for (const netsnmp_variable_list* variable = pdu->variables;
       variable != nullptr; variable = variable->next_variable) {
    reply.varbinds.push_back(
        {NameOf(*variable), ValueOf(*variable).value_or(Value::Null())});
  }
  if (pdu->command == SNMP_MSG_REPORT && !reply.varbinds.empty()) {
    reply.report = reply.varbinds.front().oid;
  }
  client->reply_ = reply;
  return 1;
}

}  // namespace pdukit::fake_pdu
