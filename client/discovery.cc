#include "client/discovery.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "client/open_session.h"
#include "client/worker_pool.h"

namespace pdukit::client {
namespace {

// What waits at a time, each with a socket and a thread of its own: a silent
// /16 is through in some two minutes at a second each.
constexpr std::size_t kAtOnce = 512;

// Half of the files that the process may have open, if that is fewer.
std::size_t AtOnce() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) {
    return kAtOnce;
  }
  return std::clamp<std::size_t>(files.rlim_cur / 2, 1, kAtOnce);
}

void Take(std::string& known, const std::string& better) {
  if (!better.empty()) {
    known = better;
  }
}

Discovered DiscoverAt(const std::string& endpoint,
                      const SnmpPdu::Options& options) {
  Result<std::unique_ptr<SnmpSession>> session = OpenSession(endpoint, options);
  if (!session.ok()) {
    Discovered found;
    found.host = endpoint;
    found.error = session.error();
    return found;
  }
  return DiscoverBy(*std::move(session), options);
}

}  // namespace

Discovered DiscoverBy(std::unique_ptr<SnmpSession> session,
                      const SnmpPdu::Options& options) {
  Discovered found;
  found.host = session->host();
  Result<SystemInfo> system = ReadSystemInfo(*session);
  if (!system.ok()) {
    found.error = system.error();
    return found;
  }
  found.system = *std::move(system);
  found.model = {found.system->model(), found.system->firmware()};
  Result<SnmpPdu> pdu = SnmpPdu::Open(std::move(session), options);
  if (!pdu.ok()) {
    found.error = pdu.error();
    return found;
  }
  if (Result<DeviceModel> model = pdu->ReadModel(); model.ok()) {
    Take(found.model.model, model->model);
    Take(found.model.firmware, model->firmware);
  }
  Result<std::vector<OutletInfo>> outlets = pdu->outlets();
  if (outlets.ok()) {
    found.outlets = *std::move(outlets);
  } else {
    found.error = outlets.error();
  }
  found.pdu = *std::move(pdu);
  return found;
}

std::vector<Discovered> Discover(const std::vector<std::string>& endpoints,
                                 const SnmpPdu::Options& options) {
  std::vector<Discovered> found(endpoints.size());
  {
    WorkerPool pool(AtOnce());
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
      pool.Submit([&found, &endpoints, &options, i] {
        found[i] = DiscoverAt(endpoints[i], options);
      });
    }
  }  // Waits for all.
  return found;
}

}  // namespace pdukit::client
