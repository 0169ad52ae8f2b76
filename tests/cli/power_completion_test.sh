#!/usr/bin/env bash
# `power completion bash`, in bash. zsh runs the same script.
. tests/interop/harness.sh

power=client/cli/power

# expect_completions WANTED WORD...: behind `power WORD...`, the last of which
# is not written to its end.
expect_completions() {
  local wanted=$1
  shift
  COMP_WORDS=(power "$@") COMP_CWORD=$# COMPREPLY=()
  _power
  command_line="power $*" output="${COMPREPLY[*]}"
  expect_output "$wanted"
}

it "the script is one that bash takes"
run "$power" completion bash
expect_success
eval "$output" || fail "bash does not take it"
expect_equal "complete -F _power power" "$(complete -p power)"

it "verbs are completed"
expect_completions "on off" --host h o
expect_completions "status" st
expect_completions "list lock" l

it "options are completed"
expect_completions "--auth-protocol --auth-key" --auth
expect_completions "--try-write" probe --try

it "values that are known are completed"
expect_completions "csv" read --format c
expect_completions "raritan_pdu2 raritan_px1" --family rar
expect_completions "authNoPriv authPriv" -l auth
expect_completions "bash" completion b

it "values behind an equals sign are completed"
expect_completions "text json csv prometheus" read --format =
expect_completions "prometheus" read --format = p

it "files are completed"
touch "$tmp/exporter.yaml"
expect_completions "$tmp/exporter.yaml" --config "$tmp/exp"

it "nothing is offered for a value that is anyone's guess"
expect_completions "" --host o

it "another shell is refused"
run "$power" completion fish
expect_status 2
expect_one_sentence
expect_error_has "bash, zsh"
