#ifndef PDUKIT_TESTS_STRESS_TRAFFIC_H_
#define PDUKIT_TESTS_STRESS_TRAFFIC_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/session/net_snmp_session.h"
#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace pdukit {

// Somebody with a few PDUs of their own, who does one thing after the other
// with them, by a seed, and knows what has to come of it. One thread at a time.
class Driver {
 public:
  explicit Driver(int number);
  ~Driver();
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  // A PDU is started, switched, and gone.
  void ComeAndGo(int number);

  // Something or other with one of its PDUs.
  void Operate();

  std::uint64_t operations() const { return operations_; }
  // What came out otherwise; the first twenty of them.
  std::vector<std::string> TakeTroubles();

 private:
  struct Unit;
  using Operation = void (Driver::*)(Unit&);

  void Read(Unit& unit);
  void WriteName(Unit& unit);
  void Walk(Unit& unit);
  void Switch(Unit& unit);
  void SwitchAmidAFault(Unit& unit);
  void GuessCommunity(Unit& unit);
  void GuessUser(Unit& unit);
  void GuessAuthKey(Unit& unit);
  void GuessPrivKey(Unit& unit);
  void GuessAs(const Unit& unit, const char* what, const UsmUser& user,
               ErrorKind kind);
  void WriteWithoutTheRight(Unit& unit);
  void Restart(Unit& unit);
  void Replug(Unit& unit);

  std::uint32_t Random(std::uint32_t below);
  SnmpVersion AnyVersion();
  void Expect(const Unit& unit, const char* what, bool held,
              const std::string& otherwise);
  template <typename T>
  void ExpectOk(const Unit& unit, const char* what, const Result<T>& result) {
    Expect(unit, what, result.ok(), result.ok() ? "" : result.error().Text());
  }
  template <typename T>
  void ExpectError(const Unit& unit, const char* what, const Result<T>& result,
                   ErrorKind kind) {
    Expect(unit, what, !result.ok() && result.error().kind == kind,
           result.ok() ? "it succeeded" : result.error().Text());
  }

  std::mt19937 random_;
  std::vector<std::unique_ptr<Unit>> units_;
  std::uint64_t operations_ = 0;
  std::vector<std::string> troubles_;
};

}  // namespace pdukit

#endif  // PDUKIT_TESTS_STRESS_TRAFFIC_H_
