// What the client reads of a device's model, against fakes of every family.

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/every_model.h"

namespace pdukit {
namespace {

using client::DeviceModel;
using client::SnmpPdu;
using fake_pdu::FakePdu;
using fake_pdu::ModelInfo;

// Whose MIBs have no such object.
const std::set<std::string> kWithoutModel = {
    "digital_loggers", "eaton_switched", "gude",     "lindy",
    "netio",           "planet",         "powertek", "raritan_px1",
    "rittal",          "schleifenbauer", "teltronix"};
const std::set<std::string> kWithoutFirmware = {
    "digital_loggers", "eaton_switched", "enlogic",   "gude",
    "netio",           "planet",         "synaccess", "teltronix"};

// A tree of PowerAlert 12, and a unit that the client does not open.
bool IsToldElsewhere(const ModelInfo& model) {
  return model.model == "PDUMH20HVNET" ||
         model.model == "PDU-Management-Module";
}

std::vector<ModelInfo> Models() {
  std::vector<ModelInfo> models = FakePdu::Models();
  std::erase_if(models, IsToldElsewhere);
  return models;
}

class ModelTest : public ::testing::TestWithParam<ModelInfo> {
 protected:
  FakePdu fake_ = FakePdu::Start(GetParam().model).value();
  SnmpPdu pdu_ = SnmpPdu::Open(fake_.address(), {}).value();
};

TEST_P(ModelTest, IsToldWhereTheFamilysMibHasIt) {
  const DeviceModel model = pdu_.ReadModel().value();

  EXPECT_EQ(model.model.empty(), kWithoutModel.contains(GetParam().family))
      << model.model;
  EXPECT_EQ(model.firmware.empty(),
            kWithoutFirmware.contains(GetParam().family))
      << model.firmware;
}

INSTANTIATE_TEST_SUITE_P(EveryModel, ModelTest, ::testing::ValuesIn(Models()),
                         fake_pdu::ModelName);

TEST(ReadModelTest, IsTheWordOnTheLabel) {
  const FakePdu fake = FakePdu::Start("AP8641").value();
  const DeviceModel model =
      SnmpPdu::Open(fake.address(), {}).value().ReadModel().value();

  EXPECT_EQ(model.model, "AP8641");
  EXPECT_EQ(model.firmware, "6.7.2");
}

}  // namespace
}  // namespace pdukit
