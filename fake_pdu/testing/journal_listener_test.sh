#!/usr/bin/env bash
# A test that fails prints the journals of its fakes once, and keeps them.
set -uo pipefail

export TEST_UNDECLARED_OUTPUTS_DIR=$TEST_TMPDIR/outputs
unset XML_OUTPUT_FILE TEST_SHARD_INDEX TEST_TOTAL_SHARDS TEST_SHARD_STATUS_FILE
mkdir -p "$TEST_UNDECLARED_OUTPUTS_DIR"
output=$(timeout 60 fake_pdu/testing/failing_test 2>&1)
status=$?

failures=0
check() {  # DESCRIPTION COMMAND...
  local what=$1
  shift
  if "$@"; then
    echo "PASS $what"
  else
    echo "FAIL $what"
    failures=$((failures + 1))
  fi
}
kept=$TEST_UNDECLARED_OUTPUTS_DIR/FailingTest.WithAFake.journal.txt
line='#1 .* v2c "private" GET sysName.0 -> ok sysName.0 = "AP7900"'

check 'the failing test ends with status 1' test "$status" = 1
check 'the journal is printed once' \
  test "$(grep -c '^Journal of AP7900 (AP7900 at 127.0.0.1:' <<<"$output")" = 1
check 'it shows the request with the names of the MIB' \
  grep -q "$line" <<<"$output"
check 'it is kept among the outputs' grep -q "$line" "$kept"
check 'without a fake nothing is kept' \
  test "$(ls "$TEST_UNDECLARED_OUTPUTS_DIR" | wc -l)" = 1

((failures == 0)) || echo "$output"
exit $((failures > 0))
