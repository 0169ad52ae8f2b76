// Walks of devices, as `fake_pdu --capture` reads them. What is read can be
// written, read again, anonymised and served.

#include "fake_pdu/capture/capture.h"

#include <string>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/capture/anonymise.h"
#include "fake_pdu/capture/capture_model.h"
#include "fake_pdu/capture/captured_objects.h"
#include "fake_pdu/capture/snmprec_writer.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/models/model_catalog.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/walk_model.h"

namespace pdukit::fuzz {
namespace {

using fake_pdu::Capture;
using fake_pdu::ModelCatalog;

// But for exceptions, which no device has as a value.
void RequireRewritable(const Capture& capture) {
  const Result<Capture> again =
      Capture::Read("again", fake_pdu::ToSnmprec(capture.varbinds()));
  Require(again.ok() && again->varbinds() == capture.varbinds(),
          "a capture that is written reads back as it was");
}

void Serve(const Capture& capture) {
  const auto model = ChooseModel(capture, ModelCatalog::BuiltIn(), "");
  if (!model.ok()) {
    return RequireSentence(model.error());
  }
  ManualClock clock;
  fake_pdu::Device device(SpecOf(*model), clock);
  const fake_pdu::CapturedObjects objects(capture, *model, device);
  Require(WalkView(objects).size() <= capture.varbinds().size(),
          "nothing is served that was not captured");
}

}  // namespace

void TryInput(const std::string& text) {
  const Result<Capture> capture = Capture::Read("device.walk", text);
  if (!capture.ok()) {
    return RequireSentence(capture.error());
  }
  RequireRewritable(*capture);
  Require(Anonymise(*capture, {}).varbinds.size() == capture->varbinds().size(),
          "anonymising keeps every variable");
  Serve(*capture);
}

// Every type in both formats, and what a real model answers.
std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = {
      "# a comment\n"
      "1.3.6.1.2.1.1.1.0|4|APC Web/SNMP Management Card (MN:AP7900 SN: 1)\n"
      "1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.318.1.3.4.5\n"
      "1.3.6.1.2.1.1.3.0|67:numeric|min=1,max=5,initial=3\n"
      "1.3.6.1.2.1.4.20.1.1.192.168.0.1|64|192.168.0.1\n"
      "1.3.6.1.4.1.9.1|4x|00c0b7ff\n"
      "1.3.6.1.4.1.9.2|4e|a\\x00\\n\n"
      "1.3.6.1.4.1.9.3|65|4294967295\n"
      "1.3.6.1.4.1.9.4|66|7\n"
      "1.3.6.1.4.1.9.5|68x|9f7804\n"
      "1.3.6.1.4.1.9.6|70|18446744073709551615\n"
      "1.3.6.1.4.1.9.7|5|\n"
      "1.3.6.1.4.1.9.8|2|-5\n",
      ".1.3.6.1.2.1.1.1.0 = STRING: \"a \\\"card\\\"\n"
      "of two lines, rack4.lab.example, 10.0.0.7\"\n"
      ".1.3.6.1.2.1.1.2.0 = OID: .1.3.6.1.4.1.318.1.3.4.5\n"
      ".1.3.6.1.2.1.1.3.0 = Timeticks: (123) 0:00:01.23\n"
      ".1.3.6.1.2.1.4.20.1.1.192.168.0.1 = IpAddress: 192.168.0.1\n"
      ".1.3.6.1.4.1.9.1 = Hex-STRING: 00 C0 B7 FF \n"
      ".1.3.6.1.4.1.9.2 = \"\"\n"
      ".1.3.6.1.4.1.9.3 = Counter32: 7\n"
      ".1.3.6.1.4.1.9.4 = Gauge32: 5 seconds\n"
      ".1.3.6.1.4.1.9.5 = Opaque: Float: 1.5\n"
      ".1.3.6.1.4.1.9.6 = Counter64: 8\n"
      ".1.3.6.1.4.1.9.7 = BITS: 9F 04 online(0) charged(3)\n"
      ".1.3.6.1.4.1.9.8 = Wrong Type (should be INTEGER): Gauge32: 5\n"
      ".1.3.6.1.4.1.9.9 = INTEGER: on(1)\n"
      ".1.3.6.1.4.1.9.10 = Network Address: C0:A8:00:01\n"
      ".1.3.6.1.4.1.9.11 = No Such Object available on this agent\n"
      ".1.3.6.1.4.1.9.12 = NULL\n"};
  for (const char* model : {"AP7900", "NETIO-4", "Teltronix-8"}) {
    seeds.push_back(fake_pdu::ToSnmprec(
        WalkModel(ModelCatalog::BuiltIn().Find(model).value())));
  }
  return seeds;
}

}  // namespace pdukit::fuzz
