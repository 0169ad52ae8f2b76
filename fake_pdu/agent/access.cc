#include "fake_pdu/agent/access.h"

#include <utility>

namespace pdukit::fake_pdu {

AccessPolicy::AccessPolicy(std::string read_community,
                           std::string write_community,
                           const std::vector<EndpointUser>& users)
    : read_community_(std::move(read_community)),
      write_community_(std::move(write_community)) {
  for (const EndpointUser& user : users) {
    users_[user.user.name] = {user.user.level(), user.access};
  }
}

Access AccessPolicy::ForCommunity(const std::string& community) const {
  if (community.empty()) {
    return Access::kNone;
  }
  if (community == write_community_) {
    return Access::kReadWrite;
  }
  return community == read_community_ ? Access::kRead : Access::kNone;
}

Access AccessPolicy::ForUser(const std::string& name,
                             SecurityLevel level) const {
  const auto found = users_.find(name);
  return found == users_.end() || level < found->second.least_level
             ? Access::kNone
             : found->second.access;
}

}  // namespace pdukit::fake_pdu
