#include "client/session/net_snmp_varbinds.h"

#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

struct PduDeleter {
  void operator()(netsnmp_pdu* pdu) const { snmp_free_pdu(pdu); }
};

class NetSnmpVarbindsTest : public ::testing::TestWithParam<Value> {};

TEST_P(NetSnmpVarbindsTest, ComeOutOfAPduAsTheyWentIn) {
  const Varbind varbind = {Oid{1, 3, 6, 1, 4294967295}, GetParam()};
  std::unique_ptr<netsnmp_pdu, PduDeleter> pdu(snmp_pdu_create(SNMP_MSG_SET));

  const bool added = AddVarbind(*pdu, varbind);

  ASSERT_TRUE(added);
  EXPECT_THAT(TakeVarbinds(*pdu), ElementsAre(varbind));
}

INSTANTIATE_TEST_SUITE_P(
    Types, NetSnmpVarbindsTest,
    ::testing::Values(Value::Null(), Value::Integer32(-2147483647 - 1),
                      Value::Integer32(2147483647), Value::OctetString(""),
                      Value::OctetString(std::string("a\0b", 3)),
                      Value::ObjectIdentifier(Oid{1, 3, 6, 4294967295}),
                      Value::IpAddress({127, 0, 0, 1}),
                      Value::Counter32(4294967295), Value::Gauge32(4294967295),
                      Value::TimeTicks(4294967295), Value::Opaque("\x9f"),
                      Value::Counter64(18446744073709551615U),
                      Value::Counter64(4294967298U), Value::NoSuchObject(),
                      Value::NoSuchInstance(), Value::EndOfMibView()));

}  // namespace
}  // namespace pdukit::client
