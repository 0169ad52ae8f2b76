#ifndef PDUKIT_CLIENT_CONFIG_EXPORT_READER_H_
#define PDUKIT_CLIENT_CONFIG_EXPORT_READER_H_

#include <vector>

#include "base/result.h"
#include "client/config/exporter_config.h"
#include "client/config/yaml_map.h"

namespace pdukit::client {

// What ExporterConfig::Parse reads from the mapping that a file is.
Result<std::vector<Export>> ReadExports(const YamlMap& file,
                                        const FallbackSecrets& secrets);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_EXPORT_READER_H_
