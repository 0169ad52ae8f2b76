#include "fake_pdu/contract/bench.h"
#include "fake_pdu/contract/cases.h"
#include "snmp/error_status.h"

namespace pdukit::fake_pdu {
namespace {

void LostRequest(Bench& bench) {
  bench.pdu().Inject(Fault::DropRequest().For(SetOf()).Once());
  bench.Off();
  bench.ExpectDone();
}

void LostAnswer(Bench& bench) {
  bench.pdu().Inject(Fault::DropResponse().For(SetOf()).Once());
  bench.Off();
  bench.ExpectTrue();
  bench.ExpectTrueStatus();
}

void DuplicatedAnswer(Bench& bench) {
  bench.pdu().Inject(Fault::DuplicateResponse());
  bench.Off();
  bench.ExpectDone();
  bench.ExpectTrueStatus();
  bench.On();
  bench.ExpectDone();
  bench.ExpectTrueStatus();
}

void LateAnswer(Bench& bench) {
  bench.pdu().Inject(
      Fault::DelayResponse(bench.options().slow).For(SetOf()).Once());
  bench.Off();
  bench.ExpectTrue();
  bench.ExpectTrueStatus();
}

void AcknowledgedOnly(Bench& bench) {
  bench.pdu().Inject(Fault::AcknowledgeOnly().For(SetOf()));
  bench.Off();
  bench.ExpectFailed();
  bench.ExpectAsked();
}

void ObeyedWithError(Bench& bench) {
  bench.pdu().Inject(Fault::ObeyAndRefuse(ErrorStatus::kGenErr).For(SetOf()));
  bench.Off();
  bench.ExpectNothingFalse();
  bench.ExpectAsked();
  if (bench.driver().status) {
    // The outlet may be on its way, which some devices do not tell as a state.
    bench.Status();
    bench.ExpectNothingFalse();
  }
}

}  // namespace

std::vector<ContractCase> WireCases() {
  return {
      {"lost-request", "A SET that is lost once is made good by a retry",
       LostRequest},
      {"lost-answer",
       "The answer to a SET is lost once: what it says of the outlet is true",
       LostAnswer},
      {"duplicated-answer",
       "Every answer comes twice, and none is taken for that of the next "
       "request",
       DuplicatedAnswer},
      {"late-answer",
       "The answer to a SET comes late: what it says of the outlet is true",
       LateAnswer},
      {"acknowledged-only",
       "The device says that all is well and does nothing: it must not say "
       "done",
       AcknowledgedOnly},
      {"obeyed-with-error",
       "The device obeys and answers with an error: it may fail, but says "
       "nothing that is not true",
       ObeyedWithError},
  };
}

}  // namespace pdukit::fake_pdu
