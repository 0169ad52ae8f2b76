#include "snmp/oid.h"

#include <charconv>
#include <system_error>

namespace pdukit {
namespace {

Error NotAnOid(std::string_view text) {
  return {ErrorKind::kParse,
          "\"" + std::string(text) + "\" is not an object identifier",
          "write dotted numbers such as 1.3.6.1.4.1.318"};
}

}  // namespace

Result<Oid> Oid::Parse(std::string_view text) {
  std::string_view rest = text;
  if (!rest.empty() && rest.front() == '.') {
    rest.remove_prefix(1);
  }
  std::vector<std::uint32_t> ids;
  while (true) {
    std::uint32_t id = 0;
    const auto [end, status] =
        std::from_chars(rest.data(), rest.data() + rest.size(), id);
    if (status != std::errc() || ids.size() == kMaxSize) {
      return NotAnOid(text);
    }
    ids.push_back(id);
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (rest.empty()) {
      return Oid(std::move(ids));
    }
    if (rest.front() != '.') {
      return NotAnOid(text);
    }
    rest.remove_prefix(1);
  }
}

std::string Oid::ToString() const {
  std::string text;
  for (const std::uint32_t id : ids_) {
    if (!text.empty()) {
      text += '.';
    }
    text += std::to_string(id);
  }
  return text;
}

Oid Oid::Child(std::uint32_t id) const {
  Oid child = *this;
  child.ids_.push_back(id);
  return child;
}

Oid Oid::Child(const Oid& suffix) const {
  Oid child = *this;
  child.ids_.insert(child.ids_.end(), suffix.ids_.begin(), suffix.ids_.end());
  return child;
}

bool Oid::StartsWith(const Oid& prefix) const {
  if (prefix.size() > size()) {
    return false;
  }
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (ids_[i] != prefix[i]) {
      return false;
    }
  }
  return true;
}

std::ostream& operator<<(std::ostream& out, const Oid& oid) {
  return out << oid.ToString();
}

}  // namespace pdukit
