#!/usr/bin/env bash
# `power --host ...` against a fake PDU, over each version.
#   power_direct_test.sh FAMILY
. tests/interop/harness.sh
needs snmpget snmp
needs python3 python3

power=client/cli/power

case $1 in
  apc_rpdu)
    wanted=AP7900 outlets=8
    state=.1.3.6.1.4.1.318.1.1.12.3.5.1.1.4 on=1 off=2
    generic=(--family generic --oid .1.3.6.1.4.1.318.1.1.12.3.3.1.1.4
      --on-value 1 --off-value 2)
    ;;
  raritan_pdu2)
    wanted=PX3-5902V outlets=36
    state=.1.3.6.1.4.1.13742.6.4.1.2.1.3.1 on=7 off=8
    generic=(--family generic)
    ;;
esac
suite+=_$1

start_fake --model "$wanted" \
  --v3-user alice:SHA:alices-auth-key:AES:alices-priv-key
v1=(--version 1 --community private)
v2c=(--community private)
v3=(--version 3 --user alice --auth-protocol SHA --auth-key alices-auth-key
  --priv-protocol AES --priv-key alices-priv-key)

# expect_outlet NUMBER STATE, as someone else reads it.
expect_outlet() {
  local before=$command_line
  run snmpget -v2c -c public -Oqv "$address" "$state.$1"
  command_line="$before; $command_line"
  expect_output "$2"
}

for version in v1 v2c v3; do
  declare -n as=$version
  outlet_3=("$power" --host "$address" --outlet 3 "${as[@]}")

  it "off switches the outlet off, and no other, over $version"
  run "${outlet_3[@]}" off
  expect_success
  expect_outlet 3 "$off"
  expect_outlet 2 "$on"
  expect_outlet 4 "$on"

  it "status says off over $version"
  run "${outlet_3[@]}" status
  expect_success
  expect_output off

  it "on switches it on over $version"
  run "${outlet_3[@]}" on
  expect_success
  expect_outlet 3 "$on"

  it "status says on over $version"
  run "${outlet_3[@]}" status
  expect_success
  expect_output on

  it "cycle switches it off and on over $version"
  transitions 3 >/dev/null
  run "${outlet_3[@]}" cycle --wait 0
  expect_success
  expect_outlet 3 "$on"
  expect_equal $'on -> off\noff -> on' "$(transitions 3)"

  it "list shows every outlet over $version"
  run "$power" --host "$address" "${as[@]}" list
  expect_success
  expect_output_has "$outlets"
  [[ $(wc -l <<<"$output") -ge $outlets ]] ||
    fail "expected a row for each of $outlets outlets"

  it "read shows what is metered over $version"
  run "${outlet_3[@]}" read
  expect_success
  expect_output_has "current="
  expect_output_has " A"
done

outlet_3=("$power" --host "$address" --outlet 3 --json)

it "status answers programs in JSON"
run "${outlet_3[@]}" status
expect_success
expect_json "it['host'], it['outlet'], it['state']" "('$address', 3, 'on')"

it "off answers programs in JSON"
run "${outlet_3[@]}" off
expect_success
expect_json "it['host'], it['outlet'], it['state']" "('$address', 3, 'off')"

it "list answers programs with an object for each outlet"
run "$power" --host "$address" --json list
expect_success
expect_json "len(it)" "$outlets"
expect_json "[o['outlet'] for o in it]" "$(python3 -c \
  "print(list(range(1, $outlets + 1)))")"
expect_json "it[1]['host'], it[1]['state'], it[2]['state']" \
  "('$address', 'on', 'off')"
run "${outlet_3[@]}" on

it "read answers programs with a number for each quantity"
run "${outlet_3[@]}" read
expect_success
expect_json "it['host'], it['outlet']" "('$address', 3)"
expect_json "it['current'] >= 0" True

it "read repeats as often as it is told"
run "$power" --host "$address" --outlet 3 read --count 3 --interval 0
expect_success
expect_equal 3 "$(wc -l <<<"$output")"

it "an outlet that does not exist is named, with how many there are"
run "$power" --host "$address" --outlet 99 on
expect_status 1
expect_output ""
expect_one_sentence
expect_error_has "no outlet 99"
expect_error_has "$outlets"

it "a device of any kind is switched by its object"
run "$power" --host "$address" --outlet 3 "${generic[@]}" off
expect_success
expect_outlet 3 "$off"
run "$power" --host "$address" --outlet 3 "${generic[@]}" on
expect_success
expect_outlet 3 "$on"

it "options may stand behind the verb"
run "$power" status --host "$address" --outlet 3
expect_success
expect_output on

it "a device is reached over IPv6"
start_fake --model "$wanted" --listen '[::1]:0'
run "$power" --host "$address" --outlet 3 off
expect_success
run "$power" --host "$address" --outlet 3 status
expect_output off
