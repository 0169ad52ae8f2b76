#include "tests/fuzz/v3_message.h"

#include <cstddef>

#include "client/session/ber.h"
#include "snmp/net_snmp.h"
#include "tests/fuzz/fuzz_target.h"

namespace pdukit::fuzz {
namespace {

namespace ber = client::ber;

constexpr std::size_t kDigestSize = 12;  // RFC 3414 section 7.3.1
constexpr char kSalt[] = "saltsalt";     // RFC 3826 section 3.1.2.1

std::string BigEndian(std::uint32_t number) {
  std::string octets;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    octets += static_cast<char>(number >> shift & 0xFFU);
  }
  return octets;
}

// Always of four octets: a leading zero does no harm.
std::string WriteNumber(std::uint32_t number) {
  return ber::Write(ber::kInteger, BigEndian(number));
}

std::string WriteOctets(const std::string& octets) {
  return ber::Write(ber::kOctetString, octets);
}

const u_char* Octets(const std::string& text) {
  return reinterpret_cast<const u_char*>(text.data());
}

}  // namespace

UsmUser FuzzUser(SecurityLevel level) {
  UsmUser user;
  user.name = "fuzzer";
  user.auth_protocol = AuthProtocol::kSha1;
  user.auth_passphrase = "auth passphrase";
  if (level == SecurityLevel::kAuthPriv) {
    user.priv_protocol = PrivProtocol::kAes128;
    user.priv_passphrase = "priv passphrase";
  }
  return user;
}

V3Writer::V3Writer(const UsmUser& user, const std::string& engine_id)
    : name_(user.name),
      engine_id_(engine_id),
      user_(UsmCredentials::Derive(user).value().Localize(engine_id)) {}

std::string V3Writer::Wrap(const std::string& scoped_pdu,
                           const Envelope& envelope) const {
  constexpr char kReportable = 4;  // RFC 3412 section 6.4
  const bool auth = envelope.level != SecurityLevel::kNoAuthNoPriv;
  const bool priv = envelope.level == SecurityLevel::kAuthPriv;
  const EngineTime time = envelope.time;
  const char flags =
      static_cast<char>(kReportable + (auth ? 1 : 0) + (priv ? 2 : 0));
  const std::string header = ber::Write(
      ber::kSequence, WriteNumber(envelope.message_id) + WriteNumber(65507) +
                          WriteOctets(std::string(1, flags)) +
                          ber::WriteInteger(SNMP_SEC_MODEL_USM));
  const std::string before = WriteOctets(engine_id_) + WriteNumber(time.boots) +
                             WriteNumber(time.seconds) +
                             WriteOctets(envelope.names_user ? name_ : "");
  const std::string salt = WriteOctets(priv ? kSalt : "");
  const std::string data =
      priv ? WriteOctets(Encrypt(scoped_pdu, time)) : scoped_pdu;
  const auto message = [&](const std::string& digest) {
    const std::string parameters = WriteOctets(
        ber::Write(ber::kSequence, before + WriteOctets(digest) + salt));
    return ber::Write(ber::kSequence, ber::WriteInteger(SNMP_VERSION_3) +
                                          header + parameters + data);
  };
  if (!auth) {
    return message("");
  }
  return message(Digest(message(std::string(kDigestSize, '\0'))));
}

std::string V3Writer::Scope(const std::string& pdu) const {
  return ber::Write(ber::kSequence,
                    WriteOctets(engine_id_) + WriteOctets("") + pdu);
}

std::string V3Writer::Encrypt(const std::string& scoped_pdu,
                              EngineTime time) const {
  std::string vector = BigEndian(time.boots) + BigEndian(time.seconds) + kSalt;
  std::string encrypted(scoped_pdu.size() + 64, '\0');
  std::size_t size = encrypted.size();
  const int result =
      sc_encrypt(user_->privProtocol, user_->privProtocolLen, user_->privKey,
                 static_cast<u_int>(user_->privKeyLen),
                 reinterpret_cast<u_char*>(vector.data()),
                 static_cast<u_int>(vector.size()), Octets(scoped_pdu),
                 static_cast<u_int>(scoped_pdu.size()),
                 reinterpret_cast<u_char*>(encrypted.data()), &size);
  // It encrypts nothing of nothing.
  Require(result == SNMPERR_SUCCESS || scoped_pdu.empty(),
          "Net-SNMP encrypts a scopedPDU");
  encrypted.resize(scoped_pdu.empty() ? 0 : size);
  return encrypted;
}

std::string V3Writer::Digest(const std::string& message) const {
  std::string digest(64, '\0');
  std::size_t size = digest.size();
  const int result = sc_generate_keyed_hash(
      user_->authProtocol, user_->authProtocolLen, user_->authKey,
      static_cast<u_int>(user_->authKeyLen), Octets(message),
      static_cast<u_int>(message.size()),
      reinterpret_cast<u_char*>(digest.data()), &size);
  Require(result == SNMPERR_SUCCESS, "Net-SNMP makes a digest");
  digest.resize(kDigestSize);
  return digest;
}

}  // namespace pdukit::fuzz
