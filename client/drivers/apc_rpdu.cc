#include "client/drivers/apc_rpdu.h"

#include <vector>

namespace pdukit::client {
namespace {

// Names and meanings are those of the PowerNet-MIB.
const Oid& Rpdu() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 318, 1, 1, 12};
  return oid;
}

Oid Ident(std::uint32_t object) { return Rpdu().Child(Oid{1, object}); }

Oid OutletDev(std::uint32_t object) {
  return Rpdu().Child(Oid{3, 1, object, 0});
}

Oid OutletStatus(std::uint32_t column) {
  return Rpdu().Child(Oid{3, 5, 1, 1, column});
}

Oid LoadStatus(std::uint32_t column) {
  return Rpdu().Child(Oid{2, 3, 1, 1, column});
}

constexpr std::uint32_t kMonitoredOutlets = 5;  // 0: metered by bank or phase
constexpr std::uint32_t kLoadPhase = 4;
constexpr std::uint32_t kLoadBank = 5;

constexpr int kTenths = 1;
constexpr int kThousandths = 3;

// rPDU has neither frequency nor energy. rPDULoadStatusTable holds phases and
// banks, each with a 0 for the other; an outlet between two phases
// (phase1-2(4) and beyond) has no row there. Units that do not meter their
// outlets serve their column too, all zeros (captures of an AP7902B and an
// AP8932).
std::vector<MeterTable> Tables() {
  MeterTable outlets =
      MetersOfOutlets({{&PowerReading::current, OutletStatus(7), kTenths}});
  outlets.row_count = OutletDev(kMonitoredOutlets);

  MeterTable banks;
  banks.place = MeterPlace::kBank;
  banks.quantities = {{&PowerReading::current, LoadStatus(2), kTenths}};
  banks.number = LoadStatus(kLoadBank);
  banks.of_outlet.keys = {{LoadStatus(kLoadBank), OutletStatus(6)}};

  MeterTable phases;
  phases.place = MeterPlace::kPhase;
  phases.quantities = banks.quantities;
  phases.number = LoadStatus(kLoadPhase);
  phases.where = LoadStatus(kLoadBank);
  phases.where_values = {0};
  phases.of_outlet.keys = {{LoadStatus(kLoadPhase), OutletStatus(3)}};

  // Models that do not know a quantity serve it as -1: the AP8xxx the voltage,
  // which is that between two lines.
  MeterTable unit;
  unit.place = MeterPlace::kUnit;
  unit.quantities = {{&PowerReading::voltage, Ident(15)},
                     {&PowerReading::active_power, Ident(16)},
                     {&PowerReading::power_factor, Ident(17), kThousandths},
                     {&PowerReading::apparent_power, Ident(18)}};
  unit.of_outlet.from_index = ScalarIndex;
  return {outlets, banks, phases, unit};
}

}  // namespace

Family ApcRpdu() {
  const Oid products = {1, 3, 6, 1, 4, 1, 318, 1, 3, 4};
  Family family;
  family.name = "apc_rpdu";
  family.model = Ident(5);
  family.firmware = Ident(3);
  family.sys_object_ids = {
      products.Child(5),  // masterSwitchrPDU: AP78xx, AP79xx
      products.Child(6),  // masterSwitchrPDU2: AP8xxx
      products.Child(8),  // masterSwitchrPDUB: AP79xxB
  };
  family.outlet_count = Ident(8).Child(0);
  family.switched_count = OutletDev(3);
  family.command = Rpdu().Child(Oid{3, 3, 1, 1, 4});
  family.commands = {
      {OutletCommand::kOn, 1},         {OutletCommand::kOff, 2},
      {OutletCommand::kReboot, 3},     {OutletCommand::kDelayedOn, 4},
      {OutletCommand::kDelayedOff, 5}, {OutletCommand::kCancel, 7},
  };
  family.state = OutletStatus(4);
  family.states = {{1, PowerState::kOn}, {2, PowerState::kOff}};
  family.pending = OutletStatus(5);
  family.pending_value = 1;
  family.name_column = OutletStatus(2);
  // rPDUOutletConfigOutletName
  family.writable_name = Rpdu().Child(Oid{3, 4, 1, 1, 2});
  // rPDUOutletConfigRebootDuration, up to 60 s.
  family.reboot_time = Rpdu().Child(Oid{3, 4, 1, 1, 6});
  family.reboot_default = std::chrono::seconds(60);
  family.meter_tables = Tables();
  return family;
}

}  // namespace pdukit::client
