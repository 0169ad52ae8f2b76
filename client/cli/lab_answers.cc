#include "client/cli/lab_answers.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/cli/answer_parts.h"
#include "client/cli/answers.h"

namespace pdukit::client {
namespace {

Json ErrorOrNull(const std::optional<Error>& error) {
  return error ? ErrorObject(*error) : Json();
}

// Only what is metered: the machine is no subject of its own.
void AddReading(std::chrono::system_clock::time_point time,
                const PowerReading& reading, Json& json) {
  Json read = SampleJson({time, {}, reading});
  for (const char* key : {"export", "host", "outlet", "name", "family"}) {
    read.erase(key);
  }
  json.update(read);
}

Json SupplyJson(const SupplyOutcome& supply) {
  return {{"supply", supply.supply},
          {"state", ToString(supply.state)},
          {"error", ErrorOrNull(supply.error)}};
}

Subject SubjectOf(const PduPlaces& pdu) {
  Subject subject;
  subject.alias = pdu.pdu;
  subject.alias_of = "pdu";
  subject.host = pdu.host;
  subject.family = pdu.family;
  return subject;
}

// Where the machine alone is metered: other sources are worth a word.
std::string OwnSource(const FleetOutcome& outcome) {
  std::string source;
  for (const SupplyOutcome& supply : outcome.supplies) {
    const std::string outlet =
        "outlet " + supply.supply.substr(supply.supply.find(' ') + 1);
    if (outcome.supplies.size() == 1) {
      return outlet;
    }
    source += fmt::format("{}{}: {}", source.empty() ? "" : " + ",
                          supply.supply, outlet);
  }
  return source;
}

std::string RowText(Verb verb, const FleetOutcome& outcome) {
  return verb == Verb::kRead ? ReadingText(outcome.reading, OwnSource(outcome))
                             : StateText(outcome.state);
}

std::size_t WidthOf(const std::vector<std::string>& names) {
  std::size_t width = 0;
  for (const std::string& name : names) {
    width = std::max(width, name.size());
  }
  return width;
}

}  // namespace

FleetOutcome Judged(Verb verb, FleetOutcome outcome) {
  if (verb == Verb::kRead && outcome.ok() && outcome.reading.empty()) {
    outcome.error = NothingMetered({});
  }
  return outcome;
}

std::string FailureText(const std::string& name, const Error& error) {
  return ErrorText({error.kind, name + ": " + error.Text()});
}

std::string FleetText(Verb verb, const std::vector<FleetOutcome>& outcomes) {
  std::vector<std::string> names;
  for (const FleetOutcome& outcome : outcomes) {
    if (outcome.ok()) {
      names.push_back(outcome.machine);
    }
  }
  const std::size_t width = WidthOf(names);
  std::string text;
  for (const FleetOutcome& outcome : outcomes) {
    if (outcome.ok()) {
      text += fmt::format("{:<{}}  {}", outcome.machine, width,
                          RowText(verb, outcome));
    }
  }
  return text;
}

std::string FleetJson(Verb verb, const std::vector<FleetOutcome>& outcomes,
                      std::chrono::system_clock::time_point time) {
  Json list = Json::array();
  for (const FleetOutcome& outcome : outcomes) {
    Json json = {{"machine", outcome.machine}, {"ok", outcome.ok()}};
    if (verb == Verb::kRead) {
      AddReading(time, outcome.reading, json);
    } else {
      json["state"] = ToString(outcome.state);
    }
    json["error"] = ErrorOrNull(outcome.error);
    json["supplies"] = Json::array();
    for (const SupplyOutcome& supply : outcome.supplies) {
      json["supplies"].push_back(SupplyJson(supply));
    }
    list.push_back(json);
  }
  return JsonLine(list);
}

std::vector<Sample> MachineSamples(const std::vector<FleetOutcome>& outcomes,
                                   std::chrono::system_clock::time_point time) {
  std::vector<Sample> samples;
  for (const FleetOutcome& outcome : outcomes) {
    if (outcome.ok()) {
      Subject subject;
      subject.alias = outcome.machine;
      subject.alias_of = "machine";
      samples.push_back({time, subject, outcome.reading});
    }
  }
  return samples;
}

std::vector<Sample> PlaceSamples(const std::vector<PduPlaces>& pdus,
                                 std::chrono::system_clock::time_point time) {
  std::vector<Sample> samples;
  for (const PduPlaces& pdu : pdus) {
    for (const PlaceReading& place : pdu.places) {
      samples.push_back(
          {time, SubjectOf(pdu), place.reading, place.place, place.number});
    }
  }
  return samples;
}

std::string PlacesJson(const std::vector<PduPlaces>& pdus,
                       std::chrono::system_clock::time_point time) {
  Json list = Json::array();
  for (const PduPlaces& pdu : pdus) {
    Json readings = Json::array();
    for (const Sample& sample : PlaceSamples({pdu}, time)) {
      readings.push_back(SampleJson(sample));
    }
    list.push_back({{"pdu", pdu.pdu},
                    {"host", TextOrNull(pdu.host)},
                    {"family", TextOrNull(pdu.family)},
                    {"ok", !pdu.error.has_value()},
                    {"error", ErrorOrNull(pdu.error)},
                    {"readings", readings}});
  }
  return JsonLine(list);
}

std::string LabListText(const Lab& lab, const std::vector<std::string>& names) {
  const std::size_t width = WidthOf(names);
  std::string text;
  for (const std::string& name : names) {
    const std::vector<Lab::Supply> all = lab.supplies(name).value();
    std::string supplies;
    for (const Lab::Supply& supply : all) {
      supplies += (supplies.empty() ? "" : ", ") + supply.ToString();
    }
    text += fmt::format("{:<{}}  {}\n", name, width, supplies);
  }
  return text;
}

std::string LabListJson(const Lab& lab, const std::vector<std::string>& names) {
  Json list = Json::array();
  for (const std::string& name : names) {
    const std::vector<Lab::Supply> all = lab.supplies(name).value();
    Json supplies = Json::array();
    for (const Lab::Supply& supply : all) {
      supplies.push_back({{"pdu", supply.pdu}, {"outlet", supply.outlet}});
    }
    list.push_back({{"machine", name}, {"supplies", supplies}});
  }
  return JsonLine(list);
}

}  // namespace pdukit::client
