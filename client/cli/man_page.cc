#include "client/cli/man_page.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "client/cli/flags.h"

namespace pdukit::client {
namespace {

// Text of which roff makes nothing else.
std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
  }
  const bool is_request =
      !text.empty() && (text.front() == '.' || text.front() == '\'');
  return is_request ? "\\&" + escaped : escaped;
}

std::string Upper(std::string text) {
  for (char& c : text) {
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return text;
}

std::string Section(const std::string& title) {
  return fmt::format(".SH \"{}\"\n", Upper(Escaped(title)));
}

// Paragraphs, of which "Verbs:" heads a section, and an indented line stands
// as it is.
std::string Body(const std::string& text) {
  std::istringstream in(text);
  std::string body;
  std::string line;
  bool as_it_is = false;
  while (std::getline(in, line)) {
    const bool indented = line.rfind("  ", 0) == 0;
    if (indented != as_it_is) {
      body += indented ? ".nf\n" : ".fi\n";
      as_it_is = indented;
    }
    if (line.empty()) {
      body += ".PP\n";
    } else if (!indented && line.back() == ':') {
      body += Section(line.substr(0, line.size() - 1));
    } else {
      body += Escaped(line) + "\n";
    }
  }
  return body + (as_it_is ? ".fi\n" : "");
}

// "\fB\-n\fR, \fB\-\-count\fR \fIN\fR"
std::string OptionTitle(const CLI::Option& option) {
  std::string title;
  for (const std::string& name : option.get_snames()) {
    title += fmt::format("\\fB{}\\fR, ", Escaped("-" + name));
  }
  title +=
      fmt::format("\\fB{}\\fR", Escaped("--" + option.get_lnames().front()));
  if (option.get_items_expected_max() > 0) {
    title += fmt::format(" \\fI{}\\fR", Escaped(option.get_option_text()));
  }
  return title;
}

std::string Options(const CLI::App& app) {
  std::string text;
  for (const std::string& group : app.get_groups()) {
    const auto options = app.get_options([&group](const CLI::Option* option) {
      return !group.empty() && option->get_group() == group &&
             option->nonpositional();
    });
    if (options.empty()) {
      continue;
    }
    text += Section(group);
    for (const CLI::Option* option : options) {
      std::string description = option->get_description();
      std::replace(description.begin(), description.end(), '\n', ' ');
      text += fmt::format(".TP\n{}\n{}\n", OptionTitle(*option),
                          Escaped(description));
    }
  }
  return text;
}

}  // namespace

std::string ManPage() {
  Flags flags;
  const std::unique_ptr<CLI::App> app = MakeParser(flags);
  return ".TH POWER 1 \"\" pdukit\n" + Section("Name") +
         "power \\- switch the power of machines, and show it\n" +
         Section("Synopsis") + Escaped(kSynopsis) + "\n" +
         Section("Description") + Body(app->get_description()) + Options(*app) +
         Body(app->get_footer());
}

}  // namespace pdukit::client
