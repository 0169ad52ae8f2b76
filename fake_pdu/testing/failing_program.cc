// A test that fails while a fake lives.

#include <gtest/gtest.h>

#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {
namespace {

TEST(FailingTest, Fails) {
  const FakePdu pdu = FakePdu::Start("AP7900").value();

  EXPECT_EQ(pdu.outlet(3).state(), OutletState::kOff);
}

}  // namespace
}  // namespace pdukit::fake_pdu
