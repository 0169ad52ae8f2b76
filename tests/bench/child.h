#ifndef PDUKIT_TESTS_BENCH_CHILD_H_
#define PDUKIT_TESTS_BENCH_CHILD_H_

#include <sys/types.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace pdukit::bench {

// A program that is measured from outside. It ends with this object, and with
// this process at the latest. What it writes to stderr is dropped.
class Child {
 public:
  // Throws std::system_error. The program is searched in PATH.
  explicit Child(const std::vector<std::string>& arguments,
                 const std::map<std::string, std::string>& environment = {});
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // The next line that it writes to stdout; waits for it. Empty at the end.
  std::string ReadLine();

  // What it has used of the processor, user and system.
  std::chrono::nanoseconds cpu() const;

 private:
  pid_t pid_ = -1;
  int out_ = -1;
};

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_CHILD_H_
