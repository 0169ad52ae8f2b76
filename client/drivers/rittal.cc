// Facts: RITTAL-CMC-III-MIB; values as in a capture of a PDU Controller with
// V7.17.30_1. There is no table of outlets: they are found among the names of
// all the variables.
#include "client/drivers/rittal.h"

#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

// cmcIIIVarTable, index device.variable.
Oid Variables(std::uint32_t column) {
  return Oid{1, 3, 6, 1, 4, 1, 2606, 7, 4, 2, 2, 1, column};
}

constexpr std::uint32_t kName = 3;
constexpr std::uint32_t kText = 10;
constexpr std::uint32_t kNumber = 11;

// The variables of one socket.
struct Socket {
  std::uint32_t relay = 0;
  std::uint32_t description = 0;
};

// By device and number.
using Sockets = std::map<std::pair<std::uint32_t, int>, Socket>;

// Takes "Sockets.Socket 07.General.Relay" for the relay of socket 7.
void Note(const std::string& name, std::uint32_t device, std::uint32_t variable,
          Sockets& sockets) {
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
    sockets[{device, number}].relay = variable;
  } else if (what == ".General.DescName") {
    sockets[{device, number}].description = variable;
  }
}

Result<Sockets> FindSockets(SnmpSession& session) {
  const Oid names = Variables(kName);
  Result<std::vector<Varbind>> cells = Walk(session, names);
  if (!cells.ok()) {
    return cells.error();
  }
  Sockets sockets;
  for (const Varbind& cell : *cells) {
    const std::string* name = cell.value.AsOctets();
    if (name != nullptr && cell.oid.size() == names.size() + 2) {
      Note(*name, cell.oid[names.size()], cell.oid[names.size() + 1], sockets);
    }
  }
  return sockets;
}

// An outlet's index is {device, its relay, its description}. Sockets of several
// devices are numbered from 1 on.
Result<std::vector<OutletRow>> FindOutlets(SnmpSession& session) {
  Result<Sockets> sockets = FindSockets(session);
  if (!sockets.ok()) {
    return sockets.error();
  }
  const bool lone = sockets->empty() || sockets->begin()->first.first ==
                                            sockets->rbegin()->first.first;
  std::vector<OutletRow> rows;
  for (const auto& [place, socket] : *sockets) {
    const auto& [device, number] = place;
    if (socket.relay == 0) {
      continue;
    }
    OutletRow row;
    row.number = lone ? number : static_cast<int>(rows.size()) + 1;
    row.index = {device, socket.relay, socket.description};
    row.label =
        lone ? "" : std::to_string(device) + "." + std::to_string(number);
    rows.push_back(row);
  }
  return rows;
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
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 2606, 7}};
  family.probe = Variables(kName);
  family.find_rows = FindOutlets;
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
