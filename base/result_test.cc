#include "base/result.h"

#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace pdukit {
namespace {

Error NoOutlet() {
  return {ErrorKind::kNoSuchOutlet, "no such outlet, the unit has 8",
          "outlets are numbered as on the label", "10.0.0.7", "9"};
}

TEST(ResultTest, HoldsAValue) {
  Result<std::string> result = std::string("on");

  ASSERT_TRUE(result.ok());
  EXPECT_EQ(*result, "on");
  EXPECT_EQ(result->size(), 2U);
}

TEST(ResultTest, HoldsAnError) {
  Result<std::string> result = NoOutlet();

  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error(), NoOutlet());
}

TEST(ErrorTest, IsOneLineWhateverWasQuoted) {
  const Error error{ErrorKind::kParse, "'a\nb\x1b[2J\x7f' is no number",
                    "write\t5"};

  EXPECT_EQ(error.Text(), "'a?b?[2J?' is no number; write?5");
}

TEST(ErrorTest, KeepsLettersBeyondAscii) {
  const Error error{ErrorKind::kParse, "'Küche' is no number"};

  EXPECT_EQ(error.Text(), "'Küche' is no number");
}

TEST(ResultTest, MovesOutAValueThatCannotBeCopied) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(3);

  std::unique_ptr<int> number = std::move(result).value();

  EXPECT_EQ(*number, 3);
}

// One number, which `watch` sees as long as it lives.
Result<std::vector<std::shared_ptr<int>>> Numbers(std::weak_ptr<int>& watch) {
  std::vector<std::shared_ptr<int>> numbers{std::make_shared<int>(3)};
  watch = numbers.front();
  return numbers;
}

TEST(ResultTest, ALoopOverTheValueOfATemporaryKeepsIt) {
  std::weak_ptr<int> watch;
  int count = 0;

  for (const std::shared_ptr<int>& number : Numbers(watch).value()) {
    EXPECT_FALSE(watch.expired());
    count += static_cast<int>(number.use_count());
  }
  for (const std::shared_ptr<int>& number : *Numbers(watch)) {
    EXPECT_FALSE(watch.expired());
    count += static_cast<int>(number.use_count());
  }

  EXPECT_EQ(count, 2);
}

TEST(ResultTest, ValueThrowsTheError) {
  Result<int> result = NoOutlet();

  try {
    (void)result.value();
    FAIL() << "value() returned although there is none";
  } catch (const BadResultAccess& access) {
    EXPECT_EQ(access.error(), NoOutlet());
  }
}

TEST(ResultTest, VoidIsOkUnlessItFails) {
  Result<void> done;
  Result<void> failed = NoOutlet();

  EXPECT_TRUE(done.ok());
  EXPECT_THROW(failed.value(), BadResultAccess);
}

TEST(ErrorTest, TextNamesHostOutletAndHint) {
  EXPECT_EQ(NoOutlet().Text(),
            "10.0.0.7 outlet 9: no such outlet, the unit has 8; outlets are "
            "numbered as on the label");
}

TEST(ErrorTest, TextLeavesOutWhatIsNotKnown) {
  Error error{ErrorKind::kTimeout, "no answer in 3 s"};

  EXPECT_EQ(error.Text(), "no answer in 3 s");
}

TEST(ErrorTest, TextNamesTheObjectBeforeTheHint) {
  Error error{ErrorKind::kRefusedByDevice, "refused", "try again", "h"};
  error.oid = "1.3.6";

  EXPECT_EQ(error.Text(), "h: refused (1.3.6); try again");
  error.object = "outlet state";
  EXPECT_EQ(error.Text(), "h: refused (outlet state 1.3.6); try again");
}

TEST(ErrorTest, PrintsItsKind) {
  std::ostringstream out;

  out << Error{ErrorKind::kTimeout, "no answer in 3 s"};

  EXPECT_EQ(out.str(), "timeout: no answer in 3 s");
}

}  // namespace
}  // namespace pdukit
