#include "tests/bench/requests.h"

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "snmp/net_snmp.h"
#include "snmp/net_snmp_varbind.h"
#include "tests/bench/stock_session.h"

namespace pdukit::bench {
namespace {

int CommandOf(Operation operation) {
  switch (operation) {
    case Operation::kGet:
      return SNMP_MSG_GET;
    case Operation::kGetNext:
      return SNMP_MSG_GETNEXT;
    case Operation::kGetBulk:
      return SNMP_MSG_GETBULK;
    case Operation::kSet:
      return SNMP_MSG_SET;
  }
  return SNMP_MSG_GET;
}

using PduPtr = std::unique_ptr<netsnmp_pdu, void (*)(netsnmp_pdu*)>;

PduPtr MakeRequest(Operation operation, const Varbind& object) {
  PduPtr request(snmp_pdu_create(CommandOf(operation)), &snmp_free_pdu);
  if (operation == Operation::kGetBulk) {
    request->errstat = 0;
    request->errindex = kBulk;
  }
  const NetSnmpOid name = ToNetSnmp(object.oid);
  netsnmp_variable_list* variable =
      snmp_add_null_var(request.get(), name.data(), name.size());
  if (operation == Operation::kSet) {
    SetValue(*variable, object.value);
  }
  return request;
}

void ExpectAnswer(const Server& server, netsnmp_session& session,
                  Operation operation, const Varbind& object) {
  netsnmp_pdu* answer = nullptr;
  const int status = snmp_synch_response(
      &session, MakeRequest(operation, object).release(), &answer);
  const PduPtr owned(answer, &snmp_free_pdu);
  if (status != STAT_SUCCESS || answer->errstat != SNMP_ERR_NOERROR ||
      answer->variables->type >= SNMP_NOSUCHOBJECT) {
    throw std::runtime_error(fmt::format("{}: no right answer to {} of {}",
                                         server.name, ToString(operation),
                                         object.oid.ToString()));
  }
}

std::string Encode(netsnmp_session& session, Operation operation,
                   const Varbind& object) {
  const PduPtr request = MakeRequest(operation, object);
  request->version = session.version;
  std::size_t size = 2048;
  auto* octets = static_cast<u_char*>(std::malloc(size));
  std::size_t used = 0;
  if (snmp_build(&octets, &size, &used, &session, request.get()) != 0) {
    throw std::runtime_error("Net-SNMP cannot encode a request");
  }
  // It encodes from the back.
  std::string datagram(reinterpret_cast<char*>(octets + size - used), used);
  std::free(octets);
  return datagram;
}

std::vector<Varbind> Targets(const Dataset& dataset, Operation operation) {
  std::vector<Varbind> targets;
  for (const Varbind& object : dataset.objects()) {
    if (operation != Operation::kSet || dataset.IsWritable(object)) {
      targets.push_back(object);
    }
  }
  return targets;
}

}  // namespace

const char* ToString(Operation operation) {
  switch (operation) {
    case Operation::kGet:
      return "GET";
    case Operation::kGetNext:
      return "GETNEXT";
    case Operation::kGetBulk:
      return "GETBULK 10";
    case Operation::kSet:
      return "SET";
  }
  return "GET";
}

std::vector<std::string> EncodeRequests(const Server& server,
                                        SnmpVersion version,
                                        Operation operation,
                                        const Dataset& dataset,
                                        std::size_t count) {
  const StockSessionPtr session = OpenStockSession(server, version);
  const std::vector<Varbind> targets = Targets(dataset, operation);
  std::vector<std::string> requests;
  for (std::size_t at = 0; at < count; ++at) {
    // The last one has none behind it.
    Varbind target = targets[at * (targets.size() - 1) / count];
    if (operation == Operation::kSet) {
      target.value = Value::OctetString(fmt::format("Outlet {:03}", at));
    }
    ExpectAnswer(server, *session, operation, target);
    requests.push_back(Encode(*session, operation, target));
  }
  return requests;
}

}  // namespace pdukit::bench
