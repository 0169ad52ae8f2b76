// Whatever answers the client. A message is sent as it is, to a request of the
// version that it has; a scopedPDU in a message of version 3 that is rightly
// authenticated. In both, RQID becomes the request-id and MSID the msgID.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "client/session/ber.h"
#include "client/session/net_snmp_session.h"
#include "tests/fuzz/datagram_socket.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/requests.h"
#include "tests/fuzz/v3_message.h"

namespace pdukit::fuzz {
namespace {

namespace ber = client::ber;
using client::NetSnmpSession;
using std::chrono::milliseconds;

const Oid kAsked{1, 3, 6, 1, 2, 1, 1, 5, 0};
constexpr char kEngineId[] = "\x80\x01\x02\x03\x04";
constexpr EngineTime kTime{1, 100};

// What of a request its answer repeats, as elements.
struct Ids {
  std::string request_id{};
  std::string message_id{};  // Only in version 3, as is what follows.
  bool is_discovery = false;
};

Ids IdsOf(const std::string& request) {
  const std::vector<ber::Element> message =
      ber::Parse(ber::Parse(request).at(0).content);
  Ids ids;
  std::vector<ber::Element> around = message;
  if (message.at(0).content == "\x03") {
    ids.message_id = ber::Parse(message.at(1).content).at(0).content;
    const std::string parameters =
        ber::Parse(message.at(2).content).at(0).content;
    ids.is_discovery = ber::Parse(parameters).at(0).content.empty();
    around = ber::Parse(message.at(3).content);
  }
  ids.request_id = ber::Parse(around.at(2).content).at(0).content;
  return ids;
}

// The same number in four octets.
std::string Widened(const std::string& content) {
  return std::string(content.size() < 4 ? 4 - content.size() : 0, '\0') +
         content;
}

std::string Replaced(std::string text, const std::string& from,
                     const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string ResponsePdu(std::uint8_t tag, const Oid& name,
                        const std::string& value) {
  const std::string pdu =
      PduOf(EncodeRequest(SnmpVersion::kV2c, "", {0xA2, {{name, {}}}}));
  // Net-SNMP has written NULL, of two octets, at the end.
  std::vector<ber::Element> parts = ber::Parse(ber::Parse(pdu).at(0).content);
  const std::string asked = ber::Write(
      ber::Parse(ber::Parse(parts.at(3).content).at(0).content).at(0));
  parts.at(3).content = ber::Write(ber::kSequence, asked + value);
  std::string content;
  for (const ber::Element& part : parts) {
    content += ber::Write(part);
  }
  return ber::Write(tag, content);
}

const std::string& GoodPdu() {
  static const std::string& pdu = *new std::string(
      ResponsePdu(0xA2, kAsked, ber::Write(ber::kOctetString, "rack4")));
  return pdu;
}

std::string InCommunity(char version, const std::string& pdu) {
  return ber::Write(ber::kSequence,
                    ber::Write(ber::kInteger, std::string(1, version)) +
                        ber::Write(ber::kOctetString, "public") + pdu);
}

enum class Kind : std::uint8_t { kV1, kV2c, kV3, kScopedPdu };

// By what stands first in the outermost element.
Kind KindOf(const std::string& input) {
  const auto octet = [&](std::size_t at) {
    return at < input.size() ? static_cast<std::uint8_t>(input[at]) : 0U;
  };
  constexpr unsigned kLongForm = 0x80;
  const unsigned length = octet(1);
  const std::size_t first = length < kLongForm ? 2 : 2 + length - kLongForm;
  if (octet(first) == ber::kOctetString) {
    return Kind::kScopedPdu;
  }
  switch (octet(first + 2)) {
    case 0:
      return Kind::kV1;
    case 3:
      return Kind::kV3;
    default:
      return Kind::kV2c;
  }
}

// A client and the agent that it asks, on one thread: the agent answers while
// the client waits for it.
class Bench {
 public:
  explicit Bench(SnmpVersion version) : version_(version) {
    worker_ = clock_.AddWorker(socket_.address(), [this] { Answer(); });
    NetSnmpSession::Options options;
    options.endpoint = client::Endpoint::Parse(socket_.address()).value();
    options.version = version;
    options.user = FuzzUser(SecurityLevel::kAuthNoPriv);
    options.retries = 1;
    options.clock = &clock_;
    session_ = NetSnmpSession::Open(options).value();
  }

  void Try(Kind kind, const std::string& input) {
    kind_ = kind;
    input_ = input;
    Ask(input.size() % 4);
    input_.reset();
    const auto good = session_->Get({kAsked});
    Require(good.ok() && good->size() == 1 &&
                good->front().value == Value::OctetString("rack4"),
            "the client takes a good answer");
  }

 private:
  void Ask(std::size_t operation) {
    switch (operation) {
      case 0:
        return Judge(session_->Get({kAsked}), 1);
      case 1:
        return Judge(session_->GetNext({kAsked, kAsked}), 2);
      case 2:
        return Judge(session_->GetBulk(kAsked, 5), 5);
      default: {
        const Result<void> set = session_->Set({{kAsked, Value::Integer32(1)}},
                                               client::Resend::kAllowed);
        if (!set.ok()) {
          RequireSentence(set.error());
        }
      }
    }
  }

  static void Judge(const Result<std::vector<Varbind>>& answer,
                    std::size_t most) {
    if (answer.ok()) {
      return Require(!answer->empty() && answer->size() <= most,
                     "an answer has the variables that were asked for");
    }
    RequireSentence(answer.error());
    Require(!answer.error().host.empty(), "an error names the host");
  }

  void Answer() {
    while (const auto request = socket_.Receive(milliseconds(0))) {
      socket_.Send(AnswerTo(IdsOf(*request)), socket_.source());
    }
  }

  std::string AnswerTo(const Ids& ids) const {
    const auto filled = [&](const std::string& text) {
      return Replaced(Replaced(text, "RQID", Widened(ids.request_id)), "MSID",
                      Widened(ids.message_id));
    };
    if (ids.is_discovery) {
      return Wrap(filled(writer_.Scope(UnknownEngine())), ids, false);
    }
    if (!input_) {
      return version_ == SnmpVersion::kV3
                 ? Wrap(filled(writer_.Scope(GoodPdu())), ids, true)
                 : filled(InCommunity(version_ == SnmpVersion::kV1 ? 0 : 1,
                                      GoodPdu()));
    }
    return kind_ == Kind::kScopedPdu ? Wrap(filled(*input_), ids, true)
                                     : filled(*input_).substr(0, 65507);
  }

  // The Report that shows the client which engine this is.
  static std::string UnknownEngine() {
    return ResponsePdu(0xA8, Oid{1, 3, 6, 1, 6, 3, 15, 1, 1, 4, 0},
                       ber::Write(0x41, "\x01"));
  }

  std::string Wrap(const std::string& scoped_pdu, const Ids& ids,
                   bool as_user) const {
    V3Writer::Envelope envelope;
    envelope.level =
        as_user ? SecurityLevel::kAuthNoPriv : SecurityLevel::kNoAuthNoPriv;
    envelope.names_user = as_user;
    envelope.time = kTime;
    envelope.message_id = 0;
    for (const char octet : ids.message_id) {
      envelope.message_id =
          envelope.message_id << 8U | static_cast<std::uint8_t>(octet);
    }
    return writer_.Wrap(scoped_pdu.substr(0, 60000), envelope);
  }

  const SnmpVersion version_;
  ManualClock clock_;
  DatagramSocket socket_;
  V3Writer writer_{FuzzUser(SecurityLevel::kAuthNoPriv), kEngineId};
  int worker_ = -1;
  Kind kind_ = Kind::kV2c;
  std::optional<std::string> input_;  // Nothing: a good answer.
  std::unique_ptr<NetSnmpSession> session_;
};

Bench& BenchFor(Kind kind) {
  static Bench& v1 = *new Bench(SnmpVersion::kV1);
  static Bench& v2c = *new Bench(SnmpVersion::kV2c);
  static Bench& v3 = *new Bench(SnmpVersion::kV3);
  return kind == Kind::kV1 ? v1 : kind == Kind::kV2c ? v2c : v3;
}

}  // namespace

void TryInput(const std::string& input) {
  const Kind kind = KindOf(input);
  BenchFor(kind).Try(kind, input);
}

std::vector<std::string> Seeds() {
  const V3Writer writer(FuzzUser(SecurityLevel::kAuthNoPriv), kEngineId);
  V3Writer::Envelope envelope;
  envelope.message_id = 0x4D534944;  // "MSID"
  const std::vector<std::string> pdus = {
      GoodPdu(),
      ResponsePdu(0xA2, kAsked, ber::Write(0x46, "\x7f\xff\xff\xff\xff")),
      ResponsePdu(0xA2, kAsked, ber::Write(0x40, "\x0a\x01\x01\x07")),
      ResponsePdu(0xA2, kAsked,
                  ber::Write(0x44, "\x9f\x78\x04\x40\x40\x40\x40")),
      ResponsePdu(0xA2, kAsked, ber::Write(0x06, "\x2b\x06\x01\x04\x01")),
      ResponsePdu(0xA2, kAsked, ber::Write(0x82, "")),
      ResponsePdu(0xA8, Oid{1, 3, 6, 1, 6, 3, 15, 1, 1, 2, 0},
                  ber::Write(0x41, "\x01"))};
  std::vector<std::string> seeds;
  for (const std::string& pdu : pdus) {
    seeds.push_back(InCommunity(0, pdu));
    seeds.push_back(InCommunity(1, pdu));
    seeds.push_back(writer.Scope(pdu));
    for (const SecurityLevel level :
         {SecurityLevel::kNoAuthNoPriv, SecurityLevel::kAuthNoPriv}) {
      envelope.level = level;
      seeds.push_back(writer.Wrap(writer.Scope(pdu), envelope));
    }
  }
  return seeds;
}

}  // namespace pdukit::fuzz
