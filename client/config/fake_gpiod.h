#ifndef PDUKIT_CLIENT_CONFIG_FAKE_GPIOD_H_
#define PDUKIT_CLIENT_CONFIG_FAKE_GPIOD_H_

// GPIO chips for tests: takes the place of libgpiod's functions in a program
// that links it, so that no chip of the host is touched.
//
//   FakeGpiod gpiod;
//   FakeGpiod::Line& relay = gpiod.AddLine("/dev/gpiochip0", 7);
//   ... EXPECT_TRUE(relay.high);

#include <map>
#include <string>

namespace pdukit::client {

// One at a time, in one thread.
class FakeGpiod {
 public:
  struct Line {
    bool is_output = false;
    bool high = false;
    std::string user{};       // Who has it; empty if it is free.
    int flags = 0;            // Of the last request.
    int levels = 0;           // How often it was driven.
    bool stuck = false;       // Keeps its level.
    int request_error = 0;    // errno of the next requests.
    int value_error = 0;      // errno of setting and reading its level.
    bool active_low = false;  // As requested.
  };

  FakeGpiod();
  ~FakeGpiod();
  FakeGpiod(const FakeGpiod&) = delete;
  FakeGpiod& operator=(const FakeGpiod&) = delete;

  // A chip has the lines from 0 to the highest that was added, and opens by its
  // path. Valid as long as this is.
  Line& AddLine(const std::string& path, unsigned line);

  // errno of opening any chip; 0: they open.
  int open_error = 0;

  // For the functions that are replaced.
  static FakeGpiod& Current();
  std::map<unsigned, Line>* Find(const std::string& path);

 private:
  std::map<std::string, std::map<unsigned, Line>> chips_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_FAKE_GPIOD_H_
