#!/usr/bin/env bash
# `power discover` and `power probe` against fake PDUs.
. tests/interop/harness.sh
needs snmpget snmp
needs python3 python3

power=client/cli/power
outlet_name=.1.3.6.1.4.1.318.1.1.12.3.4.1.1.2.1

start_fake --model AP7900 --count 3
first=$address
read -r -t 30 -u "$fake_lines" second _
read -r -t 30 -u "$fake_lines" third _

it "discover finds every PDU that it is told to ask"
run "$power" discover "$first" "$second" "$third" --json
expect_success
expect_json "[(d['host'], d['family'], d['model'], d['outlets']) for d in it]" \
  "[('$first', 'apc_rpdu', 'AP7900', 8), ('$second', 'apc_rpdu', 'AP7900', 8),\
 ('$third', 'apc_rpdu', 'AP7900', 8)]"

it "discover prints a row for each"
run "$power" discover "$first" "$second"
expect_success
expect_equal 2 "$(wc -l <<<"$output")"
expect_output_has "$second  apc_rpdu  AP7900  8 outlets  its sysObjectID is"

it "discover shows of a range what answers alone"
run "$power" discover "127.0.0.0/29:${first##*:}" --json
expect_success
expect_json "[(d['host'], d['name']) for d in it]" "[('$first', 'AP7900-1')]"

it "discover says why one that was named gave no answer"
run "$power" discover "$first" "127.0.0.2:${first##*:}" --json
expect_success
expect_json "it[1]['family']" None
expect_json "it[1]['reason'] != ''" True

it "discover fails where no PDU answers"
run "$power" discover "$first" --community guess --timeout 0.2
expect_status 1
expect_error_has "no PDU answered"

it "probe says what the unit is and what may be done with it"
run "$power" --host "$first" probe --json
expect_success
expect_json "it['family'], it['model'], it['outlets'], it['switchable']" \
  "('apc_rpdu', 'AP7900', 8, 8)"
expect_json "it['read'], it['write']" "('allowed', 'not tried')"

it "probe tries to write if it is told to, and changes nothing"
run snmpget -v2c -c public -Oqv "$first" "$outlet_name"
before=$output
run "$power" --host "$first" probe --try-write --json
expect_success
expect_json "it['write']" allowed
run snmpget -v2c -c public -Oqv "$first" "$outlet_name"
expect_output "$before"

it "probe finds that the read community may not write"
run "$power" --host "$first" probe --try-write --community public --json
expect_success
expect_json "it['write'][:4]" "no, "

it "discover writes a lab file without a secret"
run "$power" discover "$first" "$second" --community private \
  --write-lab "$tmp/lab.yaml"
expect_success
lab=$(<"$tmp/lab.yaml")
[[ $lab == "pdus:
  \"AP7900-1\": {host: \"$first\", family: apc_rpdu, version: \"2c\", \
community: {env: POWER_COMMUNITY}}
  \"AP7900-2\": {host: \"$second\", "* ]] || fail "not such a file: $lab"
[[ $lab != *private* ]] || fail "the community is in it: $lab"
[[ $lab == *"# web-1: AP7900-1 1" ]] || fail "no example of a machine: $lab"
expect_error_has "$tmp/lab.yaml: 2 PDUs, 0 machines; no outlet has a name"

it "a lab file that is there is not overwritten"
run "$power" --host "$third" probe --write-lab "$tmp/lab.yaml"
expect_status 2
expect_one_sentence
expect_equal "$lab" "$(<"$tmp/lab.yaml")"

it "the lab file is one that power takes"
run snmpset -v2c -c private -Oqv "$first" "$outlet_name" s web-1
run "$power" --host "$first" --community private probe \
  --write-lab "$tmp/named.yaml"
expect_success
expect_equal "$tmp/named.yaml: 1 PDU, 1 machine; it takes POWER_COMMUNITY from \
the environment" "$errors"
POWER_COMMUNITY=private run "$power" --lab "$tmp/named.yaml" off web-1
expect_success
run "$power" --host "$first" --outlet 1 status
expect_output off

it "list shows what each outlet carries"
start_fake --model PX3-5493U --load 120
run "$power" --host "$address" list
expect_success
expect_output_has "24  on  120 W"
run "$power" --host "$address" list --json
expect_success
expect_json "it[23]['active_power']" "120.0"

it "list says why it is empty where a unit only meters"
start_fake --model EN1814
run "$power" --host "$address" list
expect_success
expect_output ""
expect_equal "no outlets: the unit only meters" "$errors"

it "probe says what such a unit meters"
run "$power" --host "$address" probe --json
expect_success
expect_json "it['outlets'], it['metered']['active_power']" "(0, 'unit')"
# By the MIB: nothing of it is in sysDescr.
expect_json "it['model'], it['firmware']" "('EN1814', None)"
