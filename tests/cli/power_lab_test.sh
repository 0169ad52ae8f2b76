#!/usr/bin/env bash
# `power --lab` with a lab of three fake PDUs.
. tests/interop/harness.sh
needs snmpget snmp
needs python3 python3

power=client/cli/power
state=.1.3.6.1.4.1.318.1.1.12.3.5.1.1.4

start_fake --model AP7900 --count 3 --write-community touch
rack4=$address
read -r -t 30 -u "$fake_lines" rack5 _
read -r -t 30 -u "$fake_lines" rack6 _
echo touch >"$tmp/rack5.secret"
cat >"$tmp/lab.yaml" <<YAML
pdus:
  rack4: {host: $rack4, community: touch}
  rack5: {host: $rack5, community: {file: rack5.secret}}
  rack6: {host: $rack6, family: apc_rpdu, community: {env: RACK6}}
machines:
  web-1: rack4 1
  web-2: rack4 2
  web-3: rack5 1
  db-3: [rack4 3, rack5 3]
  lone: rack6 1
YAML
export RACK6=touch
lab=("$power" --lab "$tmp/lab.yaml")

# expect_outlet ADDRESS NUMBER STATE (1 on, 2 off), as someone else reads it.
expect_outlet() {
  local before=$command_line
  run snmpget -v2c -c public -Oqv "$1" "$state.$2"
  command_line="$before; $command_line"
  expect_output "$3"
}

it "off switches the machines that it names, and no others"
run "${lab[@]}" off 'web-[1-2]' web-3
expect_success
expect_equal $'web-1  off\nweb-2  off\nweb-3  off' "$(sort <<<"$output")"
expect_outlet "$rack4" 1 2
expect_outlet "$rack4" 2 2
expect_outlet "$rack5" 1 2
expect_outlet "$rack4" 3 1

it "status without machines is a table of all, in the order of the file"
run "${lab[@]}" status
expect_success
expect_output "web-1  off
web-2  off
web-3  off
db-3   on
lone   on"

it "on takes patterns"
run "${lab[@]}" on 'web-*'
expect_success
expect_outlet "$rack4" 1 1
expect_outlet "$rack5" 1 1

it "a machine with two supplies is switched off at both"
run "${lab[@]}" off db-3
expect_success
expect_output "db-3  off"
expect_outlet "$rack4" 3 2
expect_outlet "$rack5" 3 2

it "a machine with two supplies is on if one of them is"
run snmpset -v2c -c touch -Oqv "$rack5" .1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.3 i 1
run "${lab[@]}" status db-3
expect_output "db-3  on"

it "cycle ends with all that it names on"
run "${lab[@]}" cycle --wait 0 --stagger 1ms db-3 web-1
expect_success
expect_outlet "$rack4" 3 1
expect_outlet "$rack4" 1 1

it "a command that switches needs machines or --all"
run "${lab[@]}" off
expect_status 2
expect_one_sentence
expect_error_has "--all"
expect_outlet "$rack4" 1 1

it "--on-pdu narrows all down to those on a PDU"
run "${lab[@]}" off --all --on-pdu rack6
expect_success
expect_output "lone  off"
expect_outlet "$rack6" 1 2
expect_outlet "$rack4" 1 1

it "list shows what feeds the machines"
run "${lab[@]}" list db-3 lone
expect_success
expect_output "db-3  rack4 3, rack5 3
lone  rack6 1"

it "read shows what the machines draw"
run "${lab[@]}" read web-1
expect_success
expect_output_has "web-1  voltage="
expect_output_has " A (phase 1)"

it "POWER_LAB names the file, too"
POWER_LAB=$tmp/lab.yaml run "$power" status web-1
expect_success
expect_output "web-1  on"

it "answers programs with an object for each machine"
run "${lab[@]}" status web-1 db-3 --json
expect_success
expect_json "[(m['machine'], m['ok'], m['state']) for m in it]" \
  "[('web-1', True, 'on'), ('db-3', True, 'on')]"
expect_json "[s['supply'] for s in it[1]['supplies']]" \
  "['rack4 3', 'rack5 3']"

it "a machine that does not exist is named with near ones"
run "${lab[@]}" on web-1 web-9
expect_status 2
expect_one_sentence
expect_error_has "'web-9'; near ones are web-1"

it "a mistake in the file is reported with its place"
sed 's/rack4 2/rack9 2/' "$tmp/lab.yaml" >"$tmp/broken.yaml"
run "$power" --lab "$tmp/broken.yaml" status
expect_status 2
expect_one_sentence
expect_error_has "broken.yaml:7:10: there is no PDU 'rack9'"

it "a machine without a lab is refused"
run "$power" --host "$rack4" --outlet 1 on web-1
expect_status 2
expect_one_sentence
expect_error_has "--lab"

it "one that fails is a line on stderr, and the others are done"
sed 's/lone: rack6 1/lone: rack6 99/' "$tmp/lab.yaml" >"$tmp/wrong.yaml"
run "$power" --lab "$tmp/wrong.yaml" on lone web-1 db-3
expect_status 1
expect_equal $'db-3  on\nweb-1  on' "$(sort <<<"$output")"
expect_equal "power: lone: $rack6: no outlet 99, the unit has 8
2 of 3 done" "$errors"

it "one that fails is an object of its own for programs"
run "$power" --lab "$tmp/wrong.yaml" --json on lone web-1
expect_status 1
expect_json "[(m['ok'], m['error'] and m['error']['kind']) for m in it]" \
  "[(False, 'no-such-outlet'), (True, None)]"

it "read goes on for as long as --count says"
run "${lab[@]}" read web-1 --count 2 --interval 0 --json
expect_success
expect_equal 2 "$(wc -l <<<"$output")"
output=${output##*$'\n'}
expect_json "it[0]['machine'], it[0]['time'] > '2020'" "('web-1', True)"

start_fake --model AP7900 --fault "mute get object=rPDUOutletStatusOutletState"
cat >"$tmp/silent.yaml" <<YAML
pdus:
  rack7: {host: $address, family: apc_rpdu, community: public, timeout: 0.2}
  rack4: {host: $rack4, community: touch}
machines:
  app-1: rack7 1
  app-2: rack7 2
  app-3: rack7 3
  web-1: rack4 1
YAML
it "a PDU that falls silent is waited for once, and the others are done"
run "$power" --lab "$tmp/silent.yaml" status
expect_status 1
expect_output "web-1  on"
expect_equal 2 "$(grep -c ': not tried, since it did not answer for outlet' \
  <<<"$errors")"
expect_error_has "1 of 4 done"
