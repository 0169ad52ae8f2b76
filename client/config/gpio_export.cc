#include "client/config/gpio_export.h"

#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "client/config/driver_keys.h"

namespace pdukit::client {
namespace {

template <typename T>
using Words = std::vector<std::pair<const char*, T>>;

const Words<GpioDrive>& Drives() {
  static const Words<GpioDrive> kWords{{"push_pull", GpioDrive::kPushPull},
                                       {"open_drain", GpioDrive::kOpenDrain},
                                       {"open_source", GpioDrive::kOpenSource}};
  return kWords;
}

const Words<GpioBias>& Biases() {
  static const Words<GpioBias> kWords{{"as_is", GpioBias::kAsIs},
                                      {"pull_up", GpioBias::kPullUp},
                                      {"pull_down", GpioBias::kPullDown},
                                      {"disabled", GpioBias::kDisabled}};
  return kWords;
}

// The spellings of a YAML boolean come as they are written.
const Words<bool>& InitialValues() {
  static const Words<bool> kWords{
      {"inactive", false}, {"active", true}, {"off", false},   {"on", true},
      {"false", false},    {"true", true},   {"False", false}, {"True", true}};
  return kWords;
}

// The first of the words if there is none.
template <typename T>
Result<T> ReadWord(const YamlMap& config, const std::string& key,
                   const Words<T>& words) {
  Result<std::optional<std::string>> text = config.Text(key);
  if (!text.ok()) {
    return text.error();
  }
  if (!text->has_value()) {
    return words.front().second;
  }
  std::string allowed;
  for (const auto& [word, value] : words) {
    if (**text == word) {
      return value;
    }
    allowed += fmt::format("{}{}", allowed.empty() ? "" : ", ", word);
  }
  return config.ErrorAt(
      key, fmt::format("{} must be one of {}, not '{}'", key, allowed, **text));
}

Result<unsigned> ReadLine(const YamlMap& config) {
  Result<std::optional<long>> line =
      config.Integer("line", 0, std::numeric_limits<int>::max());
  if (!line.ok()) {
    return line.error();
  }
  if (!line->has_value()) {
    return config.ErrorAt("line",
                          "line is missing; it is the number of the "
                          "GPIO line, as gpioinfo shows it");
  }
  return static_cast<unsigned>(**line);
}

template <typename... Results>
std::optional<Error> FirstError(const Results&... results) {
  std::optional<Error> first;
  const auto note = [&first](const auto& result) {
    if (!first && !result.ok()) {
      first = result.error();
    }
  };
  (note(results), ...);
  return first;
}

}  // namespace

Result<GpioExport> ParseGpioExport(const YamlMap& config) {
  if (Result<void> known = config.AllowOnly(
          WithDriverKeys({"device", "line", "active_low", "drive", "bias",
                          "initial_value", "mode"}));
      !known.ok()) {
    return known.error();
  }
  const Result<unsigned> line = ReadLine(config);
  const Result<std::optional<std::string>> device = config.Text("device");
  const Result<std::optional<bool>> active_low = config.Flag("active_low");
  const Result<GpioDrive> drive = ReadWord(config, "drive", Drives());
  const Result<GpioBias> bias = ReadWord(config, "bias", Biases());
  const Result<bool> initial =
      ReadWord(config, "initial_value", InitialValues());
  const Result<GpioDrive> mode = ReadWord(config, "mode", Drives());
  if (const std::optional<Error> error =
          FirstError(line, device, active_low, drive, bias, initial, mode)) {
    return *error;
  }
  GpioExport result;
  result.device = device->value_or(result.device);
  result.line = *line;
  result.active_low = active_low->value_or(false);
  result.drive = *drive;
  result.bias = *bias;
  return result;
}

}  // namespace pdukit::client
