#include "fake_pdu/agent/fault.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "fake_pdu/agent/effect.h"
#include "fake_pdu/agent/fault_rule.h"

namespace pdukit::fake_pdu {
namespace {

double Seconds(Clock::Duration duration) {
  return std::chrono::duration<double>(duration).count();
}

Effect Before(std::string text, Intake intake) {
  Effect effect;
  effect.text = std::move(text);
  effect.intake = intake;
  return effect;
}

Effect OnTheWay(std::string text, void (*change)(Datagram&)) {
  Effect effect;
  effect.text = std::move(text);
  effect.deliver = [change](std::vector<Datagram>& datagrams) {
    for (Datagram& datagram : datagrams) {
      change(datagram);
    }
  };
  return effect;
}

const char* NameOf(ReportKind kind) {
  switch (kind) {
    case ReportKind::kUnsupportedSecurityLevel:
      return "unsupported security level";
    case ReportKind::kNotInTimeWindow:
      return "not in time window";
    case ReportKind::kUnknownUser:
      return "unknown user";
    case ReportKind::kUnknownEngineId:
      return "unknown engine ID";
    case ReportKind::kWrongDigest:
      return "wrong digest";
    case ReportKind::kDecryptionError:
      return "decryption error";
  }
  return "?";
}

}  // namespace

Fault::Fault(Effect effect)
    : effect_(std::make_shared<const Effect>(std::move(effect))) {}

Fault Fault::DropRequest() {
  return Fault(Before("drop request", Intake::kDrop));
}

Fault Fault::RateLimit(int per_second) {
  Fault fault = DropRequest();
  fault.Named(fmt::format("no more than {} a second", per_second));
  fault.per_second_ = per_second;
  return fault;
}

Fault Fault::DelayRequest(Clock::Duration delay) {
  Effect effect = Before(fmt::format("delay request by {:g} s", Seconds(delay)),
                         Intake::kLater);
  effect.delay = delay;
  return Fault(std::move(effect));
}

Fault Fault::DuplicateRequest() {
  return Fault(Before("duplicate request", Intake::kTwice));
}

Fault Fault::Refuse(ErrorStatus status, int index) {
  Effect effect =
      Before(fmt::format("refuse with {} at {}", ToString(status), index),
             Intake::kRefuse);
  effect.status = status;
  effect.index = index;
  return Fault(std::move(effect));
}

Fault Fault::AcknowledgeOnly() {
  return Fault(Before("acknowledge only", Intake::kAcknowledge));
}

Fault Fault::Report(ReportKind kind) {
  Effect effect =
      Before(fmt::format("report {}", NameOf(kind)), Intake::kReport);
  effect.report = kind;
  return Fault(std::move(effect));
}

Fault Fault::DropResponse() {
  Effect effect;
  effect.text = "drop response";
  effect.deliver = [](std::vector<Datagram>& datagrams) { datagrams.clear(); };
  return Fault(std::move(effect));
}

Fault Fault::DelayResponse(Clock::Duration delay) {
  Effect effect;
  effect.text = fmt::format("delay response by {:g} s", Seconds(delay));
  effect.deliver = [delay](std::vector<Datagram>& datagrams) {
    for (Datagram& datagram : datagrams) {
      datagram.delay += delay;
    }
  };
  return Fault(std::move(effect));
}

Fault Fault::DuplicateResponse() {
  Effect effect;
  effect.text = "duplicate response";
  effect.deliver = [](std::vector<Datagram>& datagrams) {
    const std::vector<Datagram> copies = datagrams;
    datagrams.insert(datagrams.end(), copies.begin(), copies.end());
  };
  return Fault(std::move(effect));
}

Fault Fault::HoldResponseBack() {
  return Fault(OnTheWay("hold response back",
                        [](Datagram& datagram) { datagram.held_back = true; }));
}

Fault Fault::AnswerFromAnotherPort() {
  return Fault(OnTheWay("answer from another port", [](Datagram& datagram) {
    datagram.from_another_port = true;
  }));
}

Fault Fault::TruncateResponse(std::size_t octets) {
  Effect effect;
  effect.text = fmt::format("truncate response to {} octets", octets);
  effect.deliver = [octets](std::vector<Datagram>& datagrams) {
    for (Datagram& datagram : datagrams) {
      datagram.octets.resize(std::min(octets, datagram.octets.size()));
    }
  };
  return Fault(std::move(effect));
}

// From the first octet on: no message can then be decoded from it.
Fault Fault::CorruptResponse() {
  return Fault(OnTheWay("corrupt response", [](Datagram& datagram) {
    constexpr std::size_t kStep = 7;
    for (std::size_t i = 0; i < datagram.octets.size(); i += kStep) {
      datagram.octets[i] = static_cast<char>(~datagram.octets[i]);
    }
  }));
}

Fault Fault::NoiseBeforeResponse() {
  Effect effect;
  effect.text = "noise before response";
  effect.deliver = [](std::vector<Datagram>& datagrams) {
    Datagram noise;
    noise.octets = "\xFFnoise";
    datagrams.insert(datagrams.begin(), noise);
  };
  return Fault(std::move(effect));
}

Fault& Fault::For(Requests requests) {
  requests_ = std::move(requests);
  return *this;
}

Fault& Fault::Times(int times) {
  times_ = times;
  return *this;
}

Fault& Fault::After(int count) {
  after_ = count;
  return *this;
}

Fault& Fault::WithProbability(double probability, std::uint32_t seed) {
  probability_ = probability;
  seed_ = seed;
  return *this;
}

Fault& Fault::Named(std::string name) {
  Effect effect = *effect_;
  effect.text = std::move(name);
  effect_ = std::make_shared<const Effect>(std::move(effect));
  return *this;
}

std::string Fault::Text() const {
  std::string text = effect_->text + " for " + requests_.Text();
  if (after_ > 0) {
    text += fmt::format(", after {}", after_);
  }
  if (probability_ < 1) {
    text += fmt::format(", with probability {:g}", probability_);
  }
  if (times_) {
    text += *times_ == 1 ? ", once" : fmt::format(", {} times", *times_);
  }
  return text;
}

std::ostream& operator<<(std::ostream& out, const Fault& fault) {
  return out << fault.Text();
}

InjectedFault::InjectedFault(std::shared_ptr<FaultRule> rule)
    : rule_(std::move(rule)) {}

int InjectedFault::count() const { return rule_->count(); }

void InjectedFault::Clear() { rule_->Clear(); }

}  // namespace pdukit::fake_pdu
