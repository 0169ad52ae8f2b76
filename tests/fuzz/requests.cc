#include "tests/fuzz/requests.h"

#include <cstddef>
#include <cstdlib>
#include <memory>

#include "client/session/ber.h"
#include "snmp/net_snmp.h"
#include "snmp/net_snmp_varbind.h"
#include "snmp/runtime.h"
#include "tests/fuzz/fuzz_target.h"

namespace pdukit::fuzz {
namespace {

// sPDUOutletCtl and rPDUOutletConfigOutletName of PowerNet-MIB.
const Oid kCommand{1, 3, 6, 1, 4, 1, 318, 1, 1, 4, 4, 2, 1, 3, 3};
const Oid kName{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 4, 1, 1, 2, 3};
const Oid kSystem{1, 3, 6, 1, 2, 1, 1};

struct PduDeleter {
  void operator()(netsnmp_pdu* pdu) const { snmp_free_pdu(pdu); }
};

netsnmp_pdu* CreatePdu(const RequestSpec& spec) {
  netsnmp_pdu* pdu = snmp_pdu_create(spec.command);
  pdu->reqid = kRequestId;
  if (spec.is_bulk()) {
    pdu->non_repeaters = 0;
    pdu->max_repetitions = spec.repetitions;
  }
  for (const Varbind& varbind : spec.varbinds) {
    const NetSnmpOid name = ToNetSnmp(varbind.oid);
    SetValue(*snmp_add_null_var(pdu, name.data(), name.size()), varbind.value);
  }
  return pdu;
}

}  // namespace

std::string EncodeRequest(SnmpVersion version, const std::string& community,
                          const RequestSpec& spec) {
  NetSnmpRuntime& runtime = NetSnmpRuntime::Get();
  const NetSnmpRuntime::Lock lock(runtime);
  std::string octets = community;
  netsnmp_session session;
  snmp_sess_init(&session);
  session.version =
      version == SnmpVersion::kV1 ? SNMP_VERSION_1 : SNMP_VERSION_2c;
  session.community = reinterpret_cast<u_char*>(octets.data());
  session.community_len = octets.size();
  const std::unique_ptr<netsnmp_pdu, PduDeleter> pdu(CreatePdu(spec));
  pdu->version = session.version;

  std::size_t size = 2048;
  std::size_t used = 0;
  auto* buffer = static_cast<u_char*>(std::malloc(size));
  const int result = snmp_build(&buffer, &size, &used, &session, pdu.get());
  Require(result == 0, "Net-SNMP encodes a request");
  // It has encoded from the back.
  std::string message(reinterpret_cast<char*>(buffer) + (size - used), used);
  std::free(buffer);
  return message;
}

std::string PduOf(const std::string& message) {
  namespace ber = client::ber;
  return ber::Write(ber::Parse(ber::Parse(message).at(0).content).at(2));
}

std::vector<RequestSpec> SampleRequests() {
  return {
      {SNMP_MSG_GET, {{kSystem.Child(Oid{1, 0}), Value::Null()}}},
      {SNMP_MSG_GET,
       {{kSystem.Child(Oid{5, 0}), Value::Null()}, {kCommand, Value::Null()}}},
      {SNMP_MSG_GETNEXT, {{kSystem, Value::Null()}, {kName, Value::Null()}}},
      {SNMP_MSG_GETBULK, {{kSystem, Value::Null()}}, 20},
      {SNMP_MSG_SET, {{kCommand, Value::Integer32(2)}}},
      {SNMP_MSG_SET,
       {{kName, Value::OctetString("web-1")}, {kCommand, Value::Integer32(1)}}},
      {SNMP_MSG_SET, {{kSystem, Value::ObjectIdentifier(kName)}}},
      {SNMP_MSG_SET, {{kName, Value::Counter64(1ULL << 63)}}},
  };
}

}  // namespace pdukit::fuzz
