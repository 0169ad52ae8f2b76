#ifndef PDUKIT_FAKE_PDU_AGENT_SNMP_ENDPOINT_H_
#define PDUKIT_FAKE_PDU_AGENT_SNMP_ENDPOINT_H_

// The SNMP agent of one PDU: a UDP port on which one ObjectView is served,
// under v1, v2c and v3.
//
//   SnmpEndpoint::Options options;
//   options.read_community = "public";
//   auto endpoint = SnmpEndpoint::Start(options, view);
//   Use((*endpoint)->address());  // "127.0.0.1:40961"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "fake_pdu/agent/access.h"
#include "fake_pdu/agent/exchange.h"
#include "fake_pdu/agent/fault.h"
#include "fake_pdu/mib/object_view.h"

namespace pdukit::fake_pdu {

class EndpointAgent;

// Thread-safe. Any number may live in one process: one thread answers for all
// of them. The view is called on that thread, and time is asked for, while
// Net-SNMP's process-wide lock is held: neither may wait for a thread that
// uses an endpoint or an SNMP client.
class SnmpEndpoint {
 public:
  struct Options {
    // An IPv4 or IPv6 address with a port: "127.0.0.1:0", "[::1]:1161". Port 0
    // takes a free one.
    std::string listen = "127.0.0.1:0";
    // An empty one admits nobody. The write community also reads.
    std::string read_community{};
    std::string write_community{};
    // A request that protects less than the user's keys could is refused with
    // authorizationError, as by an access control that asks for it.
    std::vector<EndpointUser> users{};
    // snmpEngineID: 5 to 32 octets; MakeEngineId(8072) if empty.
    std::string engine_id{};
    std::uint32_t engine_boots = 1;
    // Of snmpEngineTime, and of what faults delay. Must outlive the endpoint;
    // null means the real one.
    Clock* clock = nullptr;
    // How many exchanges are kept; none if it is 0.
    std::size_t journal_size = 1000;
    // Called on the agent thread after each exchange, under Net-SNMP's lock;
    // may be empty.
    std::function<void()> on_exchange{};
  };

  // Returns once it is bound and answers. The view must outlive it. Fails with
  // kSystem if the address cannot be bound, else with kInvalidArgument.
  static Result<std::unique_ptr<SnmpEndpoint>> Start(const Options& options,
                                                     ObjectView& view);

  // No request is answered and the view not used once it has returned; the
  // port is closed and the users are forgotten. May be called on the agent
  // thread, but not from the view.
  ~SnmpEndpoint();
  SnmpEndpoint(const SnmpEndpoint&) = delete;
  SnmpEndpoint& operator=(const SnmpEndpoint&) = delete;

  // "127.0.0.1" or "::1".
  const std::string& host() const { return host_; }
  std::uint16_t port() const { return port_; }
  // What a client is given: "127.0.0.1:40961" or "[::1]:40961".
  const std::string& address() const { return address_; }
  const std::string& engine_id() const { return engine_id_; }

  // As after a loss of power: snmpEngineBoots one higher, snmpEngineTime from
  // zero. Requests not yet read are lost.
  void Restart();

  // A mute endpoint swallows what it receives. Every request that comes
  // between Mute and Unmute is lost.
  void Mute();
  void Unmute();

  // From now on this goes wrong.
  InjectedFault Inject(const Fault& fault);
  void ClearFaults();

  // Each of these three waits for an exchange that is under way, so that it
  // counts whoever has its answer.

  // The last Options::journal_size exchanges, oldest first, with the names that
  // the view gives.
  std::vector<Exchange> journal() const;
  // How many there have been.
  std::uint64_t exchange_count() const;
  void ClearJournal();

 private:
  explicit SnmpEndpoint(std::unique_ptr<EndpointAgent> agent);

  std::string host_;
  std::uint16_t port_ = 0;
  std::string address_;
  std::string engine_id_;
  std::unique_ptr<EndpointAgent> agent_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_SNMP_ENDPOINT_H_
