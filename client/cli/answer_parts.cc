#include "client/cli/answer_parts.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace pdukit::client {

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

Json NumberOrNull(const std::optional<Measurement>& measurement) {
  return measurement ? Json(measurement->value) : Json();
}

std::string JsonText(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string JsonLine(const Json& json) { return JsonText(json) + "\n"; }

Json SubjectJson(const Subject& subject) {
  return {{subject.alias_of, TextOrNull(subject.alias)},
          {"host", TextOrNull(subject.host)},
          {"outlet", subject.outlet ? Json(*subject.outlet) : Json()},
          {"name", TextOrNull(subject.name)},
          {"family", TextOrNull(subject.family)}};
}

std::string TimeText(std::chrono::system_clock::time_point time) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  const auto rest =
      std::chrono::floor<std::chrono::milliseconds>(time - seconds);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
                     rest.count());
}

std::string CsvField(const std::string& text) {
  std::string field = Printable(text);
  if (field.find_first_of(",\"") == std::string::npos) {
    return field;
  }
  std::string quoted = "\"";
  for (const char c : field) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + "\"";
}

}  // namespace pdukit::client
