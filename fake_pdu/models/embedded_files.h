#ifndef PDUKIT_FAKE_PDU_MODELS_EMBEDDED_FILES_H_
#define PDUKIT_FAKE_PDU_MODELS_EMBEDDED_FILES_H_

#include <string_view>
#include <vector>

#include "fake_pdu/mib/yaml_file.h"

namespace pdukit::fake_pdu {

// The YAML files that were there when this was built, as they were parsed
// then: "common/system.yaml", "families/apc_rpdu.yaml", "models/AP7900.yaml".
// Null if there is none of this name.
const YamlFile* FindEmbeddedFile(std::string_view name);

std::vector<std::string_view> EmbeddedFileNames();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MODELS_EMBEDDED_FILES_H_
