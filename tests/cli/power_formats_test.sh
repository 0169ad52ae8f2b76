#!/usr/bin/env bash
# How `power read` answers, format by format.
. tests/interop/harness.sh
needs python3 python3

power=client/cli/power

start_fake --model PX3-5190R --load 60
outlet_3=("$power" --host "$address" --outlet 3 read)

# expect_csv EXPRESSION WANTED: of `rows`, what Python reads on stdout.
expect_csv() {
  local got
  got=$(python3 -c '
import csv, io, sys
rows = list(csv.DictReader(io.StringIO(sys.argv[1])))
print(eval(sys.argv[2]))' "$output" "$1" 2>&1)
  [[ $got == "$2" ]] || fail "expected of the CSV: $1 = $2
  got: $got"
}

it "text shows power and energy behind voltage, current and apparent power"
run "${outlet_3[@]}"
expect_success
[[ $output =~ ^"voltage="[0-9.]+" V  current="[0-9.]+" A  apparent_power="[0-9]+" VA  active_power=60 W  " ]] ||
  fail "not in that order"
expect_output_has "  energy="

it "CSV has a header, and a row for each reading"
run "${outlet_3[@]}" --format csv --count 3 --interval 0
expect_success
expect_csv "len(rows)" 3
expect_csv "{(r['host'], r['outlet']) for r in rows}" "{('$address', '3')}"
expect_csv "rows[2]['active_power_watts'], rows[2]['active_power_source']" \
  "('60', 'outlet 3')"
expect_csv "sorted(r['time'] for r in rows) == [r['time'] for r in rows]" True

it "JSON has a line for each reading, with units"
run "${outlet_3[@]}" --format json --count 2 --interval 0
expect_success
expect_equal 2 "$(wc -l <<<"$output")"
output=${output##*$'\n'}
expect_json "it['active_power'], it['units']['active_power']" "(60.0, 'W')"

it "Prometheus' format says of each metric what it is, and labels it"
run "${outlet_3[@]}" --format prometheus
expect_success
expect_output_has "# TYPE pdu_outlet_active_power_watts gauge
pdu_outlet_active_power_watts{host=\"$address\",outlet=\"3\","
expect_output_has ",source=\"outlet 3\",\
object=\"1.3.6.1.4.1.13742.6.5.4.3.1.4.1.3.5\"} 60"
expect_equal "" "$(grep -vE '^(# (HELP|TYPE) pdu_outlet_[a-z_]+ .+|pdu_outlet_[a-z_]+\{([a-z]+="[^"]*",?)+\} [0-9.e+-]+)$' <<<"$output")"

it "an error in any format is a sentence on stderr"
run "$power" --host "$address" --outlet 99 read --format csv
expect_status 1
expect_output ""
expect_one_sentence

of=("$power" --host "$address" read --of)

it "--of inlet reads the inlets, with the objects"
run "${of[@]}" inlet
expect_success
expect_output_has "inlet 1  voltage"
expect_output_has " V       1.3.6.1.4.1.13742.6.5.2.3.1.4.1.1.4"

it "--of all as JSON is an array from the outlets to the inlets"
run "${of[@]}" all --json
expect_success
expect_json "it[2]['place'], it[2]['number'], it[-1]['place']" \
  "('outlet', '3', 'inlet')"
expect_json "it[2]['active_power'], it[2]['units']['active_power']" \
  "(60.0, 'W')"
expect_json "it[2]['objects']['active_power']" \
  1.3.6.1.4.1.13742.6.5.4.3.1.4.1.3.5

it "--of outlet as CSV has a row for each"
run "${of[@]}" outlet --format csv
expect_success
expect_csv "rows[2]['outlet'], rows[2]['active_power_watts']" "('3', '60')"

it "--of in Prometheus' format names each metric once"
run "${of[@]}" all --format prometheus
expect_success
expect_output_has "pdu_inlet_voltage_volts{host=\"$address\",inlet=\"1\","
expect_equal "" "$(grep '^# TYPE' <<<"$output" | sort | uniq -d)"

it "--of what is not metered says so"
run "${of[@]}" phase
expect_failure
expect_one_sentence
expect_error_has "nothing is metered of any phase"

it "--of an unknown place is wrong use"
run "${of[@]}" rack
expect_status 2
expect_one_sentence
