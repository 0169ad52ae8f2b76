#ifndef PDUKIT_CLIENT_CONFIG_DRIVER_KEYS_H_
#define PDUKIT_CLIENT_CONFIG_DRIVER_KEYS_H_

#include "client/config/yaml_map.h"

namespace pdukit::client {

// `keys` and those that the config of every Jumpstarter driver may have (the
// fields of jumpstarter.driver.Driver), which mean nothing here.
inline YamlMap::Names WithDriverKeys(YamlMap::Names keys) {
  keys.insert(keys.end(), {"log_level", "labels", "uuid", "description",
                           "methods_description"});
  return keys;
}

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_DRIVER_KEYS_H_
