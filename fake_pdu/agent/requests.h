#ifndef PDUKIT_FAKE_PDU_AGENT_REQUESTS_H_
#define PDUKIT_FAKE_PDU_AGENT_REQUESTS_H_

// Which requests: those that a fault befalls, or that a test expects. It is a
// GoogleTest matcher of Request and of Exchange, too.
//
//   pdu.Inject(Fault::DropResponse().For(SetOf(3)).Once());
//   EXPECT_THAT(pdu.journal(), Contains(SetOf("sPDUOutletCtl", 3)));

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "fake_pdu/agent/exchange.h"
#include "snmp/security.h"
#include "snmp/value.h"

namespace pdukit::fake_pdu {

// A value type. Each call narrows it down; what says nothing of a property
// takes any. Object, outlet and value are those of one varbind.
class Requests {
 public:
  using is_gtest_matcher = void;

  // All, messages that never became a request included.
  Requests() = default;

  Requests& Of(Operation operation);
  // By the name that the MIB gives the object: with its instance
  // ("rPDUOutletControlOutletCommand.3"), or all of a column; or by OID, with
  // all that is below.
  Requests& OfObject(std::string name);
  // Objects of this outlet, by its number on the label.
  Requests& OfOutlet(int number);
  // SETs to this value.
  Requests& To(Value value);
  Requests& Over(SnmpVersion version);
  // The community of v1 and v2c, the user of v3.
  Requests& From(std::string community_or_user);
  // Sent again, or for the first time.
  Requests& Resent(bool resent = true);
  // Of so many varbinds or more.
  Requests& WithAtLeast(int varbinds);

  bool Matches(const Request& request) const;

  // Whether object and outlet are those of this variable.
  bool Names(const NamedVarbind& variable) const;

  // In what the request differs, one sentence each: "is a GET", "is of outlet
  // 5". Where none of its varbinds will do, in what the nearest one does.
  std::vector<std::string> DifferencesOf(const Request& request) const;

  // "SET of rPDUOutletControlOutletCommand on outlet 3"
  std::string Text() const;

  bool MatchAndExplain(const Request& request, std::ostream* explanation) const;
  bool MatchAndExplain(const Exchange& exchange,
                       std::ostream* explanation) const {
    return MatchAndExplain(exchange.request, explanation);
  }
  void DescribeTo(std::ostream* out) const;
  void DescribeNegationTo(std::ostream* out) const;

 private:
  bool NamesObject(const NamedVarbind& varbind) const;
  std::vector<std::string> DifferencesOf(const NamedVarbind& varbind) const;
  std::vector<std::string> NearestOf(
      const std::vector<NamedVarbind>& varbinds) const;

  std::optional<Operation> operation_{};
  std::string object_{};
  std::optional<Oid> object_oid_{};
  std::optional<int> outlet_{};
  std::optional<Value> value_{};
  std::optional<SnmpVersion> version_{};
  std::optional<std::string> principal_{};
  std::optional<bool> resent_{};
  std::size_t least_varbinds_ = 0;
};

std::ostream& operator<<(std::ostream& out, const Requests& requests);

inline Requests AnyRequest() { return {}; }

// Of any object, of those of an outlet, of an object by its name, of both.
Requests GetOf();
Requests GetOf(int outlet);
Requests GetOf(std::string object);
Requests GetOf(std::string object, int outlet);
Requests SetOf();
Requests SetOf(int outlet);
Requests SetOf(std::string object);
Requests SetOf(std::string object, int outlet);
Requests NextOf();
Requests NextOf(std::string object);
Requests BulkOf();
Requests BulkOf(std::string object);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_REQUESTS_H_
