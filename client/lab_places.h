#ifndef PDUKIT_CLIENT_LAB_PLACES_H_
#define PDUKIT_CLIENT_LAB_PLACES_H_

// What PDUs of a lab meter, of many at once.
//
//   Lab lab = Lab::Load("lab.yaml", {}).value();
//   for (const PduPlaces& pdu : ReadPdus(lab, lab.pdus(), {}))
//     if (!pdu.error) Show(pdu.pdu, pdu.places);

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "client/lab.h"
#include "client/place_reading.h"

namespace pdukit::client {

struct PduPlaces {
  std::string pdu{};  // As the lab calls it.
  // Empty if it was not reached.
  std::string host{};
  std::string family{};
  std::optional<Error> error{};
  std::vector<PlaceReading> places{};
};

struct ReadPdusOptions {
  std::optional<MeterPlace> of{};  // As SnmpPdu::ReadPlaces.
  // How many PDUs, and threads, are read at once.
  int max_total = 64;
  // Asked before each PDU, in any thread: once it returns true, those that are
  // left fail with kCancelled. May be empty.
  std::function<bool()> cancelled{};
};

// Reads the PDUs and returns what each of them said, in their order, once all
// are through. One that is slow or dead holds up no other. A PDU's error is as
// Lab::pdu and SnmpPdu::ReadPlaces fail.
std::vector<PduPlaces> ReadPdus(const Lab& lab,
                                const std::vector<std::string>& pdus,
                                const ReadPdusOptions& options);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_LAB_PLACES_H_
