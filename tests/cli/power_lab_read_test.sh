#!/usr/bin/env bash
# `power --lab ... read` of machines and, with --of, of PDUs, format by format.
. tests/interop/harness.sh
needs python3 python3

power=client/cli/power

start_fake --model PX3-5190R --count 2 --load 60
rack4=$address
read -r -t 30 -u "$fake_lines" rack5 _
# One that was there and is gone.
start_fake --model PX3-5190R
gone=$address
kill "${pids[-1]}"
cat >"$tmp/lab.yaml" <<YAML
pdus:
  rack4: {host: $rack4, community: public}
  rack5: {host: $rack5, community: public}
  gone: {host: $gone, community: public, timeout: 0.2}
machines:
  web-1: rack4 1
  db-3: [rack4 3, rack5 3]
  lost: gone 1
YAML
lab_read=("$power" --lab "$tmp/lab.yaml" read)

# expect_prometheus: stdout is of that format, each metric's lines together
# behind its HELP and TYPE, and no two have the same labels.
expect_prometheus() {
  local wrong
  wrong=$(python3 -c '
import re, sys
known, last, seen = set(), None, set()
label = r"[a-z_]+=\"(?:[^\"\\]|\\.)*\""
lines = sys.argv[1].split("\n")
for i, line in enumerate(lines):
    if line.startswith("# HELP "):
        last = line.split()[2]
        if last in known or not lines[i + 1].startswith(f"# TYPE {last} "):
            print("twice, or without TYPE:", line)
        known.add(last)
    elif not line.startswith("# TYPE "):
        parts = re.fullmatch(r"([a-z_]+)(\{%s(?:,%s)*\}) [0-9.e+-]+" %
                             (label, label), line)
        if not parts or parts[1] != last or line.rsplit(" ", 1)[0] in seen:
            print("wrong:", line)
        seen.add(line.rsplit(" ", 1)[0])
' "$output")
  expect_equal "" "$wrong"
}

it "machines as CSV are a row each, with what they draw"
run "${lab_read[@]}" web-1 db-3 --format csv
expect_success
expect_equal 3 "$(wc -l <<<"$output")"
expect_equal "db-3" "$(cut -d, -f2 <<<"${output##*$'\n'}")"
expect_output_has ",120,rack4 3: outlet 3 + rack5 3: outlet 3,"

it "machines in Prometheus' format have their names as labels"
run "${lab_read[@]}" web-1 db-3 --format prometheus
expect_success
expect_prometheus
expect_output_has "pdu_machine_active_power_watts{machine=\"web-1\",\
source=\"outlet 1\","

it "--of outlet is a table of all PDUs' outlets"
run "${lab_read[@]}" db-3 --of outlet
expect_success
expect_output_has "rack4  outlet 1  voltage "
expect_equal "" "$(grep -v '^rack[45]  outlet ' <<<"$output")"
expect_equal 2 "$(grep -c '  outlet 3  active_power    60 W ' <<<"$output")"

it "--of in Prometheus' format tells the PDUs apart"
run "${lab_read[@]}" db-3 --of all --format prometheus
expect_success
expect_prometheus
for pdu in rack4 rack5; do
  expect_output_has "pdu_outlet_active_power_watts{pdu=\"$pdu\",host="
  expect_output_has "pdu_inlet_voltage_volts{pdu=\"$pdu\",host="
done

it "a PDU that fails is a sentence on stderr, and the others are printed"
run "${lab_read[@]}" --of inlet --format csv
expect_status 1
expect_equal $'rack4\nrack5' "$(tail -n +2 <<<"$output" | cut -d, -f2 | sort -u)"
expect_error_has "power: gone: $gone: "
expect_error_has "2 of 3 done"

it "a PDU that fails is an object of its own for programs"
run "${lab_read[@]}" --of inlet --json
expect_status 1
expect_json "[(p['pdu'], p['ok'], len(p['readings'])) for p in it]" \
  "[('rack4', True, 1), ('rack5', True, 1), ('gone', False, 0)]"
expect_json "it[0]['readings'][0]['place'], it[2]['error']['host']" \
  "('inlet', '$gone')"

it "a machine that fails is a sentence on stderr in other formats, too"
run "${lab_read[@]}" --format prometheus
expect_status 1
expect_prometheus
expect_error_has "power: lost: $gone: "
expect_error_has "2 of 3 done"

it "--of a lab's other verbs is wrong use"
run "$power" --lab "$tmp/lab.yaml" status --of bank
expect_status 2
expect_one_sentence
