#include "fake_pdu/models/model_catalog.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "fake_pdu/mib/yaml_parser.h"
#include "fake_pdu/models/embedded_files.h"

namespace pdukit::fake_pdu {
namespace {

constexpr char kModels[] = "models/";
constexpr char kFamilies[] = "families/";
constexpr char kCommon[] = "common/";
constexpr char kSuffix[] = ".yaml";

// "AP7900" from "models/AP7900.yaml"; empty for what is elsewhere.
std::string NameIn(const std::string& folder, std::string_view path) {
  const std::size_t suffix = sizeof(kSuffix) - 1;
  if (path.substr(0, folder.size()) != folder ||
      path.size() < folder.size() + suffix) {
    return "";
  }
  return std::string(
      path.substr(folder.size(), path.size() - folder.size() - suffix));
}

Result<std::shared_ptr<const Family>> ReadFamilyFile(const YamlFile& file) {
  return ReadFamily(file, [](const std::string& included) {
    return FindEmbeddedFile(kCommon + included + kSuffix);
  });
}

std::string Join(const std::set<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) {
    joined += joined.empty() ? name : ", " + name;
  }
  return joined;
}

}  // namespace

const char* ToString(Metering metering) {
  switch (metering) {
    case Metering::kNone:
      return "none";
    case Metering::kInlet:
      return "inlet";
    case Metering::kBank:
      return "bank";
    case Metering::kOutlet:
      return "outlet";
  }
  return "?";
}

ModelInfo InfoOf(const DeviceSpec& spec) {
  ModelInfo info;
  info.model = spec.model;
  info.family = spec.family;
  info.vendor = spec.vendor;
  info.outlets = spec.RowCount(Scope::kOutlet);
  info.switched =
      std::any_of(spec.outlets.begin(), spec.outlets.end(),
                  [](const OutletSpec& outlet) { return outlet.switched; });
  info.metered = spec.metering;
  return info;
}

const ModelCatalog& ModelCatalog::BuiltIn() {
  static const auto* const kCatalog = new ModelCatalog();
  return *kCatalog;
}

Result<void> ModelCatalog::LoadFile(const std::string& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file),
                         std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) {
    return Error{ErrorKind::kNotFound, "cannot read " + path};
  }
  return LoadText(path, text);
}

Result<void> ModelCatalog::LoadText(const std::string& name,
                                    const std::string& text) {
  const Result<Source> source = ParseYaml(name, text);
  if (!source.ok()) {
    return source.error();
  }
  const std::lock_guard<std::mutex> lock(catalog_mutex_);
  return Add(*source);
}

Result<void> ModelCatalog::Add(const Source& source) {
  const Result<bool> is_model = DescribesModel(*source);
  if (!is_model.ok()) {
    return is_model.error();
  }
  if (*is_model) {
    const auto model = BuildModel(source);
    if (!model.ok()) {
      return model.error();
    }
    const std::string& name = (*model)->spec.model;
    own_[kModels + name + kSuffix] = source;
    models_[name] = *model;
    return {};
  }
  const auto family = ReadFamilyFile(*source);
  if (!family.ok()) {
    return family.error();
  }
  const std::string& name = (*family)->name;
  own_[kFamilies + name + kSuffix] = source;
  families_[name] = *family;
  // What was built with another family of that name is built anew.
  models_.clear();
  return {};
}

Result<std::shared_ptr<const Model>> ModelCatalog::Find(
    const std::string& name) const {
  const std::lock_guard<std::mutex> lock(catalog_mutex_);
  return FindModel(name);
}

std::vector<ModelInfo> ModelCatalog::List() const {
  const std::lock_guard<std::mutex> lock(catalog_mutex_);
  std::vector<ModelInfo> infos;
  for (const std::string& name : NamesIn(kModels)) {
    const auto model = FindModel(name);
    if (model.ok()) {
      infos.push_back(InfoOf((*model)->spec));
    }
  }
  return infos;
}

std::set<std::string> ModelCatalog::NamesIn(const std::string& folder) const {
  std::set<std::string> names;
  for (const std::string_view file : EmbeddedFileNames()) {
    names.insert(NameIn(folder, file));
  }
  for (const auto& own : own_) {
    names.insert(NameIn(folder, own.first));
  }
  names.erase("");
  return names;
}

ModelCatalog::Source ModelCatalog::FindSource(const std::string& folder,
                                              const std::string& name) const {
  const std::string path = folder + name + kSuffix;
  const auto own = own_.find(path);
  if (own != own_.end()) {
    return own->second;
  }
  // It is never deleted.
  return {Source(), FindEmbeddedFile(path)};
}

Result<std::shared_ptr<const Family>> ModelCatalog::FindFamily(
    const ModelHead& head) const {
  const auto known = families_.find(head.family);
  if (known != families_.end()) {
    return known->second;
  }
  const Source source = FindSource(kFamilies, head.family);
  if (source == nullptr) {
    return Error{ErrorKind::kParse,
                 head.family_place + "unknown family '" + head.family +
                     "'; allowed: " + Join(NamesIn(kFamilies))};
  }
  const auto family = ReadFamilyFile(*source);
  if (family.ok()) {
    families_[head.family] = *family;
  }
  return family;
}

Result<std::shared_ptr<const Model>> ModelCatalog::FindModel(
    const std::string& name) const {
  const auto known = models_.find(name);
  if (known != models_.end()) {
    return known->second;
  }
  const Source source = FindSource(kModels, name);
  if (source == nullptr) {
    return Error{ErrorKind::kNotFound, "there is no model '" + name + "'",
                 "there are " + Join(NamesIn(kModels))};
  }
  const auto model = BuildModel(source);
  if (model.ok()) {
    models_[name] = *model;
  }
  return model;
}

Result<std::shared_ptr<const Model>> ModelCatalog::BuildModel(
    const Source& source) const {
  std::vector<Source> files = {source};
  std::set<std::string> seen;
  while (true) {
    const Result<ModelHead> head = ReadModelHead(*files.back());
    if (!head.ok()) {
      return head.error();
    }
    if (head->based_on.empty()) {
      const auto family = FindFamily(*head);
      if (!family.ok()) {
        return family.error();
      }
      return ReadModel(files, *family);
    }
    const Source base = FindSource(kModels, head->based_on);
    if (base == nullptr || !seen.insert(head->based_on).second) {
      return Error{ErrorKind::kParse,
                   head->based_on_place + "unknown or circular model '" +
                       head->based_on +
                       "'; allowed: " + Join(NamesIn(kModels))};
    }
    files.push_back(base);
  }
}

}  // namespace pdukit::fake_pdu
