#include "client/lab_places.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "client/worker_pool.h"

namespace pdukit::client {
namespace {

PduPlaces ReadPdu(const Lab& lab, const std::string& name,
                  const ReadPdusOptions& options) {
  PduPlaces read;
  read.pdu = name;
  if (options.cancelled && options.cancelled()) {
    read.error = Error{ErrorKind::kCancelled, "cancelled before it was begun"};
    return read;
  }
  const Result<SnmpPdu> pdu = lab.pdu(name);
  if (!pdu.ok()) {
    read.error = pdu.error();
    return read;
  }
  read.host = pdu->host();
  read.family = pdu->family();
  Result<std::vector<PlaceReading>> places = pdu->ReadPlaces(options.of);
  if (places.ok()) {
    read.places = *std::move(places);
  } else {
    read.error = places.error();
  }
  return read;
}

}  // namespace

std::vector<PduPlaces> ReadPdus(const Lab& lab,
                                const std::vector<std::string>& pdus,
                                const ReadPdusOptions& options) {
  std::vector<PduPlaces> all(pdus.size());
  {
    WorkerPool pool(static_cast<std::size_t>(std::max(options.max_total, 1)));
    for (std::size_t i = 0; i < pdus.size(); ++i) {
      pool.Submit([&, i] { all[i] = ReadPdu(lab, pdus[i], options); });
    }
  }  // Waits for all.
  return all;
}

}  // namespace pdukit::client
