#include "client/snmp_pdu.h"

#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/drivers/device_model.h"
#include "client/drivers/families.h"
#include "client/drivers/object_roles.h"
#include "client/drivers/outlet_readings.h"
#include "client/drivers/outlet_rows.h"
#include "client/drivers/outlet_table.h"
#include "client/open_session.h"
#include "client/unit.h"

namespace pdukit::client {
namespace {

using Rows = std::vector<OutletRow>;

struct Choice {
  Family family;
  std::string reason;
};

Result<Choice> ChooseGeneric(const GenericOptions& options) {
  Result<Family> family = GenericFamily(options);
  if (!family.ok()) {
    return family.error();
  }
  const Result<Oid> oid = Oid::Parse(options.oid);
  const Family* known = oid.ok() ? FindFamilyByCommand(*oid) : nullptr;
  const std::string reason =
      known == nullptr ? "asked for"
                       : "asked for, states and readings as in " + known->name;
  return Choice{*std::move(family), reason};
}

Result<Choice> ChooseFamily(SnmpSession& session,
                            const SnmpPdu::Options& options) {
  if (options.family == "generic") {
    return ChooseGeneric(options.generic);
  }
  if (options.family == "auto") {
    Result<Identification> found = IdentifyFamily(session);
    if (!found.ok()) {
      return found.error();
    }
    return Choice{*found->family, found->reason};
  }
  const Family* family = FindFamily(options.family);
  if (family == nullptr) {
    return Error{ErrorKind::kNotFound,
                 "there is no family '" + options.family + "'",
                 fmt::format("auto, {} are known",
                             fmt::join(SnmpPdu::Families(), ", "))};
  }
  return Choice{*family, "asked for"};
}

Result<void> Validate(const SnmpPdu::Options& options) {
  if (options.deadline < std::chrono::milliseconds::zero()) {
    return Error{ErrorKind::kInvalidArgument, "the deadline is negative"};
  }
  if (options.poll_interval <= std::chrono::milliseconds::zero()) {
    return Error{ErrorKind::kInvalidArgument,
                 "the interval of the verification is not positive"};
  }
  return {};
}

Error NoOutlet(const Unit& unit, const std::string& label) {
  Error error{ErrorKind::kNoSuchOutlet, "no outlet " + label, "",
              unit.session->host()};
  if (unit.outlets.has_value()) {
    error.message += ", the unit has " + std::to_string(unit.outlets->size());
  }
  return error;
}

}  // namespace

SnmpPdu::SnmpPdu(std::shared_ptr<const Unit> unit) : unit_(std::move(unit)) {}

Result<SnmpPdu> SnmpPdu::Open(const std::string& endpoint,
                              const Options& options) {
  Result<std::unique_ptr<SnmpSession>> session = OpenSession(endpoint, options);
  if (!session.ok()) {
    return session.error();
  }
  return Open(*std::move(session), options);
}

Result<SnmpPdu> SnmpPdu::Open(std::unique_ptr<SnmpSession> session,
                              const Options& options) {
  Result<void> valid = Validate(options);
  if (!valid.ok()) {
    return valid.error();
  }
  Result<Choice> choice = ChooseFamily(*session, options);
  if (!choice.ok()) {
    return choice.error();
  }
  if (choice->family.adapt) {
    Result<Family> adapted = choice->family.adapt(*session, choice->family);
    if (!adapted.ok()) {
      return adapted.error();
    }
    choice->family = *std::move(adapted);
  }
  Result<std::optional<std::vector<OutletRow>>> outlets =
      FindRows(*session, choice->family);
  if (!outlets.ok()) {
    return Named(choice->family, outlets.error());
  }
  auto unit = std::make_shared<Unit>();
  unit->session = std::move(session);
  unit->family = std::move(choice->family);
  unit->family_reason = std::move(choice->reason);
  unit->outlets = *std::move(outlets);
  unit->cycle = options.cycle;
  unit->timeout = options.timeout;
  unit->deadline = options.deadline;
  unit->poll_interval = options.poll_interval;
  unit->clock = options.clock;
  unit->on_progress = options.on_progress;
  unit->cancelled = options.cancelled;
  return SnmpPdu(std::move(unit));
}

std::vector<std::string> SnmpPdu::Families() {
  std::vector<std::string> names;
  for (const Family& family : KnownFamilies()) {
    names.push_back(family.name);
  }
  names.emplace_back("generic");
  return names;
}

std::string SnmpPdu::host() const { return unit_->session->host(); }

const std::string& SnmpPdu::family() const { return unit_->family.name; }

const std::string& SnmpPdu::family_reason() const {
  return unit_->family_reason;
}

Result<std::vector<OutletInfo>> SnmpPdu::outlets() const {
  Result<std::vector<OutletInfo>> outlets =
      OutletTable(*unit_->session, unit_->family).List(unit_->outlets);
  return outlets.ok() ? outlets : Named(unit_->family, outlets.error());
}

Result<SnmpPowerClient> SnmpPdu::outlet(int number) const {
  if (!unit_->outlets.has_value()) {
    if (number < 0) {
      return NoOutlet(*unit_, std::to_string(number));
    }
    return SnmpPowerClient(unit_, MakeRow(unit_->family, number));
  }
  for (const OutletRow& row : *unit_->outlets) {
    if (row.number == number) {
      return SnmpPowerClient(unit_, row);
    }
  }
  return NoOutlet(*unit_, std::to_string(number));
}

Result<SnmpPowerClient> SnmpPdu::FindOutlet(const std::string& label) const {
  int number = 0;
  const char* end = label.data() + label.size();
  const auto [rest, error] = std::from_chars(label.data(), end, number);
  if (error == std::errc() && rest == end) {
    return outlet(number);
  }
  const Result<std::vector<OutletInfo>> infos = outlets();
  if (!infos.ok()) {
    return infos.error();
  }
  for (const OutletInfo& info : *infos) {
    if (info.label == label) {
      return outlet(info.number);
    }
  }
  return NoOutlet(*unit_, label);
}

Result<DeviceModel> SnmpPdu::ReadModel() const {
  Result<DeviceModel> model = ReadDeviceModel(*unit_->session, unit_->family);
  return model.ok() ? model : Named(unit_->family, model.error());
}

Result<std::vector<PlaceReading>> SnmpPdu::ReadPlaces(
    std::optional<MeterPlace> of) const {
  Result<std::vector<PlaceReading>> places = pdukit::client::ReadPlaces(
      *unit_->session, unit_->family, unit_->outlets.value_or(Rows()), of);
  return places.ok() ? places : Named(unit_->family, places.error());
}

Result<void> SnmpPdu::TryWrite() const {
  const Column& column = unit_->family.writable_name;
  if (column.empty() || unit_->outlets.value_or(Rows()).empty()) {
    return Error{ErrorKind::kUnsupported,
                 "there is no outlet's name that could be written as it is", "",
                 host()};
  }
  for (const OutletRow& row : *unit_->outlets) {
    const Oid oid = column.At(row.index);
    const Result<std::vector<Varbind>> name = unit_->session->Get({oid});
    if (!name.ok()) {
      return Named(unit_->family, name.error());
    }
    const std::string* text = name->front().value.AsOctets();
    // Some devices refuse an empty one.
    if (text != nullptr && !text->empty()) {
      const Result<void> written =
          unit_->session->Set({{oid, name->front().value}}, Resend::kAllowed);
      return written.ok() ? written : Named(unit_->family, written.error());
    }
  }
  return Error{ErrorKind::kUnsupported, "no outlet has a name", "", host()};
}

}  // namespace pdukit::client
