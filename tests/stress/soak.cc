#include "tests/stress/soak.h"

#include <cstddef>
#include <memory>
#include <thread>

#include <fmt/format.h>

#include "fake_pdu/fake_pdu.h"
#include "tests/stress/traffic.h"

namespace pdukit {
namespace {

using Now = std::chrono::steady_clock;

constexpr int kDrivers = 2;

// Above what malloc's caches of the threads make of the same state, and far
// below what one object lost per cycle comes to in 10,000 of them.
constexpr std::size_t kHeapTolerance = 256 << 10;
constexpr std::size_t kResidentTolerance = 16 << 20;

class Printer {
 public:
  explicit Printer(std::ostream& out) : out_(out) {
    out_ << "      s  phase    done       RSS KiB  heap KiB  descriptors  "
            "threads\n";
  }

  ProcessUsage Sample(const char* phase, std::uint64_t done) {
    const ProcessUsage usage = ProcessUsage::Now();
    out_ << fmt::format("{:>7}  {:<7}  {:>9}  {:>7}  {:>8}  {:>11}  {:>7}\n",
                        std::chrono::duration_cast<std::chrono::seconds>(
                            Now::now() - start_)
                            .count(),
                        phase, done, usage.resident_bytes >> 10,
                        usage.heap_bytes >> 10, usage.descriptors,
                        usage.threads)
         << std::flush;
    return usage;
  }

 private:
  std::ostream& out_;
  const Now::time_point start_ = Now::now();
};

void Append(std::vector<std::string>& all, std::vector<std::string> more,
            const char* phase) {
  for (std::string& one : more) {
    all.push_back(fmt::format("{}: {}", phase, one));
  }
}

void ComeAndGo(const SoakOptions& options, Printer& printer,
               SoakReport& report) {
  Driver driver(0);
  int done = 0;
  for (int sample = 0; sample <= options.samples; ++sample) {
    for (; done < options.cycles * sample / options.samples; ++done) {
      driver.ComeAndGo(done);
    }
    report.cycle_samples.push_back(
        printer.Sample("cycles", static_cast<std::uint64_t>(done)));
  }
  report.operations += driver.operations();
  Append(report.troubles, driver.TakeTroubles(), "cycles");
}

void DriveTraffic(const SoakOptions& options, Printer& printer,
                  SoakReport& report) {
  std::vector<std::unique_ptr<Driver>> drivers;
  for (int number = 1; number <= kDrivers; ++number) {
    drivers.push_back(std::make_unique<Driver>(number));
  }
  for (int sample = 0; sample <= options.samples; ++sample) {
    const auto end =
        Now::now() + (sample == 0 ? std::chrono::milliseconds(0)
                                  : options.traffic / options.samples);
    std::vector<std::thread> threads;
    for (const auto& driver : drivers) {
      threads.emplace_back([&driver = *driver, end] {
        while (Now::now() < end) {
          driver.Operate();
        }
      });
    }
    std::uint64_t done = 0;
    for (std::size_t i = 0; i < threads.size(); ++i) {
      threads[i].join();
      done += drivers[i]->operations();
    }
    report.traffic_samples.push_back(printer.Sample("traffic", done));
  }
  for (const auto& driver : drivers) {
    report.operations += driver->operations();
    Append(report.troubles, driver->TakeTroubles(), "traffic");
  }
}

std::size_t Excess(std::size_t last, std::size_t first, std::size_t tolerance) {
  return last > first + tolerance ? last - first : 0;
}

}  // namespace

std::vector<std::string> Growth(const std::vector<ProcessUsage>& samples) {
  if (samples.empty()) {
    return {};
  }
  const ProcessUsage& first = samples[samples.size() / 4];
  const ProcessUsage& last = samples.back();
  std::vector<std::string> grown;
  if (const std::size_t bytes =
          Excess(last.heap_bytes, first.heap_bytes, kHeapTolerance)) {
    grown.push_back(fmt::format("the heap has grown by {} bytes", bytes));
  }
  if (const std::size_t bytes = Excess(
          last.resident_bytes, first.resident_bytes, kResidentTolerance)) {
    grown.push_back(
        fmt::format("resident memory has grown by {} bytes", bytes));
  }
  if (last.descriptors > first.descriptors) {
    grown.push_back(fmt::format("{} descriptors were {}", last.descriptors,
                                first.descriptors));
  }
  if (last.threads > first.threads) {
    grown.push_back(
        fmt::format("{} threads were {}", last.threads, first.threads));
  }
  return grown;
}

SoakReport Soak(const SoakOptions& options, std::ostream& out) {
  SoakReport report;
  Printer printer(out);
  ComeAndGo(options, printer, report);
  DriveTraffic(options, printer, report);
  printer.Sample("end", report.operations);
  Append(report.troubles, Growth(report.cycle_samples), "cycles");
  Append(report.troubles, Growth(report.traffic_samples), "traffic");
  const std::vector<fake_pdu::FakePdu::Journal> left =
      fake_pdu::FakePdu::Journals();
  if (!left.empty()) {
    report.troubles.push_back(fmt::format("{} PDUs are left", left.size()));
  }
  return report;
}

}  // namespace pdukit
