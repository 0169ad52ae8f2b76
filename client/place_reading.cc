#include "client/place_reading.h"

namespace pdukit::client {

const char* ToString(MeterPlace place) {
  switch (place) {
    case MeterPlace::kOutlet:
      return "outlet";
    case MeterPlace::kBank:
      return "bank";
    case MeterPlace::kPhase:
      return "phase";
    case MeterPlace::kInlet:
      return "inlet";
    case MeterPlace::kUnit:
      return "unit";
  }
  return "unknown";
}

const std::vector<MeterPlace>& MeterPlaces() {
  static const std::vector<MeterPlace> kPlaces{
      MeterPlace::kOutlet, MeterPlace::kBank, MeterPlace::kPhase,
      MeterPlace::kInlet, MeterPlace::kUnit};
  return kPlaces;
}

std::optional<MeterPlace> FindMeterPlace(const std::string& name) {
  for (const MeterPlace place : MeterPlaces()) {
    if (name == ToString(place)) {
      return place;
    }
  }
  return std::nullopt;
}

std::string PlaceReading::Name() const {
  const std::string name = ToString(place);
  return number.empty() ? name : name + " " + number;
}

}  // namespace pdukit::client
