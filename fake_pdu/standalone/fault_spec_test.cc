#include "fake_pdu/standalone/fault_spec.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string TextOf(const std::string& spec) {
  return ParseFaultSpec(spec).value().Text();
}

std::string MistakeIn(const std::string& spec) {
  return ParseFaultSpec(spec).error().message;
}

TEST(FaultSpecTest, WordsNarrowItDownInAnyOrder) {
  EXPECT_EQ(TextOf("drop-response once outlet=3 set"),
            Fault::DropResponse().For(SetOf(3)).Once().Text());
  EXPECT_EQ(
      TextOf("delay-response=1.5 get object=sPDUOutletCtl times=2 after=1"),
      Fault::DelayResponse(std::chrono::milliseconds(1500))
          .For(GetOf("sPDUOutletCtl"))
          .Times(2)
          .After(1)
          .Text());
  EXPECT_EQ(TextOf("mute version=2c from=public probability=0.5 seed=7"),
            Fault::Mute()
                .For(Requests().Over(SnmpVersion::kV2c).From("public"))
                .WithProbability(0.5, 7)
                .Text());
  EXPECT_EQ(TextOf("too-big get varbinds=2"),
            Fault::TooBig().For(GetOf().WithAtLeast(2)).Text());
}

TEST(FaultSpecTest, AnErrorHasItsNameAndMayHaveAnIndex) {
  EXPECT_EQ(TextOf("refuse=genErr"),
            Fault::Refuse(ErrorStatus::kGenErr, 1).Text());
  EXPECT_EQ(TextOf("obey-and-refuse=commitFailed@7"),
            Fault::ObeyAndRefuse(ErrorStatus::kCommitFailed, 7).Text());
}

TEST(FaultSpecTest, EachMistakeIsNamedWithWhatIsAllowed) {
  EXPECT_THAT(MistakeIn(""), StartsWith("a fault begins with one of mute,"));
  EXPECT_THAT(MistakeIn("drop"),
              HasSubstr("fault \"drop\": drop is none of mute,"));
  EXPECT_THAT(MistakeIn("mute outlet=x"),
              HasSubstr("outlet \"x\" is no number from 0"));
  EXPECT_THAT(MistakeIn("mute port=3"), HasSubstr("port is none of get, next"));
  EXPECT_THAT(MistakeIn("refuse"),
              HasSubstr("refuse needs a value: refuse=STATUS[@INDEX]"));
  EXPECT_THAT(MistakeIn("refuse=bad"), HasSubstr("is none of tooBig,"));
  EXPECT_THAT(MistakeIn("mute=1"), HasSubstr("mute takes no value"));
  EXPECT_THAT(MistakeIn("mute probability=2"),
              HasSubstr("is no number from 0 to 1"));
}

}  // namespace
}  // namespace pdukit::fake_pdu
