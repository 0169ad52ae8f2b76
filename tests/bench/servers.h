#ifndef PDUKIT_TESTS_BENCH_SERVERS_H_
#define PDUKIT_TESTS_BENCH_SERVERS_H_

// The programs that are compared. Each serves a dataset on 127.0.0.1 to the
// community `private` and to LabUser(), and answers from when it is made. The
// files that they read lie in a directory of the caller's.

#include <memory>
#include <string>
#include <vector>

#include "tests/bench/child.h"
#include "tests/bench/dataset.h"

namespace pdukit::bench {

struct Server {
  std::string name{};
  std::string address{};
  std::string context{};  // Of version 3.
  std::unique_ptr<Child> child{};
};

// The files of a dataset, written once.
struct ServerFiles {
  ServerFiles(const std::string& directory, const Dataset& dataset);

  std::string directory;
  std::string capture;  // For fake_pdu and, in its directory, snmpsim.
  std::string snmpd_conf;
};

// Our program with a model, or with a capture.
Server StartFakeModel(const std::string& model);
// In one process, which ends with the first of them.
std::vector<Server> StartFakeModels(const std::string& model, int count);
Server StartFakeCapture(const ServerFiles& files);
// Net-SNMP's agent, with those of its modules alone that it needs for this.
Server StartSnmpd(const ServerFiles& files);
Server StartSnmpsim(const ServerFiles& files);
Server StartUdpEcho();
// An echo in a process that has started Net-SNMP as an agent has to.
Server StartNetSnmpEcho();

// Asks until the first answer.
void WaitForAnswer(const std::string& address);

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_SERVERS_H_
