#include "snmp/value.h"

#include <cstdint>
#include <limits>
#include <sstream>

#include <gtest/gtest.h>

namespace pdukit {
namespace {

std::string Printed(const Value& value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

TEST(ValueTest, IsNullByDefault) {
  EXPECT_EQ(Value().type(), ValueType::kNull);
  EXPECT_EQ(Value(), Value::Null());
}

TEST(ValueTest, DiffersByTypeWhereTheNumberIsTheSame) {
  EXPECT_NE(Value::Integer32(3), Value::Gauge32(3));
  EXPECT_NE(Value::Counter32(3), Value::Gauge32(3));
}

TEST(ValueTest, GivesNumbersOfAnyNumericType) {
  EXPECT_EQ(Value::Integer32(-3).AsInt64(), -3);
  EXPECT_EQ(Value::Gauge32(4000000000U).AsInt64(), 4000000000);
  EXPECT_EQ(Value::TimeTicks(7).AsUint64(), 7U);
}

TEST(ValueTest, GivesNoNumberThatDoesNotFit) {
  const Value largest =
      Value::Counter64(std::numeric_limits<std::uint64_t>::max());

  EXPECT_EQ(largest.AsInt64(), std::nullopt);
  EXPECT_EQ(Value::Integer32(-1).AsUint64(), std::nullopt);
}

TEST(ValueTest, GivesNoNumberForOctets) {
  EXPECT_EQ(Value::OctetString("3").AsInt64(), std::nullopt);
  EXPECT_EQ(Value::NoSuchObject().AsInt64(), std::nullopt);
}

TEST(ValueTest, GivesOctetsOfStringsAndAddresses) {
  ASSERT_NE(Value::OctetString("on").AsOctets(), nullptr);
  EXPECT_EQ(*Value::OctetString("on").AsOctets(), "on");
  EXPECT_EQ(Value::IpAddress({127, 0, 0, 1}).AsOctets()->size(), 4U);
  EXPECT_EQ(Value::Integer32(1).AsOctets(), nullptr);
}

TEST(ValueTest, TellsExceptionsFromValues) {
  EXPECT_TRUE(Value::NoSuchObject().is_exception());
  EXPECT_TRUE(Value::NoSuchInstance().is_exception());
  EXPECT_TRUE(Value::EndOfMibView().is_exception());
  EXPECT_FALSE(Value::Null().is_exception());
}

TEST(ValueTest, PrintsForPeople) {
  EXPECT_EQ(Value::Integer32(-5).ToString(), "-5");
  EXPECT_EQ(Value::OctetString("Outlet 3").ToString(), "Outlet 3");
  EXPECT_EQ(Value::OctetString({'\0', '\xC0', '\xB7'}).ToString(), "0x00C0B7");
  EXPECT_EQ(Value::ObjectIdentifier({1, 3, 6}).ToString(), "1.3.6");
  EXPECT_EQ(Value::IpAddress({192, 0, 2, 1}).ToString(), "192.0.2.1");
}

TEST(ValueTest, PrintsItsTypeInTestFailures) {
  EXPECT_EQ(Printed(Value::Gauge32(3)), "Gauge32: 3");
  EXPECT_EQ(Printed(Value::NoSuchObject()), "noSuchObject");
}

}  // namespace
}  // namespace pdukit
