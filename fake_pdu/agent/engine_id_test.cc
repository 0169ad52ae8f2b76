#include "fake_pdu/agent/engine_id.h"

#include <set>

#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

TEST(EngineIdTest, FollowsTheFormatOfTheRfc) {
  const std::string id = MakeEngineId(318);

  EXPECT_EQ(id.size(), 17U);
  EXPECT_EQ(id.substr(0, 5), std::string("\x80\x00\x01\x3E\x05", 5));
}

TEST(EngineIdTest, IsNewEachTime) {
  std::set<std::string> ids;

  for (int i = 0; i < 1000; ++i) {
    ids.insert(MakeEngineId(8072));
  }

  EXPECT_EQ(ids.size(), 1000U);
}

}  // namespace
}  // namespace pdukit::fake_pdu
