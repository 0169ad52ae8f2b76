// What a device answers to the client's drivers: well-formed, but nonsense. The
// input says which model, and which of its objects have other values, or none:
// for each an index of two octets, a type, a length and the content.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "client/session/snmp_session.h"
#include "client/snmp_pdu.h"
#include "fake_pdu/models/model_catalog.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/walk_model.h"

namespace pdukit::fuzz {
namespace {

using client::SnmpPdu;
using client::SnmpSession;
using fake_pdu::ModelCatalog;

// The objects of one model of each family.
const std::vector<std::vector<Varbind>>& Walks() {
  static const auto& walks = *[] {
    auto* all = new std::vector<std::vector<Varbind>>;
    std::set<std::string> families;
    for (const fake_pdu::ModelInfo& info : ModelCatalog::BuiltIn().List()) {
      if (families.insert(info.family).second) {
        all->push_back(
            WalkModel(ModelCatalog::BuiltIn().Find(info.model).value()));
      }
    }
    return all;
  }();
  return walks;
}

// Octets one after the other; zeros behind the end.
class Reader {
 public:
  explicit Reader(const std::string& input) : input_(input) {}

  bool at_end() const { return at_ >= input_.size(); }
  std::uint8_t Octet() {
    return at_end() ? 0 : static_cast<std::uint8_t>(input_[at_++]);
  }
  std::string Octets(std::size_t size) {
    std::string octets = input_.substr(std::min(at_, input_.size()), size);
    at_ += size;
    return octets;
  }

 private:
  const std::string& input_;
  std::size_t at_ = 0;
};

std::uint64_t NumberIn(const std::string& octets) {
  std::uint64_t number = 0;
  for (const char octet : octets) {
    number = number << 8U | static_cast<std::uint8_t>(octet);
  }
  return number;
}

Value MakeValue(std::uint8_t kind, const std::string& content) {
  const std::uint64_t number = NumberIn(content);
  const auto narrow = static_cast<std::uint32_t>(number);
  switch (kind % 12) {
    case 0:
      return Value::Integer32(static_cast<std::int32_t>(narrow));
    case 1:
      return Value::OctetString(content);
    case 2:
      return Value::Null();
    case 3:
      return Value::ObjectIdentifier(Oid({1, 3, 6, 1, 4, 1, narrow}));
    case 4:
      return Value::Counter32(narrow);
    case 5:
      return Value::Gauge32(narrow);
    case 6:
      return Value::TimeTicks(narrow);
    case 7:
      return Value::Opaque(content);
    case 8:
      return Value::Counter64(number);
    case 9:
      return Value::NoSuchObject();
    case 10:
      return Value::EndOfMibView();
    default:
      return Value::IpAddress({});
  }
}

// Serves a walk with changes, and takes every SET.
class ChangedDevice : public SnmpSession {
 public:
  explicit ChangedDevice(const std::string& input) {
    Reader reader(input);
    walk_ = Walks()[reader.Octet() % Walks().size()];
    while (!reader.at_end()) {
      const std::size_t high = reader.Octet();
      const std::size_t index = (high << 8U | reader.Octet()) % walk_.size();
      const std::uint8_t kind = reader.Octet();
      walk_[index].value = MakeValue(kind, reader.Octets(reader.Octet()));
    }
  }

  Result<std::vector<Varbind>> Get(const std::vector<Oid>& oids) override {
    std::vector<Varbind> answer;
    for (const Oid& oid : oids) {
      const auto found = LowerBound(oid);
      answer.push_back({oid, found != walk_.end() && found->oid == oid
                                 ? found->value
                                 : Value::NoSuchInstance()});
    }
    return answer;
  }

  Result<std::vector<Varbind>> GetNext(const std::vector<Oid>& oids) override {
    std::vector<Varbind> answer;
    for (const Oid& oid : oids) {
      answer.push_back(Next(oid));
    }
    return answer;
  }

  Result<std::vector<Varbind>> GetBulk(const Oid& oid,
                                       int max_repetitions) override {
    std::vector<Varbind> answer = {Next(oid)};
    while (!answer.back().value.is_exception() &&
           answer.size() < static_cast<std::size_t>(max_repetitions)) {
      answer.push_back(Next(answer.back().oid));
    }
    return answer;
  }

  Result<void> Set(const std::vector<Varbind>& varbinds,
                   client::Resend /*resend*/) override {
    for (const Varbind& varbind : varbinds) {
      const auto found = LowerBound(varbind.oid);
      if (found != walk_.end() && found->oid == varbind.oid) {
        found->value = varbind.value;
      }
    }
    return {};
  }

  std::string host() const override { return "nonsense"; }

 private:
  std::vector<Varbind>::iterator LowerBound(const Oid& oid) {
    return std::lower_bound(walk_.begin(), walk_.end(), oid,
                            [](const Varbind& varbind, const Oid& name) {
                              return varbind.oid < name;
                            });
  }

  Varbind Next(const Oid& oid) {
    auto found = LowerBound(oid);
    found += found != walk_.end() && found->oid == oid ? 1 : 0;
    return found == walk_.end() ? Varbind{oid, Value::EndOfMibView()} : *found;
  }

  std::vector<Varbind> walk_;
};

template <typename T>
void Judge(const Result<T>& result) {
  if (!result.ok()) {
    RequireSentence(result.error());
    Require(!result.error().host.empty(), "an error names the host");
  }
}

void UseOutlet(const SnmpPdu& pdu, const client::OutletInfo& info) {
  auto outlet = pdu.outlet(info.number);
  if (!outlet.ok()) {
    return Judge(outlet);
  }
  Judge(outlet->Status());
  const auto reading = outlet->Read();
  Judge(reading);
  if (reading.ok()) {
    std::ostringstream() << *reading;
  }
  Judge(outlet->Off());
  Judge(outlet->Cycle(std::chrono::seconds(1)));
  Judge(outlet->Reboot());
}

}  // namespace

void TryInput(const std::string& input) {
  ManualClock clock;
  SnmpPdu::Options options;
  options.clock = &clock;
  options.deadline = std::chrono::milliseconds(500);
  const auto pdu =
      SnmpPdu::Open(std::make_unique<ChangedDevice>(input), options);
  if (!pdu.ok()) {
    return Judge(pdu);
  }
  const auto outlets = pdu->outlets();
  Judge(outlets);
  Judge(pdu->FindOutlet("AA3"));
  Judge(pdu->TryWrite());
  if (outlets.ok() && !outlets->empty()) {
    UseOutlet(*pdu, outlets->front());
    UseOutlet(*pdu, outlets->back());
  }
}

// Each family as it is, and with numbers where there was something else.
std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  for (std::size_t i = 0; i < Walks().size(); ++i) {
    const std::string family(1, static_cast<char>(i));
    seeds.push_back(family);
    std::string changes = family;
    for (std::size_t at = 7; at < Walks()[i].size(); at += 11) {
      changes += static_cast<char>(at >> 8U);
      changes += static_cast<char>(at & 0xFFU);
      changes += "\x05\x04\x7f\xff\xff\xff";
    }
    seeds.push_back(changes);
  }
  return seeds;
}

}  // namespace pdukit::fuzz
