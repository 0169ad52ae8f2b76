#ifndef PDUKIT_TESTS_CAPTURES_CLIENT_EXPECTATIONS_H_
#define PDUKIT_TESTS_CAPTURES_CLIENT_EXPECTATIONS_H_

// The files of tests/captures/client, whose README.md says what they hold.

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "base/result.h"

namespace pdukit {

// From a quantity, "current", to what it reads and where: "0.9 outlet 3".
using ExpectedReading = std::map<std::string, std::string>;

// What switching an outlet does.
struct ExpectedSwitching {
  // What is written: "318.1.1.4.4.2.1.3.4" becomes "2".
  std::map<std::string, std::string> written{};
  // Part of the error, where nothing can be.
  std::string error{};
};

struct ExpectedDevice {
  std::string capture{};  // The file's name, without .snmprec.
  std::string asked{};    // The family that is asked for, or "auto".

  // Part of the error, where it cannot be opened; what follows is empty then.
  std::string fails{};

  std::string family{};
  std::string because{};
  std::map<std::string, std::string> outlets{};  // From a state: "1-3 5".
  std::string unswitched{};                      // "5"
  std::map<int, std::string> labels{};           // All that are no numbers.
  std::map<int, std::string> names{};            // Of some.
  std::map<int, ExpectedReading> readings{};
  std::map<std::string, ExpectedReading> places{};  // Of some, by name.
  std::map<int, ExpectedSwitching> switch_off{};
  std::map<int, ExpectedSwitching> switch_on{};
};

std::ostream& operator<<(std::ostream& out, const ExpectedDevice& device);

// Of every file in the folder. Fails with kNotFound and kParse.
Result<std::vector<ExpectedDevice>> LoadExpectedDevices(
    const std::string& folder);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_CLIENT_EXPECTATIONS_H_
