// Facts: RITTAL-CMC-III-MIB; names and values as in a capture of a PDU
// Controller with V7.17.30_1. There are no tables of outlets and meters: they
// are found among the names of all the variables.
#include "client/drivers/rittal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

// cmcIIIVarTable, index device.variable.
Oid Variables(std::uint32_t column) {
  return Oid{1, 3, 6, 1, 4, 1, 2606, 7, 4, 2, 2, 1, column};
}

constexpr std::uint32_t kName = 3;
constexpr std::uint32_t kScale = 7;  // -10 divides by 10, and 10 multiplies.
constexpr std::uint32_t kText = 10;
constexpr std::uint32_t kNumber = 11;

// The variables of one socket.
struct Socket {
  std::uint32_t relay = 0;
  std::uint32_t description = 0;
  std::uint32_t circuit = 0;
};

struct Found {
  // By device and number.
  std::map<std::pair<std::uint32_t, int>, Socket> sockets;
  // From device and name to the variable: {2, "Phase L1.Voltage.Value"}.
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> meters;
};

// Takes "Sockets.Socket 07.General.Relay" for the relay of socket 7.
void NoteSocket(const std::string& name, std::uint32_t device,
                std::uint32_t variable, Found& found) {
  const std::string prefix = "Sockets.Socket ";
  if (name.compare(0, prefix.size(), prefix) != 0) {
    return;
  }
  int number = 0;
  const auto [rest, error] = std::from_chars(name.data() + prefix.size(),
                                             name.data() + name.size(), number);
  const std::string what(rest, name.data() + name.size());
  if (error != std::errc() || number < 1) {
    return;
  }
  if (what == ".General.Relay") {
    found.sockets[{device, number}].relay = variable;
  } else if (what == ".General.DescName") {
    found.sockets[{device, number}].description = variable;
  } else if (what == ".General.Circuit") {
    found.sockets[{device, number}].circuit = variable;
  }
}

void NoteMeter(const std::string& name, std::uint32_t device,
               std::uint32_t variable, Found& found) {
  if (name.compare(0, 7, "Phase L") == 0 || name.compare(0, 6, "Total.") == 0) {
    found.meters[{device, name}] = variable;
  }
}

Result<Found> FindVariables(SnmpSession& session) {
  const Oid names = Variables(kName);
  Result<std::vector<Varbind>> cells = Walk(session, names);
  if (!cells.ok()) {
    return cells.error();
  }
  Found found;
  for (const Varbind& cell : *cells) {
    const std::string* name = cell.value.AsOctets();
    if (name != nullptr && cell.oid.size() == names.size() + 2) {
      const std::uint32_t device = cell.oid[names.size()];
      const std::uint32_t variable = cell.oid[names.size() + 1];
      NoteSocket(*name, device, variable, found);
      NoteMeter(*name, device, variable, found);
    }
  }
  return found;
}

// An outlet's index is {device, its relay, its description, its circuit}.
// Sockets of several devices are numbered from 1 on.
std::vector<OutletRow> MakeRows(const Found& found) {
  const auto& sockets = found.sockets;
  const bool lone = sockets.empty() || sockets.begin()->first.first ==
                                           sockets.rbegin()->first.first;
  std::vector<OutletRow> rows;
  for (const auto& [place, socket] : sockets) {
    const auto& [device, number] = place;
    if (socket.relay == 0) {
      continue;
    }
    OutletRow row;
    row.number = lone ? number : static_cast<int>(rows.size()) + 1;
    row.index = {device, socket.relay, socket.description, socket.circuit};
    row.label =
        lone ? "" : std::to_string(device) + "." + std::to_string(number);
    rows.push_back(row);
  }
  return rows;
}

struct Quantity {
  std::optional<Measurement> PowerReading::*field;
  const char* name;
  int digits = 0;
};

constexpr int kKilo = -3;

// What is metered together, with names that begin alike.
struct Part {
  std::string prefix;
  MeterPlace place;
  std::string source;
  std::vector<Quantity> quantities;
};

Part Phase(const std::string& number) {
  return {"Phase L" + number + ".",
          MeterPlace::kPhase,
          "phase " + number,
          {{&PowerReading::voltage, "Voltage.Value"},
           {&PowerReading::current, "Current.Value"},
           {&PowerReading::active_power, "Power.Active.Value"},
           {&PowerReading::apparent_power, "Power.Apparent.Value"},
           {&PowerReading::power_factor, "Power.Factor.Value"},
           {&PowerReading::energy, "Energy.Active.Value", kKilo}}};
}

Part Total() {
  return {"Total.",
          MeterPlace::kUnit,
          "unit",
          {{&PowerReading::frequency, "Frequency.Value"},
           {&PowerReading::active_power, "Power.Active.Value"},
           {&PowerReading::energy, "Energy.Active.Value", kKilo}}};
}

// Takes "L2_F1", the first fuse of the second phase, for "2".
std::string PhaseOf(const Value& circuit) {
  const std::string* text = circuit.AsOctets();
  const bool is_phase = text != nullptr && text->size() > 3 &&
                        (*text)[0] == 'L' && (*text)[1] >= '1' &&
                        (*text)[1] <= '3' && (*text)[2] == '_';
  return is_phase ? text->substr(1, 1) : "";
}

// -100 are two digits, and 10 is one too few.
int Digits(std::int64_t scale) {
  const auto digits = static_cast<int>(std::lround(
      std::log10(std::max(std::abs(static_cast<double>(scale)), 1.0))));
  return scale < 0 ? digits : -digits;
}

Result<std::vector<Meter>> MetersOf(SnmpSession& session, const Found& found,
                                    std::uint32_t device, const Part& part) {
  std::vector<Meter> meters;
  std::vector<Oid> scales;
  for (const Quantity& quantity : part.quantities) {
    const auto meter = found.meters.find({device, part.prefix + quantity.name});
    if (meter != found.meters.end()) {
      const Oid index = {device, meter->second};
      meters.push_back({quantity.field, part.place,
                        Column::Scalar(Variables(kNumber).Child(index)),
                        quantity.digits, part.source});
      scales.push_back(Variables(kScale).Child(index));
    }
  }
  Result<Cells> cells = Cells::Get(session, scales);
  if (!cells.ok()) {
    return cells.error();
  }
  for (std::size_t i = 0; i < meters.size(); ++i) {
    meters[i].digits += Digits(cells->Number(scales[i]).value_or(0));
  }
  return meters;
}

// Of the outlet's phase, as its circuit tells it, and of the whole device: the
// captured one does not meter its sockets.
Result<PowerReading> Read(SnmpSession& session, const Found& found,
                          const OutletRow& outlet) {
  const std::uint32_t device = outlet.index[0];
  const Oid circuit = Variables(kText).Child(Oid{device, outlet.index[3]});
  Result<Cells> cells = Cells::Get(session, {circuit});
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<Meter> meters;
  for (const Part& part : {Phase(PhaseOf(*cells->Find(circuit))), Total()}) {
    Result<std::vector<Meter>> some = MetersOf(session, found, device, part);
    if (!some.ok()) {
      return some.error();
    }
    meters.insert(meters.end(), some->begin(), some->end());
  }
  return ReadMeters(session, meters, {}, outlet);
}

Result<Family> Adapt(SnmpSession& session, const Family& family) {
  Result<Found> found = FindVariables(session);
  if (!found.ok()) {
    return found.error();
  }
  Family adapted = family;
  adapted.find_rows = [rows = MakeRows(*found)](SnmpSession& /*session*/) {
    return Result<std::vector<OutletRow>>(rows);
  };
  adapted.read = [found = *found](SnmpSession& own, const OutletRow& outlet) {
    return Read(own, found, outlet);
  };
  return adapted;
}

Column Relay() {
  return {Variables(kNumber), [](const Oid& index) {
            return Oid{index[0], index[1]};
          }};
}

}  // namespace

Family Rittal() {
  Family family;
  family.name = "rittal";
  family.firmware = Oid{1, 3, 6, 1, 4, 1, 2606, 7, 2, 4};
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 2606, 7}};
  family.probe = Variables(kName);
  family.adapt = Adapt;
  family.state = Relay();
  // Of 2 to 4 it is not known what they are.
  family.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
  family.command = Relay();
  family.commands = {{OutletCommand::kOff, 0}, {OutletCommand::kOn, 1}};
  family.name_column = Column(Variables(kText), [](const Oid& index) {
    return Oid{index[0], index[2]};
  });
  return family;
}

}  // namespace pdukit::client
