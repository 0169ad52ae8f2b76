#include "client/session/net_snmp_session.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "client/session/net_snmp_connection.h"
#include "client/session/session_errors.h"

namespace pdukit::client {
namespace {

using Varbinds = std::vector<Varbind>;

Error BadAnswer(const std::string& what) {
  return Error{ErrorKind::kProtocol, "the answer " + what};
}

// What v1 can only say with noSuchName: there is no such variable.
Value Absent(int command) {
  return command == SNMP_MSG_GETNEXT ? Value::EndOfMibView()
                                     : Value::NoSuchObject();
}

// GET and GETNEXT, with the answers of v1 and answers that would be too big
// made like any other.
class Reader {
 public:
  Reader(NetSnmpConnection& connection, int command)
      : connection_(connection), command_(command) {}

  Result<Varbinds> Read(const std::vector<Oid>& oids);

 private:
  Result<Varbinds> ReadHalves(const std::vector<Oid>& oids);
  Result<Varbinds> ReadWithout(const std::vector<Oid>& oids,
                               std::size_t absent);
  Result<Varbinds> Checked(const std::vector<Oid>& oids,
                           Varbinds varbinds) const;

  NetSnmpConnection& connection_;
  const int command_;
};

Result<Varbinds> Reader::Read(const std::vector<Oid>& oids) {
  if (oids.empty()) {
    return Varbinds();
  }
  SnmpRequest request;
  request.command = command_;
  for (const Oid& oid : oids) {
    request.varbinds.push_back({oid, Value::Null()});
  }
  Result<SnmpResponse> response = connection_.Exchange(request);
  if (!response.ok()) {
    return response.error();
  }
  const auto index = static_cast<std::size_t>(response->error_index);
  switch (response->status) {
    case ErrorStatus::kNoError:
      return Checked(oids, std::move(response->varbinds));
    case ErrorStatus::kTooBig:
      if (oids.size() > 1) {
        return ReadHalves(oids);
      }
      break;
    case ErrorStatus::kNoSuchName:
      if (index >= 1 && index <= oids.size()) {
        return ReadWithout(oids, index - 1);
      }
      break;
    default:
      break;
  }
  return StatusError(connection_.options(),
                     command_ == SNMP_MSG_GETNEXT ? "GETNEXT" : "GET", oids,
                     response->status, response->error_index);
}

Result<Varbinds> Reader::ReadHalves(const std::vector<Oid>& oids) {
  const auto middle =
      oids.begin() + static_cast<std::ptrdiff_t>(oids.size() / 2);
  Result<Varbinds> first = Read({oids.begin(), middle});
  if (!first.ok()) {
    return first;
  }
  Result<Varbinds> second = Read({middle, oids.end()});
  if (!second.ok()) {
    return second;
  }
  first->insert(first->end(), second->begin(), second->end());
  return first;
}

Result<Varbinds> Reader::ReadWithout(const std::vector<Oid>& oids,
                                     std::size_t absent) {
  const auto position = static_cast<std::ptrdiff_t>(absent);
  std::vector<Oid> others = oids;
  others.erase(others.begin() + position);
  Result<Varbinds> read = Read(others);
  if (!read.ok()) {
    return read;
  }
  read->insert(read->begin() + position, {oids[absent], Absent(command_)});
  return read;
}

Result<Varbinds> Reader::Checked(const std::vector<Oid>& oids,
                                 Varbinds varbinds) const {
  if (varbinds.size() != oids.size()) {
    return BadAnswer("holds " + std::to_string(varbinds.size()) +
                     " variables for " + std::to_string(oids.size()));
  }
  for (std::size_t i = 0; i < oids.size(); ++i) {
    if (command_ == SNMP_MSG_GET && varbinds[i].oid != oids[i]) {
      return BadAnswer("holds " + varbinds[i].oid.ToString() + " instead of " +
                       oids[i].ToString());
    }
  }
  return varbinds;
}

Result<Varbinds> ReadBulk(NetSnmpConnection& connection, const Oid& oid,
                          int max_repetitions) {
  SnmpRequest request;
  request.command = SNMP_MSG_GETBULK;
  request.varbinds = {{oid, Value::Null()}};
  request.max_repetitions = std::max(1, max_repetitions);
  Result<SnmpResponse> response = connection.Exchange(request);
  if (!response.ok()) {
    return response.error();
  }
  if (response->status == ErrorStatus::kTooBig && request.max_repetitions > 1) {
    return ReadBulk(connection, oid, request.max_repetitions / 2);
  }
  if (response->status != ErrorStatus::kNoError) {
    return StatusError(connection.options(), "GETBULK", {oid}, response->status,
                       response->error_index);
  }
  if (response->varbinds.empty()) {
    return BadAnswer("holds no variable");
  }
  return std::move(response->varbinds);
}

Result<void> Write(NetSnmpConnection& connection, const Varbinds& varbinds,
                   Resend resend) {
  SnmpRequest request;
  request.command = SNMP_MSG_SET;
  request.varbinds = varbinds;
  request.resend = resend;
  Result<SnmpResponse> response = connection.Exchange(request);
  if (!response.ok()) {
    return response.error();
  }
  if (response->status == ErrorStatus::kNoError) {
    return {};
  }
  std::vector<Oid> oids;
  for (const Varbind& varbind : varbinds) {
    oids.push_back(varbind.oid);
  }
  return StatusError(connection.options(), "SET", oids, response->status,
                     response->error_index);
}

template <typename T>
Result<T> At(const std::string& host, Result<T> result) {
  if (result.ok()) {
    return result;
  }
  Error error = std::move(result).error();
  error.host = host;
  return error;
}

}  // namespace

Result<std::unique_ptr<NetSnmpSession>> NetSnmpSession::Open(
    const Options& options) {
  Result<std::unique_ptr<NetSnmpConnection>> connection =
      NetSnmpConnection::Create(options);
  if (!connection.ok()) {
    Error error = connection.error();
    error.host = options.endpoint.ToString();
    return error;
  }
  return std::unique_ptr<NetSnmpSession>(
      new NetSnmpSession(*std::move(connection)));
}

NetSnmpSession::NetSnmpSession(std::unique_ptr<NetSnmpConnection> connection)
    : connection_(std::move(connection)),
      host_(connection_->options().endpoint.ToString()) {}

NetSnmpSession::~NetSnmpSession() = default;

Result<Varbinds> NetSnmpSession::Get(const std::vector<Oid>& oids) {
  std::lock_guard lock(connection_mutex_);
  return DoGet(oids);
}

Result<Varbinds> NetSnmpSession::DoGet(const std::vector<Oid>& oids) {
  return At(host_, Reader(*connection_, SNMP_MSG_GET).Read(oids));
}

Result<Varbinds> NetSnmpSession::GetNext(const std::vector<Oid>& oids) {
  std::lock_guard lock(connection_mutex_);
  return DoGetNext(oids);
}

Result<Varbinds> NetSnmpSession::DoGetNext(const std::vector<Oid>& oids) {
  return At(host_, Reader(*connection_, SNMP_MSG_GETNEXT).Read(oids));
}

Result<Varbinds> NetSnmpSession::GetBulk(const Oid& oid, int max_repetitions) {
  std::lock_guard lock(connection_mutex_);
  return DoGetBulk(oid, max_repetitions);
}

Result<Varbinds> NetSnmpSession::DoGetBulk(const Oid& oid,
                                           int max_repetitions) {
  if (connection_->options().version == SnmpVersion::kV1) {
    return At(host_, Reader(*connection_, SNMP_MSG_GETNEXT).Read({oid}));
  }
  return At(host_, ReadBulk(*connection_, oid, max_repetitions));
}

Result<void> NetSnmpSession::Set(const Varbinds& varbinds, Resend resend) {
  std::lock_guard lock(connection_mutex_);
  return DoSet(varbinds, resend);
}

Result<void> NetSnmpSession::DoSet(const Varbinds& varbinds, Resend resend) {
  return At(host_, Write(*connection_, varbinds, resend));
}

std::string NetSnmpSession::host() const { return host_; }

// While it calls no other thread can: the end is that of its calls alone.
class NetSnmpSession::Bounded final : public SnmpSession {
  template <typename Operation>
  auto Call(const Operation& operation) {
    std::lock_guard lock(session_.connection_mutex_);
    session_.connection_->SetEnd(end_);
    auto result = operation();
    session_.connection_->SetEnd(std::nullopt);
    return result;
  }

 public:
  Bounded(NetSnmpSession& session, Clock::TimePoint end)
      : session_(session), end_(end) {}

  Result<Varbinds> Get(const std::vector<Oid>& oids) override {
    return Call([&] { return session_.DoGet(oids); });
  }
  Result<Varbinds> GetNext(const std::vector<Oid>& oids) override {
    return Call([&] { return session_.DoGetNext(oids); });
  }
  Result<Varbinds> GetBulk(const Oid& oid, int max_repetitions) override {
    return Call([&] { return session_.DoGetBulk(oid, max_repetitions); });
  }
  Result<void> Set(const Varbinds& varbinds, Resend resend) override {
    return Call([&] { return session_.DoSet(varbinds, resend); });
  }
  std::string host() const override { return session_.host(); }
  std::unique_ptr<SnmpSession> Until(Clock::TimePoint end) override {
    return std::make_unique<Bounded>(session_, std::min(end, end_));
  }

 private:
  NetSnmpSession& session_;
  const Clock::TimePoint end_;
};

std::unique_ptr<SnmpSession> NetSnmpSession::Until(Clock::TimePoint end) {
  return std::make_unique<Bounded>(*this, end);
}

}  // namespace pdukit::client
