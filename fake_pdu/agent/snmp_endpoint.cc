#include "fake_pdu/agent/snmp_endpoint.h"

#include <utility>

#include "fake_pdu/agent/endpoint_agent.h"
#include "fake_pdu/agent/listen_address.h"

namespace pdukit::fake_pdu {

Result<std::unique_ptr<SnmpEndpoint>> SnmpEndpoint::Start(
    const Options& options, ObjectView& view) {
  const Result<ListenAddress> wanted = ListenAddress::Parse(options.listen);
  if (!wanted.ok()) {
    return wanted.error();
  }
  auto agent = EndpointAgent::Create(options, view);
  if (!agent.ok()) {
    return agent.error();
  }
  const Result<ListenAddress> bound = (*agent)->Open(*wanted);
  if (!bound.ok()) {
    return bound.error();
  }
  std::unique_ptr<SnmpEndpoint> endpoint(new SnmpEndpoint(*std::move(agent)));
  endpoint->host_ = bound->host;
  endpoint->port_ = bound->port;
  endpoint->address_ = bound->ToString();
  endpoint->engine_id_ = endpoint->agent_->engine_id();
  return endpoint;
}

SnmpEndpoint::SnmpEndpoint(std::unique_ptr<EndpointAgent> agent)
    : agent_(std::move(agent)) {}

SnmpEndpoint::~SnmpEndpoint() = default;

void SnmpEndpoint::Restart() { agent_->Restart(); }

void SnmpEndpoint::Mute() { agent_->Mute(); }

void SnmpEndpoint::Unmute() { agent_->Unmute(); }

InjectedFault SnmpEndpoint::Inject(const Fault& fault) {
  return InjectedFault(agent_->gate().rules().Inject(fault));
}

void SnmpEndpoint::ClearFaults() { agent_->gate().rules().Clear(); }

std::vector<Exchange> SnmpEndpoint::journal() const {
  agent_->FinishExchange();
  return agent_->gate().journal();
}

std::uint64_t SnmpEndpoint::exchange_count() const {
  agent_->FinishExchange();
  return agent_->gate().exchange_count();
}

void SnmpEndpoint::ClearJournal() {
  agent_->FinishExchange();
  agent_->gate().ClearJournal();
}

}  // namespace pdukit::fake_pdu
