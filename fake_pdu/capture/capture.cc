#include "fake_pdu/capture/capture.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "fake_pdu/capture/capture_reader.h"

namespace pdukit::fake_pdu {
namespace {

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') {
      line.pop_back();
    }
    lines.push_back(line);
  }
  return lines;
}

// By the first line that says something.
bool IsSnmprec(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    if (!Trim(line).empty() && line.front() != '#') {
      return line.find('|') < line.find(" = ");
    }
  }
  return false;
}

// Two answers for one variable: harmless only if they are the same.
std::optional<Error> FindContradiction(
    const std::vector<CaptureEntry>& entries) {
  for (std::size_t at = 1; at < entries.size(); ++at) {
    const CaptureEntry& entry = entries[at];
    const CaptureEntry& earlier = entries[at - 1];
    if (entry.varbind.oid == earlier.varbind.oid &&
        entry.varbind.value != earlier.varbind.value) {
      return MistakeAt(entry.line, entry.varbind.oid.ToString() +
                                       " has another value in line " +
                                       std::to_string(earlier.line));
    }
  }
  return std::nullopt;
}

Result<std::vector<Varbind>> Order(std::vector<CaptureEntry> entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const CaptureEntry& a, const CaptureEntry& b) {
                     return a.varbind.oid < b.varbind.oid;
                   });
  std::optional<Error> contradiction = FindContradiction(entries);
  if (contradiction) {
    return *contradiction;
  }
  std::vector<Varbind> varbinds;
  for (CaptureEntry& entry : entries) {
    if (varbinds.empty() || varbinds.back().oid != entry.varbind.oid) {
      varbinds.push_back(std::move(entry.varbind));
    }
  }
  return varbinds;
}

Result<std::vector<Varbind>> ReadText(const std::string& text) {
  const std::vector<std::string> lines = LinesOf(text);
  Result<std::vector<CaptureEntry>> entries =
      IsSnmprec(lines) ? ReadSnmprec(lines) : ReadWalk(lines);
  if (!entries.ok()) {
    return entries.error();
  }
  if (entries->empty()) {
    return MistakeAt(1, "there is no variable in it",
                     "allowed: lines OID|TAG|VALUE, or those of snmpwalk -On");
  }
  return Order(*std::move(entries));
}

}  // namespace

Result<Capture> Capture::Load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file),
                         std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) {
    return Error{ErrorKind::kNotFound, "cannot read " + path};
  }
  return Read(path, text);
}

Result<Capture> Capture::Read(const std::string& name,
                              const std::string& text) {
  Result<std::vector<Varbind>> varbinds = ReadText(text);
  if (!varbinds.ok()) {
    Error error = varbinds.error();
    error.message = name + ":" + error.message;
    return error;
  }
  return Capture(*std::move(varbinds));
}

const Value* Capture::Find(const Oid& oid) const {
  const auto found =
      std::lower_bound(varbinds_.begin(), varbinds_.end(), oid,
                       [](const Varbind& varbind, const Oid& name) {
                         return varbind.oid < name;
                       });
  return found == varbinds_.end() || found->oid != oid ? nullptr
                                                       : &found->value;
}

}  // namespace pdukit::fake_pdu
