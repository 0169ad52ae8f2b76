#ifndef PDUKIT_CLIENT_LAB_FILE_H_
#define PDUKIT_CLIENT_LAB_FILE_H_

// What stands in a lab file, before any device is asked.

#include <string>
#include <vector>

#include "base/result.h"
#include "client/lab.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {

struct LabFile {
  struct Pdu {
    std::string name{};
    std::string endpoint{};
    SnmpPdu::Options options{};
  };
  struct Machine {
    std::string name{};
    std::vector<Lab::Supply> supplies{};
  };

  std::string file{};
  std::vector<Pdu> pdus{};  // In the order of the file, as the machines.
  std::vector<Machine> machines{};

  // As Lab::Parse says.
  static Result<LabFile> Parse(const std::string& file, const std::string& text,
                               const Lab::Options& options);
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_LAB_FILE_H_
