#!/usr/bin/env bash
# The ways in which `power` is given keys, and that they do not show.
. tests/interop/harness.sh
needs snmpget snmp

power=client/cli/power

start_fake --model AP7900 \
  --v3-user alice:SHA:alices-auth-key:AES:alices-priv-key
alice=(--host "$address" --outlet 3 --version 3 --user alice
  --auth-protocol SHA --priv-protocol AES)

it "keys given as flags do not show in the process list"
mkfifo "$tmp/readings"
"$power" "${alice[@]}" --auth-key alices-auth-key --priv-key=alices-priv-key \
  read --count 0 --interval 0.05 >"$tmp/readings" &
pids+=("$!")
exec {readings}<"$tmp/readings"
read -r -t 30 -u "$readings" reading || fail "it read nothing"
[[ $reading == *current=* ]] || fail "it read: $reading"
shown=$(tr '\0' ' ' <"/proc/${pids[-1]}/cmdline")
[[ $shown == *"--auth-key"* ]] || fail "not its command line: $shown"
[[ $shown != *alices-* ]] || fail "a key shows: $shown"

it "the flags of Net-SNMP's programs are taken"
run "$power" --host "$address" --outlet 3 -v3 -l authPriv -u alice -a SHA \
  -A alices-auth-key -x AES -X alices-priv-key status
expect_success
expect_output on

it "keys may come from the environment"
POWER_AUTH_KEY=alices-auth-key POWER_PRIV_KEY=alices-priv-key \
  run "$power" "${alice[@]}" status
expect_success
expect_output on

it "the community may come from the environment"
POWER_COMMUNITY=private run "$power" --host "$address" --outlet 3 off
expect_success

it "without a key and a terminal to ask on it says which is missing"
run "$power" "${alice[@]}" status
expect_status 2
expect_output ""
expect_one_sentence
expect_error_has "--auth-key"

it "a wrong key does not show in the error"
run "$power" "${alice[@]}" --auth-key surely-wrong --priv-key also-wrong on
expect_failure
[[ $errors != *surely-* && $errors != *also-* ]] || fail "a key shows"

it "neither --json nor --help shows a key"
for word in --json --help --help-man; do
  run "$power" "${alice[@]}" --auth-key surely-wrong --priv-key also-wrong \
    "$word" on
  [[ -n $output$errors ]] || fail "$word says nothing"
  [[ $output$errors != *surely-* && $output$errors != *also-* ]] ||
    fail "a key shows"
done
