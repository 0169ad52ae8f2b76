#include "client/cli/lab_read.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/cli/answer_parts.h"
#include "client/cli/lab_answers.h"
#include "client/cli/output.h"
#include "client/cli/progress_line.h"
#include "client/cli/reading_answers.h"
#include "client/cli/repeat.h"
#include "client/lab_places.h"
#include "client/machine_pattern.h"

namespace pdukit::client {
namespace {

using Names = std::vector<std::string>;

// Those that feed the machines which the patterns name.
Result<std::set<std::string>> PdusOf(const Lab& lab, const Names& patterns) {
  const Names pdus = lab.pdus();
  if (patterns.empty()) {
    return std::set<std::string>(pdus.begin(), pdus.end());
  }
  const Result<Names> machines = MatchMachines(patterns, lab.machines());
  if (!machines.ok()) {
    return machines.error();
  }
  std::set<std::string> feeding;
  for (const std::string& machine : *machines) {
    const std::vector<Lab::Supply> supplies = lab.supplies(machine).value();
    for (const Lab::Supply& supply : supplies) {
      feeding.insert(supply.pdu);
    }
  }
  return feeding;
}

// In the order of the file.
Result<Names> SelectPdus(const Lab& lab, const LabOptions& options) {
  const Result<std::set<std::string>> of_machines =
      PdusOf(lab, options.patterns);
  if (!of_machines.ok()) {
    return of_machines.error();
  }
  std::set<std::string> wanted = *of_machines;
  if (!options.on_pdus.empty()) {
    wanted.clear();
  }
  for (const std::string& pdu : options.on_pdus) {
    if (const Result<Names> known = lab.machines_on(pdu); !known.ok()) {
      return known.error();
    }
    if (of_machines->contains(pdu)) {
      wanted.insert(pdu);
    }
  }
  if (wanted.empty()) {
    return Error{ErrorKind::kNotFound,
                 fmt::format("none of these machines is on {}",
                             fmt::join(options.on_pdus, ", "))};
  }
  const Names all = lab.pdus();
  Names pdus;
  std::copy_if(
      all.begin(), all.end(), std::back_inserter(pdus),
      [&wanted](const std::string& pdu) { return wanted.contains(pdu); });
  return pdus;
}

ReadPdusOptions OptionsOf(const CommandLine& line, const Context& context) {
  ReadPdusOptions options;
  options.of = line.of->place;
  options.max_total = line.lab->max_total;
  options.cancelled = Cancelled(context);
  return options;
}

PduPlaces Judged(PduPlaces pdu, const std::optional<MeterPlace>& of) {
  if (!pdu.error.has_value() && pdu.places.empty()) {
    pdu.error = NothingMetered(of);
    pdu.error->host = pdu.host;
  }
  return pdu;
}

std::string Answer(const CommandLine& line, const Context& context,
                   const std::vector<PduPlaces>& pdus) {
  if (line.json()) {
    return PlacesJson(pdus, context.now());
  }
  const std::vector<Sample> samples = PlaceSamples(pdus, context.now());
  return line.format == Format::kText
             ? TableHead(line, context) + PlacesText(samples)
             : SamplesText(line.format, samples);
}

// Whether all could be read. `head` stands before the answer.
bool ReadOnce(const CommandLine& line, const Context& context, const Lab& lab,
              const Names& names, const std::string& head) {
  ShowProgressLine(context, fmt::format("reading {} PDUs", names.size()));
  std::vector<PduPlaces> pdus = ReadPdus(lab, names, OptionsOf(line, context));
  ClearProgressLine(context);
  std::size_t done = 0;
  for (PduPlaces& pdu : pdus) {
    pdu = Judged(std::move(pdu), line.of->place);
    done += pdu.error ? 0 : 1;
    if (pdu.error && !line.json()) {
      context.err << FailureText(pdu.pdu, *pdu.error);
    }
  }
  if (!line.json() && done < pdus.size()) {
    context.err << fmt::format("{} of {} done\n", done, pdus.size());
  }
  context.err << std::flush;
  context.out << head << Answer(line, context, pdus) << std::flush;
  return done == pdus.size();
}

}  // namespace

Result<bool> RepeatInLab(const CommandLine& line, const Context& context,
                         const std::string& alias_of,
                         const std::function<bool(const std::string&)>& once) {
  bool done = true;
  std::string head =
      line.format == Format::kCsv ? ReadingCsvHeader(alias_of) : "";
  const Result<void> through = Repeat(line, context, [&]() -> Result<void> {
    done = once(head) && done;
    head.clear();
    return Written(context);
  });
  return through.ok() ? Result<bool>(done) : through.error();
}

std::string TableHead(const CommandLine& line, const Context& context) {
  return line.count == 1 ? "" : TimeText(context.now()) + "\n";
}

Result<bool> ReadLabPlaces(const CommandLine& line, const Context& context,
                           const Lab& lab) {
  const Result<Names> pdus = SelectPdus(lab, *line.lab);
  if (!pdus.ok()) {
    return pdus.error();
  }
  return RepeatInLab(line, context, "pdu", [&](const std::string& head) {
    return ReadOnce(line, context, lab, *pdus, head);
  });
}

}  // namespace pdukit::client
