#!/usr/bin/env bash
# What a fake PDU refuses, and how it says so: as RFC 1157 does under v1, and
# as RFC 3416 does under v2c and v3, in the words of Net-SNMP's programs.
#   snmp_errors_test.sh FAMILY
. tests/interop/harness.sh
needs snmpget snmp

case $1 in
  apc_rpdu)
    wanted=AP7900 on=1 off=2 state_on=1 state_off=2
    command=.1.3.6.1.4.1.318.1.1.12.3.3.1.1.4
    state=.1.3.6.1.4.1.318.1.1.12.3.5.1.1.4
    own_name=.1.3.6.1.4.1.318.1.1.12.1.1.0
    number_of_outlets=.1.3.6.1.4.1.318.1.1.12.1.8.0
    ;;
  raritan_pdu2)
    wanted=PX3-5190R on=1 off=0 state_on=7 state_off=8
    command=.1.3.6.1.4.1.13742.6.4.1.2.1.2.1
    state=.1.3.6.1.4.1.13742.6.4.1.2.1.3.1
    own_name=.1.3.6.1.4.1.13742.6.3.2.2.1.13.1
    number_of_outlets=.1.3.6.1.4.1.13742.6.3.2.2.1.4.1
    ;;
esac
suite+=_$1
no_object=.1.3.6.1.4.1.9999.1.0
after_the_last=.1.3.6.1.7

start_fake --model "$wanted" \
  --v3-user alice:SHA:alices-auth-key:AES:alices-priv-key
v1=(-v1 -c private)
v2c=(-v2c -c private)
v3=(-v3 -u alice -l authPriv -a SHA -A alices-auth-key -x AES
  -X alices-priv-key)

get() { run snmpget -Oqv "${as[@]}" "$address" "$@"; }
set_values() { run snmpset -Oqv "${as[@]}" "$address" "$@"; }

# expect_states STATE...: of every outlet, as the state column has them.
expect_states() {
  run snmpwalk "${v2c[@]}" -Oqv "$address" "$state"
  expect_equal "$*" "${output//$'\n'/ }"
}

expect_all_outlets_on() {
  expect_states "$state_on" "$state_on" "$state_on" "$state_on" \
    "$state_on" "$state_on" "$state_on" "$state_on"
}

declare -n as=v1

it "v1: an object that does not exist is noSuchName"
get "$no_object"
expect_status 2
expect_error_has "noSuchName"

it "v1: an outlet that does not exist is noSuchName"
get "$state.9"
expect_status 2
expect_error_has "noSuchName"

it "v1: the missing one of several objects is named"
run snmpget -Oqn -Cf "${as[@]}" "$address" "$state.1" "$state.9"
expect_status 2
expect_error_has "Failed object: $state.9"

it "v1: there is nothing after the last object"
run snmpgetnext "${as[@]}" "$address" "$after_the_last"
expect_status 2
expect_error_has "noSuchName"

it "v1: writing what is read-only is noSuchName"
set_values "$number_of_outlets" i 9
expect_status 2
expect_error_has "noSuchName"

it "v1: a value that is not in the enumeration is badValue"
set_values "$command.1" i 99
expect_status 2
expect_error_has "badValue"

it "v1: a value of another type is badValue"
set_values "$command.1" s on
expect_status 2
expect_error_has "badValue"

it "v1: of several values none is set if one is bad"
run snmpset -On "${as[@]}" "$address" "$command.1" i "$off" "$command.2" i 99 \
  "$command.3" i "$off"
expect_status 2
expect_error_has "badValue"
expect_error_has "Failed object: $command.2"
expect_all_outlets_on

for version in v2c v3; do
  declare -n as=$version

  it "$version: an object that does not exist is noSuchObject"
  get "$no_object"
  expect_success
  expect_output "No Such Object available on this agent at this OID"

  it "$version: an outlet that does not exist is noSuchInstance"
  get "$state.9"
  expect_success
  expect_output "No Such Instance currently exists at this OID"

  it "$version: what exists is answered beside what does not"
  get "$state.1" "$state.9"
  expect_success
  expect_output "$state_on
No Such Instance currently exists at this OID"

  it "$version: after the last object the view ends"
  run snmpgetnext -Oqv "${as[@]}" "$address" "$after_the_last"
  expect_success
  expect_output_has "No more variables left in this MIB View"

  it "$version: writing what is read-only is notWritable"
  set_values "$number_of_outlets" i 9
  expect_status 2
  expect_error_has "notWritable"

  it "$version: a value that is not in the enumeration is wrongValue"
  set_values "$command.1" i 99
  expect_status 2
  expect_error_has "wrongValue"

  it "$version: a value of another type is wrongType"
  set_values "$command.1" s on
  expect_status 2
  expect_error_has "wrongType"

  it "$version: an outlet that does not exist cannot be created"
  set_values "$command.9" i "$off"
  expect_status 2
  expect_error_has "noCreation"

  it "$version: of several values none is set if one is bad"
  run snmpset -On "${as[@]}" "$address" "$command.1" i "$off" "$command.2" i 99 \
    "$command.3" i "$off"
  expect_status 2
  expect_error_has "wrongValue"
  expect_error_has "Failed object: $command.2"
  expect_all_outlets_on

  it "$version: of several values none is set if the last is read-only"
  run snmpset -On "${as[@]}" "$address" "$own_name" s "other-$version" \
    "$command.1" i "$off" "$number_of_outlets" i 9
  expect_status 2
  expect_error_has "notWritable"
  expect_error_has "Failed object: $number_of_outlets"
  expect_all_outlets_on
  get "$own_name"
  expect_output "\"$name\""
done

for version in v1 v2c v3; do
  declare -n as=$version

  it "$version: several good values are all set"
  set_values "$command.1" i "$off" "$command.8" i "$off"
  expect_success
  expect_states "$state_off" "$state_on" "$state_on" "$state_on" \
    "$state_on" "$state_on" "$state_on" "$state_off"
  set_values "$command.1" i "$on" "$command.8" i "$on"
  expect_all_outlets_on
done
