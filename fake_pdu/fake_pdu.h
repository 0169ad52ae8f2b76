#ifndef PDUKIT_FAKE_PDU_FAKE_PDU_H_
#define PDUKIT_FAKE_PDU_FAKE_PDU_H_

// A PDU (power distribution unit) that lives in this process: a real SNMP
// agent on a loopback port of its own, with the objects and the behaviour of a
// vendor's device. It switches nothing but its own outlets.
//
//   FakePdu pdu = FakePdu::Start("AP7900").value();
//   SwitchOff(pdu.address(), 3);  // The code under test, any SNMP client.
//   EXPECT_EQ(pdu.outlet(3).state(), OutletState::kOff);
//
// Any number may live in one process; one background thread answers for all
// of them. Everything here is thread-safe. A child of fork leaves them to its
// parent, where they go on: it may ask them as any client may, execute another
// program, and end as it likes.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "fake_pdu/agent/exchange.h"
#include "fake_pdu/agent/fault.h"
#include "fake_pdu/agent/requests.h"
#include "fake_pdu/device/contact_state.h"
#include "fake_pdu/device/outlet_state.h"
#include "fake_pdu/fake_outlet.h"
#include "fake_pdu/models/model_catalog.h"
#include "snmp/security.h"

namespace pdukit::fake_pdu {

class FakePdu {
 public:
  enum class Access { kReadOnly, kReadWrite };

  // Who may speak SNMPv3. Lower security levels than the user's keys allow
  // are refused.
  struct User {
    UsmUser credentials{};
    Access access = Access::kReadWrite;
  };

  struct Options {
    // One of Models(), or of those in `files`. With a capture it may be empty.
    std::string model{};
    // A file with the walk of a real device, as snmpsim (.snmprec) or snmpwalk
    // -On writes it: every object is served as it was captured, but for those
    // that the model's family lets switch, be written or be metered. These
    // begin as captured. Without a model, the capture's sysObjectID says which
    // it is; a device that no family knows can only be read.
    std::string capture{};
    // Families and models of your own, as YAML, on top of those built in.
    std::vector<std::string> files{};
    // Port 0 takes a free one. "[::1]:0" is IPv6. Anything but loopback can be
    // reached from outside.
    std::string listen = "127.0.0.1:0";
    // sysName, and the device's own name where it has one; the model's if
    // empty.
    std::string name{};
    // An empty one admits nobody. The write community also reads.
    std::string read_community = "public";
    std::string write_community = "private";
    std::vector<User> users{};
    // 5 to 32 octets (RFC 3411, SnmpEngineID); unique if empty.
    std::string engine_id{};
    std::uint32_t engine_boots = 1;
    // Must outlive the fake; null means the real one.
    Clock* clock = nullptr;
    // How many exchanges the journal keeps; none if it is 0.
    std::size_t journal_size = 1000;
    // Hears what happens to the outlets, in order: what the test does before
    // the call returns, what comes over SNMP soon after its answer. Must
    // outlive the fake and not destroy it; may be null.
    DeviceObserver* observer = nullptr;
  };

  // Binds its port and returns once the fake answers on it. Fails with
  // kNotFound for a model that does not exist, and names those that do; with
  // kParse for a file with a mistake (file, line, column); with kSystem for an
  // address that cannot be bound, and where memory or descriptors are used up;
  // with kInvalidArgument for other options, and for a capture that fits no
  // model of its family.
  static Result<FakePdu> Start(const Options& options);
  // All but the model as in Options.
  static Result<FakePdu> Start(const std::string& model);

  // The built-in models, ordered by name.
  static std::vector<ModelInfo> Models();

  FakePdu(FakePdu&&) noexcept;
  FakePdu& operator=(FakePdu&&) noexcept;
  // Closes the port and forgets the users: nothing is answered afterwards.
  ~FakePdu();

  // "127.0.0.1:40961" or "[::1]:40961": what a client is given.
  const std::string& address() const;
  // "127.0.0.1" or "::1".
  const std::string& host() const;
  int port() const;
  std::string name() const;
  const ModelInfo& model() const;
  // The octets of its snmpEngineID.
  const std::string& engine_id() const;

  // Throws std::out_of_range, which names the numbers there are, for another.
  FakeOutlet outlet(int number) const;
  // In the order of the device.
  std::vector<int> outlet_numbers() const;

  // Pulls the mains plug: the outlets are dead and SNMP is mute.
  void Unplug();
  // Puts it back: the device starts anew, with sysUpTime from zero and
  // snmpEngineBoots one higher, and its outlets as configured for that.
  void Plug();
  bool plugged() const;

  // From now on this goes wrong, until it is used up or cleared.
  InjectedFault Inject(const Fault& fault);
  void ClearFaults();

  // Every request and what became of it, oldest first: the last
  // Options::journal_size of them. Whoever has an answer finds its exchange
  // here.
  std::vector<Exchange> journal() const;
  void ClearJournal();

  // The journals of all fakes of this process, in the order of their start.
  struct Journal {
    std::string name{};
    std::string address{};
    std::string model{};
    std::vector<Exchange> exchanges{};
  };
  static std::vector<Journal> Journals();

  // Waits until the condition holds: asks it at once, and again after each
  // exchange and each event of an outlet, with no lock held. False if it did
  // not hold after `timeout`. In real time, whatever the clock.
  [[nodiscard]] bool WaitUntil(
      const std::function<bool()>& condition,
      std::chrono::nanoseconds timeout = std::chrono::seconds(10)) const;

  // What goes wrong with real PDUs; of one outlet, see FakeOutlet. Each lasts
  // until it is set back, also over a restart.

  // Restarts the management card alone: SNMP is mute until `away` has passed on
  // the clock, sysUpTime then counts from zero and snmpEngineBoots is one
  // higher. What was pending is forgotten, outlets stay as they are.
  void Restart(Clock::Duration away = {});

  // What was written is as the factory left it: names, delays, thresholds,
  // locks; outlets stay as they are.
  void LoseConfiguration();

  // Of all outlets.
  void SetCommandFault(CommandFault fault);

  // A phase (1 to 3) of an inlet has this voltage; 0 is a failure: outlets that
  // it takes part in feeding are dead and its meters read 0 V. The last phase
  // of the first inlet takes the card with it, as Unplug does, and the first to
  // come back starts it. Fail with kNotFound for a phase that the model does
  // not have, with kInvalidArgument for what is negative or not finite.
  Result<void> SetVoltage(int phase, double volts, int inlet = 1);
  // To the model's voltage.
  Result<void> RestorePhase(int phase, int inlet = 1);

  // An open breaker takes the outlets behind it off; their relays stay. Fail
  // with kNotFound for a bank that the model does not have.
  Result<void> TripBreaker(int bank);
  Result<void> ResetBreaker(int bank);
  // Whether the breaker of a bank trips by itself: at once, with no time curve,
  // when the bank carries more than its rating. At first none does.
  void SetBreakersTrip(bool trip);

  // What a probe reads, in degrees Celsius and percent. Fail with kNotFound for
  // one that the model does not have, or that measures other things.
  Result<void> SetTemperature(int sensor, double celsius);
  Result<void> SetHumidity(int sensor, double percent);
  // Someone opens the door that has this switch. Fails with kNotFound for a
  // contact that the model does not have.
  Result<void> SetContact(int contact, ContactState state);

 private:
  struct State;
  struct Destroy {
    void operator()(State* state) const;
  };
  using StatePtr = std::unique_ptr<State, Destroy>;
  class Registry;

  static Result<FakePdu> DoStart(const Options& options);
  explicit FakePdu(StatePtr state);

  StatePtr state_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_FAKE_PDU_H_
