#ifndef PDUKIT_CLIENT_CLI_LAB_ANSWERS_H_
#define PDUKIT_CLIENT_CLI_LAB_ANSWERS_H_

// How answers of many machines look, to people and to programs.

#include <chrono>
#include <string>
#include <vector>

#include "client/cli/command_line.h"
#include "client/fleet.h"
#include "client/lab.h"

namespace pdukit::client {

// With the error that nothing is metered, where that is so and was asked for.
FleetOutcome Judged(Verb verb, FleetOutcome outcome);

// "power: web-1: 10.0.0.7 outlet 2: no answer in 3 s"
std::string FailureText(const FleetOutcome& outcome);

// A row for each machine that did not fail, aligned: its name, and its state
// or, after read, what it draws.
std::string FleetText(Verb verb, const std::vector<FleetOutcome>& outcomes);

// An array of {"machine", "ok", "state", "error", "supplies"}; after read
// there is, instead of the state, what ReadingJson() has. "error" is null, or
// what ErrorJson() has. "supplies" are {"supply", "state", "error"}.
std::string FleetJson(Verb verb, const std::vector<FleetOutcome>& outcomes,
                      std::chrono::system_clock::time_point time);

// "db-3  rack4 3, rack5 3"
std::string LabListText(const Lab& lab, const std::vector<std::string>& names);

// An array of {"machine", "supplies": [{"pdu", "outlet"}]}.
std::string LabListJson(const Lab& lab, const std::vector<std::string>& names);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_LAB_ANSWERS_H_
