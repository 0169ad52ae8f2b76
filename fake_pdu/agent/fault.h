#ifndef PDUKIT_FAKE_PDU_AGENT_FAULT_H_
#define PDUKIT_FAKE_PDU_AGENT_FAULT_H_

// What goes wrong between a client and a PDU: which requests, what happens to
// them, how often.
//
//   pdu.Inject(Fault::DropResponse().For(SetOf(3)).Once());
//   pdu.Inject(Fault::DelayResponse(2s).For(GetOf()).Times(3));
//   InjectedFault mute = pdu.Inject(Fault::Mute());
//   mute.Clear();

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "base/clock.h"
#include "fake_pdu/agent/requests.h"
#include "snmp/error_status.h"
#include "snmp/value.h"

namespace pdukit::fake_pdu {

struct Effect;

// Why v3 turns a message away (RFC 3414 section 3.2).
enum class ReportKind : std::uint8_t {
  kUnsupportedSecurityLevel = 1,
  kNotInTimeWindow,
  kUnknownUser,
  kUnknownEngineId,
  kWrongDigest,
  kDecryptionError,
};

// A value type. Unless it is narrowed down it befalls all requests, until it is
// cleared. Several that befall one request all happen, in the order in which
// they were injected; but of those that keep it from being served the first
// one alone. What is no request (Operation::kNone) can be lost, and what
// befalls answers befalls its Report.
class Fault {
 public:
  // The request is lost on its way: the device does nothing, nobody answers.
  static Fault DropRequest();
  // The device obeys, and its answer is lost.
  static Fault DropResponse();
  // Nobody answers anything, v3's discovery included.
  static Fault Mute() { return DropRequest().Named("mute"); }
  // What comes above so many messages in a second is lost.
  static Fault RateLimit(int per_second);

  // The request reaches the device, or its answer the client, so much later, by
  // the device's clock. Other requests do not wait.
  static Fault DelayRequest(Clock::Duration delay);
  static Fault DelayResponse(Clock::Duration delay);
  // The device gets the request twice, the client the answer.
  static Fault DuplicateRequest();
  static Fault DuplicateResponse();
  // The answer waits until the next one has been sent.
  static Fault HoldResponseBack();
  // The answer comes from a port that nobody asked.
  static Fault AnswerFromAnotherPort();

  // Bytes. What stays of the answer are its first `octets`; zero is an empty
  // datagram.
  static Fault TruncateResponse(std::size_t octets);
  // Some octets of the answer are inverted.
  static Fault CorruptResponse();
  // Octets that are no message come first, then the answer.
  static Fault NoiseBeforeResponse();

  // The answer belongs to another request.
  static Fault WrongRequestId();
  // Strings instead of numbers, numbers instead of strings.
  static Fault WrongType();
  // This value for every varbind that the fault is for; the exceptions
  // Value::NoSuchObject(), NoSuchInstance() and EndOfMibView() too. With
  // GETNEXT and GETBULK these two go by the names that are answered.
  static Fault AnswerWith(Value value);

  // The device does nothing and answers with this error. `index` is that of the
  // varbind, from one; others are answered as they are given.
  static Fault Refuse(ErrorStatus status, int index = 1);
  // tooBig, whatever the size (RFC 3416 section 4.2.1).
  static Fault TooBig() { return Refuse(ErrorStatus::kTooBig, 0); }
  // The device obeys, and answers with an error.
  static Fault ObeyAndRefuse(ErrorStatus status, int index = 1);
  // The answer to a SET says that all is well, and nothing was done.
  static Fault AcknowledgeOnly();
  // v3 turns the message away. Other versions are served.
  static Fault Report(ReportKind kind);

  // GETNEXT and GETBULK never leave the column that they are in.
  static Fault EndlessWalk();
  // GETNEXT and GETBULK answer with the name that was asked for.
  static Fault StandingWalk();

  // Which requests.
  Fault& For(Requests requests);
  // How often: then it is used up.
  Fault& Times(int times);
  Fault& Once() { return Times(1); }
  // Spares the first `count` requests that it is for.
  Fault& After(int count);
  // Befalls a request with this probability, 0 to 1; the same seed gives the
  // same sequence.
  Fault& WithProbability(double probability, std::uint32_t seed = 1);

  // "drop response for SET on outlet 3, once"
  std::string Text() const;

 private:
  friend class FaultRule;
  explicit Fault(Effect effect);
  Fault& Named(std::string name);

  std::shared_ptr<const Effect> effect_;
  Requests requests_{};
  std::optional<int> times_{};
  int after_ = 0;
  int per_second_ = 0;
  double probability_ = 1;
  std::uint32_t seed_ = 1;
};

std::ostream& operator<<(std::ostream& out, const Fault& fault);

class FaultRule;

// A fault at work. Copies are of the same one. Thread-safe; may outlive the
// PDU.
class InjectedFault {
 public:
  explicit InjectedFault(std::shared_ptr<FaultRule> rule);

  // How many requests it has befallen.
  int count() const;
  // Befalls no further request.
  void Clear();

 private:
  std::shared_ptr<FaultRule> rule_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_FAULT_H_
