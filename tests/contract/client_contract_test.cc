// The power client keeps the contract with a model of every family, in time
// that the test moves.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "fake_pdu/contract/contract.h"
#include "fake_pdu/contract/contract_suite.h"
#include "fake_pdu/contract/power_driver.h"
#include "fake_pdu/testing/every_model.h"
#include "snmp/security.h"

namespace pdukit {
namespace {

using client::PowerState;
using client::SnmpPdu;
using client::SnmpPowerClient;
using fake_pdu::CheckContract;
using fake_pdu::Claim;
using fake_pdu::ContractCase;
using fake_pdu::ContractOptions;
using fake_pdu::EveryContractCase;
using fake_pdu::EverySwitchedFamily;
using fake_pdu::ModelAndCaseName;
using fake_pdu::ModelInfo;
using fake_pdu::OutletState;
using fake_pdu::PowerDriver;
using fake_pdu::StatusClaim;
using fake_pdu::Target;
using std::chrono::minutes;
using std::chrono::seconds;

// Opens the PDU when it is first needed, and keeps it.
class ClientOutlet {
 public:
  ClientOutlet(Target target, Clock& clock)
      : target_(std::move(target)), clock_(clock) {}

  Result<SnmpPowerClient> Open() {
    if (!pdu_) {
      Result<SnmpPdu> pdu = SnmpPdu::Open(
          target_.host + ':' + std::to_string(target_.port), Options());
      if (!pdu.ok()) {
        return pdu.error();
      }
      pdu_ = *std::move(pdu);
    }
    return pdu_->outlet(target_.outlet);
  }

 private:
  SnmpPdu::Options Options() const {
    SnmpPdu::Options options;
    options.version = target_.version;
    options.community = target_.community;
    options.user = target_.user;
    options.deadline = seconds(60);
    options.clock = &clock_;
    return options;
  }

  const Target target_;
  Clock& clock_;
  std::optional<SnmpPdu> pdu_;
};

Claim ClaimOf(const Result<void>& result) {
  return result.ok() ? Claim{true} : Claim{false, result.error().Text()};
}

template <typename Command>
auto OnOutlet(const std::shared_ptr<ClientOutlet>& outlet, Command command) {
  return [outlet, command]() {
    Result<SnmpPowerClient> opened = outlet->Open();
    return ClaimOf(opened.ok() ? command(*opened)
                               : Result<void>(opened.error()));
  };
}

StatusClaim StatusOf(ClientOutlet& outlet) {
  Result<SnmpPowerClient> opened = outlet.Open();
  if (!opened.ok()) {
    return {std::nullopt, opened.error().Text()};
  }
  const Result<PowerState> state = opened->Status();
  if (!state.ok()) {
    return {std::nullopt, state.error().Text()};
  }
  switch (*state) {
    case PowerState::kOn:
      return {OutletState::kOn};
    case PowerState::kOff:
      return {OutletState::kOff};
    default:
      return {std::nullopt, ToString(*state)};
  }
}

PowerDriver ClientDriver(const Target& target, Clock& clock) {
  auto outlet = std::make_shared<ClientOutlet>(target, clock);
  PowerDriver driver;
  driver.on =
      OnOutlet(outlet, [](SnmpPowerClient& power) { return power.On(); });
  driver.off =
      OnOutlet(outlet, [](SnmpPowerClient& power) { return power.Off(); });
  driver.cycle = OnOutlet(
      outlet, [](SnmpPowerClient& power) { return power.Cycle(seconds(5)); });
  driver.status = [outlet] { return StatusOf(*outlet); };
  return driver;
}

ContractOptions OptionsFor(const std::string& model, Clock& clock) {
  ContractOptions options;
  options.pdu.model = model;
  options.pdu.clock = &clock;
  options.patience = minutes(5);
  return options;
}

class ClientContractTest
    : public ::testing::TestWithParam<std::tuple<ModelInfo, ContractCase>> {
 protected:
  ManualClock clock_;
};

TEST_P(ClientContractTest, IsKept) {
  const auto& [model, contract_case] = GetParam();

  CheckContract(
      contract_case,
      [&](const Target& target) { return ClientDriver(target, clock_); },
      OptionsFor(model.model, clock_));
}

INSTANTIATE_TEST_SUITE_P(EveryFamily, ClientContractTest,
                         ::testing::Combine(EverySwitchedFamily(),
                                            EveryContractCase()),
                         ModelAndCaseName);

// The same over the other versions.
class ClientVersionsContractTest
    : public ::testing::TestWithParam<std::tuple<SnmpVersion, ContractCase>> {
 protected:
  ManualClock clock_;
};

TEST_P(ClientVersionsContractTest, IsKept) {
  const auto& [version, contract_case] = GetParam();
  ContractOptions options = OptionsFor("AP7900", clock_);
  options.version = version;
  options.user = {"lab", AuthProtocol::kSha1, "authkey1", PrivProtocol::kAes128,
                  "privkey1"};

  CheckContract(
      contract_case,
      [&](const Target& target) { return ClientDriver(target, clock_); },
      options);
}

INSTANTIATE_TEST_SUITE_P(Contract, ClientVersionsContractTest,
                         ::testing::Combine(::testing::Values(SnmpVersion::kV1,
                                                              SnmpVersion::kV3),
                                            EveryContractCase()));

}  // namespace
}  // namespace pdukit
