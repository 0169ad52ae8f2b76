#include "fake_pdu/contract/junit.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>
#include <fmt/ostream.h>

namespace pdukit::fake_pdu {
namespace {

constexpr const char* kReplacement = "\xEF\xBF\xBD";

// A character and how many octets it takes; 0 where no UTF-8 begins.
struct Decoded {
  std::uint32_t character = 0;
  std::size_t size = 0;
};

// RFC 3629.
Decoded Decode(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) {
    return {first, 1};
  }
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < size) {
    return {};
  }
  std::uint32_t character = first & (0x7FU >> size);
  for (const char c : text.substr(1, size - 1)) {
    const auto octet = static_cast<unsigned char>(c);
    if ((octet & 0xC0U) != 0x80) {
      return {};
    }
    character = character << 6U | (octet & 0x3FU);
  }
  constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  return character < kSmallest[size] ? Decoded{} : Decoded{character, size};
}

// The Char of XML 1.0.
bool IsXml(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

int Count(const std::vector<CaseResult>& results, Verdict verdict) {
  return static_cast<int>(std::count_if(
      results.begin(), results.end(),
      [&](const auto& result) { return result.verdict == verdict; }));
}

void WriteCase(const std::string& suite, const CaseResult& result,
               std::ostream& out) {
  fmt::print(out, R"(    <testcase name="{}" classname="{}" time="{:.3f}")",
             XmlText(result.name), XmlText(suite),
             std::chrono::duration<double>(result.duration).count());
  const std::string finding = XmlText(result.finding);
  switch (result.verdict) {
    case Verdict::kPassed:
      fmt::print(out, "/>\n");
      return;
    case Verdict::kNotApplicable:
      fmt::print(out, "><skipped message=\"{}\"/></testcase>\n", finding);
      return;
    case Verdict::kFailed:
      fmt::print(out, "><failure message=\"{}\">{}</failure></testcase>\n",
                 finding, XmlText(fmt::format("{}", fmt::streamed(result))));
      return;
  }
}

}  // namespace

std::string XmlText(std::string_view text) {
  std::string escaped;
  while (!text.empty()) {
    const Decoded decoded = Decode(text);
    const std::size_t size = std::max<std::size_t>(decoded.size, 1);
    switch (decoded.character) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      // A reader would make blanks of them in an attribute.
      case '\t':
      case '\n':
      case '\r':
        escaped += fmt::format("&#{};", decoded.character);
        break;
      default:
        escaped += IsXml(decoded.character) ? text.substr(0, size)
                                            : std::string_view(kReplacement);
    }
    text.remove_prefix(size);
  }
  return escaped;
}

void WriteJunit(const std::string& suite,
                const std::vector<CaseResult>& results, std::ostream& out) {
  fmt::print(out,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<testsuites>\n"
             "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" "
             "errors=\"0\" skipped=\"{}\">\n",
             XmlText(suite), results.size(), Count(results, Verdict::kFailed),
             Count(results, Verdict::kNotApplicable));
  for (const CaseResult& result : results) {
    WriteCase(suite, result, out);
  }
  fmt::print(out, "  </testsuite>\n</testsuites>\n");
}

}  // namespace pdukit::fake_pdu
