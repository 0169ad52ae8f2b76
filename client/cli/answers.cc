#include "client/cli/answers.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

#include "client/cli/answer_parts.h"

namespace pdukit::client {

std::string StateText(PowerState state) {
  return std::string(ToString(state)) + "\n";
}

std::string StateJson(const Subject& subject, PowerState state) {
  Json json = SubjectJson(subject);
  json["state"] = ToString(state);
  return JsonLine(json);
}

namespace {

// "120 W", else "0.52 A"; empty if neither is metered.
std::string LoadText(const OutletLoads& loads, int outlet) {
  const auto load = loads.find(outlet);
  if (load == loads.end()) {
    return "";
  }
  if (const auto& power = load->second.active_power) {
    return fmt::format("{:.0f} W", power->value);
  }
  const auto& current = load->second.current;
  return current ? fmt::format("{:.2f} A", current->value) : "";
}

Json NumberOrNull(const std::optional<Measurement>& measurement) {
  return measurement ? Json(measurement->value) : Json();
}

}  // namespace

std::string ListText(const std::vector<OutletInfo>& outlets,
                     const OutletLoads& loads) {
  std::size_t number_width = 0;
  std::size_t state_width = 0;
  std::size_t load_width = 0;
  for (const OutletInfo& outlet : outlets) {
    number_width = std::max(number_width, std::to_string(outlet.number).size());
    state_width =
        std::max(state_width, std::string(ToString(outlet.state)).size());
    load_width = std::max(load_width, LoadText(loads, outlet.number).size());
  }
  std::string text;
  for (const OutletInfo& outlet : outlets) {
    const std::string number = std::to_string(outlet.number);
    std::string row = fmt::format("{:>{}}  {:<{}}", number, number_width,
                                  ToString(outlet.state), state_width);
    if (load_width > 0) {
      row +=
          fmt::format("  {:>{}}", LoadText(loads, outlet.number), load_width);
    }
    if (!outlet.name.empty()) {
      row += "  " + Printable(outlet.name);
    }
    if (!outlet.label.empty() && outlet.label != number) {
      row += fmt::format("  [{}]", Printable(outlet.label));
    }
    if (!outlet.switchable) {
      row += "  (not switchable)";
    }
    text += row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string ListJson(const Subject& subject,
                     const std::vector<OutletInfo>& outlets,
                     const OutletLoads& loads) {
  Json list = Json::array();
  for (const OutletInfo& outlet : outlets) {
    Subject one = subject;
    one.outlet = outlet.number;
    one.name = outlet.name;
    Json json = SubjectJson(one);
    json["state"] = ToString(outlet.state);
    json["label"] = TextOrNull(outlet.label);
    json["switchable"] = outlet.switchable;
    const auto found = loads.find(outlet.number);
    const PowerReading load =
        found == loads.end() ? PowerReading() : found->second;
    json["active_power"] = NumberOrNull(load.active_power);
    json["current"] = NumberOrNull(load.current);
    list.push_back(json);
  }
  return JsonLine(list);
}

std::string ErrorText(const Error& error) {
  return "power: " + Printable(error.Text()) + "\n";
}

Json ErrorObject(const Error& error) {
  Json answer;
  if (error.answer.has_value()) {
    answer = {{"type", ToString(error.answer->type)},
              {"name", error.answer->name},
              {"index", error.answer->index}};
  }
  return {{"kind", ToString(error.kind)},
          {"message", error.message},
          {"hint", TextOrNull(error.hint)},
          {"host", TextOrNull(error.host)},
          {"outlet", TextOrNull(error.outlet)},
          {"oid", TextOrNull(error.oid)},
          {"object", TextOrNull(error.object)},
          {"answer", answer},
          {"text", error.Text()}};
}

std::string ErrorJson(const Error& error) {
  return JsonLine({{"error", ErrorObject(error)}});
}

}  // namespace pdukit::client
