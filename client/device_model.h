#ifndef PDUKIT_CLIENT_DEVICE_MODEL_H_
#define PDUKIT_CLIENT_DEVICE_MODEL_H_

#include <string>

namespace pdukit::client {

// What a PDU says that it is: "AP7932", "v3.7.4". Empty where it does not say;
// of several units that answer as one, the first.
struct DeviceModel {
  std::string model{};
  std::string firmware{};
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DEVICE_MODEL_H_
