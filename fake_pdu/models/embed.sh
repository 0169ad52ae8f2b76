#!/usr/bin/env bash
# Writes a C++ source that holds the given files as text, each by its path
# behind fake_pdu/models/.
set -euo pipefail

cat <<'HEADER'
#include "fake_pdu/models/embedded_files.h"

namespace pdukit::fake_pdu {

const std::vector<EmbeddedFile>& EmbeddedFiles() {
  static const auto* const kFiles = new std::vector<EmbeddedFile>{
HEADER
for file in "$@"; do
  printf '      {"%s", R"YAML(' "${file##*fake_pdu/models/}"
  cat "$file"
  printf ')YAML"},\n'
done
cat <<'FOOTER'
  };
  return *kFiles;
}

}  // namespace pdukit::fake_pdu
FOOTER
