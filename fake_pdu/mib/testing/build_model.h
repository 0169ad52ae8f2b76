#ifndef PDUKIT_FAKE_PDU_MIB_TESTING_BUILD_MODEL_H_
#define PDUKIT_FAKE_PDU_MIB_TESTING_BUILD_MODEL_H_

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/model_reader.h"

namespace pdukit::fake_pdu {

// The model of these two texts, which errors call family.yaml and model.yaml.
// Nothing can be included.
inline Result<std::shared_ptr<const Model>> BuildModel(
    const std::string& family_text, const std::string& model_text) {
  const auto family =
      ReadFamily("family.yaml", family_text,
                 [](const std::string&) { return std::nullopt; });
  if (!family.ok()) {
    return family.error();
  }
  return ReadModel({{"model.yaml", model_text}}, *family);
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
