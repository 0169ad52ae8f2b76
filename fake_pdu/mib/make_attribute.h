#ifndef PDUKIT_FAKE_PDU_MIB_MAKE_ATTRIBUTE_H_
#define PDUKIT_FAKE_PDU_MIB_MAKE_ATTRIBUTE_H_

#include <string>
#include <utility>
#include <vector>

#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

using ReadAttributeFunction = AttributeValue (*)(const DeviceState&, int, int);
using WriteAttributeFunction = bool (*)(Edit&, int, int, const AttributeValue&);

// `name` is without its scope.
inline Attribute MakeNumber(Scope scope, const std::string& name,
                            ReadAttributeFunction read,
                            WriteAttributeFunction write = nullptr,
                            int parameter = 0) {
  Attribute attribute;
  attribute.name = std::string(ToString(scope)) + "." + name;
  attribute.scope = scope;
  attribute.read = read;
  attribute.write = write;
  attribute.parameter = parameter;
  return attribute;
}

inline Attribute MakeWord(Scope scope, const std::string& name,
                          std::vector<std::string> words,
                          ReadAttributeFunction read,
                          WriteAttributeFunction write = nullptr,
                          int parameter = 0) {
  Attribute attribute = MakeNumber(scope, name, read, write, parameter);
  attribute.kind = AttributeKind::kWord;
  attribute.words = std::move(words);
  return attribute;
}

// The words of StartupState, in its order.
inline Attribute StartupWord(Scope scope, ReadAttributeFunction read,
                             WriteAttributeFunction write) {
  Attribute attribute =
      MakeWord(scope, "startup_state",
               {"off", "on", "last", "unit", "last_at_once"}, read, write);
  // A unit has no other to follow.
  attribute.fallback = {-1, -1, -1, scope == Scope::kUnit ? 2 : -1, 2};
  return attribute;
}

inline Attribute MakeText(Scope scope, const std::string& name,
                          ReadAttributeFunction read,
                          WriteAttributeFunction write = nullptr) {
  Attribute attribute = MakeNumber(scope, name, read, write);
  attribute.kind = AttributeKind::kText;
  return attribute;
}

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_MAKE_ATTRIBUTE_H_
