#ifndef PDUKIT_CLIENT_CLI_ANSWER_PARTS_H_
#define PDUKIT_CLIENT_CLI_ANSWER_PARTS_H_

// What answers of every kind are made of.

#include <chrono>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "client/cli/answers.h"

namespace pdukit::client {

struct Sample;

// Keeps the keys in the order in which they are written.
using Json = nlohmann::ordered_json;

// A device's words, without what steers a terminal.
std::string Printable(std::string text);

Json TextOrNull(const std::string& text);
Json NumberOrNull(const std::optional<Measurement>& measurement);

// In one line; what is not UTF-8 is replaced, since a device's names need not
// be.
std::string JsonText(const Json& json);

// The same, with a line break.
std::string JsonLine(const Json& json);

// {"export", "host", "outlet", "name", "family"}, the first by alias_of.
Json SubjectJson(const Subject& subject);

// What ErrorJson and ReadingJson are lines of.
Json ErrorObject(const Error& error);
Json SampleJson(const Sample& sample);

// ISO 8601, UTC: "2024-02-29T12:00:00.250Z".
std::string TimeText(std::chrono::system_clock::time_point time);

// As RFC 4180 quotes it.
std::string CsvField(const std::string& text);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_ANSWER_PARTS_H_
