#ifndef PDUKIT_TESTS_BENCH_DATASET_H_
#define PDUKIT_TESTS_BENCH_DATASET_H_

#include <cstddef>
#include <string>
#include <vector>

#include "snmp/oid.h"
#include "snmp/varbind.h"

namespace pdukit::bench {

// What all servers of a benchmark serve: the objects of a fake PDU, and as many
// rows of a table behind them as there are objects wanted.
class Dataset {
 public:
  // Starts a fake of that model in this process and walks it. `writable` names
  // the column whose objects are written to.
  Dataset(const std::string& model, const Oid& writable);

  // At least as many objects as the device has.
  Dataset ExtendedTo(std::size_t size) const;

  const std::vector<Varbind>& objects() const { return objects_; }
  const Oid& writable() const { return writable_; }
  bool IsWritable(const Varbind& object) const {
    return object.oid.StartsWith(writable_);
  }

  // Files that serve them: for snmpsim and for our own fake; for snmpd, which
  // then has the communities `public` and `private` and the user LabUser().
  std::string ToSnmprec() const;
  std::string ToSnmpdConf() const;

 private:
  Oid writable_;
  std::vector<Varbind> objects_;
};

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_DATASET_H_
