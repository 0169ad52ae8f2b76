#ifndef PDUKIT_FAKE_PDU_TESTING_FAKE_LAB_H_
#define PDUKIT_FAKE_PDU_TESTING_FAKE_LAB_H_

// Several fakes with machines on them, so that a test asks for machines and not
// for outlets.
//
//   FakeLab lab = FakeLab::Parse(R"(
//     pdus:
//       rack4-a: AP7900
//       rack4-b: {model: PX3-5190R, write_community: secret}
//     machines:
//       web-1: rack4-a 2
//       db-3: {outlets: [rack4-a 3, rack4-b 3], watts: 400}
//   )").value();
//   Recover("db-3", lab.pdu("rack4-a").address(), ...);
//   EXPECT_TRUE(lab.IsPowered("db-3"));

#include <map>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {

// Thread-safe but for being moved.
class FakeLab {
 public:
  // An outlet that feeds a machine.
  struct Supply {
    std::string pdu{};
    int outlet = 0;
  };

  // Starts the PDUs of a YAML text or file. `clock`, where there is one, is
  // that of all of them and must outlive the lab. The keys of a PDU are those
  // of FakePdu::Options that are texts: model, capture, listen, read_community,
  // write_community, engine_id; its name is its sysName. A machine has one
  // supply, a list of them, or a map of outlets and watts: its load, shared by
  // its supplies in equal parts. Fails with kParse (file, line, column), and as
  // FakePdu::Start does.
  static Result<FakeLab> Parse(const std::string& yaml, Clock* clock = nullptr);
  static Result<FakeLab> Load(const std::string& path, Clock* clock = nullptr);

  // Throw std::out_of_range, which names those that there are, for another.
  FakePdu& pdu(const std::string& name);
  const std::vector<Supply>& supplies(const std::string& machine) const;

  std::vector<std::string> pdus() const;
  std::vector<std::string> machines() const;

  // A machine runs as long as one of its supplies has power.
  bool IsPowered(const std::string& machine) const;
  // How many of its supplies have power.
  int PoweredSupplies(const std::string& machine) const;

 private:
  static Result<FakeLab> Read(const std::string& file, const std::string& yaml,
                              Clock* clock);

  std::map<std::string, FakePdu> pdus_;
  std::map<std::string, std::vector<Supply>> machines_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_TESTING_FAKE_LAB_H_
