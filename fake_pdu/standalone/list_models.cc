#include "fake_pdu/standalone/list_models.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "nlohmann/json.hpp"
#include <fmt/format.h>

#include "fake_pdu/models/model_catalog.h"

namespace pdukit::fake_pdu {
namespace {

void PrintJson(const std::vector<ModelInfo>& models, std::ostream& out) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ModelInfo& model : models) {
    list.push_back({{"model", model.model},
                    {"family", model.family},
                    {"vendor", model.vendor},
                    {"outlets", model.outlets},
                    {"switched", model.switched},
                    {"metered", ToString(model.metered)}});
  }
  out << list.dump(2) << '\n';
}

void PrintTable(const std::vector<ModelInfo>& models, std::ostream& out) {
  std::size_t model_width = 0;
  std::size_t family_width = 0;
  for (const ModelInfo& model : models) {
    model_width = std::max(model_width, model.model.size());
    family_width = std::max(family_width, model.family.size());
  }
  for (const ModelInfo& model : models) {
    out << fmt::format(
        "{:{}}  {:{}}  {:3} outlets, {}, metered: {}\n", model.model,
        model_width, model.family, family_width, model.outlets,
        model.switched ? "switched" : "not switched", ToString(model.metered));
  }
}

}  // namespace

Result<void> PrintModels(const ListModels& list, std::ostream& out) {
  ModelCatalog catalog;
  for (const std::string& file : list.files) {
    Result<void> loaded = catalog.LoadFile(file);
    if (!loaded.ok()) {
      return loaded.error();
    }
  }
  if (list.json) {
    PrintJson(catalog.List(), out);
  } else {
    PrintTable(catalog.List(), out);
  }
  return {};
}

}  // namespace pdukit::fake_pdu
