// Prints the journals of the fakes that live when a test fails, for the first
// failure of each test, and keeps them among the test's outputs. Linking it is
// all that it takes.

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {
namespace {

// No more of each journal than a person reads.
constexpr std::size_t kShown = 30;

void Print(const FakePdu::Journal& journal, std::ostream& out,
           std::size_t most) {
  out << "Journal of " << journal.name << " (" << journal.model << " at "
      << journal.address << "):\n";
  const std::size_t size = journal.exchanges.size();
  if (size > most) {
    out << "  ... " << size - most << " before\n";
  }
  for (std::size_t i = size > most ? size - most : 0; i < size; ++i) {
    out << "  " << journal.exchanges[i] << '\n';
  }
  if (size == 0) {
    out << "  nothing was received\n";
  }
}

std::string FileName(const ::testing::TestInfo& test) {
  std::string name =
      std::string(test.test_suite_name()) + '.' + test.name() + ".journal.txt";
  for (char& c : name) {
    c = c == '/' ? '_' : c;
  }
  return name;
}

class JournalListener : public ::testing::EmptyTestEventListener {
 public:
  void OnTestStart(const ::testing::TestInfo& test) override {
    printed_ = false;
    test_ = &test;
  }
  void OnTestEnd(const ::testing::TestInfo& /*test*/) override {
    test_ = nullptr;
  }

  void OnTestPartResult(const ::testing::TestPartResult& result) override {
    if (!result.failed() || std::exchange(printed_, true)) {
      return;
    }
    const std::vector<FakePdu::Journal> journals = FakePdu::Journals();
    for (const FakePdu::Journal& journal : journals) {
      Print(journal, std::cout, kShown);
    }
    std::cout << std::flush;
    Save(journals);
  }

 private:
  void Save(const std::vector<FakePdu::Journal>& journals) const {
    const char* directory = std::getenv("TEST_UNDECLARED_OUTPUTS_DIR");
    if (directory == nullptr || test_ == nullptr || journals.empty()) {
      return;
    }
    const std::string path = std::string(directory) + '/' + FileName(*test_);
    std::ofstream file(path);
    for (const FakePdu::Journal& journal : journals) {
      Print(journal, file, journal.exchanges.size());
    }
    if (!file.flush()) {
      std::cout << "The journal could not be kept in " << path << ": "
                << std::generic_category().message(errno) << std::endl;
    }
  }

  bool printed_ = false;
  // GoogleTest holds its lock while it tells of a failure: it cannot be asked
  // for this one then.
  const ::testing::TestInfo* test_ = nullptr;
};

// The list of listeners owns it.
const bool kIsListening = [] {
  ::testing::UnitTest::GetInstance()->listeners().Append(new JournalListener);
  return true;
}();

}  // namespace
}  // namespace pdukit::fake_pdu
