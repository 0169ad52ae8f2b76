#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace pdukit::fuzz {

void Require(bool holds, const std::string& what) {
  if (!holds) {
    std::cerr << "broken: " << what << std::endl;
    std::abort();
  }
}

void RequireSentence(const Error& error) {
  const std::string text = error.Text();
  Require(!error.message.empty(), "an error says nothing");
  Require(
      std::none_of(text.begin(), text.end(),
                   [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }),
      "an error is one line of text: " + text);
}

std::string ReadData(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  Require(file.is_open(), "there is no " + path);
  return {std::istreambuf_iterator<char>(file),
          std::istreambuf_iterator<char>()};
}

std::string ReadmeExample(const std::string& begin) {
  const std::string readme = ReadData("README.md");
  const std::size_t at = readme.find(begin);
  Require(at != std::string::npos, "README.md does not show " + begin);
  return readme.substr(at, readme.find("```", at) - at);
}

}  // namespace pdukit::fuzz
