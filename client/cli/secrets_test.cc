#include "client/cli/secrets.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// What the arguments hold afterwards, every byte of them.
std::vector<std::string> Hidden(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  for (std::string& argument : arguments) {
    argv.push_back(argument.data());
  }
  HideSecrets(static_cast<int>(argv.size()), argv.data());
  return arguments;
}

std::string Star(std::size_t length) {
  std::string text(length, '\0');
  text[0] = '*';
  return text;
}

TEST(SecretsTest, EveryOptionWithASecretIsFound) {
  EXPECT_THAT(Hidden({"power", "--community", "a", "--auth-key", "b",
                      "--priv-key", "c", "--user", "d"}),
              ElementsAre("power", "--community", "*", "--auth-key", "*",
                          "--priv-key", "*", "--user", "d"));
}

TEST(SecretsTest, ShortFormsAreFound) {
  EXPECT_THAT(Hidden({"power", "-c", "a", "-Asecret", "-X", "c", "-u", "d",
                      "-a", "SHA", "-hXsecret"}),
              ElementsAre("power", "-c", "*", "-A" + Star(6), "-X", "*", "-u",
                          "d", "-a", "SHA", "-hX" + Star(6)));
}

}  // namespace
}  // namespace pdukit::client
