#!/usr/bin/env bash
# NUT's driver for SNMP devices finds a fake PDU's kind by itself and reads it;
# what it says of an outlet follows when somebody else switches it.
#   nut_test.sh MODEL MIB OUTLETS OUTLET COMMAND_OID ON OFF
. tests/interop/harness.sh
needs /lib/nut/snmp-ups nut-snmp
needs snmpset snmp

wanted=$1 mib=$2 outlets=$3 outlet=$4 oid=$5 on=$6 off=$7
suite+=_$wanted

start_fake --model "$wanted"
export NUT_CONFPATH=$tmp/nut NUT_STATEPATH=$tmp/nut NUT_ALTPIDPATH=$tmp/nut
mkdir -p "$NUT_CONFPATH"
printf '%s\n' '[pdu]' 'driver = snmp-ups' "port = $address" \
  'community = private' 'snmp_version = v2c' 'snmp_timeout = 1' \
  >"$NUT_CONFPATH/ups.conf"

# Everything that the driver knows, a variable a line.
dump() { run /lib/nut/snmp-ups -a pdu -u "$(id -un)" -d 1; }

it "finds out what it talks to"
dump
expect_success
expect_output_has "driver.version.data: $mib "

it "counts the outlets"
dump
expect_output_has "outlet.count: $outlets"

it "tells that an outlet is on"
dump
expect_output_has "outlet.$outlet.status: on"

it "tells that it is off once somebody switched it off"
run snmpset -v2c -c private -Oqv "$address" "$oid" i "$off"
dump
expect_output_has "outlet.$outlet.status: off"

it "tells that it is on again"
run snmpset -v2c -c private -Oqv "$address" "$oid" i "$on"
dump
expect_output_has "outlet.$outlet.status: on"
