// What a request costs the server: its processor time, at 16 outstanding.

#include <sched.h>

#include <chrono>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "tests/bench/dataset.h"
#include "tests/bench/load.h"
#include "tests/bench/requests.h"
#include "tests/bench/rounds.h"
#include "tests/bench/servers.h"
#include "tests/bench/temporary_directory.h"

namespace pdukit::bench {
namespace {

constexpr std::size_t kOutstanding = 16;
constexpr std::size_t kVariants = 64;
constexpr const char* kModel = "AP7930";
// sysLocation: a SET that only has to be kept.
const Oid kLocation{1, 3, 6, 1, 2, 1, 1, 6};

// The processors that this process may use.
std::vector<std::size_t> Processors() {
  cpu_set_t allowed;
  sched_getaffinity(0, sizeof allowed, &allowed);
  std::vector<std::size_t> processors;
  for (std::size_t number = 0; number < CPU_SETSIZE; ++number) {
    if (CPU_ISSET(number, &allowed)) {
      processors.push_back(number);
    }
  }
  return processors;
}

// This process, and those that it starts from now on.
void StayOn(std::size_t processor) {
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(processor, &one);
  sched_setaffinity(0, sizeof one, &one);
}

using Key = std::pair<std::string, std::string>;  // What, and which server.

std::string NameOf(const Key& key) { return key.first + ", " + key.second; }

std::string WhatOf(SnmpVersion version, Operation operation) {
  return fmt::format("{} {}",
                     version == SnmpVersion::kV3 ? "v3 authPriv" : "v2c",
                     ToString(operation));
}

class Bench {
 public:
  explicit Bench(std::size_t count) : count_(count) {}

  void AddServer(const std::string& name, Server server, const Dataset& dataset,
                 double share) {
    servers_.push_back(std::make_unique<Server>(std::move(server)));
    const Server& kept = *servers_.back();
    for (const SnmpVersion version : {SnmpVersion::kV2c, SnmpVersion::kV3}) {
      for (const Operation operation : {Operation::kGet, Operation::kGetNext,
                                        Operation::kGetBulk, Operation::kSet}) {
        // Without a module of its own snmpsim takes no SET.
        if (operation == Operation::kSet && name == "snmpsim") {
          continue;
        }
        AddLoad({WhatOf(version, operation), name}, kept,
                EncodeRequests(kept, version, operation, dataset, kVariants),
                share);
      }
    }
  }

  // Sends it what the first server was sent for a GET of v2c.
  void AddEcho(Server server, const Dataset& dataset) {
    servers_.push_back(std::make_unique<Server>(std::move(server)));
    AddLoad({WhatOf(SnmpVersion::kV2c, Operation::kGet), "UDP echo"},
            *servers_.back(),
            EncodeRequests(*servers_.front(), SnmpVersion::kV2c,
                           Operation::kGet, dataset, kVariants),
            1);
  }

  void Run(int rounds) { rounds_.Run(rounds); }

  double Median(const Key& key) const { return rounds_.Median(NameOf(key)); }

 private:
  void AddLoad(const Key& key, const Server& server,
               const std::vector<std::string>& requests, double share) {
    const auto count =
        static_cast<std::size_t>(static_cast<double>(count_) * share);
    rounds_.Add(NameOf(key), [&server, requests, count] {
      const auto before = server.child->cpu();
      RunLoad(server.address, requests, count, kOutstanding);
      const std::chrono::duration<double, std::micro> used =
          server.child->cpu() - before;
      return used.count() / static_cast<double>(count);
    });
  }

  const std::size_t count_;
  std::vector<std::unique_ptr<Server>> servers_;
  Rounds rounds_;
};

void Compare(const Bench& bench, const std::string& what,
             const std::string& ours, const std::string& other,
             std::optional<double> target) {
  Print({fmt::format("{}{}", what, ours == "fake_pdu" ? "" : ", " + ours),
         bench.Median({what, ours}), other, bench.Median({what, other}),
         target});
}

int Main(int rounds, std::size_t count) {
  const TemporaryDirectory directory;
  const Dataset device(kModel, kLocation);
  const Dataset large = device.ExtendedTo(5000);
  const Dataset huge = device.ExtendedTo(50000);
  const ServerFiles device_files(directory.path(), device);
  const ServerFiles large_files(directory.path(), large);
  const ServerFiles huge_files(directory.path(), huge);

  // Servers on one processor and the load on another: else a request costs
  // what the scheduler makes of it.
  const std::vector<std::size_t> processors = Processors();
  StayOn(processors.front());
  Bench bench(count);
  bench.AddServer("fake_pdu", StartFakeModel(kModel), device, 1);
  bench.AddServer("snmpd", StartSnmpd(device_files), device, 1);
  bench.AddServer("5,000 objects", StartFakeCapture(large_files), large, 1);
  bench.AddServer("snmpd with 5,000", StartSnmpd(large_files), large, 1);
  bench.AddServer("50,000 objects", StartFakeCapture(huge_files), huge, 1);
  bench.AddServer("snmpsim", StartSnmpsim(device_files), device, 0.02);
  bench.AddEcho(StartUdpEcho(), device);
  StayOn(processors.back());
  bench.Run(rounds);

  std::cout << fmt::format(
      "{}\n{} rounds of {} requests; snmpsim a fiftieth of that\n",
      MachineText(), rounds, count);
  PrintTitle(fmt::format("Requests: {} with {} objects, {} outstanding", kModel,
                         device.objects().size(), kOutstanding),
             "server CPU, us");
  for (const SnmpVersion version : {SnmpVersion::kV2c, SnmpVersion::kV3}) {
    for (const Operation operation : {Operation::kGet, Operation::kGetNext,
                                      Operation::kGetBulk, Operation::kSet}) {
      const std::string what = WhatOf(version, operation);
      std::optional<double> target;
      if (version == SnmpVersion::kV2c) {
        target = 0.35;
      } else if (operation == Operation::kGet) {
        target = 0.5;
      }
      Compare(bench, what, "fake_pdu", "snmpd", target);
      Compare(bench, what, "5,000 objects", "snmpd with 5,000", target);
      Compare(bench, what, "5,000 objects", "fake_pdu", std::nullopt);
      Compare(bench, what, "50,000 objects", "fake_pdu", std::nullopt);
      if (operation != Operation::kSet) {
        Compare(bench, what, "fake_pdu", "snmpsim", std::nullopt);
      }
    }
  }
  Compare(bench, WhatOf(SnmpVersion::kV2c, Operation::kGet), "fake_pdu",
          "UDP echo", 2.5);
  return 0;
}

}  // namespace
}  // namespace pdukit::bench

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::stoi(argv[1]) : 7;
  const std::size_t count = argc > 2 ? std::stoul(argv[2]) : 20000;
  return pdukit::bench::Main(rounds, count);
}
