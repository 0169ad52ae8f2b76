#include "fake_pdu/agent/gate.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "fake_pdu/agent/net_snmp_agent.h"

namespace pdukit::fake_pdu {
namespace {

// Net-SNMP's hooks know the transport, but no session. Guarded by the
// runtime's lock.
Gate* reading_gate = nullptr;

// What was fetched and not yet read. Guarded by the runtime's lock.
struct Inbox {
  std::array<char, 65536> octets{};
  ssize_t size = 0;
  netsnmp_indexed_addr_pair source{};
};

// Made once, since it is large.
Inbox& TheInbox() {
  static auto* const kInbox = new Inbox;
  return *kInbox;
}

const char* ReasonText(int reason) {
  switch (reason) {
    case SNMPERR_USM_UNKNOWNENGINEID:
      return "unknown engine ID";
    case SNMPERR_USM_UNKNOWNSECURITYNAME:
      return "unknown user";
    case SNMPERR_USM_UNSUPPORTEDSECURITYLEVEL:
      return "the user has no such security level";
    case SNMPERR_USM_AUTHENTICATIONFAILURE:
      return "wrong authentication key";
    case SNMPERR_USM_NOTINTIMEWINDOW:
      return "not in time window";
    case SNMPERR_USM_DECRYPTIONERROR:
      return "wrong privacy key";
    default:
      return "no SNMP message";
  }
}

bool IsBoundToOneAddress(int socket) {
  netsnmp_sockaddr_storage address{};
  socklen_t size = sizeof address;
  getsockname(socket, &address.sa, &size);
  return address.sa.sa_family == AF_INET6
             ? !IN6_IS_ADDR_UNSPECIFIED(&address.sin6.sin6_addr)
             : address.sin.sin_addr.s_addr != htonl(INADDR_ANY);
}

}  // namespace

void Gate::Install(netsnmp_transport& transport, TimerQueue& timers,
                   std::function<void(const ReceivedMessage&)> read_late) {
  socket_ = transport.sock;
  receive_ = std::exchange(transport.f_recv, &Receive);
  has_one_address_ = IsBoundToOneAddress(socket_);
  send_ = std::exchange(transport.f_send, &Send);
  read_late_ = std::move(read_late);
  delayed_ = std::make_unique<DelayedActions>(clock_, timers);
  delivery_.emplace(socket_, *delayed_);
}

void Gate::StopDelayed() {
  if (delayed_ != nullptr) {
    delayed_->Stop();
  }
}

Gate::Reading::Reading(Gate& gate, const ReceivedMessage* message)
    : gate_(gate) {
  reading_gate = &gate;
  gate.late_ = message;
  gate.has_message_ = false;
}

Gate::Reading::~Reading() {
  reading_gate = nullptr;
  gate_.late_ = nullptr;
  gate_.request_.reset();
  gate_.befalling_.clear();
  if (gate_.has_message_) {
    gate_.journal_.Add(gate_.record_);
  }
}

int Gate::Receive(netsnmp_transport* transport, void* buffer, int size,
                  void** addresses, int* addresses_size) {
  Gate& gate = *reading_gate;
  const int received =
      gate.late_ == nullptr
          ? gate.ReceiveFetched(transport, buffer, size, addresses,
                                addresses_size)
          : gate.ReceiveLate(buffer, size, addresses, addresses_size);
  if (received > 0 && *addresses != nullptr) {
    gate.OnReceived(buffer, received, *addresses, *addresses_size);
  }
  return received;
}

// Net-SNMP's own receive asks the kernel where each datagram came to, which
// takes several calls, and is of use only where that could be more than one
// address: there the message stays in the socket.
bool Gate::Fetch() {
  if (!has_one_address_) {
    char octet = 0;
    return recv(socket_, &octet, sizeof octet, MSG_DONTWAIT | MSG_PEEK) >= 0;
  }
  Inbox& inbox = TheInbox();
  // An address of IPv4 leaves some of it as it is, and sources are compared.
  inbox.source = {};
  socklen_t source_size = sizeof inbox.source.remote_addr;
  const ssize_t received =
      recvfrom(socket_, inbox.octets.data(), inbox.octets.size(), MSG_DONTWAIT,
               &inbox.source.remote_addr.sa, &source_size);
  inbox.size = std::max<ssize_t>(received, 0);
  return received >= 0;
}

int Gate::ReceiveFetched(netsnmp_transport* transport, void* buffer, int size,
                         void** addresses, int* addresses_size) const {
  if (!has_one_address_) {
    return receive_(transport, buffer, size, addresses, addresses_size);
  }
  const Inbox& inbox = TheInbox();
  const int received = std::min(size, static_cast<int>(inbox.size));
  std::memcpy(buffer, inbox.octets.data(), static_cast<std::size_t>(received));
  // Net-SNMP frees it.
  *addresses = std::malloc(sizeof inbox.source);
  *addresses_size = sizeof inbox.source;
  std::memcpy(*addresses, &inbox.source, sizeof inbox.source);
  return received;
}

int Gate::ReceiveLate(void* buffer, int size, void** addresses,
                      int* addresses_size) const {
  const int received = std::min(size, static_cast<int>(late_->octets.size()));
  std::memcpy(buffer, late_->octets.data(), static_cast<std::size_t>(received));
  // Net-SNMP frees it.
  *addresses = std::malloc(late_->addresses.size());
  *addresses_size = static_cast<int>(late_->addresses.size());
  std::memcpy(*addresses, late_->addresses.data(), late_->addresses.size());
  return received;
}

void Gate::OnReceived(const void* octets, int size, const void* addresses,
                      int addresses_size) {
  has_message_ = true;
  record_.Reset();
  record_.time = clock_.WallNow();
  std::memcpy(record_.source.data(), addresses, record_.source.size());
  if (rules_.any()) {
    message_.octets.assign(static_cast<const char*>(octets),
                           static_cast<std::size_t>(size));
    message_.addresses.assign(static_cast<const char*>(addresses),
                              static_cast<std::size_t>(addresses_size));
  }
}

void Gate::OnUnreadable(const snmp_pdu& message, int reason) {
  if (reading_gate != nullptr) {
    reading_gate->record_.request.version = message.version;
    reading_gate->Refuse(ReasonText(reason));
  }
}

// A message that comes late has been through it before.
void Gate::FindBefalling() {
  if (!rules_.any() || late_ != nullptr || request_) {
    return;
  }
  request_ = record_.request.ToRequest(view_);
  request_->source = record_.SourceText();
  request_->is_resend = journal_.Holds(record_);
  Add(rules_.Befalling(*request_, clock_.Now()));
}

void Gate::FindBefallingAnswer(const snmp_pdu& response) {
  if (!request_ || !IsWalk(*request_)) {
    return;
  }
  MessageRecord answer;
  answer.Keep(response);
  Request answered = *request_;
  answered.varbinds = answer.Varbinds(view_);
  Add(rules_.BefallingAnswer(answered, clock_.Now()));
}

void Gate::Add(const std::vector<FaultRulePtr>& befalling) {
  for (const FaultRulePtr& rule : befalling) {
    befalling_.push_back(rule);
    record_.fault += (record_.fault.empty() ? "" : ", ") + rule->effect().text;
  }
}

const Effect* Gate::OnRequest(const snmp_pdu& request) {
  record_.request.Keep(request);
  FindBefalling();
  const auto found = std::find_if(
      befalling_.begin(), befalling_.end(), [](const FaultRulePtr& rule) {
        return rule->effect().intake != Intake::kServe;
      });
  if (found == befalling_.end()) {
    return nullptr;
  }
  const Effect& effect = (*found)->effect();
  if (effect.intake == Intake::kTwice) {
    duplicate_ = message_;
    return nullptr;
  }
  if (effect.intake == Intake::kLater) {
    delayed_->Run(effect.delay,
                  [this, message = message_] { read_late_(message); });
  }
  return &effect;
}

std::optional<ReceivedMessage> Gate::TakeDuplicate() {
  return std::exchange(duplicate_, std::nullopt);
}

int Gate::Build(snmp_session* session, snmp_pdu* response,
                unsigned char** buffer, std::size_t* size,
                std::size_t* offset) {
  // The library comes again for a GETBULK of which not everything fitted: then
  // it encodes from the front, and leaves variables out.
  const bool is_first =
      reading_gate != nullptr && !reading_gate->record_.is_answered;
  if (is_first) {
    reading_gate->Change(*response);
  }
  if ((response->flags & UCD_MSG_FLAG_FORWARD_ENCODE) != 0) {
    std::size_t used = *size;
    const int result = snmp_build(buffer, &used, offset, session, response);
    *offset = used;
    if (reading_gate != nullptr) {
      reading_gate->record_.response.Keep(*response);
    }
    return result;
  }
  const int result = snmp_build(buffer, size, offset, session, response);
  // It has encoded from the back, and a hook has to leave it at the front.
  if (result == 0 && netsnmp_ds_get_boolean(NETSNMP_DS_LIBRARY_ID,
                                            NETSNMP_DS_LIB_REVERSE_ENCODE)) {
    std::memmove(*buffer, *buffer + (*size - *offset), *offset);
  }
  return result;
}

void Gate::Change(snmp_pdu& response) {
  // A Report for what never became a request.
  if (record_.request.command == 0) {
    record_.request.version = response.version;
  }
  FindBefalling();
  FindBefallingAnswer(response);
  for (const FaultRulePtr& rule : befalling_) {
    if (rule->effect().rewrite) {
      rule->effect().rewrite({response, *request_, rule->requests(), view_});
    }
  }
  record_.is_answered = true;
  record_.response.Keep(response);
}

int Gate::Send(netsnmp_transport* transport, const void* octets, int size,
               void** addresses, int* addresses_size) {
  Gate* gate = reading_gate;
  const auto length = static_cast<std::size_t>(size);
  if (!gate->befalling_.empty() || gate->delivery_->holds_back()) {
    gate->SendThroughFaults(octets, length,
                            {static_cast<const char*>(*addresses),
                             static_cast<std::size_t>(*addresses_size)});
    return size;
  }
  if (!gate->has_one_address_) {
    return gate->send_(transport, octets, size, addresses, addresses_size);
  }
  SendDatagram(gate->socket_, octets, length, *addresses);
  return size;
}

void Gate::SendThroughFaults(const void* octets, std::size_t size,
                             const std::string& addresses) {
  std::vector<Datagram> datagrams(1);
  datagrams.front().octets.assign(static_cast<const char*>(octets), size);
  for (const FaultRulePtr& rule : befalling_) {
    const Effect& effect = rule->effect();
    if (effect.deliver) {
      effect.deliver(datagrams);
    } else if (effect.intake == Intake::kDrop) {
      // Net-SNMP answers by itself what it can make no request of.
      datagrams.clear();
      record_.is_answered = false;
    }
  }
  delivery_->Send(datagrams, addresses);
}

}  // namespace pdukit::fake_pdu
