// The `fake_pdu` program.

#include <csignal>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/standalone/list_models.h"
#include "fake_pdu/standalone/options.h"
#include "fake_pdu/standalone/outlet_log.h"

namespace pdukit::fake_pdu {
namespace {

constexpr int kFailure = 1;

// To be called before the first thread starts, so that every thread inherits
// it and only WaitForEnd sees these signals.
sigset_t BlockEndSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void WaitForEnd(const sigset_t& signals) {
  int signal = 0;
  sigwait(&signals, &signal);
}

Result<FakePdu> StartLoaded(const FakePdu::Options& options, double watts) {
  Result<FakePdu> pdu = FakePdu::Start(options);
  if (!pdu.ok()) {
    return pdu;
  }
  for (const int number : pdu->outlet_numbers()) {
    Result<void> loaded = pdu->outlet(number).SetLoadWatts(watts);
    if (!loaded.ok()) {
      return loaded.error();
    }
  }
  return pdu;
}

int Run(RunPdus run) {
  const sigset_t end_signals = BlockEndSignals();
  std::vector<std::unique_ptr<OutletLog>> logs;
  std::vector<FakePdu> pdus;
  for (FakePdu::Options& options : run.pdus) {
    logs.push_back(std::make_unique<OutletLog>(options.name, std::cerr));
    options.observer = logs.back().get();
    Result<FakePdu> pdu = StartLoaded(options, run.load_watts);
    if (!pdu.ok()) {
      std::cerr << "fake_pdu: " << pdu.error().Text() << '\n';
      return kFailure;
    }
    pdus.push_back(*std::move(pdu));
    std::cout << pdus.back().address() << ' ' << pdus.back().model().model
              << ' ' << pdus.back().name() << std::endl;
  }
  WaitForEnd(end_signals);
  return 0;
}

int Main(int argc, const char* const* argv) {
  auto command = ParseCommandLine(argc, argv, std::cout, std::cerr);
  if (const auto* done = std::get_if<Done>(&command)) {
    return done->exit_code;
  }
  if (const auto* list = std::get_if<ListModels>(&command)) {
    Result<void> listed = PrintModels(*list, std::cout);
    if (!listed.ok()) {
      std::cerr << "fake_pdu: " << listed.error().Text() << '\n';
      return kFailure;
    }
    return 0;
  }
  return Run(std::get<RunPdus>(std::move(command)));
}

}  // namespace
}  // namespace pdukit::fake_pdu

int main(int argc, char** argv) { return pdukit::fake_pdu::Main(argc, argv); }
