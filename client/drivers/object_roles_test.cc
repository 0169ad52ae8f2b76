#include "client/drivers/object_roles.h"

#include "client/drivers/driver_fixture.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::Return;

// A unit of two outlets.
class ObjectRolesTest : public DriverFixture {
 protected:
  ObjectRolesTest() : DriverFixture("1.3.6.1.4.1.318.1.1.12") {
    PutNumber("1.8.0", 2);
    PutNumber("3.1.3.0", 2);
    PutNumber("3.5.1.1.4.1", 1);
    PutNumber("3.5.1.1.5.1", 2);
  }
};

TEST_F(ObjectRolesTest, RefusedCommandSaysThatItIsOne) {
  Error refused{ErrorKind::kAccessDenied, "SET was refused: noAccess"};
  refused.oid = At("3.3.1.1.4.1").ToString();
  refused.answer =
      DeviceAnswer{DeviceAnswer::Type::kErrorStatus, "noAccess", 1};
  EXPECT_CALL(mock(), Set).WillRepeatedly(Return(refused));

  const Result<void> off = Outlet("apc_rpdu", 1).Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().object, "outlet command");
  EXPECT_EQ(off.error().answer, refused.answer);
  EXPECT_EQ(off.error().Text(),
            "outlet 1: SET was refused: noAccess (outlet command "
            "1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.1)");
}

TEST_F(ObjectRolesTest, MissingStateTellsTheException) {
  const Result<PowerState> state = Outlet("apc_rpdu", 2).Status();

  ASSERT_FALSE(state.ok());
  EXPECT_EQ(state.error().kind, ErrorKind::kNoSuchObject);
  EXPECT_EQ(state.error().oid, At("3.5.1.1.4.2").ToString());
  EXPECT_EQ(state.error().object, "outlet state");
  EXPECT_EQ(state.error().answer,
            (DeviceAnswer{DeviceAnswer::Type::kException, "noSuchInstance"}));
}

TEST_F(ObjectRolesTest, MissingCountTellsTheException) {
  Put("1.8.0", Value::NoSuchObject());

  const Result<SnmpPdu> pdu = Open("apc_rpdu");

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().object, "number of outlets");
  EXPECT_EQ(pdu.error().answer->name, "noSuchObject");
}

TEST_F(ObjectRolesTest, OtherObjectsKeepTheNameThatTheyHave) {
  Error error;
  error.oid = "1.3.6.1.2.1.1.5.0";
  error.object = "sysName";

  EXPECT_EQ(Named(*FindFamily("apc_rpdu"), error).object, "sysName");
}

}  // namespace
}  // namespace pdukit::client
