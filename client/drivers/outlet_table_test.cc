#include "client/drivers/outlet_table.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::ElementsAre;
using ::testing::InSequence;
using ::testing::NiceMock;
using ::testing::Return;

const Oid kRoot{1, 3, 6, 1, 4, 1, 99999};
const Oid kState = kRoot.Child(1);
const Oid kCommand = kRoot.Child(2);
const Oid kOther = kRoot.Child(3);
const OutletRow kOutlet{3, {1, 3}, ""};

class OutletTableTest : public ::testing::Test {
 protected:
  OutletTableTest() {
    family_.state = kState;
    family_.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
    family_.command = kCommand;
    family_.commands = {{OutletCommand::kOn, 5}, {OutletCommand::kOff, 6}};
    ON_CALL(session_, Set(_, _)).WillByDefault(Return(Result<void>()));
  }

  void PutState(const Value& value) {
    session_.Put(kState.Child(kOutlet.index), value);
  }
  PowerState State() { return *table_.State(kOutlet).value(); }
  OutletInfo List() { return table_.List({{kOutlet}}).value().front(); }
  Result<void> Send(OutletCommand command) {
    return table_.Send(kOutlet, command, Resend::kAllowed);
  }
  static Varbind Write(const Oid& column, const Value& value) {
    return {column.Child(kOutlet.index), value};
  }

  NiceMock<MockSnmpSession> session_;
  Family family_;
  OutletTable table_{session_, family_};
};

TEST_F(OutletTableTest, CommandIsAnIntegerAtTheOutletsIndex) {
  EXPECT_CALL(session_,
              Set(ElementsAre(Write(kCommand, Value::Integer32(6))), _));

  EXPECT_TRUE(Send(OutletCommand::kOff).ok());
}

TEST_F(OutletTableTest, CommandMayHaveItsOwnColumns) {
  family_.command_columns = {{OutletCommand::kOff, {kOther, kState}}};
  EXPECT_CALL(session_, Set(ElementsAre(Write(kOther, Value::Integer32(6)),
                                        Write(kState, Value::Integer32(6))),
                            _));

  EXPECT_TRUE(Send(OutletCommand::kOff).ok());
}

TEST_F(OutletTableTest, CommandMayBeOfAnotherType) {
  family_.command_type = ValueType::kGauge32;
  EXPECT_CALL(session_,
              Set(ElementsAre(Write(kCommand, Value::Gauge32(5))), _));

  EXPECT_TRUE(Send(OutletCommand::kOn).ok());
}

TEST_F(OutletTableTest, UnlocksBeforeTheCommand) {
  family_.unlock = kOther;
  const InSequence order;
  EXPECT_CALL(session_,
              Set(ElementsAre(Write(kOther, Value::Integer32(1))), _));
  EXPECT_CALL(session_,
              Set(ElementsAre(Write(kCommand, Value::Integer32(5))), _));

  EXPECT_TRUE(Send(OutletCommand::kOn).ok());
}

TEST_F(OutletTableTest, CommandMayBeMadeByAFunction) {
  family_.make_command = [](SnmpSession&, const OutletRow& outlet,
                            OutletCommand) {
    return Result<std::vector<Varbind>>(
        {{kOther, Value::OctetString(std::to_string(outlet.number))}});
  };
  EXPECT_CALL(session_,
              Set(ElementsAre(Varbind{kOther, Value::OctetString("3")}), _));

  EXPECT_TRUE(Send(OutletCommand::kOn).ok());
}

TEST_F(OutletTableTest, ColumnMayPutTheIndexElsewhere) {
  family_.state = Column(kRoot, [](const Oid& index) {
    return Oid{index[1] + 1, 0};
  });
  session_.Put(kRoot.Child(Oid{4, 0}), Value::Integer32(1));

  EXPECT_EQ(State(), PowerState::kOn);
  EXPECT_EQ(List().state, PowerState::kOn);
}

TEST_F(OutletTableTest, StateMayBeDecodedByAFunction) {
  family_.decode_state = [](const Value& value, const OutletRow& outlet) {
    return (*value.AsOctets())[static_cast<std::size_t>(outlet.number) - 1] ==
                   '1'
               ? PowerState::kOn
               : PowerState::kOff;
  };
  PutState(Value::OctetString("001"));

  EXPECT_EQ(State(), PowerState::kOn);
}

TEST_F(OutletTableTest, OtherColumnMaySayWhatIsPending) {
  family_.pending = kOther;
  family_.pending_states = {{8, PowerState::kPendingOn}};
  PutState(Value::Integer32(0));
  session_.Put(kOther.Child(kOutlet.index), Value::Integer32(8));

  EXPECT_EQ(State(), PowerState::kPendingOn);
}

TEST_F(OutletTableTest, UnlistedStateIsUnknown) {
  PutState(Value::Integer32(7));

  EXPECT_EQ(State(), PowerState::kUnknown);
}

TEST_F(OutletTableTest, ListSaysThatAFamilyWithoutCommandsCannotSwitch) {
  family_.commands = {};

  EXPECT_FALSE(List().switchable);
}

TEST_F(OutletTableTest, ListSaysWhichOutletsHaveNoRelay) {
  family_.switchable = kOther;
  family_.switchable_bit = 1;
  session_.Put(kOther.Child(kOutlet.index), Value::OctetString("\x80"));

  EXPECT_FALSE(List().switchable);
}

TEST_F(OutletTableTest, ListSaysThatOutletsWithoutAStateHaveNoRelay) {
  family_.only_switched_have_state = true;

  EXPECT_FALSE(List().switchable);
}

TEST_F(OutletTableTest, OutletWithoutAStateMayHaveARelay) {
  EXPECT_TRUE(List().switchable);
}

TEST_F(OutletTableTest, NameMayBePartOfAText) {
  family_.name_column = kOther;
  family_.decode_name = [](const Value& value) {
    return value.AsOctets()->substr(0, 3);
  };
  session_.Put(kOther.Child(kOutlet.index), Value::OctetString("web,0,0"));

  EXPECT_EQ(List().name, "web");
}

}  // namespace
}  // namespace pdukit::client
