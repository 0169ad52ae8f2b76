// Nobody but this machine reaches a PDU, unless an address is named that says
// otherwise.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/fake_pdu.h"

namespace pdukit {
namespace {

using fake_pdu::FakePdu;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// The addresses that sockets of this process are bound to, as the kernel has
// them.
std::vector<std::string> BoundAddresses() {
  std::vector<std::string> bound;
  for (const auto& entry :
       std::filesystem::directory_iterator("/proc/self/fd")) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    const int socket = std::stoi(entry.path().filename());
    if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) !=
        0) {
      continue;
    }
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET) {
      const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
      inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
      bound.emplace_back(text.data());
    } else if (address.ss_family == AF_INET6) {
      const auto& v6 = reinterpret_cast<const sockaddr_in6&>(address);
      inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
      bound.emplace_back(text.data());
    }
  }
  return bound;
}

FakePdu::Options ListeningOn(const std::string& address) {
  FakePdu::Options options;
  options.model = "AP7900";
  options.listen = address;
  return options;
}

TEST(LoopbackTest, IsAllThatIsBoundUnlessAnAddressIsNamed) {
  const FakePdu first = FakePdu::Start("AP7900").value();
  FakePdu::Options options;
  options.model = "PX3-5190R";
  const FakePdu second = FakePdu::Start(options).value();

  EXPECT_THAT(BoundAddresses(), AllOf(Not(IsEmpty()), Each("127.0.0.1")));
}

TEST(LoopbackTest, AnAddressThatIsNamedIsBound) {
  const FakePdu pdu = FakePdu::Start(ListeningOn("0.0.0.0:0")).value();

  EXPECT_THAT(BoundAddresses(), Each("0.0.0.0"));
  EXPECT_THAT(pdu.address(), StartsWith("0.0.0.0:"));
}

class IncompleteAddressTest : public ::testing::TestWithParam<const char*> {};

// What other programs take for all addresses, or look up.
TEST_P(IncompleteAddressTest, IsRefused) {
  const Result<FakePdu> pdu = FakePdu::Start(ListeningOn(GetParam()));

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_THAT(pdu.error().Text(),
              HasSubstr("is not an IP address with a port"));
  EXPECT_THAT(BoundAddresses(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(OfAllKinds, IncompleteAddressTest,
                         ::testing::Values("", ":", ":0", "0", "0:0", "161",
                                           "*:0", "[]:0", "[*]:0", ":::0",
                                           "udp:0", "0.0.0:0", "localhost:0",
                                           "udp:0.0.0.0:0", "127.0.0.1",
                                           "127.1:0", "2130706433:0"));

}  // namespace
}  // namespace pdukit
