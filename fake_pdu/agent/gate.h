#ifndef PDUKIT_FAKE_PDU_AGENT_GATE_H_
#define PDUKIT_FAKE_PDU_AGENT_GATE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/timer_queue.h"
#include "fake_pdu/agent/delayed_actions.h"
#include "fake_pdu/agent/delivery.h"
#include "fake_pdu/agent/effect.h"
#include "fake_pdu/agent/fault_rule.h"
#include "fake_pdu/agent/journal.h"
#include "fake_pdu/mib/object_view.h"

struct netsnmp_transport_s;
struct snmp_pdu;
struct snmp_session;

namespace pdukit::fake_pdu {

// A message as it came.
struct ReceivedMessage {
  std::string octets{};
  std::string addresses{};  // In the form that Net-SNMP keeps them.
};

// What every message of an endpoint passes on its way in and out: here faults
// act, and the journal is written. It stands between Net-SNMP and the socket,
// and between Net-SNMP and its encoder.
//
// Whatever belongs to a message that is being read is called under the
// runtime's lock; the rest is thread-safe.
class Gate {
 public:
  // The view and the clock must outlive it.
  Gate(const ObjectView& view, const Clock& clock, std::size_t journal_size)
      : view_(view), clock_(clock), journal_(journal_size) {}
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  // Takes the place of the transport's own receive and send. What is delayed
  // waits in `timers`; a request that comes late is given to `read_late`, with
  // no lock held.
  void Install(netsnmp_transport_s& transport, TimerQueue& timers,
               std::function<void(const ReceivedMessage&)> read_late);
  // Nothing that was delayed happens any more once it has returned. Hold no
  // lock.
  void StopDelayed();

  // Takes the next message from the socket; false if there is none.
  bool Fetch();

  // While it lives one message is read: the one that was fetched, or this.
  class Reading {
   public:
    explicit Reading(Gate& gate, const ReceivedMessage* message = nullptr);
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

   private:
    Gate& gate_;
  };

  // For a message that Net-SNMP can make no request of, and its reason.
  static void OnUnreadable(const snmp_pdu& message, int reason);

  // The effect that keeps the request from being served; null if it is to be
  // served.
  const Effect* OnRequest(const snmp_pdu& request);

  // Why a request is not served. A constant.
  void Refuse(const char* reason) { record_.refusal = reason; }

  // Encodes a response, changed as the faults say: a session's build hook.
  static int Build(snmp_session* session, snmp_pdu* response,
                   unsigned char** buffer, std::size_t* size,
                   std::size_t* offset);

  // A request that is to be served twice and was once.
  std::optional<ReceivedMessage> TakeDuplicate();

  FaultRules& rules() { return rules_; }
  std::vector<Exchange> journal() const { return journal_.Read(view_); }
  std::uint64_t exchange_count() const { return journal_.count(); }
  void ClearJournal() { journal_.Clear(); }

 private:
  static int Receive(netsnmp_transport_s* transport, void* buffer, int size,
                     void** addresses, int* addresses_size);
  static int Send(netsnmp_transport_s* transport, const void* octets, int size,
                  void** addresses, int* addresses_size);

  int ReceiveFetched(netsnmp_transport_s* transport, void* buffer, int size,
                     void** addresses, int* addresses_size) const;
  int ReceiveLate(void* buffer, int size, void** addresses,
                  int* addresses_size) const;
  void OnReceived(const void* octets, int size, const void* addresses,
                  int addresses_size);
  void FindBefalling();
  void FindBefallingAnswer(const snmp_pdu& response);
  void Add(const std::vector<FaultRulePtr>& befalling);
  void Change(snmp_pdu& response);
  void SendThroughFaults(const void* octets, std::size_t size,
                         const std::string& addresses);

  const ObjectView& view_;
  const Clock& clock_;
  Journal journal_;
  FaultRules rules_;

  int socket_ = -1;
  // Of an address of the host: an answer can come from no other.
  bool has_one_address_ = false;
  int (*receive_)(netsnmp_transport_s*, void*, int, void**, int*) = nullptr;
  int (*send_)(netsnmp_transport_s*, const void*, int, void**, int*) = nullptr;
  std::function<void(const ReceivedMessage&)> read_late_;
  std::optional<Delivery> delivery_;
  std::unique_ptr<DelayedActions> delayed_;  // Uses the delivery.

  // Of the message that is being read.
  const ReceivedMessage* late_ = nullptr;
  bool has_message_ = false;
  ExchangeRecord record_;
  ReceivedMessage message_;         // Only if there are faults.
  std::optional<Request> request_;  // Likewise; once they were looked for.
  std::vector<FaultRulePtr> befalling_;
  std::optional<ReceivedMessage> duplicate_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_GATE_H_
