// What a switching costs the client, against Net-SNMP's C library doing the
// same by hand.

#include <chrono>
#include <cstddef>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/command.h"
#include "client/endpoint.h"
#include "client/fleet.h"
#include "client/lab.h"
#include "client/session/net_snmp_session.h"
#include "client/snmp_pdu.h"
#include "tests/bench/lab_user.h"
#include "tests/bench/rounds.h"
#include "tests/bench/servers.h"
#include "tests/bench/stock_fleet.h"
#include "tests/bench/stock_session.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/temporary_directory.h"

namespace pdukit::bench {
namespace {

using client::SnmpPdu;

constexpr int kSwitchings = 200;
constexpr int kPdus = 100;
constexpr int kOutletsOfEach = 10;
constexpr auto kProgramTimeout = std::chrono::seconds(20);

SnmpPdu::Options OptionsFor(SnmpVersion version) {
  SnmpPdu::Options options;
  options.version = version;
  options.user = LabUser();
  options.family = "apc_rpdu";
  return options;
}

void AddSwitchings(Rounds& rounds, const Server& fake, SnmpVersion version,
                   const std::string& name) {
  const SnmpPdu pdu = SnmpPdu::Open(fake.address, OptionsFor(version)).value();
  const auto outlet =
      std::make_shared<client::SnmpPowerClient>(pdu.outlet(1).value());
  const std::shared_ptr<snmp_session> stock = OpenStockSession(fake, version);
  for (const clockid_t clock : {CLOCK_PROCESS_CPUTIME_ID, CLOCK_MONOTONIC}) {
    const std::string kind =
        clock == CLOCK_MONOTONIC ? ", elapsed" : ", client CPU";
    rounds.Add(name + kind, [=] {
      return Took(clock,
                  [&] {
                    for (int i = 0; i < kSwitchings; ++i) {
                      (i % 2 == 0 ? outlet->Off() : outlet->On()).value();
                    }
                  }) /
             kSwitchings;
    });
    rounds.Add(name + kind + ", by hand", [=] {
      return Took(clock,
                  [&] {
                    for (int i = 0; i < kSwitchings; ++i) {
                      StockSwitch(*stock, 1, i % 2 != 0);
                    }
                  }) /
             kSwitchings;
    });
  }
}

void AddKeys(Rounds& rounds) {
  const auto open = [](const std::string& passphrase) {
    client::NetSnmpSession::Options options;
    options.endpoint = client::Endpoint::Parse("127.0.0.1").value();
    options.version = SnmpVersion::kV3;
    options.user = LabUser();
    options.user.auth_passphrase = passphrase;
    options.user.priv_passphrase = passphrase + " too";
    return Took(CLOCK_PROCESS_CPUTIME_ID,
                [&] { client::NetSnmpSession::Open(options).value(); });
  };
  open("seen before");
  rounds.Add("keys cached", [=] { return open("seen before"); });
  rounds.Add("keys derived", [=, number = 0]() mutable {
    return open(fmt::format("passphrase {}", ++number));
  });
}

void Run(const std::vector<std::string>& arguments) {
  const CommandOutput output =
      RunCommand(arguments, "", kProgramTimeout).value();
  if (output.exit_status != 0) {
    throw std::runtime_error(arguments.front() + ": " + output.err);
  }
}

void AddPrograms(Rounds& rounds, const Server& fake) {
  rounds.Add("power off", [&fake] {
    return Took(CLOCK_MONOTONIC, [&] {
      Run({"client/cli/power", "off", "--host", fake.address, "--community",
           "private", "--outlet", "2"});
    });
  });
  rounds.Add("snmpset and snmpget", [&fake] {
    const std::string control = "1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.2";
    return Took(CLOCK_MONOTONIC, [&] {
      Run({"snmpset", "-v2c", "-c", "private", fake.address, control, "i",
           "2"});
      Run({"snmpget", "-v2c", "-c", "private", fake.address, control});
    });
  });
}

// `fakes` have the names pdu0, pdu1, ..., and their outlets' machines m0-1, ...
std::string LabText(const std::vector<Server>& fakes) {
  std::string pdus = "pdus:\n";
  std::string machines = "machines:\n";
  for (std::size_t at = 0; at < fakes.size(); ++at) {
    pdus += fmt::format(
        "  pdu{}: {{host: \"{}\", community: private, family: apc_rpdu}}\n", at,
        fakes[at].address);
    for (int outlet = 1; outlet <= kOutletsOfEach; ++outlet) {
      machines += fmt::format("  m{}-{}: pdu{} {}\n", at, outlet, at, outlet);
    }
  }
  return pdus + machines;
}

// Programs that switch all outlets of one PDU off, in ms per outlet.
void AddProgramsOfOutlets(Rounds& rounds, const Server& fake,
                          const std::string& lab_file) {
  const SnmpPdu pdu =
      SnmpPdu::Open(fake.address, OptionsFor(SnmpVersion::kV2c)).value();
  const auto add = [&](const std::string& name,
                       const std::function<void()>& switch_off) {
    rounds.Add(name, [pdu, switch_off] {
      // fence_apc_snmp does nothing to an outlet that is off.
      for (int outlet = 1; outlet <= kOutletsOfEach; ++outlet) {
        pdu.outlet(outlet).value().On().value();
      }
      return Took(CLOCK_MONOTONIC, switch_off) / kOutletsOfEach / 1000;
    });
  };
  const auto add_each = [&](const std::string& name,
                            const std::function<void(int outlet)>& switch_off) {
    add(name, [switch_off] {
      for (int outlet = 1; outlet <= kOutletsOfEach; ++outlet) {
        switch_off(outlet);
      }
    });
  };
  add("power --lab", [lab_file] {
    Run({"client/cli/power", "--lab", lab_file, "off", "--all"});
  });
  add_each("snmpset", [&fake](int outlet) {
    Run({"snmpset", "-v2c", "-c", "private", fake.address,
         fmt::format("1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.{}", outlet), "i", "2"});
  });
  const std::size_t colon = fake.address.rfind(':');
  // Without its own pauses.
  add_each("fence_apc_snmp", [host = fake.address.substr(0, colon),
                              port =
                                  fake.address.substr(colon + 1)](int outlet) {
    Run({"fence_apc_snmp", "-a", host, "-u", port, "-d", "2c", "-c", "private",
         "--delay=0", "--power-wait=0", "--stonith-status-sleep=0", "-n",
         std::to_string(outlet), "-o", "off"});
  });
}

void AddFleet(Rounds& rounds, const std::vector<Server>& fakes) {
  const client::Lab lab =
      client::Lab::Parse("lab.yaml", LabText(fakes), {}).value();
  const auto machines = std::make_shared<std::vector<client::FleetMachine>>(
      lab.fleet(lab.machines()).value());
  const auto stock = std::make_shared<StockFleet>(fakes);
  const auto switch_all = [machines, lab](client::FleetCommand command) {
    for (const client::FleetOutcome& outcome :
         client::RunFleet(*machines, command, {})) {
      if (outcome.error) {
        throw std::runtime_error(outcome.error->Text());
      }
    }
  };
  // Reaches them all.
  switch_all(client::FleetCommand::kOn);
  for (const clockid_t clock : {CLOCK_PROCESS_CPUTIME_ID, CLOCK_MONOTONIC}) {
    const std::string kind =
        clock == CLOCK_MONOTONIC ? ", elapsed" : ", client CPU";
    rounds.Add("fleet" + kind, [=] {
      return (Took(clock, [&] { switch_all(client::FleetCommand::kOff); }) +
              Took(clock, [&] { switch_all(client::FleetCommand::kOn); })) /
             2000;
    });
    rounds.Add("fleet" + kind + ", by hand", [=] {
      return (Took(clock, [&] { stock->Switch(kOutletsOfEach, false); }) +
              Took(clock, [&] { stock->Switch(kOutletsOfEach, true); })) /
             2000;
    });
  }
}

void Compare(const Rounds& rounds, const std::string& name,
             std::optional<double> target) {
  Print({name, rounds.Median(name), "Net-SNMP's library by hand",
         rounds.Median(name + ", by hand"), target});
}

int Main(int count) {
  const Server fake = StartFakeModel("AP7930");
  const std::vector<Server> lone = StartFakeModels("AP7930", 1);
  const std::vector<Server> fakes = StartFakeModels("AP7930", kPdus);
  const TemporaryDirectory directory;
  const std::string lab_file = directory.path() + "/lab.yaml";
  std::ofstream(lab_file) << LabText(lone);
  Rounds rounds;
  AddSwitchings(rounds, fake, SnmpVersion::kV2c, "v2c");
  AddSwitchings(rounds, fake, SnmpVersion::kV3, "v3 authPriv");
  AddKeys(rounds);
  AddPrograms(rounds, fake);
  AddProgramsOfOutlets(rounds, lone.front(), lab_file);
  AddFleet(rounds, fakes);
  rounds.Run(count);

  std::cout << fmt::format("{}\n{} rounds of {} switchings\n", MachineText(),
                           count, kSwitchings);
  PrintTitle("Client: one switching, verified", "us");
  for (const std::string version : {"v2c", "v3 authPriv"}) {
    Compare(rounds, version + ", client CPU", 1.1);
    Compare(rounds, version + ", elapsed", 1.1);
  }
  Print({"keys of a session that were derived before",
         rounds.Median("keys cached"), "from pass phrases",
         rounds.Median("keys derived"), 0.1});
  Print({"`power off`, process included", rounds.Median("power off"),
         "snmpset and snmpget", rounds.Median("snmpset and snmpget"), 1.3});
  PrintTitle(fmt::format("Client: {} outlets of a PDU, per outlet, processes "
                         "included",
                         kOutletsOfEach),
             "ms");
  for (const std::string other : {"snmpset", "fence_apc_snmp"}) {
    Print({"`power --lab` once", rounds.Median("power --lab"),
           other + " for each", rounds.Median(other), std::nullopt});
  }
  PrintTitle(fmt::format("Client: {} outlets on {} PDUs, switched and verified",
                         kPdus * kOutletsOfEach, kPdus),
             "ms");
  Compare(rounds, "fleet, client CPU", std::nullopt);
  Compare(rounds, "fleet, elapsed", 1.2);
  return 0;
}

}  // namespace
}  // namespace pdukit::bench

int main(int argc, char** argv) {
  return pdukit::bench::Main(argc > 1 ? std::stoi(argv[1]) : 15);
}
