#ifndef PDUKIT_FAKE_PDU_DEVICE_CONTACT_STATE_H_
#define PDUKIT_FAKE_PDU_DEVICE_CONTACT_STATE_H_

#include <cstdint>

namespace pdukit::fake_pdu {

// Of a dry contact that the device watches: a door switch, a flood alarm.
enum class ContactState : std::uint8_t { kOpen, kClosed };

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_CONTACT_STATE_H_
