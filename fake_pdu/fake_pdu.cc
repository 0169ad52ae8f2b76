#include "fake_pdu/fake_pdu.h"

#include <sys/types.h>
#include <unistd.h>

#include <list>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "fake_pdu/agent/agent_thread.h"
#include "fake_pdu/agent/snmp_endpoint.h"
#include "fake_pdu/change_signal.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/device/faults.h"
#include "fake_pdu/device_timer.h"
#include "fake_pdu/origin.h"
#include "fake_pdu/served_objects.h"

namespace pdukit::fake_pdu {
namespace {

SnmpEndpoint::Options EndpointOptions(const FakePdu::Options& options) {
  SnmpEndpoint::Options endpoint;
  endpoint.listen = options.listen;
  endpoint.read_community = options.read_community;
  endpoint.write_community = options.write_community;
  for (const FakePdu::User& user : options.users) {
    endpoint.users.push_back(
        {user.credentials, user.access == FakePdu::Access::kReadWrite
                               ? Access::kReadWrite
                               : Access::kRead});
  }
  endpoint.engine_id = options.engine_id;
  endpoint.engine_boots = options.engine_boots;
  endpoint.clock = options.clock;
  endpoint.journal_size = options.journal_size;
  return endpoint;
}

}  // namespace

// In the order in which they need each other.
struct FakePdu::State {
  State(const Origin& origin, Clock& clock, TimerQueue& timers)
      : model(origin.model),
        info(InfoOf(model->spec)),
        device(SpecOf(model), clock),
        timer(device, clock, timers),
        objects(ObjectsOf(origin, device), device, timer) {
    device.AddObserver(&changes);
  }
  ~State();

  void OnCard(bool is_up) {
    if (is_up) {
      endpoint->Restart();
      endpoint->Unmute();
    } else {
      endpoint->Mute();
    }
  }

  std::shared_ptr<const Model> model;
  ModelInfo info;
  ChangeSignal changes;
  Device device;
  DeviceTimer timer;
  ServedObjects objects;
  std::unique_ptr<SnmpEndpoint> endpoint;
  std::optional<std::list<const State*>::iterator> registered_as;
  const pid_t process = getpid();
};

// The thread that would answer is not in a child of fork, but its sockets are
// the parent's: what closes them here makes it deaf there.
void FakePdu::Destroy::operator()(State* state) const {
  if (state->process == getpid()) {
    delete state;
  }
}

// Which fakes there are.
class FakePdu::Registry {
 public:
  using Place = std::list<const State*>::iterator;

  static Registry& Get() {
    static Registry& registry = *new Registry;
    return registry;
  }

  void Add(State* state) {
    const std::lock_guard<std::mutex> lock(states_mutex_);
    state->registered_as = states_.insert(states_.end(), state);
  }
  void Remove(Place place) {
    const std::lock_guard<std::mutex> lock(states_mutex_);
    states_.erase(place);
  }
  std::vector<Journal> Journals() const {
    const std::lock_guard<std::mutex> lock(states_mutex_);
    std::vector<Journal> journals;
    for (const State* state : states_) {
      journals.push_back({state->device.unit_text(NameOf(Scope::kUnit)),
                          state->endpoint->address(), state->info.model,
                          state->endpoint->journal()});
    }
    return journals;
  }

 private:
  mutable std::mutex states_mutex_;
  std::list<const State*> states_;
};

FakePdu::State::~State() {
  // Other threads may still move the clock.
  device.SetCardListener(nullptr);
  if (registered_as) {
    Registry::Get().Remove(*registered_as);
  }
}

Result<FakePdu> FakePdu::Start(const Options& options) {
  try {
    return DoStart(options);
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::kSystem,
                 "there is not enough memory for another PDU"};
  }
}

Result<FakePdu> FakePdu::DoStart(const Options& options) {
  const Result<Origin> origin = FindOrigin(options);
  if (!origin.ok()) {
    return origin.error();
  }
  const Result<AgentThread*> thread = AgentThread::Get();
  if (!thread.ok()) {
    return thread.error();
  }
  Clock& clock = options.clock == nullptr ? Clock::Real() : *options.clock;
  StatePtr state(new State(*origin, clock, (*thread)->timers()));
  if (!options.name.empty()) {
    state->device.SetUnitText(NameOf(Scope::kUnit), options.name);
  }
  if (options.observer != nullptr) {
    state->device.AddObserver(options.observer);
  }
  SnmpEndpoint::Options endpoint_options = EndpointOptions(options);
  endpoint_options.on_exchange = [&changes = state->changes] {
    changes.Notify();
  };
  Result<std::unique_ptr<SnmpEndpoint>> endpoint =
      SnmpEndpoint::Start(endpoint_options, state->objects);
  if (!endpoint.ok()) {
    return endpoint.error();
  }
  state->endpoint = *std::move(endpoint);
  Registry::Get().Add(state.get());
  state->device.SetCardListener(
      [state = state.get()](bool is_up) { state->OnCard(is_up); });
  return FakePdu(std::move(state));
}

Result<FakePdu> FakePdu::Start(const std::string& model) {
  Options options;
  options.model = model;
  return Start(options);
}

std::vector<ModelInfo> FakePdu::Models() {
  return ModelCatalog::BuiltIn().List();
}

FakePdu::FakePdu(StatePtr state) : state_(std::move(state)) {}
FakePdu::FakePdu(FakePdu&&) noexcept = default;
FakePdu& FakePdu::operator=(FakePdu&&) noexcept = default;
FakePdu::~FakePdu() = default;

const std::string& FakePdu::address() const {
  return state_->endpoint->address();
}

const std::string& FakePdu::host() const { return state_->endpoint->host(); }

int FakePdu::port() const { return state_->endpoint->port(); }

std::string FakePdu::name() const {
  return state_->device.unit_text(NameOf(Scope::kUnit));
}

const ModelInfo& FakePdu::model() const { return state_->info; }

const std::string& FakePdu::engine_id() const {
  return state_->endpoint->engine_id();
}

FakeOutlet FakePdu::outlet(int number) const {
  const Result<OutletState> outlet = state_->device.outlet(number);
  if (!outlet.ok()) {
    throw std::out_of_range(
        fmt::format("{}: {}", name(), outlet.error().Text()));
  }
  return {state_->device, number};
}

std::vector<int> FakePdu::outlet_numbers() const {
  return state_->device.outlets();
}

void FakePdu::Unplug() {
  state_->endpoint->Mute();
  state_->device.Unplug();
}

void FakePdu::Plug() { state_->device.Plug(); }

bool FakePdu::plugged() const { return state_->device.plugged(); }

InjectedFault FakePdu::Inject(const Fault& fault) {
  return state_->endpoint->Inject(fault);
}

void FakePdu::ClearFaults() { state_->endpoint->ClearFaults(); }

std::vector<Exchange> FakePdu::journal() const {
  return state_->endpoint->journal();
}

void FakePdu::ClearJournal() { state_->endpoint->ClearJournal(); }

std::vector<FakePdu::Journal> FakePdu::Journals() {
  return Registry::Get().Journals();
}

bool FakePdu::WaitUntil(const std::function<bool()>& condition,
                        std::chrono::nanoseconds timeout) const {
  return state_->changes.WaitUntil(condition, timeout);
}

void FakePdu::Restart(Clock::Duration away) {
  state_->endpoint->Mute();
  RestartCard(state_->device, away);
}

void FakePdu::LoseConfiguration() {
  fake_pdu::LoseConfiguration(state_->device);
}

void FakePdu::SetCommandFault(CommandFault fault) {
  fake_pdu::SetCommandFault(state_->device, fault);
}

Result<void> FakePdu::SetVoltage(int phase, double volts, int inlet) {
  return fake_pdu::SetVoltage(state_->device, inlet, phase, volts);
}

Result<void> FakePdu::RestorePhase(int phase, int inlet) {
  return fake_pdu::RestorePhase(state_->device, inlet, phase);
}

Result<void> FakePdu::TripBreaker(int bank) {
  return fake_pdu::TripBreaker(state_->device, bank);
}

Result<void> FakePdu::ResetBreaker(int bank) {
  return fake_pdu::ResetBreaker(state_->device, bank);
}

void FakePdu::SetBreakersTrip(bool trip) {
  fake_pdu::SetBreakersTrip(state_->device, trip);
}

Result<void> FakePdu::SetTemperature(int sensor, double celsius) {
  return state_->device.SetTemperature(sensor, celsius);
}

Result<void> FakePdu::SetHumidity(int sensor, double percent) {
  return state_->device.SetHumidity(sensor, percent);
}

Result<void> FakePdu::SetContact(int contact, ContactState state) {
  return state_->device.SetContact(contact, state);
}

}  // namespace pdukit::fake_pdu
