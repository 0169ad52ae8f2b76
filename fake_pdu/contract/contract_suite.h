#ifndef PDUKIT_FAKE_PDU_CONTRACT_CONTRACT_SUITE_H_
#define PDUKIT_FAKE_PDU_CONTRACT_CONTRACT_SUITE_H_

// The contract as tests of GoogleTest: one for each case, here of each family.
//
//   class MyDriverTest
//       : public ::testing::TestWithParam<std::tuple<ModelInfo, ContractCase>>
//       {
//   };
//
//   TEST_P(MyDriverTest, KeepsTheContract) {
//     const auto& [model, contract_case] = GetParam();
//     ContractOptions options;
//     options.pdu.model = model.model;
//     CheckContract(contract_case, MyDriver, options);
//   }
//
//   INSTANTIATE_TEST_SUITE_P(
//       EveryFamily, MyDriverTest,
//       ::testing::Combine(EverySwitchedFamily(), EveryContractCase()),
//       ModelAndCaseName);

#include <algorithm>
#include <cctype>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

#include "fake_pdu/contract/contract.h"
#include "fake_pdu/testing/every_model.h"

namespace pdukit::fake_pdu {

inline auto EveryContractCase() { return ::testing::ValuesIn(ContractCases()); }

// Fails the test as the case does, with the PDU's journal, and skips it if the
// case does not apply.
inline void CheckContract(const ContractCase& contract_case,
                          const DriverFactory& factory,
                          const ContractOptions& options) {
  const Result<CaseResult> result = RunCase(contract_case, factory, options);
  ASSERT_TRUE(result.ok()) << result.error();
  if (result->verdict == Verdict::kNotApplicable) {
    GTEST_SKIP() << result->finding;
  }
  EXPECT_EQ(result->verdict, Verdict::kPassed)
      << contract_case.asks_for << ".\n"
      << *result;
}

// "AP7900_lost_answer"
inline std::string ModelAndCaseName(
    const ::testing::TestParamInfo<std::tuple<ModelInfo, ContractCase>>& info) {
  std::string name =
      std::get<0>(info.param).model + '_' + std::get<1>(info.param).name;
  std::replace_if(
      name.begin(), name.end(),
      [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CONTRACT_CONTRACT_SUITE_H_
