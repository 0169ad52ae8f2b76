#include "client/near_names.h"

#include <algorithm>
#include <utility>

namespace pdukit::client {

std::size_t EditDistance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({changed, above + 1, row[j - 1] + 1});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::vector<std::string> NearNames(const std::string& name,
                                   const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 3;
  // A third of the letters, and one at least.
  const std::size_t farthest = std::max<std::size_t>(name.size() / 3, 1);
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const std::string& candidate : names) {
    const std::size_t distance = EditDistance(name, candidate);
    if (distance <= farthest) {
      found.emplace_back(distance, candidate);
    }
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> nearest;
  for (std::size_t i = 0; i < std::min(kMost, found.size()); ++i) {
    nearest.push_back(found[i].second);
  }
  return nearest;
}

}  // namespace pdukit::client
