#include "fake_pdu/agent/requests.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>

namespace pdukit::fake_pdu {
namespace {

template <typename T>
std::string Printed(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

std::string OutletText(const std::optional<int>& outlet) {
  return outlet ? fmt::format("outlet {}", *outlet) : "no outlet";
}

std::string VarbindsText(std::size_t count) {
  return fmt::format("{} varbind{}", count, count == 1 ? "" : "s");
}

Requests Named(Operation operation, std::string object) {
  return Requests().Of(operation).OfObject(std::move(object));
}

}  // namespace

Requests& Requests::Of(Operation operation) {
  operation_ = operation;
  return *this;
}

Requests& Requests::OfObject(std::string name) {
  object_ = std::move(name);
  object_oid_.reset();
  if (Result<Oid> oid = Oid::Parse(object_); oid.ok()) {
    object_oid_ = *std::move(oid);
  }
  return *this;
}

Requests& Requests::OfOutlet(int number) {
  outlet_ = number;
  return *this;
}

Requests& Requests::To(Value value) {
  value_ = std::move(value);
  return *this;
}

Requests& Requests::Over(SnmpVersion version) {
  version_ = version;
  return *this;
}

Requests& Requests::From(std::string community_or_user) {
  principal_ = std::move(community_or_user);
  return *this;
}

Requests& Requests::Resent(bool resent) {
  resent_ = resent;
  return *this;
}

Requests& Requests::WithAtLeast(int varbinds) {
  least_varbinds_ = static_cast<std::size_t>(std::max(0, varbinds));
  return *this;
}

bool Requests::Matches(const Request& request) const {
  return DifferencesOf(request).empty();
}

bool Requests::NamesObject(const NamedVarbind& varbind) const {
  if (object_.empty()) {
    return true;
  }
  return object_oid_ ? varbind.oid.StartsWith(*object_oid_)
                     : varbind.name == object_ ||
                           varbind.name.rfind(object_ + ".", 0) == 0;
}

bool Requests::Names(const NamedVarbind& variable) const {
  return NamesObject(variable) && (!outlet_ || variable.outlet == outlet_);
}

std::vector<std::string> Requests::DifferencesOf(
    const NamedVarbind& varbind) const {
  std::vector<std::string> differences;
  if (!NamesObject(varbind)) {
    differences.push_back("is of " + (varbind.name.empty()
                                          ? varbind.oid.ToString()
                                          : varbind.name));
  }
  if (outlet_ && varbind.outlet != outlet_) {
    differences.push_back("is of " + OutletText(varbind.outlet));
  }
  if (value_ && varbind.value != *value_) {
    differences.push_back("is to " + Printed(varbind.value));
  }
  return differences;
}

std::vector<std::string> Requests::NearestOf(
    const std::vector<NamedVarbind>& varbinds) const {
  if (object_.empty() && !outlet_ && !value_) {
    return {};
  }
  std::vector<std::string> nearest{"has no varbinds"};
  for (const NamedVarbind& varbind : varbinds) {
    std::vector<std::string> differences = DifferencesOf(varbind);
    if (&varbind == &varbinds.front() || differences.size() < nearest.size()) {
      nearest = std::move(differences);
    }
  }
  return nearest;
}

std::vector<std::string> Requests::DifferencesOf(const Request& request) const {
  std::vector<std::string> differences;
  if (operation_ && request.operation != *operation_) {
    differences.push_back(fmt::format("is a {}", ToString(request.operation)));
  }
  for (std::string& difference : NearestOf(request.varbinds)) {
    differences.push_back(std::move(difference));
  }
  if (version_ && request.version != *version_) {
    differences.push_back(
        request.version ? fmt::format("is v{}", ToString(*request.version))
                        : "is of no version");
  }
  const std::string& principal =
      request.version == SnmpVersion::kV3 ? request.user : request.community;
  if (principal_ && principal != *principal_) {
    differences.push_back(fmt::format("is from \"{}\"", principal));
  }
  if (resent_ && request.is_resend != *resent_) {
    differences.emplace_back(request.is_resend ? "is a resend"
                                               : "is sent for the first time");
  }
  if (request.varbinds.size() < least_varbinds_) {
    differences.push_back(
        fmt::format("has {}", VarbindsText(request.varbinds.size())));
  }
  return differences;
}

std::string Requests::Text() const {
  std::string text = operation_ ? ToString(*operation_) : "any request";
  if (!object_.empty()) {
    text += " of " + object_;
  }
  if (outlet_) {
    text += " on " + OutletText(outlet_);
  }
  if (value_) {
    text += " to " + Printed(*value_);
  }
  if (version_) {
    text += fmt::format(" over v{}", ToString(*version_));
  }
  if (principal_) {
    text += fmt::format(" from \"{}\"", *principal_);
  }
  if (resent_) {
    text += *resent_ ? ", sent again" : ", sent for the first time";
  }
  if (least_varbinds_ > 0) {
    text += fmt::format(", with {} or more", VarbindsText(least_varbinds_));
  }
  return text;
}

bool Requests::MatchAndExplain(const Request& request,
                               std::ostream* explanation) const {
  const std::vector<std::string> differences = DifferencesOf(request);
  if (explanation != nullptr && !differences.empty()) {
    *explanation << "which " << fmt::format("{}", fmt::join(differences, ", "));
  }
  return differences.empty();
}

void Requests::DescribeTo(std::ostream* out) const { *out << "is " << Text(); }

void Requests::DescribeNegationTo(std::ostream* out) const {
  *out << "is not " << Text();
}

std::ostream& operator<<(std::ostream& out, const Requests& requests) {
  return out << requests.Text();
}

Requests GetOf() { return Requests().Of(Operation::kGet); }
Requests GetOf(int outlet) { return GetOf().OfOutlet(outlet); }
Requests GetOf(std::string object) {
  return Named(Operation::kGet, std::move(object));
}
Requests GetOf(std::string object, int outlet) {
  return GetOf(std::move(object)).OfOutlet(outlet);
}
Requests SetOf() { return Requests().Of(Operation::kSet); }
Requests SetOf(int outlet) { return SetOf().OfOutlet(outlet); }
Requests SetOf(std::string object) {
  return Named(Operation::kSet, std::move(object));
}
Requests SetOf(std::string object, int outlet) {
  return SetOf(std::move(object)).OfOutlet(outlet);
}
Requests NextOf() { return Requests().Of(Operation::kGetNext); }
Requests NextOf(std::string object) {
  return Named(Operation::kGetNext, std::move(object));
}
Requests BulkOf() { return Requests().Of(Operation::kGetBulk); }
Requests BulkOf(std::string object) {
  return Named(Operation::kGetBulk, std::move(object));
}

}  // namespace pdukit::fake_pdu
