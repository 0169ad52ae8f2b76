// anonymise_capture FILE > OUT: see tools/anonymise_capture.

#include <cstdint>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"

#include "fake_pdu/capture/anonymise.h"
#include "fake_pdu/capture/snmprec_writer.h"
#include "fake_pdu/models/model_catalog.h"
#include "tests/captures/private_columns.h"

namespace pdukit {
namespace {

constexpr int kFailure = 1;
constexpr int kUsageError = 2;

struct Flags {
  std::string file{};
  std::string key{};
  std::vector<std::string> columns{};
  std::vector<std::string> model_files{};
  bool list_kept = false;
};

std::string RandomKey() {
  std::random_device random;
  return std::to_string(random()) + std::to_string(random());
}

Result<fake_pdu::AnonymousCapture> AnonymiseFile(const Flags& flags) {
  fake_pdu::ModelCatalog catalog;
  for (const std::string& file : flags.model_files) {
    const Result<void> loaded = catalog.LoadFile(file);
    if (!loaded.ok()) {
      return loaded.error();
    }
  }
  fake_pdu::AnonymiseOptions options;
  options.key = flags.key.empty() ? RandomKey() : flags.key;
  options.private_columns = PrivateColumns(catalog);
  for (const std::string& text : flags.columns) {
    const Result<Oid> column = Oid::Parse(text);
    if (!column.ok()) {
      return column.error();
    }
    options.private_columns.push_back(*column);
  }
  const Result<fake_pdu::Capture> capture = fake_pdu::Capture::Load(flags.file);
  if (!capture.ok()) {
    return capture.error();
  }
  return Anonymise(*capture, options);
}

void AddFlags(CLI::App& app, Flags& flags) {
  app.add_option("FILE", flags.file, "File with a walk")->required();
  app.add_option("--also", flags.columns,
                 "OID below which texts are private (repeatable)")
      ->allow_extra_args(false);
  app.add_option("--model-file", flags.model_files,
                 "YAML file with a model or family of your own (repeatable)")
      ->allow_extra_args(false);
  app.add_option("--key", flags.key,
                 "With the same key, the same becomes the same in another "
                 "capture; random if not given");
  app.add_flag("--kept", flags.list_kept,
               "List the texts that were kept, on stderr");
}

int Main(int argc, char** argv) {
  Flags flags;
  CLI::App app("Writes a capture without what tells whose device it is",
               "anonymise_capture");
  AddFlags(app, flags);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsageError;
  }
  const Result<fake_pdu::AnonymousCapture> anonymous = AnonymiseFile(flags);
  if (!anonymous.ok()) {
    std::cerr << "anonymise_capture: " << anonymous.error().Text() << '\n';
    return kUsageError;
  }
  std::cout << fake_pdu::ToSnmprec(anonymous->varbinds) << std::flush;
  if (!std::cout) {
    std::cerr << "anonymise_capture: cannot write to stdout\n";
    return kFailure;
  }
  if (flags.list_kept) {
    for (const std::string& text : anonymous->kept) {
      std::cerr << text << '\n';
    }
  } else {
    std::cerr << anonymous->kept.size()
              << " different texts were kept; --kept lists them, --also "
                 "replaces more\n";
  }
  return 0;
}

}  // namespace
}  // namespace pdukit

int main(int argc, char** argv) { return pdukit::Main(argc, argv); }
