#ifndef PDUKIT_FAKE_PDU_AGENT_OBJECT_HANDLER_H_
#define PDUKIT_FAKE_PDU_AGENT_OBJECT_HANDLER_H_

struct netsnmp_agent_request_info_s;
struct netsnmp_handler_registration_s;
struct netsnmp_mib_handler_s;
struct netsnmp_request_info_s;

namespace pdukit::fake_pdu {

class ObjectView;

// What a request is answered from: found by the handler at its session's
// callback_magic.
class RequestTarget {
 public:
  virtual ObjectView& view() = 0;

 protected:
  ~RequestTarget() = default;
};

// Net-SNMP's handler for all objects: gets all varbinds of a request at once
// and answers them from the view. Who sent it may do so. Runs under the
// runtime's lock. SETs are checked in RESERVE1 and applied in ACTION, since a
// failure in COMMIT would not be undone.
int HandleObjects(netsnmp_mib_handler_s* handler,
                  netsnmp_handler_registration_s* registration,
                  netsnmp_agent_request_info_s* info,
                  netsnmp_request_info_s* requests) noexcept;

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_OBJECT_HANDLER_H_
