#include "tests/captures/capture_folder.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace pdukit {
namespace {

// Of the checkout that a test's data are links into.
std::filesystem::path Workspace() {
  const std::filesystem::path marker =
      std::filesystem::canonical("tests/captures/expected/README.md");
  std::filesystem::path root = marker.parent_path();
  for (int level = 0; level < 3; ++level) {
    root = root.parent_path();
  }
  return root;
}

}  // namespace

std::filesystem::path CaptureFolder() {
  const char* const named = std::getenv("PDUKIT_CAPTURES");
  return named != nullptr && *named != '\0'
             ? std::filesystem::path(named)
             : Workspace().parent_path() / "shared" / "captures";
}

std::string NoCapturesIn(const std::filesystem::path& folder) {
  return "NOT COMPARED: there are no captures in " + folder.string() +
         "; PDUKIT_CAPTURES names another folder";
}

std::string TestNameOf(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return text;
}

}  // namespace pdukit
