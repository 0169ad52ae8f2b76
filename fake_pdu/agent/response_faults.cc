// The faults that change what a response says.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "fake_pdu/agent/effect.h"
#include "fake_pdu/agent/journal.h"
#include "fake_pdu/agent/net_snmp_agent.h"
#include "snmp/net_snmp_varbind.h"

namespace pdukit::fake_pdu {
namespace {

Effect Changing(std::string text, std::function<void(const Rewrite&)> rewrite) {
  Effect effect;
  effect.text = std::move(text);
  effect.rewrite = std::move(rewrite);
  return effect;
}

Effect ChangingValues(std::string text,
                      std::function<void(const Rewrite&)> rewrite) {
  Effect effect = Changing(std::move(text), std::move(rewrite));
  effect.goes_by_answer = true;
  return effect;
}

// Those whose names the fault is for.
template <typename Change>
void ForEachVarbind(const Rewrite& rewrite, const Change& change) {
  for (netsnmp_variable_list* variable = rewrite.response.variables;
       variable != nullptr; variable = variable->next_variable) {
    if (rewrite.requests.Names(Named(rewrite.view, NameOf(*variable)))) {
      change(*variable);
    }
  }
}

void SwapType(netsnmp_variable_list& variable) {
  const std::optional<Value> value = ValueOf(variable);
  if (value && value->AsOctets() != nullptr) {
    SetValue(variable, Value::Integer32(0));
  } else {
    SetValue(variable,
             Value::OctetString(value ? value->ToString() : std::string()));
  }
}

void SetVariable(netsnmp_variable_list& variable, const Oid& name,
                 const Value& value) {
  const NetSnmpOid ids = ToNetSnmp(name);
  snmp_set_var_objid(&variable, ids.data(), ids.size());
  SetValue(variable, value);
}

Oid WithLastIncremented(const Oid& oid) {
  std::vector<std::uint32_t> ids = oid.ids();
  ++ids.back();
  return Oid(std::move(ids));
}

bool IsSibling(const Oid& a, const Oid& b) {
  const auto& ids = a.ids();
  return !ids.empty() && b.StartsWith(Oid({ids.begin(), ids.end() - 1}));
}

// What a response names next where the column ends. The name asked for comes
// from the request, and from the varbind before in a GETBULK.
void GoOn(const Rewrite& rewrite) {
  if (!IsWalk(rewrite.request) || rewrite.request.varbinds.empty()) {
    return;
  }
  const bool bulk = rewrite.request.operation == Operation::kGetBulk;
  std::size_t asked = 0;
  Oid before = rewrite.request.varbinds.front().oid;
  for (netsnmp_variable_list* variable = rewrite.response.variables;
       variable != nullptr && asked < rewrite.request.varbinds.size();
       variable = variable->next_variable) {
    const Oid name = NameOf(*variable);
    if (name > before && (name.StartsWith(before) || IsSibling(before, name))) {
      before = name;
    } else {
      const Oid next = WithLastIncremented(before);
      SetVariable(*variable, next, Value::Integer32(0));
      before = next;
    }
    if (!bulk && ++asked < rewrite.request.varbinds.size()) {
      before = rewrite.request.varbinds[asked].oid;
    }
  }
}

void StandStill(const Rewrite& rewrite) {
  if (!IsWalk(rewrite.request)) {
    return;
  }
  const auto& asked = rewrite.request.varbinds;
  std::size_t i = 0;
  for (netsnmp_variable_list* variable = rewrite.response.variables;
       variable != nullptr && !asked.empty();
       variable = variable->next_variable) {
    SetVariable(*variable, asked[i++ % asked.size()].oid, Value::Integer32(0));
  }
}

}  // namespace

Fault Fault::ObeyAndRefuse(ErrorStatus status, int index) {
  return Fault(Changing(
      fmt::format("obey and refuse with {} at {}", ToString(status), index),
      [status, index](const Rewrite& rewrite) {
        rewrite.response.errstat = static_cast<long>(status);
        rewrite.response.errindex = index;
      }));
}

Fault Fault::WrongRequestId() {
  return Fault(Changing("wrong request ID", [](const Rewrite& rewrite) {
    ++rewrite.response.reqid;
  }));
}

Fault Fault::WrongType() {
  return Fault(ChangingValues("wrong type", [](const Rewrite& rewrite) {
    ForEachVarbind(rewrite, SwapType);
  }));
}

Fault Fault::AnswerWith(Value value) {
  std::string text = "answer with " + value.ToString();
  return Fault(ChangingValues(
      std::move(text), [value = std::move(value)](const Rewrite& rewrite) {
        ForEachVarbind(rewrite, [&](netsnmp_variable_list& variable) {
          SetValue(variable, value);
        });
      }));
}

Fault Fault::EndlessWalk() { return Fault(Changing("endless walk", GoOn)); }

Fault Fault::StandingWalk() {
  return Fault(Changing("standing walk", StandStill));
}

}  // namespace pdukit::fake_pdu
