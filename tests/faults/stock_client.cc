#include "tests/faults/stock_client.h"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

#include "base/command.h"
#include "base/result.h"

namespace pdukit {
namespace {

using ::testing::AllOf;
using ::testing::Field;
using ::testing::HasSubstr;

// How env says that there is no such program.
constexpr int kNoProgram = 127;

std::vector<std::string> Words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) {
    words.push_back(word);
  }
  return words;
}

std::string WithoutLastNewline(std::string text) {
  if (!text.empty() && text.back() == '\n') {
    text.pop_back();
  }
  return text;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const StockRun& run) {
  return out << run.command << "\n  status: " << run.status
             << "\n  stdout: " << run.output << "\n  stderr: " << run.errors;
}

StockRun RunStock(const fake_pdu::FakePdu& pdu, const std::string& command,
                  const std::string& operands,
                  std::chrono::milliseconds limit) {
  const std::string home = ::testing::TempDir();
  const std::size_t after_name = std::min(command.find(' '), command.size());
  const std::string name = command.substr(0, after_name);
  const std::string line = "env -i SNMPCONFPATH= MIBS= HOME=" + home +
                           " SNMP_PERSISTENT_DIR=" + home + ' ' + name +
                           " -v2c -c private -t 5 -r 0 -Onqv" +
                           command.substr(after_name) + ' ' + pdu.address() +
                           ' ' + operands;
  StockRun run;
  run.command = command + ' ' + pdu.address() + ' ' + operands;
  const Result<CommandOutput> output = RunCommand(Words(line), "", limit);
  if (!output.ok()) {
    run.status = kHung;
    run.errors = output.error().Text();
    return run;
  }
  run.status = output->exit_status;
  run.output = WithoutLastNewline(output->out);
  run.errors = WithoutLastNewline(output->err);
  if (run.status == kNoProgram) {
    ADD_FAILURE() << "there is no " << name << " here: apt-get install snmp";
  }
  return run;
}

::testing::Matcher<const StockRun&> Prints(
    const ::testing::Matcher<std::string>& output) {
  return AllOf(Field("status", &StockRun::status, 0),
               Field("output", &StockRun::output, output));
}

::testing::Matcher<const StockRun&> Fails(int status,
                                          const std::string& errors) {
  return AllOf(Field("status", &StockRun::status, status),
               Field("errors", &StockRun::errors, HasSubstr(errors)));
}

}  // namespace pdukit
