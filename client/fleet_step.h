#ifndef PDUKIT_CLIENT_FLEET_STEP_H_
#define PDUKIT_CLIENT_FLEET_STEP_H_

// What a run of a fleet is made of.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "client/fleet.h"
#include "client/power_client.h"
#include "client/supplies.h"

namespace pdukit::client {

// What is asked of a supply in one go.
enum class Step : std::uint8_t { kOpen, kOn, kOff, kCycle, kStatus, kRead };

// One after the other; each begins once all supplies of the machine are through
// with the one before.
std::vector<Step> StepsOf(FleetCommand command, CycleMethod cycle);

// Of one run.
struct RunningDevice {
  int running = 0;
  bool reached = false;
  std::optional<Error> failure;  // To reach it.
  // Of the command that ended last, if the device did not answer it.
  std::optional<Error> silence;
};

enum class Stage : std::uint8_t { kWaiting, kRunning, kThrough };

struct RunningMachine;

struct RunningSupply {
  const FleetSupply* given = nullptr;
  RunningMachine* machine = nullptr;
  RunningDevice* device = nullptr;
  std::unique_ptr<PowerClient> power;
  Stage stage = Stage::kWaiting;  // In the machine's step.
  Step step = Step::kOpen;        // What was begun last.
  SupplyOutcome outcome;
};

struct RunningMachine {
  const FleetMachine* given = nullptr;
  std::vector<RunningSupply> supplies;
  std::size_t step = 0;
  Clock::TimePoint not_before{};  // Of the step.
  bool is_through = false;
};

// With the next step, which spares two changes of threads: if the device is
// known to answer, and nothing waits for the supply to be open, neither others
// of the machine nor the turns of what is staggered.
bool MayOpenLater(const RunningSupply& supply, const FleetOptions& options);

// Opens the supply first if it is not open. Blocks until it is done; notes in
// `supply` what became of it.
void Do(Step step, std::chrono::milliseconds wait, RunningSupply& supply);

// What the end of the supply's step says of its device.
void NoteEnd(const RunningSupply& supply);

// Why the step need not be tried on its device; nullopt if it is to be.
std::optional<Error> NotWorthIt(const RunningSupply& supply,
                                FleetCommand command, Step step);

// What the command came to, now that the machine is through with its last step.
FleetOutcome OutcomeOf(FleetCommand command, Step last,
                       const RunningMachine& machine);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_FLEET_STEP_H_
