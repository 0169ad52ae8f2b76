#include "client/cli/read_verb.h"

#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "client/cli/output.h"
#include "client/cli/reading_answers.h"
#include "client/cli/repeat.h"

namespace pdukit::client {
namespace {

// All of what was metered at one time.
using Samples = std::vector<Sample>;

Error NothingMeteredBy(const Target& target,
                       const std::optional<MeterPlace>& of) {
  Error error = NothingMetered(of);
  error.host = target.pdu ? target.pdu->host() : "";
  error.outlet = target.outlet ? std::to_string(*target.outlet) : "";
  return error;
}

Result<Samples> TakeOutlet(const Target& target, const Context& context,
                           const Subject& subject) {
  const Result<PowerReading> reading = target.power->Read();
  if (!reading.ok()) {
    return reading.error();
  }
  if (reading->empty()) {
    return NothingMeteredBy(target, {});
  }
  return Samples{{context.now(), subject, *reading}};
}

Result<Samples> TakePlaces(const CommandLine& line, const Target& target,
                           const Context& context, const Subject& subject) {
  if (!target.pdu.has_value()) {
    return Error{ErrorKind::kUnsupported, "this is no PDU, which --of reads",
                 "read without --of"};
  }
  const Result<std::vector<PlaceReading>> places =
      target.pdu->ReadPlaces(line.of->place);
  if (!places.ok()) {
    return places.error();
  }
  if (places->empty()) {
    return NothingMeteredBy(target, line.of->place);
  }
  Samples samples;
  for (const PlaceReading& place : *places) {
    samples.push_back(
        {context.now(), subject, place.reading, place.place, place.number});
  }
  return samples;
}

std::string SamplesAnswer(const CommandLine& line, const Samples& samples) {
  if (line.json()) {
    return line.of ? ReadingsJson(samples) : ReadingJson(samples.front());
  }
  if (line.format != Format::kText) {
    return SamplesText(line.format, samples);
  }
  if (line.of) {
    return PlacesText(samples);
  }
  const std::optional<int> outlet = samples.front().subject.outlet;
  return ReadingText(samples.front().reading,
                     outlet ? fmt::format("outlet {}", *outlet) : "");
}

// `head` stands before the answer.
Result<void> ReadOnce(const CommandLine& line, const Target& target,
                      const Context& context, const Subject& subject,
                      const std::string& head) {
  const Result<Samples> samples =
      line.of ? TakePlaces(line, target, context, subject)
              : TakeOutlet(target, context, subject);
  return samples.ok() ? Write(context, head + SamplesAnswer(line, *samples))
                      : Result<void>(samples.error());
}

}  // namespace

Result<void> RunRead(const CommandLine& line, const Target& target,
                     const Context& context) {
  // Only once: it asks the device.
  std::optional<Subject> subject;
  std::string head = line.format == Format::kCsv ? ReadingCsvHeader() : "";
  return Repeat(line, context, [&] {
    if (!subject) {
      subject = line.format == Format::kText ? Describe(target)
                                             : DescribeFully(target);
    }
    Result<void> read = ReadOnce(line, target, context, *subject, head);
    head.clear();
    return read;
  });
}

}  // namespace pdukit::client
