#ifndef PDUKIT_CLIENT_PLACE_READING_H_
#define PDUKIT_CLIENT_PLACE_READING_H_

// What a PDU meters, place by place.
//
//   for (const PlaceReading& bank : pdu.ReadPlaces(MeterPlace::kBank).value())
//     std::cout << bank.Name() << ": " << bank.reading << '\n';

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/power_client.h"

namespace pdukit::client {

enum class MeterPlace : std::uint8_t {
  kOutlet,
  kBank,  // Behind one breaker; also called branch, section or circuit.
  kPhase,
  kInlet,  // Also called input, infeed or cord.
  kUnit,   // The whole PDU.
};

// "outlet", "bank", "phase", "inlet", "unit".
const char* ToString(MeterPlace place);

// All of them, from the outlets to the unit.
const std::vector<MeterPlace>& MeterPlaces();

// By that name; nullopt for another.
std::optional<MeterPlace> FindMeterPlace(const std::string& name);

struct PlaceReading {
  MeterPlace place = MeterPlace::kUnit;
  // As the device counts it: "3"; "2.3" on the second unit of a cascade; an
  // outlet's label. Empty if there is only one such place.
  std::string number{};
  PowerReading reading{};

  // "bank 1", which is the source of all its measurements; "unit".
  std::string Name() const;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_PLACE_READING_H_
