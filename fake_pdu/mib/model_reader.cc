#include "fake_pdu/mib/model_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <utility>
#include <vector>

#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/edit.h"
#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/hardware_reader.h"
#include "fake_pdu/mib/object_compiler.h"
#include "fake_pdu/mib/yaml_node.h"

namespace pdukit::fake_pdu {
namespace {

// What 100 % of it are: the rated power for one of a power, else the rated
// current.
double RatedFor(const Attribute& attribute, const Edit& edit, int row) {
  const Attribute* rated = FindAttribute(
      attribute.name.substr(0, attribute.name.rfind('.')) + ".rated");
  return rated == nullptr
             ? RatingOf(*edit.state.spec, attribute.scope, row)
             : AsNumber(rated->read(edit.state, row, rated->parameter));
}

void ApplyDefault(const Default& initially, int row, Edit& edit) {
  const Attribute& attribute = *initially.attribute;
  AttributeValue value = initially.value;
  if (attribute.kind == AttributeKind::kText) {
    value = Expand(initially.pieces, edit.state, attribute.scope, row);
  } else if (!initially.pieces.empty()) {
    value = std::strtod(
        Expand(initially.pieces, edit.state, attribute.scope, row).c_str(),
        nullptr);
  } else if (initially.is_percent) {
    value = AsNumber(initially.value) / 100 * RatedFor(attribute, edit, row);
  }
  attribute.write(edit, row, attribute.parameter, value);
}

// Writes the defaults as a manager would, the family's first, and makes what
// comes out the specification.
void ApplyDefaults(const Family& family, const std::vector<RowDefault>& rows,
                   DeviceSpec& spec) {
  DeviceState state = InitialState(spec, {}, {});
  std::vector<OutletEvent> events;
  Edit edit{state, events};
  for (int unit = 0; unit < spec.RowCount(Scope::kUnit); ++unit) {
    // What stands behind the @ tells profiles of one product apart.
    state.settings.Set(kUnitModel, unit,
                       spec.model.substr(0, spec.model.find('@')));
    state.settings.Set(kUnitVendor, unit, spec.vendor);
  }
  // Texts may speak of what others give, and so come last.
  for (const bool is_text : {false, true}) {
    for (const Default& initially : family.defaults) {
      if ((initially.attribute->kind == AttributeKind::kText) != is_text) {
        continue;
      }
      for (int row = 0; row < spec.RowCount(initially.attribute->scope);
           ++row) {
        ApplyDefault(initially, row, edit);
      }
    }
    for (const RowDefault& default_of_row : rows) {
      if ((default_of_row.initially.attribute->kind == AttributeKind::kText) ==
          is_text) {
        ApplyDefault(default_of_row.initially, default_of_row.row, edit);
      }
    }
  }
  spec.units = state.units;
  for (const auto& [row, config] : state.outlet_configs) {
    spec.outlets[static_cast<std::size_t>(row)].config = config;
  }
  for (std::size_t row = 0; row < spec.contacts.size(); ++row) {
    spec.contacts[row].normal_state = state.contacts[row].normal_state;
  }
  spec.defaults = std::move(state.settings);
}

std::vector<std::string> FeaturesOf(const YamlNode& root, const Family& family,
                                    const DeviceSpec& spec) {
  std::vector<std::string> features;
  if (const auto list = root.Find("features")) {
    for (const YamlNode& feature : list->Items()) {
      if (family.features.empty()) {
        feature.Fail("the family " + family.name + " has no features");
      }
      features.push_back(family.features[feature.Choice(family.features)]);
    }
  }
  const auto add_if = [&](bool has, const char* feature) {
    if (has) {
      features.emplace_back(feature);
    }
  };
  add_if(!spec.banks.empty(), "banks");
  add_if(!spec.banks.empty() && spec.metering >= Metering::kBank,
         "bank_metering");
  add_if(spec.metering == Metering::kOutlet, "outlet_metering");
  add_if(spec.phases.size() > spec.inlets.size(), "three_phase");
  add_if(!spec.sensors.empty(), "sensors");
  add_if(!spec.groups.empty(), "groups");
  add_if(!spec.contacts.empty(), "contacts");
  add_if(spec.units.size() > 1, "chain");
  add_if(std::any_of(spec.outlets.begin(), spec.outlets.end(),
                     [](const OutletSpec& outlet) { return outlet.switched; }),
         "switching");
  return features;
}

std::shared_ptr<const Model> ReadRoot(
    const YamlNode& root, const std::shared_ptr<const Family>& family) {
  root.AllowKeys({"model", "family", "based_on", "metered", "rating",
                  "own_power", "features", "unit", "units", "inlets", "banks",
                  "outlets", "sensors", "groups", "contacts"});
  auto model = std::make_shared<Model>();
  std::vector<RowDefault> defaults;
  model->spec = ReadHardware(root, *family, defaults);
  const std::vector<std::string> features =
      FeaturesOf(root, *family, model->spec);
  ApplyDefaults(*family, defaults, model->spec);
  model->spec.tracks_peaks = std::any_of(
      family->bindings.begin(), family->bindings.end(),
      [](const Binding& binding) {
        return binding.attribute != nullptr && binding.attribute->is_peak;
      });
  Result<ObjectTable> objects = CompileObjects(family, model->spec, features);
  if (!objects.ok()) {
    throw YamlFailure{objects.error()};
  }
  model->objects = std::move(*objects);
  return model;
}

}  // namespace

Result<bool> DescribesModel(const YamlFile& file) {
  try {
    const YamlNode root(file);
    if (root.Find("model")) {
      return true;
    }
    root.At("family");
    return false;
  } catch (const YamlFailure& failure) {
    return failure.error;
  }
}

Result<ModelHead> ReadModelHead(const YamlFile& file) {
  try {
    const YamlNode root(file);
    ModelHead head;
    head.model = root.At("model").Text();
    if (const auto base = root.Find("based_on")) {
      head.based_on = base->Text();
      head.based_on_place = base->Place();
      return head;
    }
    const YamlNode family = root.At("family");
    head.family = family.Text();
    head.family_place = family.Place();
    return head;
  } catch (const YamlFailure& failure) {
    return failure.error;
  }
}

Result<std::shared_ptr<const Model>> ReadModel(
    const std::vector<std::shared_ptr<const YamlFile>>& files,
    const std::shared_ptr<const Family>& family) {
  YamlNode root(*files.back());
  for (auto file = files.rbegin() + 1; file != files.rend(); ++file) {
    root = YamlNode(**file).OnTopOf(root);
  }
  try {
    return ReadRoot(root, family);
  } catch (const YamlFailure& failure) {
    return failure.error;
  }
}

}  // namespace pdukit::fake_pdu
