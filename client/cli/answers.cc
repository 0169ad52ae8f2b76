#include "client/cli/answers.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace pdukit::client {
namespace {

// Keeps the keys in the order in which they are written.
using Json = nlohmann::ordered_json;

struct Quantity {
  const char* name;
  std::optional<Measurement> PowerReading::*field;
  const char* format;  // With the unit.
};

// The first kMain are what everyone asks for.
constexpr std::size_t kMain = 3;
constexpr std::array kQuantities = {
    Quantity{"voltage", &PowerReading::voltage, "{:.1f} V"},
    Quantity{"current", &PowerReading::current, "{:.2f} A"},
    Quantity{"apparent_power", &PowerReading::apparent_power, "{:.0f} VA"},
    Quantity{"active_power", &PowerReading::active_power, "{:.0f} W"},
    Quantity{"power_factor", &PowerReading::power_factor, "{:.2f}"},
    Quantity{"energy", &PowerReading::energy, "{:.0f} Wh"},
    Quantity{"frequency", &PowerReading::frequency, "{:.1f} Hz"},
};

// A device's words, without what steers a terminal.
std::string Printable(std::string text) {
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      c = '?';
    }
  }
  return text;
}

Json TextOrNull(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

// A device's names need not be UTF-8.
std::string Line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json SubjectJson(const Subject& subject) {
  return {{"export", TextOrNull(subject.export_name)},
          {"host", TextOrNull(subject.host)},
          {"outlet", subject.outlet ? Json(*subject.outlet) : Json()},
          {"name", TextOrNull(subject.name)},
          {"family", TextOrNull(subject.family)}};
}

std::string QuantityText(const PowerReading& reading, std::size_t first,
                         std::size_t end, const std::string& own_source) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) {
    const std::optional<Measurement>& value = reading.*kQuantities[i].field;
    if (!value.has_value()) {
      continue;
    }
    text += fmt::format("{}{}=", text.empty() ? "" : "  ", kQuantities[i].name);
    text += fmt::format(fmt::runtime(kQuantities[i].format), value->value);
    if (!own_source.empty() && value->source != own_source) {
      text += fmt::format(" ({})", value->source);
    }
  }
  return text;
}

}  // namespace

std::string StateText(PowerState state) {
  return std::string(ToString(state)) + "\n";
}

std::string StateJson(const Subject& subject, PowerState state) {
  Json json = SubjectJson(subject);
  json["state"] = ToString(state);
  return Line(json);
}

std::string ReadingText(const PowerReading& reading,
                        const std::string& own_source) {
  std::string text = QuantityText(reading, 0, kMain, own_source);
  if (text.empty()) {
    text = QuantityText(reading, kMain, kQuantities.size(), own_source);
  }
  return Printable(text) + "\n";
}

std::string ReadingJson(const Subject& subject, const PowerReading& reading) {
  Json json = SubjectJson(subject);
  Json sources = Json::object();
  for (const Quantity& quantity : kQuantities) {
    const std::optional<Measurement>& value = reading.*quantity.field;
    json[quantity.name] = value ? Json(value->value) : Json();
    sources[quantity.name] = value ? TextOrNull(value->source) : Json();
  }
  json["sources"] = sources;
  return Line(json);
}

std::string ListText(const std::vector<OutletInfo>& outlets) {
  std::size_t number_width = 0;
  std::size_t state_width = 0;
  for (const OutletInfo& outlet : outlets) {
    number_width = std::max(number_width, std::to_string(outlet.number).size());
    state_width =
        std::max(state_width, std::string(ToString(outlet.state)).size());
  }
  std::string text;
  for (const OutletInfo& outlet : outlets) {
    const std::string number = std::to_string(outlet.number);
    std::string row = fmt::format("{:>{}}  {:<{}}", number, number_width,
                                  ToString(outlet.state), state_width);
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
                     const std::vector<OutletInfo>& outlets) {
  Json list = Json::array();
  for (const OutletInfo& outlet : outlets) {
    Subject one = subject;
    one.outlet = outlet.number;
    one.name = outlet.name;
    Json json = SubjectJson(one);
    json["state"] = ToString(outlet.state);
    json["label"] = TextOrNull(outlet.label);
    json["switchable"] = outlet.switchable;
    list.push_back(json);
  }
  return Line(list);
}

std::string ErrorText(const Error& error) {
  return "power: " + Printable(error.Text()) + "\n";
}

std::string ErrorJson(const Error& error) {
  const Json json = {
      {"kind", ToString(error.kind)},       {"message", error.message},
      {"hint", TextOrNull(error.hint)},     {"host", TextOrNull(error.host)},
      {"outlet", TextOrNull(error.outlet)}, {"text", error.Text()}};
  return Line({{"error", json}});
}

}  // namespace pdukit::client
