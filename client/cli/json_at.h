#ifndef PDUKIT_CLIENT_CLI_JSON_AT_H_
#define PDUKIT_CLIENT_CLI_JSON_AT_H_

#include <string>

namespace pdukit::client {

// What is at a JSON pointer (RFC 6901) in a document, as JSON:
//
//   EXPECT_EQ(JsonAt(out, "/0/machine"), R"("db-3")");
//
// "absent" if nothing is there, "not JSON" if `document` is none.
std::string JsonAt(const std::string& document, const std::string& pointer);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_JSON_AT_H_
