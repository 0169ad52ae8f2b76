#ifndef PDUKIT_CLIENT_CLI_ANSWERS_H_
#define PDUKIT_CLIENT_CLI_ANSWERS_H_

// How answers look: to people as text, to programs as JSON. All end with a line
// break, and what a device says cannot steer a terminal.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "client/outlet_info.h"
#include "client/power_client.h"

namespace pdukit::client {

// What an answer is about; JSON has null for what is empty.
struct Subject {
  // What the user calls it.
  std::string alias{};
  std::string host{};
  std::string family{};
  std::optional<int> outlet{};
  std::string name{};
  // What the alias is of: "export", or "machine" or "pdu" of a lab. So is it
  // called in answers.
  std::string alias_of = "export";
};

// One word.
std::string StateText(PowerState state);

// {"export", "host", "outlet", "name", "family", "state"}
std::string StateJson(const Subject& subject, PowerState state);

// What outlets carry, by their numbers; those that are not metered are not
// there.
using OutletLoads = std::map<int, PowerReading>;

// A row for each outlet, aligned: number, state, load where any is metered,
// name, and the label where it is not the number.
std::string ListText(const std::vector<OutletInfo>& outlets,
                     const OutletLoads& loads = {});

// An array of {"export", "host", "outlet", "name", "family", "state", "label",
// "switchable", "active_power", "current"}; `subject` says what all of them
// share. W and A; null what is not metered.
std::string ListJson(const Subject& subject,
                     const std::vector<OutletInfo>& outlets,
                     const OutletLoads& loads = {});

// "power: 10.0.0.7 outlet 9: no outlet 9, the unit has 8"
std::string ErrorText(const Error& error);

// {"error": {"kind", "message", "hint", "host", "outlet", "oid", "object",
// "answer", "text"}}; what is not known is null, "answer" else {"type", "name",
// "index"}.
std::string ErrorJson(const Error& error);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_ANSWERS_H_
