#ifndef PDUKIT_TESTS_CAPTURES_YAML_FILES_H_
#define PDUKIT_TESTS_CAPTURES_YAML_FILES_H_

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace pdukit {

// The .yaml files of a folder, by name. Fails with kNotFound.
Result<std::vector<std::filesystem::path>> YamlFilesIn(
    const std::string& folder);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_YAML_FILES_H_
