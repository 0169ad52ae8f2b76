#include "snmp/runtime.h"

#include <openssl/crypto.h>
#include <pthread.h>

#include <clocale>
#include <mutex>
#include <string>

#include "snmp/net_snmp.h"
#include "snmp/usm_module.h"

namespace pdukit {
namespace {

// Else the TLS transports would list the host's certificates.
int DropCertificates(int, int, void*, void*) noexcept {
  netsnmp_certs_shutdown();
  return SNMPERR_SUCCESS;
}

void KeepOffTheHost() {
  for (const int setting :
       {NETSNMP_DS_LIB_DONT_READ_CONFIGS, NETSNMP_DS_LIB_DONT_PERSIST_STATE,
        NETSNMP_DS_LIB_DISABLE_PERSISTENT_LOAD,
        NETSNMP_DS_LIB_DISABLE_PERSISTENT_SAVE,
        NETSNMP_DS_LIB_DONT_LOAD_HOST_FILES,
        NETSNMP_DS_LIB_ALARM_DONT_USE_SIG}) {
    netsnmp_ds_set_boolean(NETSNMP_DS_LIBRARY_ID, setting, 1);
  }
  netsnmp_ds_set_string(NETSNMP_DS_LIBRARY_ID, NETSNMP_DS_LIB_MIBDIRS, "");
  snmp_register_callback(SNMP_CALLBACK_LIBRARY,
                         SNMP_CALLBACK_POST_PREMIB_READ_CONFIG,
                         &DropCertificates, nullptr);
}

// Without a handler of ours, all of the log goes to stderr. This one passes it
// to the SNMP_CALLBACK_LOGGING callbacks, of which there are none.
void SilenceLog() {
  netsnmp_register_loghandler(NETSNMP_LOGHANDLER_CALLBACK, LOG_DEBUG);
}

// Else exit() would take OpenSSL away from threads that still use it, the
// agents' among them. Without effect if the host has started OpenSSL before.
void KeepOpenSslAtExit() {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

std::mutex* kept_over_fork = nullptr;

// A child of fork has none of the other threads: nobody else may hold the lock
// at that moment, or nobody would give it back there.
void KeepOverFork(std::mutex& mutex) {
  kept_over_fork = &mutex;
  const auto unlock = [] { kept_over_fork->unlock(); };
  pthread_atfork([] { kept_over_fork->lock(); }, unlock, unlock);
}

}  // namespace

NetSnmpRuntime& NetSnmpRuntime::Get() {
  // Leaked: the agent thread may outlive the static objects.
  static auto* const kRuntime = new NetSnmpRuntime;
  return *kRuntime;
}

NetSnmpRuntime::NetSnmpRuntime() {
  KeepOpenSslAtExit();
  SilenceLog();
  KeepOffTheHost();
  // init_snmp sets LC_CTYPE from the environment.
  const std::string locale = std::setlocale(LC_CTYPE, nullptr);
  init_snmp("pdukit");
  std::setlocale(LC_CTYPE, locale.c_str());
  WrapUsmModule();
  KeepOverFork(mutex_);
}

}  // namespace pdukit
