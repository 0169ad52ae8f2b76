#!/usr/bin/env bash
# What `power --json` says of a device that says no: the object, and the
# device's own word.
. tests/interop/harness.sh

power=client/cli/power
command=1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.3
state=1.3.6.1.4.1.318.1.1.12.3.5.1.1.4.3

# facing FAULT [OPTION...]: switches outlet 3 of a fake that does so off.
facing() {
  start_fake --model AP7900 --v3-user alice:SHA:alices-auth-key \
    ${1:+--fault "$1"}
  shift
  run "$power" --json --host "$address" --outlet 3 --timeout 1 \
    --family apc_rpdu "${@:-off}"
}

# says OID OBJECT TYPE NAME INDEX
says() {
  expect_status 1
  expect_output ""
  expect_error_has "\"oid\":\"$1\",\"object\":\"$2\""
  expect_error_has "\"answer\":{\"type\":\"$3\",\"name\":\"$4\",\"index\":$5}"
  expect_error_has "($2 $1)"
}

for word in noAccess notWritable genErr; do
  it "a command that is refused with $word"
  facing "refuse=$word set"
  says $command "outlet command" error-status $word 1
done

for word in noSuchName readOnly; do
  it "a command that is refused with $word under version 1"
  facing "refuse=$word set" --version 1 off
  says $command "outlet command" error-status $word 1
done

it "a state that is too big"
facing "too-big get object=rPDUOutletStatusOutletState" status
says $state "outlet state" error-status tooBig 0

it "a state that is not there"
facing "no-such-instance object=rPDUOutletStatusOutletState" status
says $state "outlet state" exception noSuchInstance 0

it "a state that no firmware has"
facing "no-such-object object=rPDUOutletStatusOutletState" status
says $state "outlet state" exception noSuchObject 0

usm=1.3.6.1.6.3.15.1.1
as_alice=(--version 3 --user alice --auth-protocol SHA
  --auth-key alices-auth-key status)
while read -r kind number report; do
  it "a report of $report"
  facing "report=$kind" "${as_alice[@]}"
  says $usm.$number.0 $report report $report 0
done <<'REPORTS'
unsupported-level 1 usmStatsUnsupportedSecLevels
not-in-time-window 2 usmStatsNotInTimeWindows
unknown-user 3 usmStatsUnknownUserNames
unknown-engine-id 4 usmStatsUnknownEngineIDs
wrong-digest 5 usmStatsWrongDigests
decryption-error 6 usmStatsDecryptionErrors
REPORTS

it "silence has no object and no answer"
facing "mute"
expect_status 1
expect_error_has '"oid":null,"object":null,"answer":null'
