#include "client/lab.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/composite_power_client.h"
#include "client/config/yaml_map.h"
#include "client/lab_file.h"
#include "client/near_names.h"

namespace pdukit::client {
namespace {

template <typename Named>
std::vector<std::string> NamesOf(const std::vector<Named>& all) {
  std::vector<std::string> names(all.size());
  std::transform(all.begin(), all.end(), names.begin(),
                 [](const Named& one) { return one.name; });
  return names;
}

template <typename Named>
Result<const Named*> Find(const LabFile& file, const std::vector<Named>& all,
                          const std::string& what, const std::string& name) {
  const auto found =
      std::find_if(all.begin(), all.end(),
                   [&](const Named& one) { return one.name == name; });
  if (found != all.end()) {
    return &*found;
  }
  const std::vector<std::string> near = NearNames(name, NamesOf(all));
  return Error{ErrorKind::kNotFound,
               fmt::format("{} has no {} '{}'", file.file, what, name),
               near.empty()
                   ? ""
                   : fmt::format("near ones are {}", fmt::join(near, ", "))};
}

}  // namespace

struct Lab::State {
  // A PDU that may have been reached.
  struct Slot {
    std::mutex mutex;  // Held while it is reached, so that one call does it.
    std::optional<SnmpPdu> pdu;
  };

  Result<const LabFile::Pdu*> FindPdu(const std::string& name) const {
    return Find(file, file.pdus, "PDU", name);
  }
  Result<const LabFile::Machine*> FindMachine(const std::string& name) const {
    return Find(file, file.machines, "machine", name);
  }

  Result<SnmpPdu> Reach(const LabFile::Pdu& pdu) {
    Slot& slot = slots.at(pdu.name);
    std::lock_guard lock(slot.mutex);
    if (!slot.pdu.has_value()) {
      Result<SnmpPdu> reached = options.open
                                    ? options.open(pdu.endpoint, pdu.options)
                                    : SnmpPdu::Open(pdu.endpoint, pdu.options);
      if (!reached.ok()) {
        return reached;
      }
      slot.pdu = *std::move(reached);
    }
    return *slot.pdu;
  }

  Result<std::unique_ptr<PowerClient>> Open(const Supply& supply) {
    const Result<const LabFile::Pdu*> named = FindPdu(supply.pdu);
    if (!named.ok()) {
      return named.error();
    }
    const Result<SnmpPdu> pdu = Reach(**named);
    if (!pdu.ok()) {
      return pdu.error();
    }
    Result<SnmpPowerClient> outlet = pdu->FindOutlet(supply.outlet);
    if (!outlet.ok()) {
      return outlet.error();
    }
    return std::unique_ptr<PowerClient>(
        std::make_unique<SnmpPowerClient>(*std::move(outlet)));
  }

  LabFile file;
  Options options;
  std::map<std::string, Slot> slots;  // One for each PDU, from the start.
};

Lab::Lab(std::shared_ptr<State> state) : state_(std::move(state)) {}

Result<Lab> Lab::Load(const std::string& path, const Options& options) {
  const Result<std::string> text = YamlMap::ReadFile(path);
  return text.ok() ? Parse(path, *text, options) : text.error();
}

Result<Lab> Lab::Parse(const std::string& file, const std::string& text,
                       const Options& options) {
  Result<LabFile> parsed = LabFile::Parse(file, text, options);
  if (!parsed.ok()) {
    return parsed.error();
  }
  auto state = std::make_shared<State>();
  state->file = *std::move(parsed);
  state->options = options;
  for (const LabFile::Pdu& pdu : state->file.pdus) {
    state->slots[pdu.name];
  }
  return Lab(std::move(state));
}

std::vector<std::string> Lab::pdus() const {
  return NamesOf(state_->file.pdus);
}

std::vector<std::string> Lab::machines() const {
  return NamesOf(state_->file.machines);
}

Result<std::vector<std::string>> Lab::machines_on(
    const std::string& pdu) const {
  if (const auto found = state_->FindPdu(pdu); !found.ok()) {
    return found.error();
  }
  std::vector<std::string> names;
  for (const LabFile::Machine& machine : state_->file.machines) {
    if (std::any_of(machine.supplies.begin(), machine.supplies.end(),
                    [&](const Supply& supply) { return supply.pdu == pdu; })) {
      names.push_back(machine.name);
    }
  }
  return names;
}

Result<std::vector<Lab::Supply>> Lab::supplies(
    const std::string& machine) const {
  const auto found = state_->FindMachine(machine);
  if (!found.ok()) {
    return found.error();
  }
  return (*found)->supplies;
}

Result<SnmpPdu> Lab::pdu(const std::string& name) const {
  const auto found = state_->FindPdu(name);
  if (!found.ok()) {
    return found.error();
  }
  return state_->Reach(**found);
}

Result<std::unique_ptr<PowerClient>> Lab::machine(
    const std::string& name) const {
  const auto found = state_->FindMachine(name);
  if (!found.ok()) {
    return found.error();
  }
  std::vector<CompositePowerClient::Supply> opened;
  for (const Supply& supply : (*found)->supplies) {
    Result<std::unique_ptr<PowerClient>> power = state_->Open(supply);
    if (!power.ok()) {
      return power.error();
    }
    opened.push_back({supply.ToString(), *std::move(power), supply.pdu});
  }
  if (opened.size() == 1) {
    return std::move(opened.front().power);
  }
  const SnmpPdu::Options& pdu = state_->options.pdu;
  return std::unique_ptr<PowerClient>(std::make_unique<CompositePowerClient>(
      std::move(opened), CompositePowerClient::Options{
                             pdu.clock, pdu.on_progress, pdu.cancelled}));
}

Result<std::vector<FleetMachine>> Lab::fleet(
    const std::vector<std::string>& machines) const {
  std::vector<FleetMachine> fleet;
  for (const std::string& name : machines) {
    const auto found = state_->FindMachine(name);
    if (!found.ok()) {
      return found.error();
    }
    FleetMachine& machine = fleet.emplace_back();
    machine.name = name;
    for (const Supply& supply : (*found)->supplies) {
      machine.supplies.push_back(
          {supply.ToString(), supply.pdu,
           [state = state_, supply] { return state->Open(supply); }});
    }
  }
  return fleet;
}

}  // namespace pdukit::client
