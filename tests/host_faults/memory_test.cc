// There is no memory for one more PDU: whichever allocation of its start fails,
// it says so, nothing is left of it, and the others go on.

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

#include <gtest/gtest.h>

#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "tests/stress/process_usage.h"

namespace {

// How many allocations of this thread succeed before one fails; negative: all.
thread_local long allocations_left = -1;
std::atomic<long> live_allocations{0};

void* Allocate(std::size_t size, std::size_t alignment) {
  if (allocations_left >= 0 && allocations_left-- == 0) {
    throw std::bad_alloc();
  }
  void* memory = nullptr;
  if (posix_memalign(&memory, alignment, size) != 0) {
    throw std::bad_alloc();
  }
  ++live_allocations;
  return memory;
}

void Free(void* memory) {
  if (memory != nullptr) {
    --live_allocations;
    std::free(memory);
  }
}

}  // namespace

void* operator new(std::size_t size) {
  return Allocate(size, alignof(std::max_align_t));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return Allocate(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void operator delete(void* memory) noexcept { Free(memory); }
void operator delete(void* memory, std::size_t) noexcept { Free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { Free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  Free(memory);
}

namespace pdukit {
namespace {

using client::SnmpPdu;
using fake_pdu::FakePdu;
using fake_pdu::OutletState;

// Starts one while the allocation of this number, from zero, fails.
Result<FakePdu> StartWithout(long allocation, const FakePdu::Options& options) {
  allocations_left = allocation;
  Result<FakePdu> pdu = FakePdu::Start(options);
  allocations_left = -1;
  return pdu;
}

class MemoryTest : public ::testing::Test {
 protected:
  MemoryTest() {
    options_.model = "AP7900";
    options_.users = {{{"operator", AuthProtocol::kSha1, "auth passphrase",
                        PrivProtocol::kAes128, "priv passphrase"}}};
    // What the process keeps, its model for one, is there from now on.
    FakePdu::Start(options_).value();
  }

  FakePdu::Options options_;
};

TEST_F(MemoryTest, WhicheverAllocationFailsNothingIsLeft) {
  const FakePdu other = FakePdu::Start(options_).value();
  const SnmpPdu client = SnmpPdu::Open(other.address(), {}).value();
  const long live_before = live_allocations;
  const int descriptors_before = ProcessUsage::Now().descriptors;
  long failed = 0;

  for (; failed < 100000 && !StartWithout(failed, options_).ok(); ++failed) {
    ASSERT_EQ(live_allocations, live_before) << "allocation " << failed;
  }

  EXPECT_GT(failed, 20);
  EXPECT_EQ(ProcessUsage::Now().descriptors, descriptors_before);
  EXPECT_EQ(FakePdu::Journals().size(), 1);
  EXPECT_TRUE(client.outlet(3).value().Off().ok());
  EXPECT_EQ(other.outlet(3).state(), OutletState::kOff);
}

TEST_F(MemoryTest, ThePduThatGetsNoneSaysSo) {
  const Result<FakePdu> pdu = StartWithout(10, options_);

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kSystem);
  EXPECT_EQ(pdu.error().Text(), "there is not enough memory for another PDU");
}

TEST_F(MemoryTest, ThenItStartsAllTheSame) {
  ASSERT_FALSE(StartWithout(10, options_).ok());

  const Result<FakePdu> pdu = FakePdu::Start(options_);

  ASSERT_TRUE(pdu.ok()) << pdu.error();
  EXPECT_TRUE(SnmpPdu::Open(pdu->address(), {}).ok());
}

}  // namespace
}  // namespace pdukit
