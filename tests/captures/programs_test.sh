#!/usr/bin/env bash
# The programs around captures: a fake PDU is recorded, the recording is made
# anonymous, and both are held against the fake's own model.
# shellcheck source=tests/interop/harness.sh
. tests/interop/harness.sh
needs snmpset snmp

record=tests/captures/record_device
anonymise=tests/captures/anonymise_capture
compare=tests/captures/compare_capture

start_fake --model AP7900 --name secret-pdu \
  --v3-user "reader:SHA:auth pass phrase:AES:priv pass phrase"
recording=$tmp/recording.snmprec
name_3=1.3.6.1.4.1.318.1.1.12.3.4.1.1.2.3
state_3=1.3.6.1.4.1.318.1.1.12.3.5.1.1.4.3
command_3=1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.3

it "gives the device a state worth recording"
run snmpset -v2c -c private "$address" "$command_3" i 2 "$name_3" s left
expect_success

it "records a device over version 2c"
run "$record" "$address"
expect_success
expect_output_has "1.3.6.1.2.1.1.5.0|4|secret-pdu"
expect_error_has " variables"
cp "$tmp/stdout" "$recording"

it "finds nothing amiss between a fake and its own recording"
run "$compare" "$recording" AP7900
expect_success
expect_output_has "0 instances not captured"
expect_output_has "0 problems"

it "finds what another model does not have"
run "$compare" "$recording" PX3-5190R
expect_status 1
expect_output_has "problem: "

it "names a model that does not exist"
run "$compare" "$recording" AP0000
expect_status 2
expect_error_has "AP0000"

without_time() { grep -v '|67|' "$1"; }

it "records the same over version 1, by GETNEXT"
run "$record" "$address" --version 1
expect_success
expect_equal "$(without_time "$recording")" "$(without_time "$tmp/stdout")"

it "records the same over version 3, with keys from the environment"
export POWER_AUTH_KEY="auth pass phrase" POWER_PRIV_KEY="priv pass phrase"
run "$record" "$address" --user reader --auth-protocol SHA --priv-protocol AES
expect_success
expect_equal "$(without_time "$recording")" "$(without_time "$tmp/stdout")"
unset POWER_AUTH_KEY POWER_PRIV_KEY

it "records what it is asked for alone"
run "$record" "$address" 1.3.6.1.2.1.1.5
expect_success
expect_output "1.3.6.1.2.1.1.5.0|4|secret-pdu"

it "says which variable would hold a key that is missing"
run "$record" "$address" --user reader --auth-protocol SHA
expect_status 2
expect_one_sentence
expect_error_has "POWER_AUTH_KEY"

it "says that a device does not answer"
run "$record" "$address" --community wrong --timeout 0.4
expect_status 1
expect_one_sentence
expect_output ""

it "takes the names out of a recording"
run "$anonymise" "$recording" --key a
expect_success
[[ $output != *secret-pdu* && $output != *"Outlet 3"* ]] || fail "a name is left"
expect_error_has "texts were kept"
cp "$tmp/stdout" "$tmp/anonymous.snmprec"

it "leaves a recording that has the same objects"
run "$compare" "$tmp/anonymous.snmprec" AP7900
expect_success
expect_equal "$(cut -d'|' -f1 "$recording")" \
  "$(cut -d'|' -f1 "$tmp/anonymous.snmprec")"

it "lists the texts that were kept"
run "$anonymise" "$recording" --kept
expect_success
expect_error_has "AP7900"

it "names the line of a file that is no capture"
printf '1.3.6.1|2|1\nnonsense\n' >"$tmp/broken"
run "$anonymise" "$tmp/broken"
expect_status 2
expect_one_sentence
expect_error_has "broken:2: "

unknown=1.3.6.1.4.1.99999.1.0
echo "$unknown|70|18446744073709551615" >>"$recording"
start_fake --capture "$recording"

it "serves a capture as the model that it names"
expect_equal "AP7900 recording" "$model $name"

it "serves every captured object as it was"
run "$record" "$address"
expect_success
expect_equal "$(without_time "$recording")" "$(without_time "$tmp/stdout")"
expect_output_has "$name_3|4|left"

it "switches an outlet that was captured off"
run snmpset -v2c -c private -Oqn "$address" "$command_3" i 1
expect_success
run snmpget -v2c -c public -Oqv "$address" "$state_3"
expect_output "1"

it "refuses to write what no family knows"
run snmpset -v2c -c private "$address" "$unknown" s x
expect_status 2
expect_error_has "notWritable"

it "serves what snmpwalk prints"
snmpwalk -v2c -c public -On -m "" "$address" 1.3.6.1.2.1.1 >"$tmp/some.walk"
start_fake --capture "$tmp/some.walk" --model AP7900
run snmpget -v2c -c public -Oqv "$address" 1.3.6.1.2.1.1.5.0
expect_output '"secret-pdu"'

it "serves a device of no known family, to be read"
printf '1.3.6.1.2.1.1.5.0|4|thing\n' >"$tmp/un known.snmprec"
start_fake --capture "$tmp/un known.snmprec"
expect_equal "capture un-known" "$model $name"
run snmpget -v2c -c public -Oqv "$address" 1.3.6.1.2.1.1.5.0
expect_output '"thing"'
run snmpset -v2c -c private "$address" 1.3.6.1.2.1.1.5.0 s other
expect_failure
