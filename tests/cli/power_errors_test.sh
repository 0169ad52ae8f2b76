#!/usr/bin/env bash
# What `power` says, in one sentence, and how it ends where it cannot do what
# it was asked: 1 when it failed, 2 when it was asked wrongly.
. tests/interop/harness.sh
needs snmpget snmp

power=client/cli/power

start_fake --model AP7900 --v3-user nobody \
  --v3-user alice:SHA:alices-auth-key:AES:alices-priv-key \
  --v3-user bob:SHA:bobs-auth-key \
  --v3-user ro:reader:SHA:readers-auth-key

# as USER [OPTION...]: switches outlet 3 off as this SNMPv3 user.
as() {
  run "$power" --host "$address" --outlet 3 --version 3 --user "$@" off
}
quick=(--timeout 0.3)

expect_refusal() {
  expect_status "$1"
  expect_output ""
  expect_one_sentence
}

it "a user whom the device does not know"
as mallory --auth-protocol SHA --auth-key malloris-key
expect_refusal 1
expect_error_has "$address"
expect_error_has "mallory"
expect_error_has "user"

it "a wrong authentication key"
as alice --auth-protocol SHA --auth-key another-auth-key \
  --priv-protocol AES --priv-key alices-priv-key
expect_refusal 1
expect_error_has "$address"
expect_error_has "authentication"

it "a wrong authentication protocol"
as alice --auth-protocol MD5 --auth-key alices-auth-key \
  --priv-protocol AES --priv-key alices-priv-key
expect_refusal 1
expect_error_has "authentication"

it "a wrong privacy key"
as alice --auth-protocol SHA --auth-key alices-auth-key \
  --priv-protocol AES --priv-key another-priv-key
expect_refusal 1
expect_error_has "priv"

it "a level that the user has no keys for"
as bob --auth-protocol SHA --auth-key bobs-auth-key \
  --priv-protocol AES --priv-key bobs-priv-key
expect_refusal 1
expect_error_has "level"

it "a level below the user's keys"
as alice
expect_refusal 1

it "a user who may only read"
as reader --auth-protocol SHA --auth-key readers-auth-key
expect_refusal 1

it "a wrong community is among the causes of a silence"
run "$power" --host "$address" --outlet 3 --community guess "${quick[@]}" off
expect_refusal 1
expect_error_has "$address"
expect_error_has "community"

it "the read community may not switch"
run "$power" --host "$address" --outlet 3 --community public off
expect_refusal 1

it "nobody has switched the outlet"
run snmpget -v2c -c public -Oqv "$address" .1.3.6.1.4.1.318.1.1.12.3.5.1.1.4.3
expect_output 1

it "an outlet that does not exist"
run "$power" --host "$address" --outlet 9 off
expect_refusal 1
expect_error_has "no outlet 9, the unit has 8"

it "a device that hangs"
kill -STOP "$fake"
run "$power" --host "$address" --outlet 3 "${quick[@]}" off
expect_refusal 1
expect_error_has "$address"
expect_error_has "answer"
kill -CONT "$fake"

it "a port where nothing listens, without waiting for it"
stop_fake
run "$power" --host "$address" --outlet 3 --timeout 60 off
expect_refusal 1
expect_error_has "$address"

it "a name that does not resolve"
run "$power" --host pdu.invalid --outlet 3 "${quick[@]}" off
expect_refusal 1
expect_error_has "pdu.invalid"

it "the kind of an error is there for programs"
run "$power" --host "$address" --outlet 3 --json off
expect_status 1
expect_error_has "unreachable"

it "a verb that does not exist"
run "$power" --host "$address" --outlet 3 explode
expect_refusal 2
expect_error_has explode

it "an outlet that is neither a number nor a label"
run "$power" --host "$address" --outlet=-3 off
expect_refusal 2
expect_error_has "'-3'"

it "no outlet"
run "$power" --host "$address" off
expect_refusal 2
expect_error_has "outlet"

it "no host"
run "$power" --outlet 3 off
expect_refusal 2
expect_error_has "host"

it "SNMPv3 without a user"
run "$power" --host "$address" --outlet 3 --version 3 off
expect_refusal 2
expect_error_has "user"

it "an algorithm that does not exist, with those that do"
as alice --auth-protocol ROT13 --auth-key alices-auth-key
expect_refusal 2
expect_error_has ROT13
expect_error_has SHA-256

it "a key that is too short, without showing it"
as alice --auth-protocol SHA --auth-key hush
expect_refusal 2
[[ $errors != *hush* ]] || fail "the key is shown"
