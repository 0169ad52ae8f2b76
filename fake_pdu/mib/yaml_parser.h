#ifndef PDUKIT_FAKE_PDU_MIB_YAML_PARSER_H_
#define PDUKIT_FAKE_PDU_MIB_YAML_PARSER_H_

#include <memory>
#include <string>

#include "base/result.h"
#include "fake_pdu/mib/yaml_file.h"

namespace pdukit::fake_pdu {

// The first document of the text. Fails with kParse, "file:line:column: what",
// if it is no YAML.
Result<std::shared_ptr<const YamlFile>> ParseYaml(const std::string& name,
                                                  const std::string& text);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_YAML_PARSER_H_
