#include "client/session/ber.h"

#include <cstddef>
#include <stdexcept>

namespace pdukit::client::ber {
namespace {

constexpr std::uint8_t kLongForm = 0x80;

// The length at `position`, which moves behind it.
std::size_t ParseLength(const std::string& octets, std::size_t& position) {
  const auto first = static_cast<std::uint8_t>(octets.at(position++));
  if (first < kLongForm) {
    return first;
  }
  std::size_t length = 0;
  for (int i = 0; i < first - kLongForm; ++i) {
    length = length * 256 + static_cast<std::uint8_t>(octets.at(position++));
  }
  return length;
}

}  // namespace

std::vector<Element> Parse(const std::string& octets) {
  std::vector<Element> elements;
  std::size_t position = 0;
  while (position < octets.size()) {
    Element element;
    element.tag = static_cast<std::uint8_t>(octets.at(position++));
    const std::size_t length = ParseLength(octets, position);
    if (length > octets.size() - position) {
      throw std::out_of_range("an element ends behind the octets");
    }
    element.content = octets.substr(position, length);
    position += length;
    elements.push_back(element);
  }
  return elements;
}

std::string Write(std::uint8_t tag, const std::string& content) {
  std::string octets(1, static_cast<char>(tag));
  if (content.size() < kLongForm) {
    octets += static_cast<char>(content.size());
  } else {
    octets += static_cast<char>(kLongForm + 2);
    octets += static_cast<char>(content.size() / 256);
    octets += static_cast<char>(content.size() % 256);
  }
  return octets + content;
}

std::string Write(const Element& element) {
  return Write(element.tag, element.content);
}

std::string WriteInteger(std::uint8_t number) {
  return Write(kInteger, std::string(1, static_cast<char>(number)));
}

}  // namespace pdukit::client::ber
