#include "tests/bench/servers.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "tests/bench/lab_user.h"
#include "tests/bench/udp_socket.h"

namespace pdukit::bench {
namespace {

// A GET of sysUpTime.0 by the community `private`, version 2c.
const std::string kProbe(
    "\x30\x2A\x02\x01\x01\x04\x07private\xA0\x1C\x02\x04\x00\x00\x00\x01\x02"
    "\x01\x00\x02\x01\x00\x30\x0E\x30\x0C\x06\x08\x2B\x06\x01\x02\x01\x01\x03"
    "\x00\x05\x00",
    44);

void Write(const std::string& path, const std::string& text) {
  std::ofstream file(path);
  file << text;
  if (!file.flush()) {
    throw std::runtime_error("cannot write " + path);
  }
}

std::string UserSpec() {
  const UsmUser user = LabUser();
  return fmt::format("{}:SHA:{}:AES:{}", user.name, user.auth_passphrase,
                     user.priv_passphrase);
}

Server NextFake(Child& child) {
  Server server;
  server.name = "fake_pdu";
  const std::string line = child.ReadLine();
  server.address = line.substr(0, line.find(' '));
  WaitForAnswer(server.address);
  return server;
}

std::vector<Server> StartFakes(const std::string& option,
                               const std::string& value, int count) {
  auto child = std::make_unique<Child>(std::vector<std::string>{
      "fake_pdu/standalone/fake_pdu", option, value, "--count",
      std::to_string(count), "--v3-user", UserSpec()});
  std::vector<Server> servers;
  for (int number = 0; number < count; ++number) {
    servers.push_back(NextFake(*child));
  }
  servers.front().child = std::move(child);
  return servers;
}

}  // namespace

ServerFiles::ServerFiles(const std::string& in, const Dataset& dataset)
    : directory(fmt::format("{}/{}", in, dataset.objects().size())),
      capture(directory + "/sim/private.snmprec"),
      snmpd_conf(directory + "/objects.conf") {
  std::filesystem::create_directories(directory + "/sim");
  std::filesystem::create_directories(directory + "/cache");
  Write(capture, dataset.ToSnmprec());
  Write(snmpd_conf, dataset.ToSnmpdConf());
}

Server StartFakeModel(const std::string& model) {
  return std::move(StartFakeModels(model, 1).front());
}

std::vector<Server> StartFakeModels(const std::string& model, int count) {
  return StartFakes("--model", model, count);
}

Server StartFakeCapture(const ServerFiles& files) {
  return std::move(StartFakes("--capture", files.capture, 1).front());
}

Server StartSnmpd(const ServerFiles& files) {
  Server server;
  server.name = "snmpd";
  server.address = fmt::format("127.0.0.1:{}", FreePort());
  server.child = std::make_unique<Child>(
      std::vector<std::string>{"snmpd", "-f", "-C", "-c", files.snmpd_conf,
                               "-Ln", "-r", "-I",
                               "vacm_conf,vacm_vars,usmConf,usmUser,override",
                               "udp:" + server.address},
      std::map<std::string, std::string>{
          {"MIBS", ""},
          {"MIBDIRS", files.directory},
          {"SNMPCONFPATH", files.directory},
          {"SNMP_PERSISTENT_DIR", files.directory + "/cache"}});
  WaitForAnswer(server.address);
  return server;
}

Server StartSnmpsim(const ServerFiles& files) {
  const UsmUser user = LabUser();
  Server server;
  server.name = "snmpsim";
  // As the file is called.
  server.context = "private";
  server.address = fmt::format("127.0.0.1:{}", FreePort());
  server.child = std::make_unique<Child>(std::vector<std::string>{
      "snmpsimd", "--process-user=root", "--process-group=root",
      "--logging-method=null", "--data-dir=" + files.directory + "/sim",
      "--cache-dir=" + files.directory + "/cache", "--v3-user=" + user.name,
      "--v3-auth-key=" + user.auth_passphrase, "--v3-auth-proto=SHA",
      "--v3-priv-key=" + user.priv_passphrase, "--v3-priv-proto=AES",
      "--agent-udpv4-endpoint=" + server.address});
  WaitForAnswer(server.address);
  return server;
}

Server StartUdpEcho() {
  Server server;
  server.name = "UDP echo";
  server.child =
      std::make_unique<Child>(std::vector<std::string>{"tests/bench/udp_echo"});
  server.address = server.child->ReadLine();
  return server;
}

Server StartNetSnmpEcho() {
  Server server;
  server.name = "Net-SNMP and an echo";
  server.child = std::make_unique<Child>(
      std::vector<std::string>{"tests/bench/net_snmp_echo"});
  server.address = server.child->ReadLine();
  WaitForAnswer(server.address);
  return server;
}

void WaitForAnswer(const std::string& address) {
  const UdpSocket socket(address);
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
  while (std::chrono::steady_clock::now() < end) {
    socket.Send(kProbe);
    if (socket.Receive(std::chrono::milliseconds(1))) {
      return;
    }
  }
  throw std::runtime_error(address + " does not answer");
}

}  // namespace pdukit::bench
