#include "fake_pdu/capture/capture_model.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/mib/device_objects.h"

namespace pdukit::fake_pdu {
namespace {

using ModelPtr = std::shared_ptr<const Model>;

const Oid kSysObjectId{1, 3, 6, 1, 2, 1, 1, 2, 0};
const Oid kSysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

// Some captures hold it as a text.
std::optional<Oid> SysObjectId(const Value* value) {
  if (value == nullptr) {
    return std::nullopt;
  }
  if (value->AsOid() != nullptr) {
    return *value->AsOid();
  }
  const std::string* text = value->AsOctets();
  const Result<Oid> oid = Oid::Parse(text == nullptr ? "" : *text);
  return oid.ok() ? std::optional(*oid) : std::nullopt;
}

// As a new device of this model answers.
std::optional<Oid> SysObjectId(const ModelPtr& model) {
  ManualClock clock;
  Device device(SpecOf(model), clock);
  const Value value = DeviceObjects(model, device).Get(kSysObjectId);
  return SysObjectId(&value);
}

std::vector<ModelPtr> ModelsWith(const Oid& object_id,
                                 const ModelCatalog& catalog) {
  std::vector<ModelPtr> models;
  for (const ModelInfo& info : catalog.List()) {
    const Result<ModelPtr> model = catalog.Find(info.model);
    if (model.ok() && SysObjectId(*model) == object_id) {
      models.push_back(*model);
    }
  }
  return models;
}

bool IsWordIn(const std::string& text, const std::string& word) {
  const auto is_part = [&](std::size_t at) {
    return at < text.size() &&
           std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  for (std::size_t at = text.find(word); at != std::string::npos;
       at = text.find(word, at + 1)) {
    if (!(at > 0 && is_part(at - 1)) && !is_part(at + word.size())) {
      return true;
    }
  }
  return false;
}

bool IsNamedIn(const Capture& capture, const std::string& model) {
  return std::any_of(capture.varbinds().begin(), capture.varbinds().end(),
                     [&](const Varbind& varbind) {
                       return varbind.value.type() == ValueType::kOctetString &&
                              IsWordIn(*varbind.value.AsOctets(), model);
                     });
}

std::map<const Column*, std::set<Oid>> OutletInstances(
    const ObjectTable& objects) {
  std::map<const Column*, std::set<Oid>> instances;
  for (const ObjectTable::Cell& cell : objects.cells()) {
    if (cell.binding->row_scope == Scope::kOutlet) {
      instances[cell.column].insert(objects.OidOf(cell));
    }
  }
  return instances;
}

// Whether some column has the same outlets in the capture as in the model.
bool HasItsOutlets(const Capture& capture, const Model& model) {
  std::map<const Column*, std::set<Oid>> captured;
  for (const Varbind& varbind : capture.varbinds()) {
    captured[model.objects.ColumnOf(varbind.oid)].insert(varbind.oid);
  }
  const auto instances = OutletInstances(model.objects);
  return std::any_of(
      instances.begin(), instances.end(), [&](const auto& column) {
        const auto same = captured.find(column.first);
        return same != captured.end() && same->second == column.second;
      });
}

std::string NamesOf(const std::vector<ModelPtr>& models) {
  std::string names;
  for (const ModelPtr& model : models) {
    names += (names.empty() ? "" : ", ") + model->spec.model;
  }
  return names;
}

// Serves nothing of its own: what a capture of an unknown family lies over.
ModelPtr UnknownModel(const Value* sys_name) {
  auto model = std::make_shared<Model>();
  model->spec.model = "capture";
  model->spec.family = "unknown";
  model->spec.vendor = "unknown";
  model->spec.inlets = {InletSpec{1, 0, 0, 0}};
  model->spec.phases = {PhaseSpec{1, 1, 0, 0}};
  if (sys_name != nullptr && sys_name->AsOctets() != nullptr) {
    model->spec.defaults.Set(NameOf(Scope::kUnit), Settings::kEveryRow,
                             *sys_name->AsOctets());
  }
  return model;
}

}  // namespace

Result<ModelPtr> ChooseModel(const Capture& capture,
                             const ModelCatalog& catalog,
                             const std::string& name) {
  if (!name.empty()) {
    return catalog.Find(name);
  }
  const std::optional<Oid> object_id = SysObjectId(capture.Find(kSysObjectId));
  const std::vector<ModelPtr> models =
      object_id ? ModelsWith(*object_id, catalog) : std::vector<ModelPtr>();
  if (models.empty()) {
    return UnknownModel(capture.Find(kSysName));
  }
  // A longer name may begin with a shorter one.
  const ModelPtr* named = nullptr;
  for (const ModelPtr& model : models) {
    if (IsNamedIn(capture, model->spec.model) &&
        (named == nullptr ||
         model->spec.model.size() > (*named)->spec.model.size())) {
      named = &model;
    }
  }
  if (named != nullptr) {
    return *named;
  }
  for (const ModelPtr& model : models) {
    if (HasItsOutlets(capture, *model)) {
      return model;
    }
  }
  return Error{ErrorKind::kInvalidArgument,
               "the capture is of sysObjectID " + object_id->ToString() +
                   ", but no model of that has its name or its outlets",
               "name the model that comes closest: " + NamesOf(models)};
}

}  // namespace pdukit::fake_pdu
