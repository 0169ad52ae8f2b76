#ifndef PDUKIT_FAKE_PDU_MODELS_MODEL_CATALOG_H_
#define PDUKIT_FAKE_PDU_MODELS_MODEL_CATALOG_H_

// The models that can be faked.
//
//   std::shared_ptr<const Model> model =
//       ModelCatalog::BuiltIn().Find("AP7900").value();
//   Device device(SpecOf(model), clock);
//   DeviceObjects objects(model, device);

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/model.h"
#include "fake_pdu/mib/model_reader.h"
#include "fake_pdu/mib/yaml_file.h"

namespace pdukit::fake_pdu {

// What can be said of a model in a line.
struct ModelInfo {
  std::string model{};
  std::string family{};
  std::string vendor{};
  int outlets = 0;
  bool switched = false;
  Metering metered = Metering::kNone;
};

ModelInfo InfoOf(const DeviceSpec& spec);

// "outlet", "bank", "inlet" or "none".
const char* ToString(Metering metering);

// Thread-safe. A family is read when the first of its models is asked for, and
// then shared, as are the models.
class ModelCatalog {
 public:
  // Holds the models that come with pdukit.
  ModelCatalog() = default;

  ModelCatalog(const ModelCatalog&) = delete;
  ModelCatalog& operator=(const ModelCatalog&) = delete;

  // The one that all share who load nothing of their own. Lives as long as the
  // process.
  static const ModelCatalog& BuiltIn();

  // Adds a family or a model of the user's own; a model's family must be
  // there. One of the same name replaces what was there, for the models that
  // are asked for from then on. Fails with kNotFound if the file cannot be
  // read, or with kParse, "file:line:column: what is wrong; allowed: ...", and
  // then changes nothing.
  Result<void> LoadFile(const std::string& path);

  // The same from a text; `name` stands for the file in errors.
  Result<void> LoadText(const std::string& name, const std::string& text);

  // Fails with kNotFound for a name that is not there, and lists those that
  // are.
  Result<std::shared_ptr<const Model>> Find(const std::string& name) const;

  // By name.
  std::vector<ModelInfo> List() const;

 private:
  using Source = std::shared_ptr<const YamlFile>;

  // These are called under the lock. Null if there is none.
  Source FindSource(const std::string& folder, const std::string& name) const;
  std::set<std::string> NamesIn(const std::string& folder) const;
  Result<std::shared_ptr<const Family>> FindFamily(const ModelHead& head) const;
  Result<std::shared_ptr<const Model>> FindModel(const std::string& name) const;
  Result<std::shared_ptr<const Model>> BuildModel(const Source& source) const;
  Result<void> Add(const Source& source);

  mutable std::mutex catalog_mutex_;
  // The user's own, by "models/NAME.yaml" and "families/NAME.yaml".
  std::map<std::string, Source> own_;
  // By name, as far as they were asked for.
  mutable std::map<std::string, std::shared_ptr<const Family>> families_;
  mutable std::map<std::string, std::shared_ptr<const Model>> models_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MODELS_MODEL_CATALOG_H_
