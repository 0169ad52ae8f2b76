#ifndef PDUKIT_TESTS_FUZZ_FAKE_PROGRAM_H_
#define PDUKIT_TESTS_FUZZ_FAKE_PROGRAM_H_

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace pdukit::fuzz {

// The `fake_pdu` program, as a child of this process.
class FakeProgram {
 public:
  // Returns once it answers; ends the process if it does not start. What it
  // says of its outlets, or of a crash, goes into the file `log`.
  FakeProgram(const std::string& path, std::vector<std::string> arguments,
              const std::string& log);
  ~FakeProgram();
  FakeProgram(const FakeProgram&) = delete;
  FakeProgram& operator=(const FakeProgram&) = delete;

  const std::string& address() const { return address_; }
  std::uint16_t port() const;

  // Datagrams that the kernel threw away since its buffer was full.
  std::uint64_t lost() const;

  // By SIGTERM. Its exit code, or 128 and the signal that ended it.
  int Stop();

 private:
  pid_t process_ = -1;
  std::string address_;
};

}  // namespace pdukit::fuzz

#endif  // PDUKIT_TESTS_FUZZ_FAKE_PROGRAM_H_
