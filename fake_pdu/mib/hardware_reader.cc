#include "fake_pdu/mib/hardware_reader.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "fake_pdu/mib/hardware_parts.h"

namespace pdukit::fake_pdu {
namespace {

Wiring ReadWiring(const YamlNode& node) {
  return static_cast<Wiring>(
      node.Choice({"l1", "l2", "l3", "l1_l2", "l2_l3", "l3_l1"}));
}

double ReadPositive(const YamlNode& node) {
  const double number = node.Real();
  if (number < 0) {
    node.Fail("'" + node.Text() + "' is negative");
  }
  return number;
}

void ReadInlets(const YamlNode& root, const Family& family, DeviceSpec& spec,
                std::vector<RowDefault>& defaults) {
  const std::vector<std::string> keys = {"voltage", "frequency", "rating",
                                         "phases"};
  for (const YamlNode& entry : root.At("inlets").Items()) {
    InletSpec inlet;
    inlet.number = static_cast<int>(spec.inlets.size()) + 1;
    inlet.voltage = ReadPositive(entry.At("voltage"));
    inlet.frequency = ReadPositive(entry.At("frequency"));
    inlet.rating = ReadPositive(entry.At("rating"));
    const auto phases_node = entry.Find("phases");
    const auto phases = phases_node ? phases_node->Integer(1, 3) : 1;
    if (phases == 2) {
      phases_node->Fail("an inlet has one phase or three", {"1", "3"});
    }
    for (int number = 1; number <= phases; ++number) {
      PhaseSpec phase;
      phase.number = number;
      phase.inlet = inlet.number;
      phase.voltage =
          phases == 1 ? inlet.voltage : inlet.voltage / std::sqrt(3.0);
      phase.rating = inlet.rating;
      spec.phases.push_back(phase);
    }
    ReadAttributes(entry, Scope::kInlet, keys, family,
                   static_cast<int>(spec.inlets.size()), defaults);
    spec.inlets.push_back(inlet);
  }
  if (spec.inlets.empty()) {
    root.At("inlets").Fail("a PDU has at least one inlet");
  }
}

const std::vector<std::string>& OutletKeys() {
  static const auto* const kKeys = new std::vector<std::string>{
      "numbers",  "inlet", "wiring", "rating",
      "switched", "state", "load",   "power_factor"};
  return *kKeys;
}

void ReadOutlet(const YamlNode& entry, OutletSpec& outlet) {
  if (const auto inlet = entry.Find("inlet")) {
    outlet.inlet = static_cast<int>(inlet->Integer(1, 100));
  }
  if (const auto wiring = entry.Find("wiring")) {
    outlet.wiring = ReadWiring(*wiring);
  }
  if (const auto rating = entry.Find("rating")) {
    outlet.rating = ReadPositive(*rating);
  }
  if (const auto switched = entry.Find("switched")) {
    outlet.switched = switched->Flag();
  }
  if (const auto state = entry.Find("state")) {
    outlet.initial_state =
        static_cast<OutletState>(state->Choice({"off", "on"}));
  }
  if (const auto load = entry.Find("load")) {
    outlet.load = ReadPositive(*load);
  }
  if (const auto factor = entry.Find("power_factor")) {
    outlet.power_factor = factor->Real();
    if (outlet.power_factor <= 0 || outlet.power_factor > 1) {
      factor->Fail("a power factor is above 0 and at most 1");
    }
  }
}

bool HasPhase(const DeviceSpec& spec, int inlet, int line) {
  return std::any_of(spec.phases.begin(), spec.phases.end(),
                     [&](const PhaseSpec& phase) {
                       return phase.inlet == inlet && phase.number == line + 1;
                     });
}

void CheckWiring(const YamlNode& node, const DeviceSpec& spec, int inlet,
                 Wiring wiring) {
  const int first = static_cast<int>(wiring) % 3;
  const bool is_pair = wiring >= Wiring::kL1L2;
  if (spec.InletRow(inlet) < 0) {
    node.Fail("there is no inlet " + std::to_string(inlet));
  }
  if (!HasPhase(spec, inlet, first) ||
      (is_pair && !HasPhase(spec, inlet, (first + 1) % 3))) {
    node.Fail("its inlet has no such phase");
  }
}

void ReadOutlets(const YamlNode& root, const Family& family, DeviceSpec& spec,
                 std::vector<RowDefault>& defaults) {
  const YamlNode list = root.At("outlets");
  std::map<int, OutletSpec> outlets;
  for (const YamlNode& entry : list.Items()) {
    for (const int number : ReadNumbers(entry.At("numbers"))) {
      OutletSpec& outlet = outlets[number];
      outlet.number = number;
      ReadOutlet(entry, outlet);
      CheckWiring(entry, spec, outlet.inlet, outlet.wiring);
    }
  }
  for (const auto& [number, outlet] : outlets) {
    spec.outlets.push_back(outlet);
  }
  for (const YamlNode& entry : list.Items()) {
    for (const int number : ReadNumbers(entry.At("numbers"))) {
      ReadAttributes(entry, Scope::kOutlet, OutletKeys(), family,
                     spec.OutletRow(number), defaults);
    }
  }
}

void ReadBank(const YamlNode& entry, BankSpec& bank, DeviceSpec& spec) {
  if (const auto inlet = entry.Find("inlet")) {
    bank.inlet = static_cast<int>(inlet->Integer(1, 100));
  }
  if (const auto wiring = entry.Find("wiring")) {
    bank.wiring = ReadWiring(*wiring);
  }
  bank.rating = ReadPositive(entry.At("rating"));
  CheckWiring(entry, spec, bank.inlet, bank.wiring);
  const YamlNode outlets = entry.At("outlets");
  for (const int number : ReadNumbers(outlets)) {
    const int row = spec.OutletRow(number);
    if (row < 0) {
      outlets.Fail("there is no outlet " + std::to_string(number));
    }
    OutletSpec& outlet = spec.outlets[static_cast<std::size_t>(row)];
    if (outlet.bank != 0) {
      outlets.Fail("outlet " + std::to_string(number) + " is in bank " +
                   std::to_string(outlet.bank) + " already");
    }
    if (outlet.inlet != bank.inlet) {
      outlets.Fail("outlet " + std::to_string(number) + " is on inlet " +
                   std::to_string(outlet.inlet));
    }
    outlet.bank = bank.number;
  }
}

void ReadBanks(const YamlNode& root, const Family& family, DeviceSpec& spec,
               std::vector<RowDefault>& defaults) {
  const std::vector<std::string> keys = {"number", "outlets", "inlet", "wiring",
                                         "rating"};
  const auto list = root.Find("banks");
  if (!list) {
    return;
  }
  for (const YamlNode& entry : list->Items()) {
    BankSpec bank;
    bank.number = spec.banks.empty() ? 1 : spec.banks.back().number + 1;
    if (const auto number = entry.Find("number")) {
      bank.number = static_cast<int>(number->Integer(bank.number, 1000));
    }
    ReadBank(entry, bank, spec);
    ReadAttributes(entry, Scope::kBank, keys, family,
                   static_cast<int>(spec.banks.size()), defaults);
    spec.banks.push_back(bank);
  }
}

std::optional<double> ReadProbe(const YamlNode& entry, const char* key) {
  const auto node = entry.Find(key);
  return node ? std::optional<double>(node->Real()) : std::nullopt;
}

void ReadSensors(const YamlNode& root, const Family& family, DeviceSpec& spec,
                 std::vector<RowDefault>& defaults) {
  const auto list = root.Find("sensors");
  if (!list) {
    return;
  }
  for (const YamlNode& entry : list->Items()) {
    SensorSpec sensor;
    sensor.number = static_cast<int>(spec.sensors.size()) + 1;
    sensor.temperature = ReadProbe(entry, "temperature");
    sensor.humidity = ReadProbe(entry, "humidity");
    if (!sensor.temperature && !sensor.humidity) {
      entry.Fail("a sensor measures something", {"temperature", "humidity"});
    }
    ReadAttributes(entry, Scope::kSensor, {"temperature", "humidity"}, family,
                   static_cast<int>(spec.sensors.size()), defaults);
    spec.sensors.push_back(sensor);
  }
}

// What the numbers of a further unit are higher by.
struct Step {
  int outlet = 0;
  int bank = 0;
  int inlet = 0;
  int sensor = 0;
  int group = 0;
  int contact = 0;
};

Step StepOf(const DeviceSpec& unit) {
  Step step;
  if (!unit.outlets.empty()) {
    step.outlet =
        unit.outlets.back().number + (unit.outlets.front().number == 0 ? 1 : 0);
  }
  step.bank = unit.banks.empty() ? 0 : unit.banks.back().number;
  step.inlet = unit.inlets.back().number;
  step.sensor = unit.sensors.empty() ? 0 : unit.sensors.back().number;
  step.group = unit.groups.empty() ? 0 : unit.groups.back().number;
  step.contact = unit.contacts.empty() ? 0 : unit.contacts.back().number;
  return step;
}

// The parts of the first unit once more, as unit `number`.
void AddUnit(const DeviceSpec& first, int number, DeviceSpec& spec) {
  const Step step = StepOf(first);
  const int times = number - 1;
  spec.units.emplace_back();
  for (InletSpec inlet : first.inlets) {
    inlet.number += times * step.inlet;
    inlet.unit = number;
    spec.inlets.push_back(inlet);
  }
  for (PhaseSpec phase : first.phases) {
    phase.inlet += times * step.inlet;
    spec.phases.push_back(phase);
  }
  for (BankSpec bank : first.banks) {
    bank.number += times * step.bank;
    bank.inlet += times * step.inlet;
    spec.banks.push_back(bank);
  }
  for (OutletSpec outlet : first.outlets) {
    outlet.number += times * step.outlet;
    outlet.bank += outlet.bank == 0 ? 0 : times * step.bank;
    outlet.inlet += times * step.inlet;
    spec.outlets.push_back(outlet);
  }
  for (SensorSpec sensor : first.sensors) {
    sensor.number += times * step.sensor;
    sensor.unit = number;
    spec.sensors.push_back(sensor);
  }
  for (GroupSpec group : first.groups) {
    group.number += times * step.group;
    group.unit = number;
    for (int& outlet : group.outlets) {
      outlet += times * step.outlet;
    }
    spec.groups.push_back(group);
  }
  for (ContactSpec contact : first.contacts) {
    contact.number += times * step.contact;
    contact.unit = number;
    spec.contacts.push_back(contact);
  }
}

void AddUnits(const YamlNode& units, DeviceSpec& spec,
              std::vector<RowDefault>& defaults) {
  const DeviceSpec first = spec;
  const std::vector<RowDefault> first_defaults = defaults;
  const auto count = static_cast<int>(units.Integer(1, 100));
  if (count * first.RowCount(Scope::kOutlet) > kMostOutlets) {
    units.Fail("the units have too many outlets", {"1000 outlets in all"});
  }
  for (int number = 2; number <= count; ++number) {
    AddUnit(first, number, spec);
    for (RowDefault again : first_defaults) {
      again.row +=
          (number - 1) * first.RowCount(again.initially.attribute->scope);
      defaults.push_back(again);
    }
  }
}

}  // namespace

DeviceSpec ReadHardware(const YamlNode& root, const Family& family,
                        std::vector<RowDefault>& defaults) {
  DeviceSpec spec;
  spec.model = root.At("model").Text();
  spec.family = family.name;
  spec.vendor = family.vendor;
  spec.metering = static_cast<Metering>(
      root.At("metered").Choice({"none", "inlet", "bank", "outlet"}));
  spec.rating = ReadPositive(root.At("rating"));
  if (const auto own_power = root.Find("own_power")) {
    spec.own_power = ReadPositive(*own_power);
  }
  ReadInlets(root, family, spec, defaults);
  ReadOutlets(root, family, spec, defaults);
  ReadBanks(root, family, spec, defaults);
  ReadSensors(root, family, spec, defaults);
  ReadGroups(root, family, spec, defaults);
  ReadContacts(root, family, spec, defaults);
  if (const auto unit = root.Find("unit")) {
    ReadAttributes(*unit, Scope::kUnit, {}, family, 0, defaults);
  }
  if (const auto units = root.Find("units")) {
    AddUnits(*units, spec, defaults);
  }
  return spec;
}

}  // namespace pdukit::fake_pdu
