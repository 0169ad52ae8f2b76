#include "client/cli/survey_answers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "client/cli/answer_parts.h"
#include "client/cli/reading_answers.h"

namespace pdukit::client {
namespace {

constexpr char kNone[] = "-";

std::string FamilyOf(const Discovered& found) {
  return found.pdu ? found.pdu->family() : "";
}

std::string ReasonOf(const Discovered& found) {
  return found.error ? found.error->message
         : found.pdu ? found.pdu->family_reason()
                     : "";
}

std::size_t Switchable(const Discovered& found) {
  return static_cast<std::size_t>(std::count_if(
      found.outlets.begin(), found.outlets.end(),
      [](const OutletInfo& outlet) { return outlet.switchable; }));
}

// Its model, else how it describes itself.
std::string KindOf(const Discovered& found) {
  constexpr std::size_t kLongest = 40;
  if (!found.system.has_value()) {
    return "";
  }
  const std::string& model = found.model.model;
  return model.empty() ? found.system->description.substr(0, kLongest) : model;
}

std::string OrNone(const std::string& text) {
  return text.empty() ? kNone : Printable(text);
}

// The last cell is not padded.
using Row = std::array<std::string, 5>;

Row RowOf(const Discovered& found) {
  return {OrNone(found.host), OrNone(FamilyOf(found)), OrNone(KindOf(found)),
          found.pdu ? fmt::format("{} outlets", found.outlets.size()) : kNone,
          OrNone(ReasonOf(found))};
}

Json DeviceJson(const Discovered& found) {
  const SystemInfo system = found.system.value_or(SystemInfo());
  const bool known = found.pdu.has_value();
  return {{"host", TextOrNull(found.host)},
          {"family", TextOrNull(FamilyOf(found))},
          {"reason", TextOrNull(ReasonOf(found))},
          {"model", TextOrNull(found.model.model)},
          {"firmware", TextOrNull(found.model.firmware)},
          {"name", TextOrNull(system.name)},
          {"description", TextOrNull(system.description)},
          {"object_id", TextOrNull(system.object_id)},
          {"outlets", known ? Json(found.outlets.size()) : Json()},
          {"switchable", known ? Json(Switchable(found)) : Json()}};
}

std::string MeteredText(const PowerReading& reading) {
  std::string text;
  for (const auto& [name, source] : MeteredQuantities(reading)) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", name, source);
  }
  return text.empty() ? "nothing" : text;
}

}  // namespace

std::string DiscoverText(const std::vector<Discovered>& found) {
  std::vector<Row> rows;
  std::array<std::size_t, std::tuple_size_v<Row>> widths{};
  for (const Discovered& one : found) {
    rows.push_back(RowOf(one));
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
      widths[i] = std::max(widths[i], rows.back()[i].size());
    }
  }
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      text += fmt::format("{:<{}}  ", row[i], widths[i]);
    }
    text += row.back() + "\n";
  }
  return text;
}

std::string DiscoverJson(const std::vector<Discovered>& found) {
  Json list = Json::array();
  for (const Discovered& one : found) {
    list.push_back(DeviceJson(one));
  }
  return JsonLine(list);
}

std::string ProbeText(const Probed& probed) {
  const Discovered& device = probed.device;
  const SystemInfo system = device.system.value_or(SystemInfo());
  const std::array<std::pair<const char*, std::string>, 11> lines{{
      {"host", device.host},
      {"family", FamilyOf(device)},
      {"reason", ReasonOf(device)},
      {"name", system.name},
      {"description", system.description},
      {"model", device.model.model},
      {"firmware", device.model.firmware},
      {"outlets", fmt::format("{}, {} of them switchable",
                              device.outlets.size(), Switchable(device))},
      {"metered", MeteredText(probed.reading)},
      {"read", probed.read},
      {"write", probed.write},
  }};
  std::string text;
  for (const auto& [name, value] : lines) {
    text += fmt::format("{}: {}\n", name, OrNone(value));
  }
  return text;
}

std::string ProbeJson(const Probed& probed) {
  Json json = DeviceJson(probed.device);
  json["metered"] = Json::object();
  for (const auto& [name, source] : MeteredQuantities(probed.reading)) {
    json["metered"][name] = source;
  }
  json["read"] = probed.read;
  json["write"] = probed.write;
  return JsonLine(json);
}

}  // namespace pdukit::client
