#ifndef PDUKIT_CLIENT_LAB_H_
#define PDUKIT_CLIENT_LAB_H_

// A file that says which outlets feed which machines, so that one asks for
// machines:
//
//   pdus:
//     rack4: {host: 10.0.0.7, community: {file: rack4.secret}}
//     rack5: {host: 10.0.0.8, user: lab, auth_protocol: SHA,
//             auth_key: {env: LAB_KEY}}
//   machines:
//     web-1: rack4 2
//     db-3: [rack4 3, rack5 3]
//
//   Lab lab = Lab::Load("lab.yaml", {}).value();
//   lab.machine("db-3").value()->Cycle(std::chrono::seconds(2)).value();

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/config/pdu_options.h"
#include "client/fleet.h"
#include "client/power_client.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {

// Thread-safe. Copies, and what it hands out, share its PDUs and may outlive
// it. A PDU is reached when it is first asked for, and then shared by all its
// machines; one that could not be reached is tried again the next time.
class Lab {
 public:
  struct Options {
    // What the file does not speak of: clock, cycle, deadline, cancelled, ...
    SnmpPdu::Options pdu{};
    // Secrets that the file leaves out.
    FallbackSecrets secrets{};
    // Where {env: NAME} looks; empty: in the environment of the process.
    std::function<std::optional<std::string>(const std::string& name)>
        variable{};
    // Reaches a PDU, in any thread; empty: SnmpPdu::Open.
    std::function<Result<SnmpPdu>(const std::string& endpoint,
                                  const SnmpPdu::Options& options)>
        open{};
  };

  // An outlet that feeds a machine, by number or label.
  struct Supply {
    std::string pdu{};
    std::string outlet{};

    std::string ToString() const { return pdu + " " + outlet; }
  };

  // Reads the file and sends nothing. A PDU needs a host; it may have family,
  // version (3 with a user, else 2c), community, user, auth_protocol, auth_key,
  // priv_protocol, priv_key, timeout (of a request, in seconds) and, for the
  // family generic, oid, on_value and off_value. A secret is a text, {file:
  // PATH}, which counts from the folder of the lab file, or {env: NAME}. A
  // machine has one supply or a list of them. Fails with kNotFound or kSystem
  // if the file cannot be read, with kParse for a mistake: "file:line:column:
  // what; what is allowed".
  static Result<Lab> Load(const std::string& path, const Options& options);
  // The same of a text; `file` is what errors call it.
  static Result<Lab> Parse(const std::string& file, const std::string& text,
                           const Options& options);

  // In the order of the file.
  std::vector<std::string> pdus() const;
  std::vector<std::string> machines() const;
  // Those that have a supply on this PDU. Fails with kNotFound.
  Result<std::vector<std::string>> machines_on(const std::string& pdu) const;

  // Fails with kNotFound, and near names.
  Result<std::vector<Supply>> supplies(const std::string& machine) const;

  // Fails with kNotFound, and as SnmpPdu::Open does.
  Result<SnmpPdu> pdu(const std::string& name) const;

  // Its outlet or, if it has several, a CompositePowerClient of them. Reaches
  // their PDUs. Fails with kNotFound, and as SnmpPdu::FindOutlet and pdu() do.
  Result<std::unique_ptr<PowerClient>> machine(const std::string& name) const;

  // What RunFleet takes; sends nothing. Fails with kNotFound.
  Result<std::vector<FleetMachine>> fleet(
      const std::vector<std::string>& machines) const;

 private:
  struct State;
  explicit Lab(std::shared_ptr<State> state);

  std::shared_ptr<State> state_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_LAB_H_
