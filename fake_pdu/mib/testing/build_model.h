#ifndef PDUKIT_FAKE_PDU_MIB_TESTING_BUILD_MODEL_H_
#define PDUKIT_FAKE_PDU_MIB_TESTING_BUILD_MODEL_H_

#include <memory>
#include <string>

#include "base/result.h"
#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/model_reader.h"
#include "fake_pdu/mib/yaml_parser.h"

namespace pdukit::fake_pdu {

// The model of these two texts, which errors call family.yaml and model.yaml.
// Nothing can be included.
inline Result<std::shared_ptr<const Model>> BuildModel(
    const std::string& family_text, const std::string& model_text) {
  const auto family_file = ParseYaml("family.yaml", family_text);
  if (!family_file.ok()) {
    return family_file.error();
  }
  const auto family =
      ReadFamily(**family_file, [](const std::string&) { return nullptr; });
  if (!family.ok()) {
    return family.error();
  }
  const auto model_file = ParseYaml("model.yaml", model_text);
  if (!model_file.ok()) {
    return model_file.error();
  }
  return ReadModel({*model_file}, *family);
}

// Four outlets at 200 V in two banks, metered per outlet.
inline const char kSampleModel[] = R"(
model: Sample
family: sample
metered: outlet
rating: 16
inlets: [{voltage: 200, frequency: 50, rating: 16}]
banks: [{outlets: 1-2, rating: 10}, {outlets: 3-4, rating: 10}]
outlets: [{numbers: 1-4, rating: 10}]
)";

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_TESTING_BUILD_MODEL_H_
