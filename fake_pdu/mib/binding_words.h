#ifndef PDUKIT_FAKE_PDU_MIB_BINDING_WORDS_H_
#define PDUKIT_FAKE_PDU_MIB_BINDING_WORDS_H_

// What the words of the device ("on", "delayed-off") are in the syntax of a
// column. All throw a YamlFailure at a mistake.

#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/family_reader.h"
#include "fake_pdu/mib/syntax.h"
#include "fake_pdu/mib/yaml_node.h"

namespace pdukit::fake_pdu {

// Whether the syntax can show the attribute; fails if not.
void CheckKind(const YamlNode& node, const Syntax& syntax,
               const Attribute& attribute);

// What each word of the attribute is shown as.
void MapWords(const YamlNode& node, const TypeSpec& type,
              const Attribute& attribute, Binding& binding);

// Which word of the binding's target each label writes.
void MapCommands(const YamlNode& node, const TypeSpec& type, Binding& binding);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_BINDING_WORDS_H_
