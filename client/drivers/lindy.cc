// Facts: DigiPower-PDU-MIB and fence_lindypdu; values as in a capture of an
// SWV-1623K-24N1. All outlets of a PDU are one text.
#include "client/drivers/lindy.h"

#include <algorithm>
#include <string>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

// pdu01 to pdu16 lie below it.
const Oid& Pdus() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 17420, 1, 2, 9};
  return oid;
}

constexpr std::uint32_t kMostPdus = 16;

Oid Statuses(std::uint32_t pdu) { return Pdus().Child(Oid{pdu, 13, 0}); }

// "1,1,0" with what is between the commas.
std::vector<std::string> Split(const Value& value) {
  const std::string* octets = value.AsOctets();
  std::vector<std::string> parts;
  if (octets == nullptr || octets->empty()) {
    return parts;
  }
  parts.emplace_back();
  for (const char octet : *octets) {
    if (octet == ',') {
      parts.emplace_back();
    } else if (octet != '"') {
      parts.back() += octet;
    }
  }
  return parts;
}

std::string Join(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    text += (text.empty() ? "" : ",") + part;
  }
  return text;
}

std::optional<std::int64_t> Entry(const std::vector<std::string>& parts,
                                  const OutletRow& outlet) {
  const std::size_t place = outlet.index[1];
  return place >= 1 && place <= parts.size()
             ? ToNumber(Value::OctetString(parts[place - 1]))
             : std::nullopt;
}

// 1 on, 0 off, -1 not there, -2 without power.
constexpr std::int64_t kAbsent = -1;

PowerState Decode(const Value& value, const OutletRow& outlet) {
  const std::optional<std::int64_t> entry = Entry(Split(value), outlet);
  return entry == 1   ? PowerState::kOn
         : entry == 0 ? PowerState::kOff
                      : PowerState::kUnknown;
}

std::vector<OutletRow> RowsOf(std::uint32_t pdu, const Value& statuses) {
  const std::vector<std::string> parts = Split(statuses);
  std::vector<OutletRow> rows;
  for (std::uint32_t place = 1; place <= parts.size(); ++place) {
    OutletRow row;
    row.number = static_cast<int>(place);
    row.index = {pdu, place};
    if (Entry(parts, row).value_or(kAbsent) != kAbsent) {
      rows.push_back(row);
    }
  }
  return rows;
}

// Numbered as on the only PDU, or from 1 on with labels like "2.7".
Result<std::vector<OutletRow>> FindOutlets(SnmpSession& session) {
  std::vector<Oid> oids;
  for (std::uint32_t pdu = 1; pdu <= kMostPdus; ++pdu) {
    oids.push_back(Statuses(pdu));
  }
  Result<Cells> cells = Cells::Get(session, oids);
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<OutletRow> all;
  for (std::uint32_t pdu = 1; pdu <= kMostPdus; ++pdu) {
    const std::vector<OutletRow> rows =
        RowsOf(pdu, *cells->Find(Statuses(pdu)));
    all.insert(all.end(), rows.begin(), rows.end());
  }
  if (all.empty() || all.front().index[0] == all.back().index[0]) {
    return all;
  }
  int number = 0;
  for (OutletRow& row : all) {
    row.number = ++number;
    row.label = row.index.ToString();
  }
  return all;
}

// Reads the text, changes the outlet's entry and writes it back; what others
// change in between is lost.
Result<std::vector<Varbind>> MakeCommand(SnmpSession& session,
                                         const OutletRow& outlet,
                                         OutletCommand command) {
  const Oid oid = Statuses(outlet.index[0]);
  Result<Cells> cells = Cells::Get(session, {oid});
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<std::string> parts = Split(*cells->Find(oid));
  if (!Entry(parts, outlet).has_value()) {
    return Error{ErrorKind::kProtocol,
                 "the device says '" + cells->Find(oid)->ToString() +
                     "' of its outlets, this one is not among them",
                 "", session.host()};
  }
  parts[outlet.index[1] - 1] = command == OutletCommand::kOn ? "1" : "0";
  return std::vector<Varbind>{{oid, Value::OctetString(Join(parts))}};
}

// "OutletA,0,0,0,0"
std::string DecodeName(const Value& value) {
  const std::vector<std::string> parts = Split(value);
  return parts.empty() ? "" : parts.front();
}

}  // namespace

Family Lindy() {
  Family family;
  family.name = "lindy";
  family.firmware = Oid{1, 3, 6, 1, 4, 1, 17420, 1, 2, 4};
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 17420}};
  family.probe = Pdus();
  family.find_rows = FindOutlets;
  family.state = Column(Pdus(), [](const Oid& index) {
    return Oid{index[0], 13, 0};
  });
  family.decode_state = Decode;
  family.commands = {{OutletCommand::kOn, 1}, {OutletCommand::kOff, 0}};
  family.make_command = MakeCommand;
  family.name_column = Column(Pdus(), [](const Oid& index) {
    return Oid{index[0], 14, index[1], 0};
  });
  family.decode_name = DecodeName;
  family.meters = {
      {&PowerReading::voltage, MeterPlace::kUnit,
       Column(Pdus(),
              [](const Oid& index) {
                return Oid{index[0], 17, 0};
              }),
       0, "unit"},
      // unverified: tenths of A, as the thresholds.
      {&PowerReading::current, MeterPlace::kUnit,
       Column(Pdus(),
              [](const Oid& index) {
                return Oid{index[0], 11, 0};
              }),
       1, "unit"},
  };
  return family;
}

}  // namespace pdukit::client
