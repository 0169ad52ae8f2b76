#!/usr/bin/env bash
# A fence agent, as clusters run it, switches a fake PDU of the vendor it was
# written for; snmpget and the fake's own log confirm what it says.
#   fence_agents_test.sh AGENT MODEL PLUG OUTLET COUNT STATE_OID ON OFF VERSION
#       [OPTION...]
# PLUG is the agent's name for the outlet that the fake numbers OUTLET; the
# object STATE_OID tells its state, ON or OFF. OPTIONs are the agent's.
. tests/interop/harness.sh
agent=$1 wanted=$2 plug=$3 outlet=$4 count=$5 state_oid=$6 on=$7 off=$8
version=$9
extra=("${@:10}")
suite=${agent}_$wanted

needs "$agent" fence-agents
needs snmpget snmp

start_fake --model "$wanted"

# The agent's own pauses between looking and looking again are switched off.
fence() {
  run "$agent" -a "${address%:*}" -u "${address##*:}" -d "$version" \
    -c private --delay=0 --power-wait=0 --stonith-status-sleep=0 \
    "${extra[@]}" "$@"
}

expect_state() {
  run snmpget -v"$version" -c public -Oqv "$address" "$state_oid"
  output=${output//\"/}
  expect_output "$1"
}

it "status tells that the outlet is on"
fence -o status -n "$plug"
expect_success
expect_output "Status: ON"

it "off switches the outlet off"
fence -o off -n "$plug"
expect_success
expect_output "Success: Powered OFF"
expect_equal "on -> off" "$(transitions "$outlet")"
expect_state "$off"

it "status tells that the outlet is off"
fence -o status -n "$plug"
expect_status 2
expect_output "Status: OFF"

it "on switches the outlet on"
fence -o on -n "$plug"
expect_success
expect_output "Success: Powered ON"
expect_equal "off -> on" "$(transitions "$outlet")"
expect_state "$on"

it "reboot switches the outlet off and on"
fence -o reboot -n "$plug"
expect_success
expect_output "Success: Rebooted"
expect_equal $'on -> off\noff -> on' "$(transitions "$outlet")"
expect_state "$on"

it "no other outlet was switched"
fence -o off -n "$plug"
expect_success
expect_equal 1 "$(grep -c -e '->' "$fake_log")"
fence -o on -n "$plug"

it "list names every outlet"
fence -o list
expect_success
expect_equal "$count" "$(wc -l <<<"$output")"
