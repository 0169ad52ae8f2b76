#ifndef PDUKIT_FAKE_PDU_STANDALONE_USER_SPEC_H_
#define PDUKIT_FAKE_PDU_STANDALONE_USER_SPEC_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {

// An SNMPv3 user as the flag writes it: [ro:]NAME[:AUTH:KEY[:PRIV:KEY]]. The
// user may write unless it begins with "ro:". No part can hold a colon. Fails
// with kInvalidArgument and a sentence that holds no key.
Result<FakePdu::User> ParseUserSpec(std::string_view text);

// One user a line; blank lines and those that begin with # say nothing. Fails
// with kNotFound where the file cannot be read, and as ParseUserSpec does, with
// file and line.
Result<std::vector<FakePdu::User>> ReadUserFile(const std::string& path);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_STANDALONE_USER_SPEC_H_
