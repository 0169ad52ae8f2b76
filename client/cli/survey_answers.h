#ifndef PDUKIT_CLIENT_CLI_SURVEY_ANSWERS_H_
#define PDUKIT_CLIENT_CLI_SURVEY_ANSWERS_H_

// How the answers of discover and probe look.

#include <string>
#include <vector>

#include "client/discovery.h"
#include "client/power_client.h"

namespace pdukit::client {

// A row for each, aligned: host, family, what it is, how many outlets it has,
// and why it is of that family, or of none: "-".
std::string DiscoverText(const std::vector<Discovered>& found);

// An array of {"host", "family", "reason", "model", "firmware", "name",
// "description", "object_id", "outlets", "switchable"}; the last two are
// numbers. What is not known is null.
std::string DiscoverJson(const std::vector<Discovered>& found);

// One PDU, with what was tried on it.
struct Probed {
  Discovered device{};
  PowerReading reading{};  // Of the first outlet.
  // "allowed", "not tried" or why not.
  std::string read{};
  std::string write{};
};

// "family: apc_rpdu" and so on, a line each.
std::string ProbeText(const Probed& probed);

// As an object of DiscoverJson, with "metered", {"voltage": "inlet 1", ...},
// "read" and "write".
std::string ProbeJson(const Probed& probed);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_SURVEY_ANSWERS_H_
