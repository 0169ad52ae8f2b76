#ifndef PDUKIT_FAKE_PDU_MIB_MODEL_READER_H_
#define PDUKIT_FAKE_PDU_MIB_MODEL_READER_H_

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/model.h"
#include "fake_pdu/mib/yaml_file.h"

namespace pdukit::fake_pdu {

// Which model a file describes, and of which family; or which other model it
// is like, but for what it says itself.
struct ModelHead {
  std::string model{};
  std::string family{};
  std::string family_place{};  // "file:line:column: ", where that stands.
  std::string based_on{};
  std::string based_on_place{};
};

// Whether the file describes a model, and not a family. Fails with kParse if
// it is neither.
Result<bool> DescribesModel(const YamlFile& file);

// Fails with kParse.
Result<ModelHead> ReadModelHead(const YamlFile& file);

// The model with all its objects; behind its own file, the first, stand those
// that it is based on. Fails with kParse, also where the family cannot show
// such a model.
Result<std::shared_ptr<const Model>> ReadModel(
    const std::vector<std::shared_ptr<const YamlFile>>& files,
    const std::shared_ptr<const Family>& family);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_MODEL_READER_H_
