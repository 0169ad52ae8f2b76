#ifndef PDUKIT_FAKE_PDU_DEVICE_TESTING_SAMPLE_SPEC_H_
#define PDUKIT_FAKE_PDU_DEVICE_TESTING_SAMPLE_SPEC_H_

#include <memory>
#include <utility>

#include "fake_pdu/device/device_spec.h"

namespace pdukit::fake_pdu {

// Four switched outlets at 200 V and 50 Hz in two banks of two (1 and 2, 3 and
// 4), metered per outlet, all on. Outlet n has an on delay of 10n, an off delay
// of n and a reboot duration of 4+n seconds.
inline DeviceSpec SampleSpec() {
  DeviceSpec spec;
  spec.model = "Sample";
  spec.metering = Metering::kOutlet;
  spec.rating = 16;
  spec.inlets = {{1, 200, 50, 16}};
  spec.phases = {{1, 1, 200, 16}};
  spec.banks = {{1, 1, Wiring::kL1, 10}, {2, 1, Wiring::kL1, 10}};
  for (int number = 1; number <= 4; ++number) {
    OutletSpec outlet;
    outlet.number = number;
    outlet.bank = number <= 2 ? 1 : 2;
    outlet.config.on_delay = 10 * number;
    outlet.config.off_delay = number;
    outlet.config.reboot_duration = 4 + number;
    outlet.config.startup = StartupState::kLast;
    spec.outlets.push_back(outlet);
  }
  return spec;
}

inline std::shared_ptr<const DeviceSpec> Share(DeviceSpec spec) {
  return std::make_shared<const DeviceSpec>(std::move(spec));
}

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_TESTING_SAMPLE_SPEC_H_
