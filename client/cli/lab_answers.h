#ifndef PDUKIT_CLIENT_CLI_LAB_ANSWERS_H_
#define PDUKIT_CLIENT_CLI_LAB_ANSWERS_H_

// How answers of many machines look, to people and to programs.

#include <chrono>
#include <string>
#include <vector>

#include "client/cli/command_line.h"
#include "client/cli/reading_answers.h"
#include "client/fleet.h"
#include "client/lab.h"
#include "client/lab_places.h"

namespace pdukit::client {

// With the error that nothing is metered, where that is so and was asked for.
FleetOutcome Judged(Verb verb, FleetOutcome outcome);

// "power: web-1: 10.0.0.7 outlet 2: no answer in 3 s", of a machine or a PDU.
std::string FailureText(const std::string& name, const Error& error);

// A row for each machine that did not fail, aligned: its name, and its state
// or, after read, what it draws.
std::string FleetText(Verb verb, const std::vector<FleetOutcome>& outcomes);

// An array of {"machine", "ok", "state", "error", "supplies"}; after read
// there is, instead of the state, what ReadingJson() has. "error" is null, or
// what ErrorJson() has. "supplies" are {"supply", "state", "error"}.
std::string FleetJson(Verb verb, const std::vector<FleetOutcome>& outcomes,
                      std::chrono::system_clock::time_point time);

// What those machines draw that did not fail.
std::vector<Sample> MachineSamples(const std::vector<FleetOutcome>& outcomes,
                                   std::chrono::system_clock::time_point time);

// What those PDUs meter that did not fail.
std::vector<Sample> PlaceSamples(const std::vector<PduPlaces>& pdus,
                                 std::chrono::system_clock::time_point time);

// An array of {"pdu", "host", "family", "ok", "error", "readings"}; the last
// are what ReadingsJson() has.
std::string PlacesJson(const std::vector<PduPlaces>& pdus,
                       std::chrono::system_clock::time_point time);

// "db-3  rack4 3, rack5 3"
std::string LabListText(const Lab& lab, const std::vector<std::string>& names);

// An array of {"machine", "supplies": [{"pdu", "outlet"}]}.
std::string LabListJson(const Lab& lab, const std::vector<std::string>& names);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_LAB_ANSWERS_H_
