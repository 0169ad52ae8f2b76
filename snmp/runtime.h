#ifndef PDUKIT_SNMP_RUNTIME_H_
#define PDUKIT_SNMP_RUNTIME_H_

// Net-SNMP in this process: started once, hermetic, and the lock that all of
// its users share. Not a public header.
//
//   NetSnmpRuntime& runtime = NetSnmpRuntime::Get();
//   NetSnmpRuntime::Lock lock(runtime);
//   void* session = snmp_sess_open(&settings);

#include <mutex>

namespace pdukit {

// libnetsnmp keeps sessions, users, engine times, ids and statistics in
// globals without any lock of its own. So every call that touches them (open
// and close, create and send PDUs, read2, timeout, select_info2) is made under
// this one. Functions that need it take a Lock as witness.
//
// Lock order: this one first, then a device's own. It is never held while
// waiting for anything but the device, nor while calling a user's code. A child
// of fork starts with the lock free; sessions of the parent are not for it.
class NetSnmpRuntime {
 public:
  // Held from its construction to its destruction. Not recursive.
  class Lock {
   public:
    explicit Lock(NetSnmpRuntime& runtime) : guard_(runtime.mutex_) {}

   private:
    std::lock_guard<std::mutex> guard_;
  };

  // Starts Net-SNMP at the first call. No file is read or written but shared
  // objects, locale data and OpenSSL's configuration; nothing is logged; no
  // signal handler is set. It stays until the process ends. Thread-safe; the
  // lock must not be held.
  static NetSnmpRuntime& Get();

 private:
  NetSnmpRuntime();

  std::mutex mutex_;
};

}  // namespace pdukit

#endif  // PDUKIT_SNMP_RUNTIME_H_
