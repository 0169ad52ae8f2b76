#!/usr/bin/env bash
# Net-SNMP's own programs read, switch and walk a fake PDU, over each version.
#   snmp_tools_test.sh FAMILY
. tests/interop/harness.sh
needs snmpget snmp

case $1 in
  apc_rpdu)
    wanted=AP7900 outlets=8
    names=.1.3.6.1.4.1.318.1.1.12.3.5.1.1.2
    states=.1.3.6.1.4.1.318.1.1.12.3.5.1.1.4 state_on=1 state_off=2
    commands=.1.3.6.1.4.1.318.1.1.12.3.3.1.1.4 on=1 off=2
    table=rpduStatusTable row_3='3,"Outlet 3",off'
    ;;
  raritan_pdu2)
    wanted=PX3-5902V outlets=36
    names=.1.3.6.1.4.1.13742.6.3.5.3.1.3.1
    states=.1.3.6.1.4.1.13742.6.4.1.2.1.3.1 state_on=7 state_off=8
    commands=.1.3.6.1.4.1.13742.6.4.1.2.1.2.1 on=1 off=0
    table=pduSwitchTable row_3=off,off
    ;;
esac
suite+=_$1

v1=(-v1 -c private)
v2c=(-v2c -c private)
v3=(-v3 -u alice -l authPriv -a SHA -A alices-auth-key -x AES
  -X alices-priv-key)
start_fake --model "$wanted" \
  --v3-user alice:SHA:alices-auth-key:AES:alices-priv-key

for version in v1 v2c v3; do
  declare -n as=$version

  it "snmpget reads the name of the system over $version"
  run snmpget "${as[@]}" -Oqv "$address" .1.3.6.1.2.1.1.5.0
  expect_success
  expect_output "\"$name\""

  it "snmpset switches an outlet off over $version"
  run snmpset "${as[@]}" -Oqv "$address" "$commands.3" i "$off"
  expect_success
  expect_output "$off"

  it "snmpget sees the outlet off and its neighbours on over $version"
  run snmpget "${as[@]}" -Oqv "$address" "$states.2" "$states.3" "$states.4"
  expect_success
  expect_output "$state_on
$state_off
$state_on"

  it "snmptable shows the outlet off over $version"
  run snmptable "${as[@]}" -M tests/interop -m PDUKIT-TEST-MIB -CH -Cf , \
    "$address" "PDUKIT-TEST-MIB::$table"
  expect_success
  expect_equal "$row_3" "$(sed -n 3p <<<"$output")"
  expect_equal "$outlets" "$(grep -c , <<<"$output")"

  it "snmpset switches the outlet on over $version"
  run snmpset "${as[@]}" -Oqv "$address" "$commands.3" i "$on"
  expect_success
  run snmpget "${as[@]}" -Oqv "$address" "$states.3"
  expect_output "$state_on"

  it "snmpgetnext steps from one outlet to the next over $version"
  run snmpgetnext "${as[@]}" -Oqn "$address" "$states.1" "$names.1"
  expect_success
  expect_output_has "$states.2 $state_on"
  expect_output_has "$names.2 "

  it "snmpwalk finds every outlet over $version"
  run snmpwalk "${as[@]}" -OqnU "$address" "$states"
  expect_success
  expect_equal "$outlets" "$(grep -c . <<<"$output")"

  it "snmpwalk goes through all that there is to its end over $version"
  run snmpwalk "${as[@]}" -On "$address" .1.3.6.1
  expect_success
  walked=$(grep -vc 'No more variables' <<<"$output")
  [[ $walked -gt 100 ]] || fail "expected over 100 objects, got $walked"
done

for version in v2c v3; do
  declare -n as=$version

  it "snmpbulkwalk finds every outlet over $version"
  run snmpbulkwalk "${as[@]}" -Oqn "$address" "$states"
  expect_success
  expect_equal "$outlets" "$(grep -c . <<<"$output")"

  it "snmpbulkwalk finds the same objects as snmpwalk over $version"
  run snmpbulkwalk "${as[@]}" -On -Cr50 "$address" .1.3.6.1
  expect_success
  expect_equal "$walked" "$(grep -vc 'No more variables' <<<"$output")"
done

if [[ $1 == apc_rpdu ]]; then
  it "the objects of the older MasterSwitch show and switch the same outlet"
  older=.1.3.6.1.4.1.318.1.1.4.4.2.1.3.5
  run snmpset "${v2c[@]}" -Oqv "$address" "$older" i 2
  expect_output 2
  run snmpget "${v2c[@]}" -Oqv "$address" "$states.5" "$older"
  expect_output $'2\n2'
  run snmpset "${v2c[@]}" -Oqv "$address" "$commands.5" i 1
  run snmpget "${v2c[@]}" -Oqv "$address" "$states.5" "$older"
  expect_output $'1\n1'
fi
