#include "client/cli/completion.h"

#include <memory>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/cli/command_line.h"
#include "client/cli/flags.h"
#include "client/cli/usage.h"

namespace pdukit::client {
namespace {

// zsh runs bash's script.
constexpr char kZshHead[] = "autoload -U +X bashcompinit && bashcompinit\n";

constexpr char kHead[] =
    "_power() {\n"
    "  local word=${COMP_WORDS[COMP_CWORD]}\n"
    "  local before=${COMP_WORDS[COMP_CWORD-1]}\n"
    "  local words=\n"
    "  # \"--format=csv\" is three words here.\n"
    "  if [[ $word == = ]]; then\n"
    "    word=\n"
    "  elif [[ $before == = ]]; then\n"
    "    before=${COMP_WORDS[COMP_CWORD-2]}\n"
    "  fi\n"
    "  case $before in\n";

constexpr char kTail[] =
    "  esac\n"
    "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
    "}\n"
    "complete -F _power power\n";

// "-n" and "--count".
std::vector<std::string> Names(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) {
    names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    names.push_back("--" + name);
  }
  return names;
}

// What is done behind an option with a value; empty for one without.
std::string Case(const CLI::Option& option) {
  if (option.get_items_expected_max() == 0) {
    return "";
  }
  const std::vector<std::string> values = ValuesOf(option);
  const std::string names = fmt::format("{}", fmt::join(Names(option), "|"));
  if (!values.empty()) {
    return fmt::format("    {}) words=\"{}\" ;;\n", names,
                       fmt::join(values, " "));
  }
  if (option.get_option_text() == "FILE") {
    return fmt::format(
        "    {}) COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n", names);
  }
  return fmt::format("    {}) return ;;\n", names);
}

std::string BashScript() {
  Flags flags;
  const std::unique_ptr<CLI::App> app = MakeParser(flags);
  std::string script = kHead;
  std::string options;
  for (const CLI::Option* option :
       static_cast<const CLI::App&>(*app).get_options()) {
    // Without a group it is not for people.
    if (option->nonpositional() && !option->get_group().empty()) {
      script += Case(*option);
      options += fmt::format("{}--{}", options.empty() ? "" : " ",
                             option->get_lnames().front());
    }
  }
  script += fmt::format("    completion) words=\"{}\" ;;\n",
                        fmt::join(CompletionShells(), " "));
  script += fmt::format(
      "    *)\n"
      "      if [[ $word == -* ]]; then\n"
      "        words=\"{}\"\n"
      "      else\n"
      "        words=\"{}\"\n"
      "      fi ;;\n",
      options, fmt::join(VerbNames(), " "));
  return script + kTail;
}

}  // namespace

std::vector<std::string> CompletionShells() { return {"bash", "zsh"}; }

Result<std::string> CompletionScript(const std::string& shell) {
  if (shell == "bash") {
    return BashScript();
  }
  if (shell == "zsh") {
    return kZshHead + BashScript();
  }
  return UsageError(
      fmt::format("there is no completion for '{}'", shell),
      fmt::format("it is one of {}", fmt::join(CompletionShells(), ", ")));
}

}  // namespace pdukit::client
