#ifndef PDUKIT_CLIENT_CLI_MAN_PAGE_H_
#define PDUKIT_CLIENT_CLI_MAN_PAGE_H_

#include <string>

namespace pdukit::client {

// What --help says as a manual page, in man's macros of roff.
std::string ManPage();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_MAN_PAGE_H_
