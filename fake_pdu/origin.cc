#include "fake_pdu/origin.h"

#include <string>
#include <utility>

#include "fake_pdu/capture/capture_model.h"
#include "fake_pdu/capture/captured_objects.h"
#include "fake_pdu/mib/device_objects.h"
#include "fake_pdu/models/model_catalog.h"

namespace pdukit::fake_pdu {
namespace {

Result<std::shared_ptr<const Model>> FindModel(
    const ModelCatalog& catalog, const FakePdu::Options& options,
    const std::optional<Capture>& capture) {
  return capture ? ChooseModel(*capture, catalog, options.model)
                 : catalog.Find(options.model);
}

Result<std::shared_ptr<const Model>> FindModel(
    const FakePdu::Options& options, const std::optional<Capture>& capture) {
  if (options.files.empty()) {
    return FindModel(ModelCatalog::BuiltIn(), options, capture);
  }
  ModelCatalog catalog;
  for (const std::string& file : options.files) {
    const Result<void> loaded = catalog.LoadFile(file);
    if (!loaded.ok()) {
      return loaded.error();
    }
  }
  return FindModel(catalog, options, capture);
}

}  // namespace

Result<Origin> FindOrigin(const FakePdu::Options& options) {
  Origin origin;
  if (!options.capture.empty()) {
    Result<Capture> capture = Capture::Load(options.capture);
    if (!capture.ok()) {
      return capture.error();
    }
    origin.capture = *std::move(capture);
  }
  Result<std::shared_ptr<const Model>> model =
      FindModel(options, origin.capture);
  if (!model.ok()) {
    return model.error();
  }
  origin.model = *std::move(model);
  return origin;
}

std::unique_ptr<ObjectView> ObjectsOf(const Origin& origin, Device& device) {
  if (origin.capture) {
    return std::make_unique<CapturedObjects>(*origin.capture, origin.model,
                                             device);
  }
  return std::make_unique<DeviceObjects>(origin.model, device);
}

}  // namespace pdukit::fake_pdu
