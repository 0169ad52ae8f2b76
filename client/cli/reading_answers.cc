#include "client/cli/reading_answers.h"

#include <array>
#include <optional>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "client/cli/answer_parts.h"

namespace pdukit::client {
namespace {

struct Quantity {
  const char* name;
  std::optional<Measurement> PowerReading::*field;
  const char* format;
  const char* unit;
  const char* unit_name;  // As names of metrics have it.
  const char* metric_type = "gauge";
};

// What everyone asks for stands first.
constexpr std::array kQuantities = {
    Quantity{"voltage", &PowerReading::voltage, "{:.1f} V", "V", "volts"},
    Quantity{"current", &PowerReading::current, "{:.2f} A", "A", "amperes"},
    Quantity{"apparent_power", &PowerReading::apparent_power, "{:.0f} VA", "VA",
             "voltamperes"},
    Quantity{"active_power", &PowerReading::active_power, "{:.0f} W", "W",
             "watts"},
    Quantity{"power_factor", &PowerReading::power_factor, "{:.2f}", "1",
             "ratio"},
    Quantity{"energy", &PowerReading::energy, "{:.0f} Wh", "Wh", "watt_hours",
             "counter"},
    Quantity{"frequency", &PowerReading::frequency, "{:.1f} Hz", "Hz", "hertz"},
};

std::string OutletText(const Subject& subject) {
  return subject.outlet ? std::to_string(*subject.outlet) : "";
}

// ISO 8601, UTC: "2024-02-29T12:00:00.250Z".
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

std::string Labels(const Subject& subject, const std::string& source) {
  const std::array<std::pair<const char*, std::string>, 5> labels{{
      {"export", subject.export_name},
      {"host", subject.host},
      {"outlet", OutletText(subject)},
      {"name", subject.name},
      {"source", source},
  }};
  std::string text;
  for (const auto& [name, value] : labels) {
    // To Prometheus an empty label is none.
    if (!value.empty()) {
      // JSON escapes what Prometheus does: quotes and backslashes.
      text += fmt::format("{}{}={}", text.empty() ? "" : ",", name,
                          JsonText(Printable(value)));
    }
  }
  return text.empty() ? "" : "{" + text + "}";
}

std::string MetricName(const Quantity& quantity) {
  const bool counts = std::string(quantity.metric_type) == "counter";
  return fmt::format("pdu_outlet_{}_{}{}", quantity.name, quantity.unit_name,
                     counts ? "_total" : "");
}

}  // namespace

std::string ReadingText(const PowerReading& reading,
                        const std::string& own_source) {
  std::string text;
  for (const Quantity& quantity : kQuantities) {
    const std::optional<Measurement>& value = reading.*quantity.field;
    if (!value.has_value()) {
      continue;
    }
    text += fmt::format("{}{}=", text.empty() ? "" : "  ", quantity.name);
    text += fmt::format(fmt::runtime(quantity.format), value->value);
    if (!own_source.empty() && value->source != own_source) {
      text += fmt::format(" ({})", value->source);
    }
  }
  return Printable(text) + "\n";
}

std::string ReadingJson(const Sample& sample) {
  Json json = SubjectJson(sample.subject);
  json["time"] = TimeText(sample.time);
  Json units = Json::object();
  Json sources = Json::object();
  for (const Quantity& quantity : kQuantities) {
    const std::optional<Measurement>& value = sample.reading.*quantity.field;
    json[quantity.name] = value ? Json(value->value) : Json();
    units[quantity.name] = value ? Json(quantity.unit) : Json();
    sources[quantity.name] = value ? TextOrNull(value->source) : Json();
  }
  json["units"] = units;
  json["sources"] = sources;
  return JsonLine(json);
}

std::string ReadingCsvHeader() {
  std::string text = "time,export,host,outlet,name";
  for (const Quantity& quantity : kQuantities) {
    text +=
        fmt::format(",{0}_{1},{0}_source", quantity.name, quantity.unit_name);
  }
  return text + "\n";
}

std::string ReadingCsv(const Sample& sample) {
  const Subject& subject = sample.subject;
  std::string text = fmt::format(
      "{},{},{},{},{}", TimeText(sample.time), CsvField(subject.export_name),
      CsvField(subject.host), OutletText(subject), CsvField(subject.name));
  for (const Quantity& quantity : kQuantities) {
    const std::optional<Measurement>& value = sample.reading.*quantity.field;
    text += value ? fmt::format(",{},{}", value->value, CsvField(value->source))
                  : ",,";
  }
  return text + "\n";
}

std::string ReadingPrometheus(const Sample& sample) {
  std::string text;
  for (const Quantity& quantity : kQuantities) {
    const std::optional<Measurement>& value = sample.reading.*quantity.field;
    if (!value.has_value()) {
      continue;
    }
    const std::string name = MetricName(quantity);
    text += fmt::format(
        "# HELP {0} The {1} of an outlet, or of its source.\n"
        "# TYPE {0} {2}\n"
        "{0}{3} {4}\n",
        name, quantity.name, quantity.metric_type,
        Labels(sample.subject, value->source), value->value);
  }
  return text;
}

std::vector<std::pair<std::string, std::string>> MeteredQuantities(
    const PowerReading& reading) {
  std::vector<std::pair<std::string, std::string>> metered;
  for (const Quantity& quantity : kQuantities) {
    if (const std::optional<Measurement>& value = reading.*quantity.field) {
      metered.emplace_back(quantity.name, value->source);
    }
  }
  return metered;
}

}  // namespace pdukit::client
