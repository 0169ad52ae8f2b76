#include "tests/bench/stock_fleet.h"

#include <poll.h>

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>

#include "snmp/net_snmp.h"

namespace pdukit::bench {
namespace {

constexpr long kOn = 1;
constexpr long kOff = 2;

netsnmp_pdu* MakeRequest(int command, int outlet, bool on) {
  // sPDUOutletCtl
  const std::array<oid, 15> name{
      1, 3, 6, 1, 4, 1, 318, 1, 1, 4, 4, 2, 1, 3, static_cast<oid>(outlet)};
  netsnmp_pdu* request = snmp_pdu_create(command);
  if (command == SNMP_MSG_SET) {
    const long value = on ? kOn : kOff;
    snmp_pdu_add_variable(request, name.data(), name.size(), ASN_INTEGER,
                          &value, sizeof value);
  } else {
    snmp_add_null_var(request, name.data(), name.size());
  }
  return request;
}

bool Shows(const netsnmp_pdu& answer, bool on) {
  return answer.errstat == SNMP_ERR_NOERROR &&
         answer.variables->type == ASN_INTEGER &&
         *answer.variables->val.integer == (on ? kOn : kOff);
}

void Exchange(snmp_session& session, int command, int outlet, bool on) {
  netsnmp_pdu* answer = nullptr;
  const int status =
      snmp_synch_response(&session, MakeRequest(command, outlet, on), &answer);
  const bool good = status == STAT_SUCCESS && Shows(*answer, on);
  snmp_free_pdu(answer);
  if (!good) {
    throw std::runtime_error("the outlet was not switched");
  }
}

}  // namespace

void StockSwitch(snmp_session& session, int outlet, bool on) {
  Exchange(session, SNMP_MSG_SET, outlet, on);
  Exchange(session, SNMP_MSG_GET, outlet, on);
}

struct StockFleet::Pdu {
  explicit Pdu(const Server& server) {
    std::string peer = "udp:" + server.address;
    std::string community = "private";
    netsnmp_session settings;
    snmp_sess_init(&settings);
    settings.version = SNMP_VERSION_2c;
    settings.peername = peer.data();
    settings.community = reinterpret_cast<u_char*>(community.data());
    settings.community_len = community.size();
    session = snmp_sess_open(&settings);
    socket = snmp_sess_transport(session)->sock;
  }
  ~Pdu() { snmp_sess_close(session); }

  void Send() {
    snmp_sess_async_send(session, MakeRequest(command, outlet, on), &OnAnswer,
                         this);
  }

  static int OnAnswer(int operation, netsnmp_session*, int, netsnmp_pdu* answer,
                      void* self) {
    static_cast<Pdu*>(self)->Advance(
        operation == NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE &&
        Shows(*answer, static_cast<Pdu*>(self)->on));
    return 1;
  }

  void Advance(bool good) {
    failed = failed || !good;
    if (command == SNMP_MSG_SET) {
      command = SNMP_MSG_GET;
    } else {
      command = SNMP_MSG_SET;
      ++outlet;
    }
    if (!failed && outlet <= last) {
      Send();
    }
  }

  void* session = nullptr;
  int socket = -1;
  int command = SNMP_MSG_SET;
  int outlet = 1;
  int last = 0;
  bool on = false;
  bool failed = false;
};

StockFleet::StockFleet(const std::vector<Server>& servers) {
  for (const Server& server : servers) {
    pdus_.push_back(std::make_unique<Pdu>(server));
  }
}

StockFleet::~StockFleet() = default;

void StockFleet::Switch(int outlets, bool on) {
  std::vector<pollfd> ready;
  for (const auto& pdu : pdus_) {
    pdu->command = SNMP_MSG_SET;
    pdu->outlet = 1;
    pdu->last = outlets;
    pdu->on = on;
    pdu->Send();
    ready.push_back({pdu->socket, POLLIN, 0});
  }
  netsnmp_large_fd_set set;
  netsnmp_large_fd_set_init(&set, 20480);
  NETSNMP_LARGE_FD_ZERO(&set);
  for (std::size_t left = pdus_.size(); left > 0;) {
    if (poll(ready.data(), ready.size(), 5000) <= 0) {
      throw std::runtime_error("a PDU does not answer");
    }
    for (std::size_t at = 0; at < pdus_.size(); ++at) {
      if (ready[at].revents == 0) {
        continue;
      }
      Pdu& pdu = *pdus_[at];
      NETSNMP_LARGE_FD_SET(pdu.socket, &set);
      snmp_sess_read2(pdu.session, &set);
      NETSNMP_LARGE_FD_CLR(pdu.socket, &set);
      if (pdu.failed) {
        throw std::runtime_error("an outlet was not switched");
      }
      left -= pdu.outlet > pdu.last ? 1 : 0;
    }
  }
  netsnmp_large_fd_set_cleanup(&set);
}

}  // namespace pdukit::bench
