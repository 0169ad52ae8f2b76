#ifndef PDUKIT_TESTS_CAPTURES_CAPTURE_FOLDER_H_
#define PDUKIT_TESTS_CAPTURES_CAPTURE_FOLDER_H_

// Where the captures of real devices lie. They are other people's data and no
// part of this repository.

#include <filesystem>
#include <string>

namespace pdukit {

// What PDUKIT_CAPTURES says, or ../shared/captures beside the workspace. May
// not be there.
std::filesystem::path CaptureFolder();

// What a test says that finds no such folder, in capitals where all can see it.
std::string NoCapturesIn(const std::filesystem::path& folder);

// `text` as a part of a test's name.
std::string TestNameOf(std::string text);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_CAPTURE_FOLDER_H_
