#include "client/cli/answers.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

#include "client/cli/answer_parts.h"
#include "client/cli/quantities.h"

namespace pdukit::client {
namespace {

PowerReading LoadOf(const OutletLoads& loads, const OutletInfo& outlet) {
  const auto load = loads.find(outlet.number);
  return load == loads.end() ? PowerReading() : load->second;
}

std::string QuantityText(const PowerReading& reading,
                         std::optional<Measurement> PowerReading::*field) {
  const auto quantity =
      std::find_if(kQuantities.begin(), kQuantities.end(),
                   [&](const Quantity& one) { return one.field == field; });
  return (reading.*field) ? fmt::format(fmt::runtime(quantity->format),
                                        (reading.*field)->value)
                          : "";
}

// "120 W", else "0.52 A"; empty if neither is metered.
std::string LoadText(const OutletLoads& loads, const OutletInfo& outlet) {
  const PowerReading load = LoadOf(loads, outlet);
  return QuantityText(load, load.active_power ? &PowerReading::active_power
                                              : &PowerReading::current);
}

}  // namespace

std::string StateText(PowerState state) {
  return std::string(ToString(state)) + "\n";
}

std::string StateJson(const Subject& subject, PowerState state) {
  Json json = SubjectJson(subject);
  json["state"] = ToString(state);
  return JsonLine(json);
}

std::string ListText(const std::vector<OutletInfo>& outlets,
                     const OutletLoads& loads) {
  std::size_t number_width = 0;
  std::size_t state_width = 0;
  std::size_t load_width = 0;
  for (const OutletInfo& outlet : outlets) {
    number_width = std::max(number_width, std::to_string(outlet.number).size());
    state_width =
        std::max(state_width, std::string(ToString(outlet.state)).size());
    load_width = std::max(load_width, LoadText(loads, outlet).size());
  }
  std::string text;
  for (const OutletInfo& outlet : outlets) {
    const std::string number = std::to_string(outlet.number);
    std::string row = fmt::format("{:>{}}  {:<{}}", number, number_width,
                                  ToString(outlet.state), state_width);
    if (load_width > 0) {
      row += fmt::format("  {:>{}}", LoadText(loads, outlet), load_width);
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
    const PowerReading load = LoadOf(loads, outlet);
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
