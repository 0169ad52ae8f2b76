#ifndef PDUKIT_FAKE_PDU_MODELS_EMBEDDED_FILES_H_
#define PDUKIT_FAKE_PDU_MODELS_EMBEDDED_FILES_H_

#include <string_view>
#include <vector>

namespace pdukit::fake_pdu {

struct EmbeddedFile {
  std::string_view name;  // "families/apc_rpdu.yaml", "models/AP7900.yaml"
  std::string_view text;
};

// The YAML files that were there when this was built, by name.
const std::vector<EmbeddedFile>& EmbeddedFiles();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MODELS_EMBEDDED_FILES_H_
