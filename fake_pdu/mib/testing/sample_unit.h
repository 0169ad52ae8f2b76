#ifndef PDUKIT_FAKE_PDU_MIB_TESTING_SAMPLE_UNIT_H_
#define PDUKIT_FAKE_PDU_MIB_TESTING_SAMPLE_UNIT_H_

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "base/clock.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/mib/device_objects.h"
#include "fake_pdu/mib/testing/build_model.h"

namespace pdukit::fake_pdu {

// One device of a family that has these objects below 1.3.6.1.9.
class SampleUnit {
 public:
  explicit SampleUnit(const std::string& objects,
                      const std::string& model = kSampleModel,
                      const std::string& before = "")
      : model_(BuildModel("family: sample\nvendor: Sample\nbase: 1.3.6.1.9\n" +
                              before + "objects:\n" + objects,
                          model)
                   .value()),
        device_(SpecOf(model_), clock_),
        objects_(model_, device_) {}

  std::string Get(const char* suffix) const {
    return objects_.Get(At(suffix)).ToString();
  }

  // The name of what follows in a walk.
  std::string Next(const char* suffix) const {
    const auto next = objects_.Next(At(suffix));
    return next ? next->oid.ToString() : "";
  }

  ErrorStatus Set(const char* suffix, Value value) {
    const auto failure = objects_.Set({{At(suffix), std::move(value)}});
    return failure ? failure->status : ErrorStatus::kNoError;
  }
  ErrorStatus Set(const char* suffix, std::int32_t number) {
    return Set(suffix, Value::Integer32(number));
  }

  Device& device() { return device_; }
  void Advance(int by) { clock_.Advance(std::chrono::seconds(by)); }

 private:
  static Oid At(const char* suffix) {
    return Oid({1, 3, 6, 1, 9}).Child(Oid::Parse(suffix).value());
  }

  ManualClock clock_;
  std::shared_ptr<const Model> model_;
  Device device_;
  DeviceObjects objects_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_TESTING_SAMPLE_UNIT_H_
