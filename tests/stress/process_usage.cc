#include "tests/stress/process_usage.h"

#include <malloc.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace pdukit {
namespace {

int EntriesOf(const char* directory) {
  return static_cast<int>(
      std::distance(std::filesystem::directory_iterator(directory),
                    std::filesystem::directory_iterator()));
}

std::size_t ResidentBytes() {
  std::size_t pages = 0;
  std::size_t resident_pages = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident_pages;
  return resident_pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

}  // namespace

ProcessUsage ProcessUsage::Now() {
  ProcessUsage usage;
  usage.resident_bytes = kIsSanitized ? 0 : ResidentBytes();
  usage.heap_bytes = kIsSanitized ? 0 : mallinfo2().uordblks;
  usage.descriptors = EntriesOf("/proc/self/fd");
  usage.threads = EntriesOf("/proc/self/task");
  return usage;
}

}  // namespace pdukit
