#ifndef PDUKIT_CLIENT_CONFIG_GPIO_LINE_H_
#define PDUKIT_CLIENT_CONFIG_GPIO_LINE_H_

#include <memory>
#include <optional>

#include "base/result.h"
#include "client/config/gpio_export.h"

struct gpiod_chip;
struct gpiod_line;

namespace pdukit::client {

// A line of a GPIO chip, through libgpiod. One thread.
//
// It fails with kNotFound if there is no such chip, kInvalidArgument if the
// chip has no such line, kSystem if the chip may not be opened, the line is in
// use by another program, or the chip cannot do what is asked of the line.
class GpioLine {
 public:
  // Changes nothing about the line.
  static Result<GpioLine> Open(const GpioExport& wanted);

  // Makes the line an output that is active or not, without another level in
  // between, and keeps it from other programs as long as this lives. After
  // that most chips keep the level, though the kernel does not promise it.
  Result<void> Drive(bool active);

  // Whether the line is active; nullopt if it is an input, which switches
  // nothing. Changes nothing about the line.
  Result<std::optional<bool>> Read();

 private:
  struct Close {
    void operator()(gpiod_chip* chip) const;
  };

  GpioLine(GpioExport wanted, std::unique_ptr<gpiod_chip, Close> chip,
           gpiod_line* line);

  Result<void> Request(int type, int flags, bool active);
  Error Failed(const char* doing) const;
  Error Busy() const;

  GpioExport wanted_;
  std::unique_ptr<gpiod_chip, Close> chip_;  // Releases the line, too.
  gpiod_line* line_;                         // The chip's.
  bool driven_ = false;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_GPIO_LINE_H_
