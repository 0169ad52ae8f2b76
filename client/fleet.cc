#include "client/fleet.h"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <utility>

#include "client/fleet_step.h"
#include "client/worker_pool.h"

namespace pdukit::client {
namespace {

// How often the caller is asked whether to go on.
constexpr std::chrono::milliseconds kLook{100};

// All that is known of the run belongs to the thread of RunFleet. A supply that
// is running belongs to its worker, until it is among those that ended.
class Run {
 public:
  Run(const std::vector<FleetMachine>& machines, FleetCommand command,
      const FleetOptions& options);
  ~Run();

  std::vector<FleetOutcome> Finish();

 private:
  bool StartWhatCan();
  void AskWhetherToGoOn();
  bool Advance(RunningMachine& machine);
  void TryStart(RunningMachine& machine, RunningSupply& supply);
  bool HasRoom() const;
  bool HasRoom(const RunningDevice& device) const;
  bool IsDue(const RunningMachine& machine);
  std::optional<Error> WhyNot(const RunningMachine& machine,
                              const RunningSupply& supply) const;
  void Start(Step step, RunningSupply& supply);
  void End(RunningSupply& supply);
  void Conclude(RunningMachine& machine);
  void Wait();
  void WaitByHand(std::unique_lock<std::mutex>& lock);
  std::vector<RunningSupply*> TakeEnded();

  const FleetCommand command_;
  const FleetOptions& options_;
  Clock& clock_;
  const std::vector<Step> steps_;
  std::map<std::string, RunningDevice> devices_;
  std::vector<RunningMachine> machines_;
  std::vector<RunningMachine*> open_;  // Those that are not through.
  std::vector<FleetOutcome> outcomes_;
  int running_ = 0;  // Supplies.
  bool cancelled_ = false;
  Clock::TimePoint next_on_{};
  std::optional<Clock::TimePoint> next_due_;

  std::mutex mutex_;  // Of what follows.
  std::condition_variable changed_;
  std::vector<RunningSupply*> ended_;
  bool clock_moved_ = false;

  int listener_ = 0;
  WorkerPool pool_;  // Last: its work uses the rest.
};

Run::Run(const std::vector<FleetMachine>& machines, FleetCommand command,
         const FleetOptions& options)
    : command_(command),
      options_(options),
      clock_(*options.clock),
      steps_(StepsOf(command, options.cycle)),
      machines_(machines.size()),
      outcomes_(machines.size()),
      pool_(static_cast<std::size_t>(std::max(options.max_total, 1))) {
  for (std::size_t i = 0; i < machines.size(); ++i) {
    machines_[i].given = &machines[i];
    open_.push_back(&machines_[i]);
    for (const FleetSupply& given : machines[i].supplies) {
      RunningSupply& supply = machines_[i].supplies.emplace_back();
      supply.given = &given;
      supply.machine = &machines_[i];
      supply.device = &devices_[given.pdu];
      supply.outcome.supply = given.name;
      supply.outcome.device = given.pdu;
    }
  }
  listener_ = clock_.AddListener([this] {
    std::lock_guard lock(mutex_);
    clock_moved_ = true;
    changed_.notify_all();
  });
}

Run::~Run() { clock_.RemoveListener(listener_); }

std::vector<FleetOutcome> Run::Finish() {
  while (true) {
    while (StartWhatCan()) {
    }
    if (open_.empty()) {
      return std::move(outcomes_);
    }
    Wait();
    for (RunningSupply* supply : TakeEnded()) {
      End(*supply);
      Advance(*supply->machine);
    }
  }
}

// True if that was cancelled on the way: there may be more to conclude.
bool Run::StartWhatCan() {
  AskWhetherToGoOn();
  next_due_.reset();
  const bool was_cancelled = cancelled_;
  for (RunningMachine* machine : open_) {
    // Whatever else waits, waits for one of those that run.
    if (!HasRoom()) {
      break;
    }
    while (!machine->is_through) {
      for (RunningSupply& supply : machine->supplies) {
        TryStart(*machine, supply);
      }
      if (!Advance(*machine)) {
        break;
      }
    }
  }
  std::erase_if(open_, [](const RunningMachine* m) { return m->is_through; });
  return cancelled_ != was_cancelled;
}

// To the next step, or to the end, once all supplies are through with this one.
bool Run::Advance(RunningMachine& machine) {
  std::vector<RunningSupply>& supplies = machine.supplies;
  if (!std::all_of(
          supplies.begin(), supplies.end(),
          [](const RunningSupply& s) { return s.stage == Stage::kThrough; })) {
    return false;
  }
  const auto failed = [](const RunningSupply& s) {
    return s.outcome.error.has_value();
  };
  const bool is_over = machine.step + 1 == steps_.size() ||
                       std::all_of(supplies.begin(), supplies.end(), failed) ||
                       // Half a cycle is none.
                       (command_ == FleetCommand::kCycle &&
                        std::any_of(supplies.begin(), supplies.end(), failed));
  if (is_over) {
    Conclude(machine);
    return true;
  }
  if (steps_[machine.step] == Step::kOff) {
    machine.not_before = clock_.Now() + options_.wait;
  }
  ++machine.step;
  for (RunningSupply& supply : supplies) {
    supply.stage = failed(supply) ? Stage::kThrough : Stage::kWaiting;
  }
  return true;
}

void Run::TryStart(RunningMachine& machine, RunningSupply& supply) {
  if (supply.stage != Stage::kWaiting || !HasRoom(*supply.device)) {
    return;
  }
  if (steps_[machine.step] == Step::kOpen && MayOpenLater(supply, options_)) {
    ++machine.step;
  }
  if (std::optional<Error> error = WhyNot(machine, supply)) {
    supply.outcome.error = std::move(error);
    supply.stage = Stage::kThrough;
  } else if (IsDue(machine)) {
    Start(steps_[machine.step], supply);
  }
}

std::optional<Error> Run::WhyNot(const RunningMachine& machine,
                                 const RunningSupply& supply) const {
  const Step step = steps_[machine.step];
  if (command_ == FleetCommand::kCycle && machine.supplies.size() > 1 &&
      options_.cycle == CycleMethod::kNative) {
    return Error{ErrorKind::kUnsupported,
                 "several supplies cannot be cycled by reboots of their own",
                 "cycle it without them"};
  }
  if (cancelled_) {
    return command_ == FleetCommand::kCycle && step == Step::kOn
               ? CancelledWhileOff()
               : Error{ErrorKind::kCancelled, "cancelled before it was begun"};
  }
  return NotWorthIt(supply, command_, step);
}

bool Run::HasRoom() const { return running_ < std::max(options_.max_total, 1); }

bool Run::HasRoom(const RunningDevice& device) const {
  const int most = device.reached ? std::max(options_.max_per_pdu, 1) : 1;
  return HasRoom() && device.running < most;
}

// And takes the machine's turn, if what is switched on is staggered.
bool Run::IsDue(const RunningMachine& machine) {
  const Step step = steps_[machine.step];
  const bool switches_on = step == Step::kOn || step == Step::kCycle;
  const Clock::TimePoint due =
      switches_on ? std::max(machine.not_before, next_on_) : machine.not_before;
  const Clock::TimePoint now = clock_.Now();
  if (due > now) {
    next_due_ = next_due_ ? std::min(*next_due_, due) : due;
    return false;
  }
  if (switches_on) {
    next_on_ = now + options_.stagger;
  }
  return true;
}

void Run::Start(Step step, RunningSupply& supply) {
  supply.stage = Stage::kRunning;
  supply.step = step;
  ++supply.device->running;
  ++running_;
  pool_.Submit([this, step, wait = options_.wait, &supply] {
    Do(step, wait, supply);
    std::lock_guard lock(mutex_);
    ended_.push_back(&supply);
    changed_.notify_all();
  });
}

void Run::End(RunningSupply& supply) {
  supply.stage = Stage::kThrough;
  --running_;
  --supply.device->running;
  NoteEnd(supply);
}

void Run::Conclude(RunningMachine& machine) {
  machine.is_through = true;
  FleetOutcome& outcome =
      outcomes_[static_cast<std::size_t>(&machine - machines_.data())];
  outcome = OutcomeOf(command_, steps_[machine.step], machine);
  if (options_.on_done) {
    options_.on_done(outcome);
    AskWhetherToGoOn();
  }
}

void Run::AskWhetherToGoOn() {
  cancelled_ = cancelled_ || (options_.cancelled && options_.cancelled());
}

void Run::Wait() {
  std::unique_lock lock(mutex_);
  if (clock_.timers() != nullptr) {
    WaitByHand(lock);
    return;
  }
  Clock::Duration left = kLook;
  if (next_due_.has_value()) {
    left = std::min(left, *next_due_ - clock_.Now());
  }
  changed_.wait_for(lock, left, [this] { return !ended_.empty(); });
}

// On a clock that is moved by hand: by what runs, else by this.
void Run::WaitByHand(std::unique_lock<std::mutex>& lock) {
  if (running_ > 0) {
    changed_.wait(lock, [this] { return !ended_.empty() || clock_moved_; });
    clock_moved_ = false;
    return;
  }
  lock.unlock();
  const Clock::TimePoint now = clock_.Now();
  clock_.SleepFor(
      std::min<Clock::Duration>(kLook, next_due_.value_or(now) - now));
  lock.lock();
}

std::vector<RunningSupply*> Run::TakeEnded() {
  std::lock_guard lock(mutex_);
  return std::exchange(ended_, {});
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const FleetOutcome& outcome) {
  out << outcome.machine << ": ";
  return outcome.ok() ? out << outcome.state : out << *outcome.error;
}

std::vector<FleetOutcome> RunFleet(const std::vector<FleetMachine>& machines,
                                   FleetCommand command,
                                   const FleetOptions& options) {
  return Run(machines, command, options).Finish();
}

}  // namespace pdukit::client
