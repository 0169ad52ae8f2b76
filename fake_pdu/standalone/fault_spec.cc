#include "fake_pdu/standalone/fault_spec.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "snmp/error_status.h"
#include "snmp/security.h"

namespace pdukit::fake_pdu {
namespace {

using Argument = std::string;

// What a word cannot mean; caught in ParseFaultSpec.
struct Mistake {
  std::string what;
};

double Number(const Argument& text, double most) {
  std::istringstream in(text);
  double number = 0;
  if (!(in >> number) || !in.eof() || number < 0 || number > most) {
    throw Mistake{
        fmt::format("\"{}\" is no number from 0 to {:g}", text, most)};
  }
  return number;
}

int Count(const Argument& text) {
  constexpr double kMost = 1000000;
  const double number = Number(text, kMost);
  if (number != static_cast<int>(number)) {
    throw Mistake{fmt::format("\"{}\" is no whole number", text)};
  }
  return static_cast<int>(number);
}

Clock::Duration Seconds(const Argument& text) {
  constexpr double kHour = 3600;
  return std::chrono::duration_cast<Clock::Duration>(
      std::chrono::duration<double>(Number(text, kHour)));
}

ErrorStatus Status(const Argument& name) {
  std::string names;
  for (int i = 1; i <= static_cast<int>(ErrorStatus::kInconsistentName); ++i) {
    const auto status = static_cast<ErrorStatus>(i);
    if (name == ToString(status)) {
      return status;
    }
    names += fmt::format("{}{}", names.empty() ? "" : ", ", ToString(status));
  }
  throw Mistake{fmt::format("\"{}\" is none of {}", name, names)};
}

// "genErr" or "genErr@2"
std::pair<ErrorStatus, int> StatusAt(const Argument& text) {
  const std::size_t at = text.find('@');
  return {Status(text.substr(0, at)),
          at == std::string::npos ? 1 : Count(text.substr(at + 1))};
}

ReportKind Kind(const Argument& name) {
  static const std::vector<std::pair<std::string, ReportKind>> kKinds = {
      {"unsupported-level", ReportKind::kUnsupportedSecurityLevel},
      {"not-in-time-window", ReportKind::kNotInTimeWindow},
      {"unknown-user", ReportKind::kUnknownUser},
      {"unknown-engine-id", ReportKind::kUnknownEngineId},
      {"wrong-digest", ReportKind::kWrongDigest},
      {"decryption-error", ReportKind::kDecryptionError}};
  std::string names;
  for (const auto& [known, kind] : kKinds) {
    if (name == known) {
      return kind;
    }
    names += (names.empty() ? "" : ", ") + known;
  }
  throw Mistake{fmt::format("\"{}\" is none of {}", name, names)};
}

struct EffectWord {
  std::string word;
  std::string argument;  // Its form; empty if there is none.
  std::function<Fault(const Argument&)> make;
};

const std::vector<EffectWord>& EffectWords() {
  static const auto& words = *new std::vector<EffectWord>{
      {"mute", "", [](auto&) { return Fault::Mute(); }},
      {"drop-request", "", [](auto&) { return Fault::DropRequest(); }},
      {"drop-response", "", [](auto&) { return Fault::DropResponse(); }},
      {"rate-limit", "PER-SECOND",
       [](auto& text) { return Fault::RateLimit(Count(text)); }},
      {"delay-request", "SECONDS",
       [](auto& text) { return Fault::DelayRequest(Seconds(text)); }},
      {"delay-response", "SECONDS",
       [](auto& text) { return Fault::DelayResponse(Seconds(text)); }},
      {"duplicate-request", "",
       [](auto&) { return Fault::DuplicateRequest(); }},
      {"duplicate-response", "",
       [](auto&) { return Fault::DuplicateResponse(); }},
      {"hold-response-back", "",
       [](auto&) { return Fault::HoldResponseBack(); }},
      {"answer-from-another-port", "",
       [](auto&) { return Fault::AnswerFromAnotherPort(); }},
      {"truncate-response", "OCTETS",
       [](auto& text) {
         return Fault::TruncateResponse(static_cast<std::size_t>(Count(text)));
       }},
      {"corrupt-response", "", [](auto&) { return Fault::CorruptResponse(); }},
      {"noise-before-response", "",
       [](auto&) { return Fault::NoiseBeforeResponse(); }},
      {"wrong-request-id", "", [](auto&) { return Fault::WrongRequestId(); }},
      {"wrong-type", "", [](auto&) { return Fault::WrongType(); }},
      {"no-such-object", "",
       [](auto&) { return Fault::AnswerWith(Value::NoSuchObject()); }},
      {"no-such-instance", "",
       [](auto&) { return Fault::AnswerWith(Value::NoSuchInstance()); }},
      {"end-of-mib-view", "",
       [](auto&) { return Fault::AnswerWith(Value::EndOfMibView()); }},
      {"refuse", "STATUS[@INDEX]",
       [](auto& text) {
         const auto [status, index] = StatusAt(text);
         return Fault::Refuse(status, index);
       }},
      {"obey-and-refuse", "STATUS[@INDEX]",
       [](auto& text) {
         const auto [status, index] = StatusAt(text);
         return Fault::ObeyAndRefuse(status, index);
       }},
      {"too-big", "", [](auto&) { return Fault::TooBig(); }},
      {"acknowledge-only", "", [](auto&) { return Fault::AcknowledgeOnly(); }},
      {"report", "KIND", [](auto& text) { return Fault::Report(Kind(text)); }},
      {"endless-walk", "", [](auto&) { return Fault::EndlessWalk(); }},
      {"standing-walk", "", [](auto&) { return Fault::StandingWalk(); }},
  };
  return words;
}

Fault MakeFault(const std::string& word, const Argument& argument) {
  for (const EffectWord& effect : EffectWords()) {
    if (effect.word != word) {
      continue;
    }
    if (effect.argument.empty() != argument.empty()) {
      throw Mistake{effect.argument.empty()
                        ? "takes no value"
                        : "needs a value: " + word + "=" + effect.argument};
    }
    return effect.make(argument);
  }
  throw Mistake{"is none of " + FaultWords()};
}

// "get", "outlet=3", ...; false for another word.
bool NarrowRequests(Requests& requests, const std::string& word,
                    const Argument& argument) {
  static const std::vector<std::pair<std::string, Operation>> kOperations = {
      {"get", Operation::kGet},
      {"next", Operation::kGetNext},
      {"bulk", Operation::kGetBulk},
      {"set", Operation::kSet}};
  for (const auto& [name, operation] : kOperations) {
    if (word == name) {
      requests.Of(operation);
      return true;
    }
  }
  if (word == "resent") {
    requests.Resent();
  } else if (word == "varbinds") {
    requests.WithAtLeast(Count(argument));
  } else if (word == "outlet") {
    requests.OfOutlet(Count(argument));
  } else if (word == "object") {
    requests.OfObject(argument);
  } else if (word == "from") {
    requests.From(argument);
  } else if (word == "version") {
    const Result<SnmpVersion> version = ParseSnmpVersion(argument);
    if (!version.ok()) {
      throw Mistake{version.error().message};
    }
    requests.Over(*version);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string FaultWords() {
  std::string words;
  for (const EffectWord& effect : EffectWords()) {
    words += fmt::format("{}{}{}{}", words.empty() ? "" : ", ", effect.word,
                         effect.argument.empty() ? "" : "=", effect.argument);
  }
  return words;
}

Result<Fault> ParseFaultSpec(const std::string& text) {
  std::istringstream in(text);
  std::string token;
  std::optional<Fault> fault;
  Requests requests;
  double probability = 1;
  int seed = 1;
  while (in >> token) {
    const std::size_t equals = token.find('=');
    const std::string word = token.substr(0, equals);
    const Argument argument =
        equals == std::string::npos ? "" : token.substr(equals + 1);
    try {
      if (!fault) {
        fault = MakeFault(word, argument);
      } else if (word == "once") {
        fault->Once();
      } else if (word == "times") {
        fault->Times(Count(argument));
      } else if (word == "after") {
        fault->After(Count(argument));
      } else if (word == "probability") {
        probability = Number(argument, 1);
      } else if (word == "seed") {
        seed = Count(argument);
      } else if (!NarrowRequests(requests, word, argument)) {
        throw Mistake{
            "is none of get, next, bulk, set, outlet=N, object=NAME, "
            "version=V, from=NAME, resent, varbinds=N, once, times=N, "
            "after=N, probability=P, seed=N"};
      }
    } catch (const Mistake& mistake) {
      return Error{
          ErrorKind::kInvalidArgument,
          fmt::format("fault \"{}\": {} {}", text, word, mistake.what)};
    }
  }
  if (!fault) {
    return Error{ErrorKind::kInvalidArgument,
                 "a fault begins with one of " + FaultWords()};
  }
  fault->For(std::move(requests));
  fault->WithProbability(probability, static_cast<std::uint32_t>(seed));
  return *std::move(fault);
}

}  // namespace pdukit::fake_pdu
