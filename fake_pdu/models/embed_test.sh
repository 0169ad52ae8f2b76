#!/usr/bin/env bash
# That a mistake in a YAML file ends a build, and that the build says where.
set -euo pipefail

embed=$1
broken=$TEST_TMPDIR/broken.yaml
printf 'family: broken\nobjects: [\n- {' > "$broken"

if "$embed" "$broken" > "$TEST_TMPDIR/out.cc" 2> "$TEST_TMPDIR/errors"; then
  echo "what is no YAML is accepted" >&2
  exit 1
fi
if ! grep -q "^$broken:3:1: " "$TEST_TMPDIR/errors"; then
  echo "not said where the mistake is, but:" >&2
  cat "$TEST_TMPDIR/errors" >&2
  exit 1
fi
