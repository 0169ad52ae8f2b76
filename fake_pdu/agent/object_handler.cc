#include "fake_pdu/agent/object_handler.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "fake_pdu/agent/net_snmp_agent.h"
#include "fake_pdu/mib/object_view.h"
#include "snmp/error_status.h"
#include "snmp/net_snmp_varbind.h"
#include "snmp/varbind.h"

namespace pdukit::fake_pdu {
namespace {

void SetName(netsnmp_variable_list& variable, const Oid& name) {
  // On the stack: this is done for every variable of a walk.
  std::array<oid, Oid::kMaxSize> ids;
  std::copy(name.ids().begin(), name.ids().end(), ids.begin());
  snmp_set_var_objid(&variable, ids.data(), name.size());
}

void Fill(netsnmp_variable_list& variable, const Varbind& varbind) {
  SetName(variable, varbind.oid);
  SetValue(variable, varbind.value);
}

void Get(const ObjectView& view, netsnmp_request_info* requests) {
  for (; requests != nullptr; requests = requests->next) {
    SetValue(*requests->requestvb, view.Get(NameOf(*requests->requestvb)));
  }
}

// RFC 3584 section 4.2: version 1 has no Counter64 and skips it.
std::optional<Varbind> NextFor(const snmp_pdu& request, const ObjectView& view,
                               const Oid& name) {
  std::optional<Varbind> next = view.Next(name);
  while (next && request.version == SNMP_VERSION_1 &&
         next->value.type() == ValueType::kCounter64) {
    next = view.Next(next->oid);
  }
  return next;
}

// A variable that is left without a value becomes endOfMibView.
void GetNext(const snmp_pdu& request, const ObjectView& view,
             netsnmp_request_info* requests) {
  for (; requests != nullptr; requests = requests->next) {
    const Oid name = NameOf(*requests->requestvb);
    if (const auto next = NextFor(request, view, name)) {
      Fill(*requests->requestvb, *next);
    }
  }
}

// The variables of further repetitions are chained behind the first one and
// get their names here; one that is to be asked for again has its name alone.
void GetBulk(const ObjectView& view, netsnmp_request_info* requests) {
  for (; requests != nullptr; requests = requests->next) {
    std::optional<Varbind> next = view.Next(NameOf(*requests->requestvb));
    while (next) {
      Fill(*requests->requestvb, *next);
      if (requests->repeat == 0 ||
          requests->requestvb->next_variable == nullptr) {
        break;
      }
      --requests->repeat;
      const Oid name = next->oid;
      requests->requestvb = requests->requestvb->next_variable;
      SetName(*requests->requestvb, name);
      next = view.Next(name);
      requests->requestvb->type = next ? ASN_PRIV_RETRY : ASN_NULL;
    }
  }
}

void Refuse(netsnmp_agent_request_info* info, netsnmp_request_info* requests,
            const ObjectView::SetFailure& failure) {
  for (std::size_t i = 0; i < failure.index && requests->next != nullptr; ++i) {
    requests = requests->next;
  }
  netsnmp_set_request_error(info, requests, static_cast<int>(failure.status));
}

// Stops at a value that cannot be represented: such is of no known type.
std::optional<ObjectView::SetFailure> Collect(
    const netsnmp_request_info* requests, std::vector<Varbind>& varbinds) {
  for (; requests != nullptr; requests = requests->next) {
    const std::optional<Value> value = ValueOf(*requests->requestvb);
    if (!value) {
      return ObjectView::SetFailure{varbinds.size(), ErrorStatus::kWrongType};
    }
    varbinds.push_back({NameOf(*requests->requestvb), *value});
  }
  return std::nullopt;
}

void CheckSet(RequestTarget& target, netsnmp_agent_request_info* info,
              netsnmp_request_info* requests) {
  std::vector<Varbind> varbinds;
  auto failure = Collect(requests, varbinds);
  if (!failure) {
    failure = target.view().CheckSet(varbinds);
  }
  if (failure) {
    Refuse(info, requests, *failure);
  }
}

void ApplySet(RequestTarget& target, netsnmp_agent_request_info* info,
              netsnmp_request_info* requests) {
  std::vector<Varbind> varbinds;
  Collect(requests, varbinds);
  if (const auto failure = target.view().Set(varbinds)) {
    Refuse(info, requests, *failure);
  }
}

}  // namespace

int HandleObjects(netsnmp_mib_handler*, netsnmp_handler_registration*,
                  netsnmp_agent_request_info* info,
                  netsnmp_request_info* requests) noexcept {
  RequestTarget& target =
      *static_cast<RequestTarget*>(info->asp->session->callback_magic);
  switch (info->mode) {
    case MODE_GET:
      Get(target.view(), requests);
      break;
    case MODE_GETNEXT:
      GetNext(*info->asp->pdu, target.view(), requests);
      break;
    case MODE_GETBULK:
      GetBulk(target.view(), requests);
      break;
    case MODE_SET_RESERVE1:
      CheckSet(target, info, requests);
      break;
    case MODE_SET_ACTION:
      ApplySet(target, info, requests);
      break;
    default:
      break;
  }
  return SNMP_ERR_NOERROR;
}

}  // namespace pdukit::fake_pdu
