#!/usr/bin/env bash
# power_contract holds programs against the contract: one that keeps it, one
# that others wrote, and one that believes whatever it is told.
. tests/interop/harness.sh
needs snmpset snmp
needs fence_apc_snmp fence-agents
needs python3 python3

contract() { run fake_pdu/contract/power_contract --model AP7900 "$@"; }

power="client/cli/power --host {host}:{port} --outlet {outlet}"
power+=" --community {community} --version {version} --timeout 1"
contract_of_power() {
  contract --slow 0.5 --on "$power on" --off "$power off" \
    --cycle "$power cycle --wait 0.1" --status "$power status" "$@"
}

# The pauses of the agent between looking and looking again are switched off.
fence="fence_apc_snmp --ip {host} --ipport {port} --plug {outlet}"
fence+=" --snmp-version {version} --community {community} --delay=0"
fence+=" --power-wait=0 --stonith-status-sleep=0"
contract_of_fence() {
  contract --on "$fence -o on" --off "$fence -o off" \
    --cycle "$fence -o reboot" --status "$fence -o status" \
    --status-on-exit 0 --status-off-exit 2 "$@"
}

state=.1.3.6.1.4.1.318.1.1.12.3.5.1.1.4.{outlet}
command=.1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.{outlet}
snmp="-v{version} -c{community} -r0 -t1 -Oqv {host}:{port}"
on="snmpset $snmp $command i 1"
off="snmpset $snmp $command i 2"

# failed_cases: the names of those that failed, in one line.
failed_cases() { sed -n 's/^FAILED \([^:]*\):.*/\1/p' <<<"$output" | xargs; }

it "holds power to cases of every kind"
contract_of_power --case on off cycle status-off behind-its-back \
  no-such-outlet read-only-credentials lost-answer duplicated-answer \
  slow-relay restart unplugged --junit "$tmp/power.xml"
expect_success
expect_equal "" "$(failed_cases)"
expect_output_has "12 passed, 0 failed, 0 not applicable"

it "holds power to cases under version 3"
v3="client/cli/power --host {host}:{port} --outlet {outlet} --timeout 1"
v3+=" -v {version} -u {user} -l authPriv -a {auth_protocol} -A {auth_key}"
v3+=" -x {priv_protocol} -X {priv_key}"
contract --version 3 --slow 0.5 --on "$v3 on" --off "$v3 off" \
  --case on off wrong-credentials read-only-credentials lost-answer restart
expect_success
expect_output_has "6 passed, 0 failed, 0 not applicable"

it "writes what any reader of JUnit's XML reads"
run python3 -c '
import sys, xml.etree.ElementTree as tree
suite = tree.parse(sys.argv[1]).getroot().find("testsuite")
print(suite.get("tests"), suite.get("failures"), suite.get("skipped"))
print(*[case.get("name") for case in suite.iter("testcase")])
' "$tmp/power.xml"
expect_output "12 0 0
on off cycle status-off behind-its-back no-such-outlet read-only-credentials\
 lost-answer duplicated-answer slow-relay restart unplugged"

it "finds that fence_apc_snmp switches and refuses"
contract_of_fence --case on off cycle status-off locked-outlet
expect_success
expect_output_has "5 passed, 0 failed, 0 not applicable"

it "finds that fence_apc_snmp calls an outlet off that is not there"
contract_of_fence --case no-such-outlet
expect_status 1
expect_output_has "FAILED no-such-outlet: off: said done, outlet 2 was on"

it "finds out who believes every answer"
contract --on "$on" --off "$off" --cycle "$off; $on" \
  --status "case \$(snmpget $snmp $state) in 1) echo on ;; 2) echo off ;; esac" \
  --junit "$tmp/believer.xml"
expect_status 1
expect_equal "lost-request lost-answer late-answer acknowledged-only slow-relay\
 stuck-relay stays-off" "$(failed_cases)"

it "writes its failures with the journal"
run python3 -c '
import sys, xml.etree.ElementTree as tree
case = tree.parse(sys.argv[1]).find(".//testcase[@name=\"stuck-relay\"]")
failure = case.find("failure")
print(failure.get("message"))
print(" SET rPDUOutletControlOutletCommand.2 = 2 -> ok" in failure.text)
' "$tmp/believer.xml"
expect_output "off: said done, outlet 2 was on; it must not say done
True"

it "kills a command that takes too long, and fails the case"
contract --on "$on" --off "tail -f /dev/null; $off" --case unplugged \
  --timeout 0.2
expect_status 1
expect_output_has "the command did not end in 0.2 s and was killed"
expect_output_has "and may take 0.2 s"

it "lists the cases"
run fake_pdu/contract/power_contract --list
expect_success
expect_output_has "lost-answer: The answer to a SET is lost once"

it "has every case in the table of its page"
run fake_pdu/contract/power_contract --list
table=$(sed -n 's/^| \([a-z, -]*\) |.*/\1/p' fake_pdu/contract/README.md)
expect_equal "$(sed 's/:.*//' <<<"$output" | sort)" \
  "$(tr -d ' ' <<<"$table" | tr , '\n' | sed '/^case$/d; /^-*$/d' | sort)"

it "names a model that does not exist"
run fake_pdu/contract/power_contract --model AP0000 --on "$on" --off "$off"
expect_status 2
expect_one_sentence
expect_error_has "AP0000"

it "names a report that it cannot write before it runs anything"
contract_of_power --junit "$tmp/none/report.xml"
expect_status 2
expect_output ""
expect_one_sentence
expect_error_has "--junit $tmp/none/report.xml cannot be written"
