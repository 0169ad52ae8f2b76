#!/usr/bin/env bash
# The manual page of `power`.
. tests/interop/harness.sh

page=client/cli/power.1

it "the page has the options of --help"
run client/cli/power --help
expect_success
while read -r option; do
  grep -qF -- "\\fB${option//-/\\-}\\fR" "$page" || fail "$option is missing"
done < <(grep -oE '^  (-.,)?--[a-z-]+' <<<"$output" | grep -oE -- '--.*')

it "the page has sections in the order of a manual page"
expect_equal "NAME SYNOPSIS DESCRIPTION VERBS OPTIONS" \
  "$(sed -nE 's/^\.SH "(.*)"$/\1/p' "$page" | head -5 | paste -sd' ')"

# groff is not everywhere, and the page is not made by it.
if command -v groff >/dev/null; then
  it "groff finds nothing wrong with the page"
  run groff -man -Tutf8 -ww -z "$page"
  expect_success
  expect_equal "" "$errors"

  it "the page shows what the help does"
  run groff -man -Tascii -P-cbou "$page"
  expect_success
  expect_output_has "--fence-exit-codes"
  expect_output_has "power --host 10.0.0.7 --outlet 3 off"
fi
