// How long it takes until a server answers, and what a fleet of PDUs takes.

#include <sys/resource.h>

#include <chrono>
#include <cstddef>
#include <ctime>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "fake_pdu/fake_pdu.h"
#include "tests/bench/dataset.h"
#include "tests/bench/lab_user.h"
#include "tests/bench/rounds.h"
#include "tests/bench/servers.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/temporary_directory.h"
#include "tests/stress/process_usage.h"

namespace pdukit::bench {
namespace {

using fake_pdu::FakePdu;

constexpr const char* kModel = "AP7930";
constexpr int kNext = 20;
constexpr std::size_t kSmallFleet = 1000;
constexpr std::size_t kLargeFleet = 10000;

double Milliseconds(const std::function<void()>& work) {
  return Took(CLOCK_MONOTONIC, work) / 1000;
}

// The server's end is not counted.
double MillisecondsUntilAnswer(const std::function<Server()>& start) {
  std::optional<Server> server;
  return Milliseconds([&] { server = start(); });
}

FakePdu::Options WithUser() {
  FakePdu::Options options;
  options.model = kModel;
  options.users = {{LabUser(), FakePdu::Access::kReadWrite}};
  return options;
}

double ResidentKibibytes() {
  return static_cast<double>(ProcessUsage::Now().resident_bytes) / 1024;
}

void RaiseDescriptorLimit() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

// From the first fake to `size`: milliseconds for each.
double Grow(std::vector<FakePdu>& fleet, std::size_t size) {
  const auto more = static_cast<double>(size - fleet.size());
  return Milliseconds([&] {
           while (fleet.size() < size) {
             fleet.push_back(FakePdu::Start(WithUser()).value());
           }
         }) /
         more;
}

void CompareFirst(const Rounds& rounds) {
  PrintTitle("Start: from fork to the first answer", "ms");
  Print({"first PDU of a process", rounds.Median("fake_pdu"), "snmpd",
         rounds.Median("snmpd"), 0.27});
  Print({"first PDU of a process", rounds.Median("fake_pdu"), "snmpsim",
         rounds.Median("snmpsim"), 1 / 25.0});
  Print({"an echo, Net-SNMP's libraries started", rounds.Median("echo"),
         "snmpd", rounds.Median("snmpd"), std::nullopt});
  Print({"next PDU, with a user of v3", rounds.Median("next"), "first",
         rounds.Median("fake_pdu"), 1 / 100.0});
}

void MeasureFleet(double first) {
  RaiseDescriptorLimit();
  std::vector<FakePdu> fleet;
  fleet.reserve(kLargeFleet);
  Grow(fleet, 1);
  const double before = ResidentKibibytes();
  const double each_of_small = Grow(fleet, kSmallFleet);
  const double small = ResidentKibibytes();
  const double each_of_large = Grow(fleet, kLargeFleet);
  const double large = ResidentKibibytes();
  const double idle = Took(CLOCK_PROCESS_CPUTIME_ID, [] {
    std::this_thread::sleep_for(std::chrono::seconds(2));
  });
  const double removal = Milliseconds([&] { fleet.clear(); });

  Print({"each of 1,000 PDUs", each_of_small, "first", first, 1 / 100.0});
  Print({"each of 10,000 PDUs", each_of_large, "first", first, 1 / 100.0});
  std::cout << fmt::format(
      "\n### A fleet of {} in one process\n\n| | | target |\n"
      "| --- | ---: | ---: |\n"
      "| memory of each, from 1 to {} (KiB) | {:.2f} | 8 |\n"
      "| memory of each, from {} to {} (KiB) | {:.2f} | 8 |\n"
      "| CPU of the idle fleet in 2 s (ms) | {:.2f} | 0 |\n"
      "| removal of each (us) | {:.1f} | |\n",
      kLargeFleet, kSmallFleet,
      (small - before) / static_cast<double>(kSmallFleet - 1), kSmallFleet,
      kLargeFleet,
      (large - small) / static_cast<double>(kLargeFleet - kSmallFleet),
      idle / 1000, removal * 1000 / static_cast<double>(kLargeFleet));
}

int Main(int count) {
  const TemporaryDirectory directory;
  // Names of a column that nobody writes to.
  const Dataset device(kModel, Oid{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 4});
  const ServerFiles files(directory.path(), device);
  const FakePdu seen = FakePdu::Start(WithUser()).value();

  Rounds rounds;
  rounds.Add("fake_pdu", [] {
    return MillisecondsUntilAnswer([] { return StartFakeModel(kModel); });
  });
  rounds.Add("snmpd", [&] {
    return MillisecondsUntilAnswer([&] { return StartSnmpd(files); });
  });
  rounds.Add("snmpsim", [&] {
    return MillisecondsUntilAnswer([&] { return StartSnmpsim(files); });
  });
  rounds.Add("echo", [] {
    return MillisecondsUntilAnswer([] { return StartNetSnmpEcho(); });
  });
  // Several in a row: after the other servers a first one finds cold caches.
  rounds.Add("next", [] {
    std::vector<FakePdu> fakes;
    return Milliseconds([&] {
             for (int i = 0; i < kNext; ++i) {
               fakes.push_back(FakePdu::Start(WithUser()).value());
               WaitForAnswer(fakes.back().address());
             }
           }) /
           kNext;
  });
  rounds.Run(count);

  std::cout << fmt::format("{}\n{} rounds; {} with {} objects\n", MachineText(),
                           count, kModel, device.objects().size());
  CompareFirst(rounds);
  MeasureFleet(rounds.Median("fake_pdu"));
  return 0;
}

}  // namespace
}  // namespace pdukit::bench

int main(int argc, char** argv) {
  return pdukit::bench::Main(argc > 1 ? std::stoi(argv[1]) : 15);
}
