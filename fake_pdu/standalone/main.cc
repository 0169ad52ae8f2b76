// The `fake_pdu` program.

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <filesystem>
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
constexpr int kUsageError = 2;

int Fail(const Error& error) {
  std::cerr << "fake_pdu: " << error.Text() << '\n';
  const bool usage = error.kind == ErrorKind::kInvalidArgument ||
                     error.kind == ErrorKind::kParse ||
                     error.kind == ErrorKind::kNotFound;
  return usage ? kUsageError : kFailure;
}

Error CannotWrite() { return {ErrorKind::kSystem, "cannot write to stdout"}; }

// Each PDU has a socket; the usual limit is 1024, and may be raised by anyone.
void RaiseDescriptorLimit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
  }
}

// To be called first of all: every thread inherits it, and only ShallEnd and
// WaitForEnd see these signals.
sigset_t BlockEndSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

// Whether one of them has come.
bool ShallEnd(const sigset_t& signals) {
  const timespec no_time{};
  return sigtimedwait(&signals, nullptr, &no_time) > 0;
}

void WaitForEnd(const sigset_t& signals) {
  int signal = 0;
  sigwait(&signals, &signal);
}

Result<FakePdu> StartLoaded(const FakePdu::Options& options, double watts) {
  Result<FakePdu> pdu = FakePdu::Start(options);
  // Without a load, outlets draw what a model or a capture says.
  if (!pdu.ok() || watts == 0) {
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

// One word; a capture that nobody has named is called after its file.
std::string NameToShow(const FakePdu::Options& options) {
  std::string name = options.name;
  if (name.empty()) {
    name = std::filesystem::path(options.capture).stem().string();
    std::replace(name.begin(), name.end(), ' ', '-');
  }
  return name;
}

int Run(RunPdus run, const sigset_t& end_signals) {
  RaiseDescriptorLimit();
  std::vector<std::unique_ptr<OutletLog>> logs;
  std::vector<FakePdu> pdus;
  for (FakePdu::Options& options : run.pdus) {
    // Thousands take seconds.
    if (ShallEnd(end_signals)) {
      return 0;
    }
    logs.push_back(std::make_unique<OutletLog>(NameToShow(options), std::cerr));
    options.observer = logs.back().get();
    Result<FakePdu> pdu = StartLoaded(options, run.load_watts);
    if (!pdu.ok()) {
      return Fail(pdu.error());
    }
    for (const Fault& fault : run.faults) {
      pdu->Inject(fault);
    }
    pdus.push_back(*std::move(pdu));
    std::cout << pdus.back().address() << ' ' << pdus.back().model().model
              << ' ' << NameToShow(options) << std::endl;
    if (!std::cout) {
      return Fail(CannotWrite());
    }
  }
  WaitForEnd(end_signals);
  return 0;
}

int Main(const std::vector<std::string>& arguments,
         const sigset_t& end_signals) {
  std::vector<const char*> argv;
  for (const std::string& argument : arguments) {
    argv.push_back(argument.c_str());
  }
  auto command = ParseCommandLine(static_cast<int>(argv.size()), argv.data(),
                                  std::cout, std::cerr);
  if (const auto* done = std::get_if<Done>(&command)) {
    return done->exit_code;
  }
  if (const auto* list = std::get_if<ListModels>(&command)) {
    Result<void> listed = PrintModels(*list, std::cout);
    if (!listed.ok()) {
      return Fail(listed.error());
    }
    return std::cout.flush() ? 0 : Fail(CannotWrite());
  }
  return Run(std::get<RunPdus>(std::move(command)), end_signals);
}

}  // namespace
}  // namespace pdukit::fake_pdu

int main(int argc, char** argv) {
  const sigset_t end_signals = pdukit::fake_pdu::BlockEndSignals();
  const std::vector<std::string> arguments(argv, argv + argc);
  pdukit::fake_pdu::HideSecrets(argc, argv);
  return pdukit::fake_pdu::Main(arguments, end_signals);
}
