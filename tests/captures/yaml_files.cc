#include "tests/captures/yaml_files.h"

#include <algorithm>
#include <system_error>

namespace pdukit {

Result<std::vector<std::filesystem::path>> YamlFilesIn(
    const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".yaml") {
      paths.push_back(entry.path());
    }
  }
  if (error) {
    return Error{ErrorKind::kNotFound, "cannot read the folder " + folder};
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace pdukit
