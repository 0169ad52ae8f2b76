#include "fake_pdu/agent/engine_id.h"

#include <random>

namespace pdukit::fake_pdu {
namespace {

void AppendBigEndian(std::string& octets, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    octets += static_cast<char>((number >> shift) & 0xFFU);
  }
}

}  // namespace

std::string MakeEngineId(std::uint32_t enterprise) {
  constexpr std::uint32_t kRfc3411 = 0x80000000;
  constexpr char kOctetsFormat = 5;
  std::string octets;
  AppendBigEndian(octets, kRfc3411 | enterprise);
  octets += kOctetsFormat;
  std::random_device random;
  for (int i = 0; i < 3; ++i) {
    AppendBigEndian(octets, random());
  }
  return octets;
}

}  // namespace pdukit::fake_pdu
