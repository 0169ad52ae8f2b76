#ifndef PDUKIT_FAKE_PDU_AGENT_DELIVERY_H_
#define PDUKIT_FAKE_PDU_AGENT_DELIVERY_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "fake_pdu/agent/delayed_actions.h"
#include "fake_pdu/agent/effect.h"

namespace pdukit::fake_pdu {

// To the source of a message, whose `addresses` are in the form that Net-SNMP
// keeps them. What cannot be sent is lost, as UDP has it.
void SendDatagram(int socket, const void* octets, std::size_t size,
                  const void* addresses);

// The way of the datagrams that faults act upon: at once, later, after the next
// one, or from another port. Not thread-safe.
class Delivery {
 public:
  // `delayed` must be stopped before it goes, and before the socket is closed.
  Delivery(int socket, DelayedActions& delayed)
      : socket_(socket), delayed_(delayed) {}
  Delivery(const Delivery&) = delete;
  Delivery& operator=(const Delivery&) = delete;

  // Whether a datagram waits for the next one.
  bool holds_back() const { return held_back_.has_value(); }

  void Send(const std::vector<Datagram>& datagrams,
            const std::string& addresses);

 private:
  void SendOne(const Datagram& datagram, const std::string& addresses);
  void SendNow(const Datagram& datagram, const std::string& addresses) const;

  struct Parcel {
    Datagram datagram;
    std::string addresses;
  };

  const int socket_;
  DelayedActions& delayed_;
  std::optional<Parcel> held_back_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_DELIVERY_H_
