#include "client/cli/lab_flags.h"

#include <array>
#include <utility>

#include <CLI/CLI.hpp>

namespace pdukit::client {

void AddLabFlags(CLI::App& app, LabFlags& flags) {
  constexpr int kMost = 1000;
  app.add_option("--lab", flags.file,
                 "a lab file: MACHINE... behind the verb are names,\n"
                 "web-[1-20], web-[1,3] or web-* (default: POWER_LAB)")
      ->option_text("FILE");
  app.add_flag("--all", flags.all,
               "all machines; on, off and cycle ask for it");
  app.add_option("--on-pdu", flags.on_pdus,
                 "only machines with a supply on this PDU; read --of:\n"
                 "only this PDU; may be repeated")
      ->option_text("NAME")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--stagger", flags.stagger,
                 "from one switching on to the next: 500ms, 2s\n(default: 0)")
      ->option_text("TIME");
  app.add_option("--max-per-pdu", flags.max_per_pdu,
                 "commands that a PDU gets at once (default: 1)")
      ->option_text("N")
      ->check(CLI::Range(1, kMost));
  app.add_option("--max-total", flags.max_total,
                 "commands that are on their way at once\n(default: 64)")
      ->option_text("N")
      ->check(CLI::Range(1, kMost));
}

const char* FirstLabOption(const LabFlags& flags) {
  const std::array<std::pair<const char*, bool>, 5> options{{
      {"--all", flags.all},
      {"--on-pdu", !flags.on_pdus.empty()},
      {"--stagger", flags.stagger.has_value()},
      {"--max-per-pdu", flags.max_per_pdu.has_value()},
      {"--max-total", flags.max_total.has_value()},
  }};
  for (const auto& [name, given] : options) {
    if (given) {
      return name;
    }
  }
  return nullptr;
}

}  // namespace pdukit::client
