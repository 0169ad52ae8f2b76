#!/usr/bin/env bash
# The `fake_pdu` program as its user meets it.
. tests/interop/harness.sh
needs snmpget snmp

command_3=.1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.3
system_name=.1.3.6.1.2.1.1.5.0

name_of() { run snmpget -v2c -c public -Oqv "$1" "$system_name"; }

it "says where it listens, as what, and under which name"
start_fake --model AP7900 --name rack4
[[ $address =~ ^127\.0\.0\.1:[0-9]+$ ]] || fail "not an address: $address"
expect_equal "AP7900 rack4" "$model $name"

it "answers on the port that it named"
name_of "$address"
expect_output '"rack4"'

it "says on stderr what happens to its outlets"
run snmpset -v2c -c private -Oqv "$address" "$command_3" i 2
expect_success
name_of "$address"  # Answered once what the SET did is told.
stop_fake
expect_equal "rack4 outlet 3: off accepted
rack4 outlet 3: on -> off (command)" "$errors"

it "ends cleanly on SIGTERM"
start_fake --model AP7900
stop_fake TERM
expect_success
expect_equal "" "$errors"

it "ends cleanly on SIGINT"
start_fake --model AP7900
stop_fake INT
expect_success
expect_equal "" "$errors"

it "closes its port when it ends"
run snmpget -v2c -c public -t 0.2 -r 0 "$address" "$system_name"
expect_failure

it "starts several, each on a port and with a name of its own"
start_fake --model AP7900 --count 3
expect_equal AP7900-1 "$name"
for number in 2 3; do
  read -r -t 30 -u "$fake_lines" other_address other_model other_name
  expect_equal "AP7900 AP7900-$number" "$other_model $other_name"
  name_of "$other_address"
  expect_output "\"AP7900-$number\""
done
name_of "$address"
expect_output '"AP7900-1"'

it "ends several at once"
stop_fake
expect_success

it "listens on IPv6"
start_fake --model AP7900 --listen '[::1]:0'
[[ $address =~ ^\[::1\]:[0-9]+$ ]] || fail "not an address: $address"
run snmpget -v2c -c public -Oqv "udp6:$address" "$system_name"
expect_output '"AP7900"'

it "listens on every address if it is told to"
start_fake --model AP7900 --listen 0.0.0.0:0
name_of "127.0.0.1:${address##*:}"
expect_output '"AP7900"'

it "meters the machines that it is told of"
start_fake --model AP7900 --load 60
watts=.1.3.6.1.4.1.318.1.1.12.1.16.0
run snmpget -v2c -c public -Oqv "$address" "$watts"
expect_output 480
run snmpset -v2c -c private -Oqv "$address" "$command_3" i 2
run snmpget -v2c -c public -Oqv "$address" "$watts"
expect_output 420

it "is reached by its communities alone"
start_fake --model AP7900 --read-community look --write-community touch
run snmpget -v2c -c look -Oqv "$address" "$command_3"
expect_output 1
run snmpset -v2c -c touch -Oqv "$address" "$command_3" i 2
expect_output 2
run snmpget -v2c -c public -t 0.2 -r 0 "$address" "$command_3"
expect_failure

it "takes users from a file, so that no key shows in the process list"
printf '%s\n' '# The lab.' 'alice:SHA:alices-key:AES:alices-other-key' \
  >"$tmp/users"
start_fake --model AP7900 --v3-user-file "$tmp/users"
run snmpget -v3 -l authPriv -u alice -a SHA -A alices-key -x AES \
  -X alices-other-key -Oqv "$address" "$system_name"
expect_output '"AP7900"'
[[ $(tr '\0' ' ' <"/proc/$fake/cmdline") != *alices-key* ]] ||
  fail "the key shows in the process list"

it "shows neither keys nor communities that it was given as flags"
start_fake --model AP7900 --read-community hush-read \
  --write-community=hush-write --v3-user bob:SHA:hush-auth-key:AES:hush-priv-key
run snmpget -v3 -l authPriv -u bob -a SHA -A hush-auth-key -x AES \
  -X hush-priv-key -Oqv "$address" "$system_name"
expect_output '"AP7900"'
shown=$(tr '\0' ' ' <"/proc/$fake/cmdline")
[[ $shown == *"--v3-user *"* ]] || fail "not its command line: $shown"
[[ $shown != *hush* ]] || fail "a secret shows: $shown"
run snmpget -v2c -c hush-wrong -t 0.2 -r 0 "$address" "$system_name"
run snmpset -v2c -c hush-read -Oqv "$address" "$command_3" i 2
stop_fake
[[ $errors != *hush* ]] || fail "a secret is logged"

it "lists its models, one a line"
run "${fake_pdu_program[@]}" list-models
expect_success
expect_output_has AP7900
expect_output_has raritan_pdu2

it "lists its models for programs"
run "${fake_pdu_program[@]}" list-models --json
expect_success
expect_json "[m for m in it if m['model'] == 'AP7900'][0]" \
  "{'family': 'apc_rpdu', 'metered': 'inlet', 'model': 'AP7900',\
 'outlets': 8, 'switched': True, 'vendor': 'APC'}"

it "has models of the usual sizes of both families"
run "${fake_pdu_program[@]}" list-models --json
run "${fake_pdu_program[@]}" list-models --json
expect_json "{('apc_rpdu', 8), ('apc_rpdu', 24), ('raritan_pdu2', 8), \
('raritan_pdu2', 24), ('raritan_pdu2', 36)} - \
{(m['family'], m['outlets']) for m in it}" "set()"

it "shows how it is used"
run "${fake_pdu_program[@]}" --help
expect_success
expect_output_has "--v3-user"

it "names the models there are for one that does not exist"
run "${fake_pdu_program[@]}" --model AP9999
expect_status 2
expect_one_sentence
expect_error_has AP9999
expect_error_has AP7900

it "refuses to start without a model"
run "${fake_pdu_program[@]}"
expect_status 2
expect_one_sentence
expect_error_has "--model"

it "refuses an option that it does not have"
run "${fake_pdu_program[@]}" --model AP7900 --colour blue
expect_status 2
expect_one_sentence
expect_error_has "--colour"

it "does not show what is given to an option that it does not have"
for words in --v3-usr=alice:SHA:hush-hush "--v3-usr alice:SHA:hush-hush" \
  "--v3-user bob alice:SHA:hush-hush"; do
  # shellcheck disable=SC2086
  run "${fake_pdu_program[@]}" --model AP7900 $words
  expect_status 2
  expect_one_sentence
  [[ $errors != *hush* ]] || fail "a key is shown"
done

it "takes one user for each flag"
run "${fake_pdu_program[@]}" --model AP7900 --v3-user alice bob
expect_status 2
expect_one_sentence
expect_error_has bob

it "refuses an address that is none"
run "${fake_pdu_program[@]}" --model AP7900 --listen nonsense
expect_status 2
expect_one_sentence
expect_error_has nonsense

it "refuses to run where nobody can read its address"
run bash -c '"$@" >/dev/full' - "${fake_pdu_program[@]}" --model AP7900
expect_status 1
expect_one_sentence
expect_error_has stdout

it "refuses a user without a key"
run "${fake_pdu_program[@]}" --model AP7900 --v3-user alice:SHA
expect_status 2
expect_one_sentence
expect_error_has alice

it "refuses an algorithm that does not exist, and names those that do"
run "${fake_pdu_program[@]}" --model AP7900 --v3-user alice:ROT13:alices-key
expect_status 2
expect_one_sentence
expect_error_has ROT13
expect_error_has SHA-256

it "refuses a key that is too short, and does not show it"
run "${fake_pdu_program[@]}" --model AP7900 --v3-user alice:SHA:hush
expect_status 2
expect_one_sentence
[[ $errors != *hush* ]] || fail "the key is shown"

it "names the line of a user file that is wrong"
printf '%s\n' 'alice' 'bob:SHA' >"$tmp/users"
run "${fake_pdu_program[@]}" --model AP7900 --v3-user-file "$tmp/users"
expect_status 2
expect_one_sentence
expect_error_has "$tmp/users:2"

it "refuses a port that is taken"
start_fake --model AP7900
run "${fake_pdu_program[@]}" --model AP7900 --listen "$address"
expect_status 1
expect_one_sentence
expect_error_has "$address"
