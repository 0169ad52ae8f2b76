#include "client/cli/answer_parts.h"

namespace pdukit::client {

std::string Printable(std::string text) {
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      c = '?';
    }
  }
  return text;
}

Json TextOrNull(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

std::string JsonText(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string JsonLine(const Json& json) { return JsonText(json) + "\n"; }

Json SubjectJson(const Subject& subject) {
  return {{"export", TextOrNull(subject.export_name)},
          {"host", TextOrNull(subject.host)},
          {"outlet", subject.outlet ? Json(*subject.outlet) : Json()},
          {"name", TextOrNull(subject.name)},
          {"family", TextOrNull(subject.family)}};
}

}  // namespace pdukit::client
