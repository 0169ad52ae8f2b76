#!/usr/bin/env bash
# NUT's driver for SNMP devices finds a fake PDU's kind by itself, reads it and
# switches an outlet; snmpget and the fake's own log confirm what it says.
#   nut_test.sh MODEL VERSION MIB COUNT NUMBER OUTLET STATE_OID ON OFF COMMAND
# NUMBER is the driver's for the outlet that the fake numbers OUTLET; the object
# STATE_OID tells its state, ON or OFF. COMMAND.on and COMMAND.off are what the
# driver is told; if it is an OID, snmpset switches by it, and the driver has
# only to notice. OID=ON,OFF writes these, where they are not the state's.
. tests/interop/harness.sh
needs /lib/nut/snmp-ups nut-snmp
needs snmpget snmp
needs python3 python3

wanted=$1 version=$2 mib=$3 count=$4 number=$5 outlet=$6 state_oid=$7 on=$8
off=$9 command=${10}
suite+=_$wanted

start_fake --model "$wanted"

# As root the driver changes its user and groups, which a sandbox forbids. It
# leaves them alone in a user namespace where it is not root; where there are no
# namespaces, there is no sandbox either.
driver=(/lib/nut/snmp-ups -a pdu -u root)
someone=(unshare --user --map-user=nobody)
if [[ $EUID -eq 0 ]] && "${someone[@]}" true 2>/dev/null; then
  driver=("${someone[@]}" "${driver[@]}")
fi

# The path of a socket is short, so it is relative. Where the driver may not
# block, it drops whoever reads slowly, and crashes later.
mkdir "$tmp/nut"
cd "$tmp/nut" || exit 1
export NUT_CONFPATH=$PWD NUT_STATEPATH=. NUT_ALTPIDPATH=$PWD
cat >ups.conf <<CONF
synchronous = yes
[pdu]
  driver = snmp-ups
  port = $address
  community = private
  snmp_version = $version
CONF

# Everything that the driver knows, a variable a line.
dump() { run "${driver[@]}" -d 1; }

# Starts the driver and what speaks to it, a command a line. It is asked once
# before its process is known: it writes that down before it answers.
start_driver() {
  run "${driver[@]}"
  expect_success
  coproc CLIENT { exec python3 -c '
import socket, sys
driver = socket.socket(socket.AF_UNIX)
driver.connect("snmp-ups-pdu")
answers = driver.makefile()
for command in sys.stdin:
    driver.sendall(command.encode())
    print(next(line for line in answers
               if line.startswith(("PONG", "TRACKING"))), end="", flush=True)
'; }
  pids+=("$CLIENT_PID")
  tell PING
  expect_output PONG
  pids+=("$(<snmp-ups-pdu.pid)")
}

# tell COMMAND: leaves the driver's answer in $output.
tell() {
  command_line=$1 output=
  echo "$1" >&"${CLIENT[1]}"
  read -r -t 30 output <&"${CLIENT[0]}"
}

# switch on|off
switch() {
  if [[ $command == .* ]]; then
    local oid to_on to_off value
    IFS='=,' read -r oid to_on to_off <<<"$command"
    value=${to_off:-$off}
    if [[ $1 == on ]]; then
      value=${to_on:-$on}
    fi
    run snmpset -v2c -c private -Oqv "$address" "$oid" i "$value"
    expect_success
  else
    tell "INSTCMD $command.$1 TRACKING 1"
    expect_output "TRACKING 1 0"
  fi
}

# The fake has told its log of whatever it did before this answer.
expect_state() {
  run snmpget -v2c -c public -Oqv "$address" "$state_oid"
  expect_output "$1"
}

it "finds out what it talks to"
dump
expect_success
expect_output_has "driver.version.data: $mib MIB"

it "counts the outlets"
dump
expect_output_has "outlet.count: $count"$'\n'

it "tells that the outlet is on"
dump
expect_output_has "outlet.$number.status: on"

if [[ $command != .* ]]; then
  it "goes on in the background"
  start_driver
fi

it "off switches the outlet off, and no other"
switch off
expect_state "$off"
expect_equal 1 "$(grep -c -e '->' "$fake_log")"
expect_equal "on -> off" "$(transitions "$outlet")"

it "tells that the outlet is off"
dump
expect_output_has "outlet.$number.status: off"

it "on switches the outlet on"
switch on
expect_state "$on"
expect_equal "off -> on" "$(transitions "$outlet")"

it "tells that the outlet is on again"
dump
expect_output_has "outlet.$number.status: on"
