// Facts: DIGIPDU-MIB; values as in a capture of an IPM-8220 with 1.30.4.
#include "client/drivers/planet.h"

namespace pdukit::client {
namespace {

Oid Outlets(std::uint32_t column) {
  return Oid{1, 3, 6, 1, 4, 1, 10456, 3, 3, 3, 1, column};
}

}  // namespace

Family Planet() {
  Family family;
  family.name = "planet";
  // The bare enterprise: switches of the vendor lie below it.
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 10456}};
  family.always_probe = true;
  family.outlet_walk = Outlets(4);
  family.state = Outlets(4);
  // off-act(2) and on-act(3) do not say what is and what will be.
  family.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
  family.command = Outlets(5);
  family.commands = {{OutletCommand::kOn, 1},
                     {OutletCommand::kOff, 2},
                     {OutletCommand::kReboot, 3}};
  // The units of current and load are not known.
  family.meters = {{&PowerReading::voltage, MeterPlace::kOutlet, Outlets(6)}};
  return family;
}

}  // namespace pdukit::client
