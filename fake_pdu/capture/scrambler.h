#ifndef PDUKIT_FAKE_PDU_CAPTURE_SCRAMBLER_H_
#define PDUKIT_FAKE_PDU_CAPTURE_SCRAMBLER_H_

#include <map>
#include <set>
#include <string>

namespace pdukit::fake_pdu {

// Puts something else of the same form in the place of a text or an address,
// always the same for the same one. Who knows the key can tell what it was
// likely to be; it is no cryptography.
class Scrambler {
 public:
  explicit Scrambler(std::string key) : key_(std::move(key)) {}

  // Letters become letters of the same case and digits digits.
  std::string Text(const std::string& text) const;
  // Four octets. Netmasks, loopback and 0.0.0.0 stay, as does the first octet;
  // no two addresses become one.
  std::string Address(const std::string& octets);
  // Six octets; the maker's first three stay.
  std::string Mac(const std::string& octets) const;

 private:
  std::string key_;
  std::map<std::string, std::string> addresses_;
  std::set<std::string> given_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_SCRAMBLER_H_
