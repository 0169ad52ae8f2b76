#include "client/cli/reading_answers.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "client/cli/answer_parts.h"
#include "client/cli/quantities.h"

namespace pdukit::client {
namespace {

std::string OutletText(const Subject& subject) {
  return subject.outlet ? std::to_string(*subject.outlet) : "";
}

std::string MetricName(const Quantity& quantity, const std::string& of) {
  const bool counts = std::string(quantity.metric_type) == "counter";
  return fmt::format("pdu_{}_{}_{}{}", of, quantity.name, quantity.unit_name,
                     counts ? "_total" : "");
}

// "{host="...",bank="1"}"
std::string Labels(
    const std::vector<std::pair<std::string, std::string>>& labels) {
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

// What is asked for, as its metrics are named and labelled: an outlet, a
// machine, or a place of its own.
struct Metered {
  std::string what;
  std::string number;
};

Metered MeteredOf(const Sample& sample) {
  if (sample.place.has_value()) {
    return {ToString(*sample.place), sample.number};
  }
  // A machine has no number: its name is a label of its own.
  return sample.subject.alias_of == "machine"
             ? Metered{"machine", ""}
             : Metered{"outlet", OutletText(sample.subject)};
}

bool IsVowel(char letter) {
  return std::string("aeio").find(letter) != std::string::npos;
}

std::string PlaceName(const Sample& sample) {
  return Printable(PlaceReading{*sample.place, sample.number, {}}.Name());
}

// Where a row is read: of a lab's PDUs the name, too.
std::string PlaceColumns(const Sample& sample, std::size_t alias_width,
                         std::size_t place_width) {
  const std::string place =
      fmt::format("{:<{}}", PlaceName(sample), place_width);
  return alias_width == 0
             ? place
             : fmt::format("{:<{}}  {}", Printable(sample.subject.alias),
                           alias_width, place);
}

}  // namespace

Json SampleJson(const Sample& sample) {
  Json json = SubjectJson(sample.subject);
  if (sample.place.has_value()) {
    json["place"] = ToString(*sample.place);
    json["number"] = TextOrNull(sample.number);
  }
  json["time"] = TimeText(sample.time);
  Json units = Json::object();
  Json sources = Json::object();
  Json objects = Json::object();
  for (const Quantity& quantity : kQuantities) {
    const std::optional<Measurement>& value = sample.reading.*quantity.field;
    json[quantity.name] = NumberOrNull(value);
    units[quantity.name] = value ? Json(quantity.unit) : Json();
    sources[quantity.name] = value ? TextOrNull(value->source) : Json();
    objects[quantity.name] = value ? TextOrNull(value->oid) : Json();
  }
  json["units"] = units;
  json["sources"] = sources;
  json["objects"] = objects;
  return json;
}

Error NothingMetered(const std::optional<MeterPlace>& of) {
  return {ErrorKind::kUnsupported,
          of ? fmt::format("nothing is metered of any {}", ToString(*of))
             : "nothing is metered"};
}

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

std::string PlacesText(const std::vector<Sample>& samples) {
  std::size_t place_width = 0;
  std::size_t alias_width = 0;
  for (const Sample& sample : samples) {
    place_width = std::max(place_width, PlaceName(sample).size());
    if (sample.subject.alias_of == "pdu") {
      alias_width = std::max(alias_width, sample.subject.alias.size());
    }
  }
  std::string text;
  for (const Sample& sample : samples) {
    for (const Quantity& quantity : kQuantities) {
      const std::optional<Measurement>& value = sample.reading.*quantity.field;
      if (value.has_value()) {
        text += fmt::format(
            "{}  {:<14}  {:<12}  {}",
            PlaceColumns(sample, alias_width, place_width), quantity.name,
            fmt::format(fmt::runtime(quantity.format), value->value),
            value->oid);
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
      }
    }
  }
  return text;
}

std::string ReadingJson(const Sample& sample) {
  return JsonLine(SampleJson(sample));
}

std::string ReadingsJson(const std::vector<Sample>& samples) {
  Json list = Json::array();
  for (const Sample& sample : samples) {
    list.push_back(SampleJson(sample));
  }
  return JsonLine(list);
}

std::string ReadingCsvHeader(const std::string& alias_of) {
  std::string text = fmt::format("time,{},host,outlet,name", alias_of);
  for (const Quantity& quantity : kQuantities) {
    text += fmt::format(",{0}_{1},{0}_source,{0}_object", quantity.name,
                        quantity.unit_name);
  }
  return text + "\n";
}

std::string ReadingCsv(const Sample& sample) {
  const Subject& subject = sample.subject;
  std::string text =
      fmt::format("{},{},{},{},{}", TimeText(sample.time),
                  CsvField(subject.alias), CsvField(subject.host),
                  sample.place == MeterPlace::kOutlet ? CsvField(sample.number)
                                                      : OutletText(subject),
                  CsvField(subject.name));
  for (const Quantity& quantity : kQuantities) {
    const std::optional<Measurement>& value = sample.reading.*quantity.field;
    text += value ? fmt::format(",{},{},{}", value->value,
                                CsvField(value->source), value->oid)
                  : ",,,";
  }
  return text + "\n";
}

std::string ReadingPrometheus(const std::vector<Sample>& samples) {
  std::vector<std::string> metrics;  // In the order in which they came.
  std::map<std::string, std::string> lines;
  for (const Quantity& quantity : kQuantities) {
    for (const Sample& sample : samples) {
      const std::optional<Measurement>& value = sample.reading.*quantity.field;
      if (!value.has_value()) {
        continue;
      }
      const Metered metered = MeteredOf(sample);
      const std::string name = MetricName(quantity, metered.what);
      if (!lines.contains(name)) {
        metrics.push_back(name);
        lines[name] = fmt::format(
            "# HELP {0} The {1} of {2} {3}, or of its source.\n"
            "# TYPE {0} {4}\n",
            name, quantity.name, IsVowel(metered.what.front()) ? "an" : "a",
            metered.what, quantity.metric_type);
      }
      lines[name] +=
          fmt::format("{}{} {}\n", name,
                      Labels({{sample.subject.alias_of, sample.subject.alias},
                              {"host", sample.subject.host},
                              {metered.what, metered.number},
                              {"name", sample.subject.name},
                              {"source", value->source},
                              {"object", value->oid}}),
                      value->value);
    }
  }
  std::string text;
  for (const std::string& name : metrics) {
    text += lines[name];
  }
  return text;
}

std::string SamplesText(Format format, const std::vector<Sample>& samples) {
  if (format == Format::kPrometheus) {
    return ReadingPrometheus(samples);
  }
  std::string rows;
  for (const Sample& sample : samples) {
    rows += ReadingCsv(sample);
  }
  return rows;
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
