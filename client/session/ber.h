#ifndef PDUKIT_CLIENT_SESSION_BER_H_
#define PDUKIT_CLIENT_SESSION_BER_H_

// Just enough BER (X.690) for tests to answer a client with octets that no
// SNMP library wrote. Wrong octets throw std::out_of_range.

#include <cstdint>
#include <string>
#include <vector>

namespace pdukit::client::ber {

inline constexpr std::uint8_t kInteger = 0x02;
inline constexpr std::uint8_t kOctetString = 0x04;
inline constexpr std::uint8_t kSequence = 0x30;

struct Element {
  std::uint8_t tag = 0;
  std::string content;
};

// What stands in `octets`, one after the other.
std::vector<Element> Parse(const std::string& octets);

std::string Write(std::uint8_t tag, const std::string& content);
std::string Write(const Element& element);

// 0 to 127.
std::string WriteInteger(std::uint8_t number);

}  // namespace pdukit::client::ber

#endif  // PDUKIT_CLIENT_SESSION_BER_H_
