#include "client/session/net_snmp_connection.h"

#include <chrono>
#include <cstddef>
#include <utility>
#include <vector>

namespace pdukit::client {
namespace {

// Net-SNMP copies a community into a buffer of COMMUNITY_MAX_LEN.
constexpr std::size_t kMaxCommunity = 255;
constexpr int kMaxRetries = 100;
constexpr std::chrono::hours kMaxTimeout{1};

Error Invalid(const char* message) {
  return Error{ErrorKind::kInvalidArgument, message};
}

Result<void> Validate(const NetSnmpSession::Options& options) {
  if (options.endpoint.host.empty()) {
    return Invalid("the host is missing");
  }
  if (options.timeout <= std::chrono::milliseconds::zero() ||
      options.timeout > kMaxTimeout) {
    return Invalid("the timeout is not between 1 ms and an hour");
  }
  if (options.retries < 0 || options.retries > kMaxRetries) {
    return Invalid("the number of retries is not between 0 and 100");
  }
  if (options.community.size() > kMaxCommunity) {
    return Invalid("the community has more than 255 characters");
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<NetSnmpConnection>> NetSnmpConnection::Create(
    NetSnmpSession::Options options) {
  Result<void> valid = Validate(options);
  if (!valid.ok()) {
    return valid.error();
  }
  std::unique_ptr<UsmClientIdentity> identity;
  if (options.version == SnmpVersion::kV3) {
    Result<std::unique_ptr<UsmClientIdentity>> created =
        UsmClientIdentity::Create(options.user);
    if (!created.ok()) {
      return created.error();
    }
    identity = *std::move(created);
  }
  options.user.auth_passphrase.clear();
  options.user.priv_passphrase.clear();
  return std::unique_ptr<NetSnmpConnection>(
      new NetSnmpConnection(std::move(options), std::move(identity)));
}

NetSnmpConnection::NetSnmpConnection(
    NetSnmpSession::Options options,
    std::unique_ptr<UsmClientIdentity> identity)
    : options_(std::move(options)), identity_(std::move(identity)) {}

Result<SnmpResponse> NetSnmpConnection::Exchange(const SnmpRequest& request) {
  if (handle_ == nullptr) {
    return ExchangeAnew(request);
  }
  Result<SnmpResponse> response = ExchangeOnHandle(request);
  if (response.ok() || response.error().kind != ErrorKind::kNotInTimeWindow) {
    return response;
  }
  // The device was set back. It did not do what it rejected, so that the
  // request may go out again, however often it may be sent.
  return ExchangeAnew(request);
}

Result<SnmpResponse> NetSnmpConnection::ExchangeAnew(
    const SnmpRequest& request) {
  Result<std::vector<SocketAddress>> addresses = Resolve(options_.endpoint);
  if (!addresses.ok()) {
    return addresses.error();
  }
  // "localhost" may be ::1 first, where nothing listens. What was refused was
  // not received, so that trying the next is safe for any request.
  Error last;
  for (const SocketAddress& address : *addresses) {
    Result<void> opened = Open(address);
    Result<SnmpResponse> response = opened.ok()
                                        ? ExchangeOnHandle(request)
                                        : Result<SnmpResponse>(opened.error());
    if (response.ok() || response.error().kind != ErrorKind::kUnreachable) {
      return response;
    }
    last = response.error();
  }
  return last;
}

Result<SnmpResponse> NetSnmpConnection::ExchangeOnHandle(
    const SnmpRequest& request) {
  Outcome outcome = handle_->Exchange(request, end_);
  if (outcome.response.has_value()) {
    return *std::move(outcome.response);
  }
  Close();
  return FailureOf(outcome, identity_ == nullptr ? Silence::kFromTheStart
                                                 : Silence::kAfterDiscovery);
}

Result<void> NetSnmpConnection::Open(const SocketAddress& address) {
  Result<std::unique_ptr<NetSnmpHandle>> handle =
      NetSnmpHandle::Open(options_, identity_.get(), address);
  if (!handle.ok()) {
    return handle.error();
  }
  handle_ = *std::move(handle);
  if (identity_ == nullptr) {
    return {};
  }
  Result<void> discovered = Discover();
  if (!discovered.ok()) {
    Close();
  }
  return discovered;
}

// RFC 3414 section 4.
Result<void> NetSnmpConnection::Discover() {
  const Outcome outcome = handle_->Probe(end_);
  NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  if (identity_->engine_known(lock)) {
    return {};
  }
  return FailureOf(outcome, Silence::kFromTheStart);
}

void NetSnmpConnection::Close() {
  handle_.reset();
  if (identity_ != nullptr) {
    NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
    identity_->ForgetEngine(lock);
  }
}

Error NetSnmpConnection::FailureOf(const Outcome& outcome,
                                   Silence silence) const {
  if (outcome.error.has_value()) {
    return *outcome.error;
  }
  if (outcome.report.has_value()) {
    return ReportError(options_, *outcome.report);
  }
  return TimeoutError(options_, silence, outcome.datagrams);
}

}  // namespace pdukit::client
