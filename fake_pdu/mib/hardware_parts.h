#ifndef PDUKIT_FAKE_PDU_MIB_HARDWARE_PARTS_H_
#define PDUKIT_FAKE_PDU_MIB_HARDWARE_PARTS_H_

// Parts of reading a model that know each other. All of them throw a
// YamlFailure at a mistake.

#include <string>
#include <vector>

#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/hardware_reader.h"
#include "fake_pdu/mib/yaml_node.h"

namespace pdukit::fake_pdu {

inline constexpr int kMostOutlets = 1000;

// Numbers of outlets: 3, 1-8 or a list of such.
std::vector<int> ReadNumbers(const YamlNode& node);

// Of an entry of one part, the keys that are no part of the hardware.
void ReadAttributes(const YamlNode& entry, Scope scope,
                    const std::vector<std::string>& hardware_keys,
                    const Family& family, int row,
                    std::vector<RowDefault>& defaults);

// Outlets that are told together, and dry contacts.
void ReadGroups(const YamlNode& root, const Family& family, DeviceSpec& spec,
                std::vector<RowDefault>& defaults);
void ReadContacts(const YamlNode& root, const Family& family, DeviceSpec& spec,
                  std::vector<RowDefault>& defaults);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_HARDWARE_PARTS_H_
