#include "client/config/gpio_line.h"

#include <gpiod.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace pdukit::client {
namespace {

constexpr char kConsumer[] = "pdukit";

gpiod_chip* OpenChip(const std::string& device) {
  // A path as it is; the lookup would ask every chip for its label first.
  return device.find('/') == std::string::npos
             ? gpiod_chip_open_lookup(device.c_str())
             : gpiod_chip_open(device.c_str());
}

Error NoChip(const std::string& device, int error) {
  switch (error) {
    case ENOENT:
      return {ErrorKind::kNotFound,
              fmt::format("there is no GPIO chip {}", device),
              "gpiodetect lists those that there are"};
    case EACCES:
    case EPERM:
      return {ErrorKind::kSystem,
              fmt::format("this user may not open the GPIO chip {}", device),
              "try as root, or as a member of the group that `ls -l` shows "
              "for it"};
    case ENOTTY:
    case ENODEV:
    case EINVAL:
      return {ErrorKind::kNotFound, fmt::format("{} is no GPIO chip", device),
              "gpiodetect lists those that there are"};
    default:
      return {ErrorKind::kSystem,
              fmt::format("the GPIO chip {} cannot be opened: {}", device,
                          std::strerror(error))};
  }
}

int DriveFlag(GpioDrive drive) {
  switch (drive) {
    case GpioDrive::kPushPull:
      return 0;
    case GpioDrive::kOpenDrain:
      return GPIOD_LINE_REQUEST_FLAG_OPEN_DRAIN;
    case GpioDrive::kOpenSource:
      return GPIOD_LINE_REQUEST_FLAG_OPEN_SOURCE;
  }
  return 0;
}

int BiasFlag(GpioBias bias) {
  switch (bias) {
    case GpioBias::kAsIs:
      return 0;
    case GpioBias::kPullUp:
      return GPIOD_LINE_REQUEST_FLAG_BIAS_PULL_UP;
    case GpioBias::kPullDown:
      return GPIOD_LINE_REQUEST_FLAG_BIAS_PULL_DOWN;
    case GpioBias::kDisabled:
      return GPIOD_LINE_REQUEST_FLAG_BIAS_DISABLE;
  }
  return 0;
}

int ActiveLowFlag(bool active_low) {
  return active_low ? GPIOD_LINE_REQUEST_FLAG_ACTIVE_LOW : 0;
}

}  // namespace

void GpioLine::Close::operator()(gpiod_chip* chip) const {
  gpiod_chip_close(chip);
}

GpioLine::GpioLine(GpioExport wanted, std::unique_ptr<gpiod_chip, Close> chip,
                   gpiod_line* line)
    : wanted_(std::move(wanted)), chip_(std::move(chip)), line_(line) {}

Result<GpioLine> GpioLine::Open(const GpioExport& wanted) {
  std::unique_ptr<gpiod_chip, Close> chip(OpenChip(wanted.device));
  if (chip == nullptr) {
    return NoChip(wanted.device, errno);
  }
  const unsigned lines = gpiod_chip_num_lines(chip.get());
  if (wanted.line >= lines) {
    return Error{ErrorKind::kInvalidArgument,
                 fmt::format("the GPIO chip {} has no line {}, its {} lines "
                             "count from 0",
                             wanted.device, wanted.line, lines),
                 fmt::format("gpioinfo {} lists them", wanted.device)};
  }
  gpiod_line* line = gpiod_chip_get_line(chip.get(), wanted.line);
  GpioLine opened(wanted, std::move(chip), line);
  if (line == nullptr) {
    return opened.Failed("found");
  }
  return opened;
}

Result<void> GpioLine::Drive(bool active) {
  if (driven_) {
    if (gpiod_line_set_value(line_, active ? 1 : 0) != 0) {
      return Failed("switched");
    }
    return {};
  }
  if (Result<void> requested =
          Request(GPIOD_LINE_REQUEST_DIRECTION_OUTPUT,
                  DriveFlag(wanted_.drive) | BiasFlag(wanted_.bias), active);
      !requested.ok()) {
    return requested;
  }
  driven_ = true;
  return {};
}

Result<std::optional<bool>> GpioLine::Read() {
  if (!driven_) {
    if (gpiod_line_update(line_) != 0) {
      return Failed("read");
    }
    if (gpiod_line_direction(line_) != GPIOD_LINE_DIRECTION_OUTPUT) {
      return std::optional<bool>();
    }
    // The kernel takes a drive and a bias only with a direction.
    if (Result<void> requested =
            Request(GPIOD_LINE_REQUEST_DIRECTION_AS_IS, 0, false);
        !requested.ok()) {
      return requested.error();
    }
  }
  const int value = gpiod_line_get_value(line_);
  const int error = errno;
  if (!driven_) {
    gpiod_line_release(line_);
  }
  if (value < 0) {
    errno = error;
    return Failed("read");
  }
  return std::optional<bool>(value != 0);
}

Result<void> GpioLine::Request(int type, int flags, bool active) {
  const gpiod_line_request_config config{
      kConsumer, type, flags | ActiveLowFlag(wanted_.active_low)};
  if (gpiod_line_request(line_, &config, active ? 1 : 0) == 0) {
    return {};
  }
  return errno == EBUSY ? Busy() : Failed("requested");
}

Error GpioLine::Failed(const char* doing) const {
  const int error = errno;
  return {
      ErrorKind::kSystem,
      fmt::format("line {} of the GPIO chip {} cannot be {}: {}", wanted_.line,
                  wanted_.device, doing, std::strerror(error)),
      error == EINVAL || error == EOPNOTSUPP
          ? "perhaps the chip cannot do the drive or the bias that the "
            "file asks for"
          : ""};
}

Error GpioLine::Busy() const {
  // What was read when the line was looked up may be out of date by now.
  gpiod_line_update(line_);
  const char* consumer = gpiod_line_consumer(line_);
  return {ErrorKind::kSystem,
          fmt::format("line {} of the GPIO chip {} is in use by {}",
                      wanted_.line, wanted_.device,
                      consumer == nullptr ? "another program" : consumer),
          "end that program, or switch through it"};
}

}  // namespace pdukit::client
