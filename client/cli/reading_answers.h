#ifndef PDUKIT_CLIENT_CLI_READING_ANSWERS_H_
#define PDUKIT_CLIENT_CLI_READING_ANSWERS_H_

// How readings look. As for other answers, all end with a line break.

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "client/cli/answers.h"
#include "client/cli/format.h"
#include "client/place_reading.h"
#include "client/power_client.h"

namespace pdukit::client {

// A reading, of whom, and when.
struct Sample {
  std::chrono::system_clock::time_point time{};
  Subject subject{};
  PowerReading reading{};
  // Of another place than the subject's outlet, and its number.
  std::optional<MeterPlace> place{};
  std::string number{};
};

// "nothing is metered of any bank"
Error NothingMetered(const std::optional<MeterPlace>& of);

// "voltage=230.0 V  current=0.63 A  apparent_power=145 VA  active_power=140 W",
// without what is not metered. Where another than `own_source` is metered, it
// is named behind the value: "(bank 1)"; with an empty `own_source` none is.
std::string ReadingText(const PowerReading& reading,
                        const std::string& own_source);

// Of places: a line for each quantity, aligned: place, quantity, value, object;
// of a lab's PDUs, the PDU before them.
// "bank 1  current         1.20 A        1.3.6.1.4.1.318.1.1.12.2.3.1.1.2.2"
std::string PlacesText(const std::vector<Sample>& samples);

// As StateJson, but instead of the state {"time", "voltage", "current",
// "apparent_power", "active_power", "power_factor", "energy", "frequency"}, and
// "units", "sources" and "objects", which say by the same names in what and
// where each is metered, and the OID that it was read from. What is not metered
// is null. Of a place "place" and "number" say which.
std::string ReadingJson(const Sample& sample);
std::string ReadingsJson(const std::vector<Sample>& samples);  // An array.

// "time,export,host,outlet,name,voltage_volts,voltage_source,voltage_object,
// ...", the second by Subject::alias_of, and a row below it (RFC 4180, but for
// the line breaks). What is not metered is empty.
std::string ReadingCsvHeader(const std::string& alias_of = "export");
std::string ReadingCsv(const Sample& sample);

// Prometheus' text format, without a time, which the scraper knows:
// pdu_outlet_active_power_watts{host="...",outlet="3",source="...",object="..."}
// pdu_bank_current_amperes{host="...",bank="1",...}
// pdu_machine_current_amperes{machine="web-1",...}
std::string ReadingPrometheus(const std::vector<Sample>& samples);

// In one of these two formats; rows of CSV without their header.
std::string SamplesText(Format format, const std::vector<Sample>& samples);

// What is metered, and where: {"voltage", "inlet 1"}.
std::vector<std::pair<std::string, std::string>> MeteredQuantities(
    const PowerReading& reading);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_READING_ANSWERS_H_
