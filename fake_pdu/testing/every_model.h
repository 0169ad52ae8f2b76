#ifndef PDUKIT_FAKE_PDU_TESTING_EVERY_MODEL_H_
#define PDUKIT_FAKE_PDU_TESTING_EVERY_MODEL_H_

// The same tests for every PDU that can be faked.
//
//   class SwitchTest : public ::testing::TestWithParam<ModelInfo> {};
//   INSTANTIATE_TEST_SUITE_P(EveryModel, SwitchTest, EveryModel(), ModelName);

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {

// All built-in models.
inline auto EveryModel() { return ::testing::ValuesIn(FakePdu::Models()); }

// Those whose outlets can be switched.
inline auto EverySwitchedModel() {
  std::vector<ModelInfo> models = FakePdu::Models();
  models.erase(
      std::remove_if(models.begin(), models.end(),
                     [](const ModelInfo& model) { return !model.switched; }),
      models.end());
  return ::testing::ValuesIn(models);
}

// One switched model of each family that has one: the first by name.
inline auto EverySwitchedFamily() {
  std::vector<ModelInfo> models;
  std::set<std::string> families;
  for (const ModelInfo& model : FakePdu::Models()) {
    if (model.switched && families.insert(model.family).second) {
      models.push_back(model);
    }
  }
  return ::testing::ValuesIn(models);
}

// The model as the name of a test: letters and digits alone.
inline std::string ModelName(const ::testing::TestParamInfo<ModelInfo>& info) {
  std::string name = info.param.model;
  std::replace_if(
      name.begin(), name.end(),
      [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_TESTING_EVERY_MODEL_H_
