# shellcheck shell=bash disable=SC1007,SC2034
# Sourced by the shell tests: starts fake PDUs, runs programs against them and
# says of each case whether it held. A test reads like this:
#
#   . tests/interop/harness.sh
#   needs snmpget snmp
#   start_fake --model AP7900
#
#   it "reads the system's name over v1"
#   run snmpget -v1 -c public -Ovq "$address" .1.3.6.1.2.1.1.5.0
#   expect_success
#   expect_output "AP7900"
#
# A case goes from its `it` to the next one, and holds if all that it expects
# holds. What programs would find on this host (HOME, Net-SNMP's files) is out
# of the way; there is no port but those that the fakes were given.

set -u

tmp=$(mktemp -d "${TEST_TMPDIR:-/tmp}/case.XXXXXX")
export HOME=$tmp/home SNMPCONFPATH=$tmp/home SNMP_PERSISTENT_DIR=$tmp/home
export MIBS= MIBDIRS=$tmp/home LC_ALL=C.UTF-8
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
# Net-SNMP's programs would say that they create this one.
mkdir -p "$HOME/cert_indexes"
fake_pdu_program=(fake_pdu/standalone/fake_pdu)

passed=0
failed=0
results=
pids=()
fakes=0
sentence=
trouble=
began=

# needs PROGRAM PACKAGE: without the program nothing is tested, which is a
# failure.
needs() {
  command -v "$1" >/dev/null && return
  it "finds $1"
  fail "there is no $1 here: apt-get install $2"
  exit 1
}

# it SENTENCE: the case that begins here.
it() {
  end_case
  sentence=$1
  trouble=
  began=$EPOCHREALTIME
  command_line="(nothing was run)" status=0 output= errors=
}

# fail WHY: the current case does not hold.
fail() {
  trouble+="$1
  command: $command_line
  status:  $status
  stdout:  $output
  stderr:  $errors
"
}

end_case() {
  [[ -n $sentence ]] || return 0
  local seconds title xml
  seconds=$(awk "BEGIN { printf \"%.3f\", $EPOCHREALTIME - $began }")
  title=$(xml_text "$sentence")
  xml="<testcase name=\"$title\" classname=\"$suite\" time=\"$seconds\">"
  if [[ -z $trouble ]]; then
    passed=$((passed + 1))
    echo "PASS $sentence"
  else
    failed=$((failed + 1))
    echo "FAIL $sentence"
    echo "$trouble"
    xml+="<failure>$(xml_text "$trouble")</failure>"
  fi
  results+="  $xml</testcase>
"
  sentence=
}

# XML has no control characters.
xml_text() {
  tr -d '\000-\010\013-\037' <<<"$1" |
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g'
}

suite=$(basename "$0" .sh)
finish() {
  local code=$?
  if [[ $code -ne 0 && -z $trouble ]]; then
    [[ -n $sentence ]] || it "runs to its end"
    fail "the test ended with $code"
  fi
  end_case
  local pid
  for pid in "${pids[@]}"; do
    kill -CONT "$pid" 2>/dev/null
    kill "$pid" 2>/dev/null
  done
  wait
  if [[ -n ${XML_OUTPUT_FILE:-} ]]; then
    cat >"$XML_OUTPUT_FILE" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="$suite" tests="$((passed + failed))" failures="$failed">
$results</testsuite>
</testsuites>
XML
  fi
  rm -rf "$tmp"
  echo "$passed passed, $failed failed"
  exit $((failed > 0 || passed == 0))
}
trap finish EXIT

# run COMMAND...: leaves its status, stdout and stderr in $status, $output and
# $errors.
run() {
  command_line="$*"
  status=0
  timeout 60 "$@" >"$tmp/stdout" 2>"$tmp/stderr" </dev/null || status=$?
  output=$(<"$tmp/stdout")
  errors=$(<"$tmp/stderr")
}

expect_status() {
  [[ $status -eq $1 ]] || fail "expected status $1"
}

expect_success() { expect_status 0; }

expect_failure() {
  [[ $status -ne 0 ]] || fail "expected a status other than 0"
}

# expect_output TEXT: that and nothing else on stdout.
expect_output() {
  [[ $output == "$1" ]] || fail "expected on stdout: $1"
}

expect_output_has() {
  [[ $output == *"$1"* ]] || fail "expected within stdout: $1"
}

expect_error_has() {
  [[ $errors == *"$1"* ]] || fail "expected within stderr: $1"
}

# Nothing on stderr but one line, and that not a bare word.
expect_one_sentence() {
  [[ $errors != *$'\n'* && $errors == *" "* ]] ||
    fail "expected one sentence on stderr"
}

# expect_json EXPRESSION WANTED: what Python makes of the expression, where `it`
# is the JSON on stdout.
expect_json() {
  local got
  got=$(python3 -c '
import json, sys
it = json.loads(sys.argv[1])
def ordered(value):
    if isinstance(value, dict):
        return {key: ordered(value[key]) for key in sorted(value)}
    return value
print(ordered(eval(sys.argv[2])))' "$output" "$1" 2>&1)
  [[ $got == "$2" ]] || fail "expected of the JSON on stdout: $1 = $2
  got: $got"
}

# expect_equal WANTED GOT
expect_equal() {
  [[ $1 == "$2" ]] || fail "expected: $1
  got:      $2"
}

# Starts the program with these arguments and waits until it answers. Sets
# $address, $model, $name, $fake (its process) and $fake_log (its stderr). With
# --count they are those of the first; the lines of the others are read from
# descriptor $fake_lines.
start_fake() {
  fakes=$((fakes + 1))
  fake_log=$tmp/fake-$fakes.log
  mkfifo "$tmp/fake-$fakes"
  "${fake_pdu_program[@]}" "$@" >"$tmp/fake-$fakes" 2>>"$fake_log" &
  fake=$!
  pids+=("$fake")
  exec {fake_lines}<"$tmp/fake-$fakes"
  if ! read -r -t 30 -u "$fake_lines" address model name; then
    it "starts fake_pdu $*"
    errors=$(<"$fake_log")
    fail "it did not say where it listens"
    exit 1
  fi
}

# transitions NUMBER: how the fake started last saw this outlet switch, one
# switch a line, and forgets all that it saw.
transitions() {
  sed -nE "s/.* outlet $1: (on -> off|off -> on) .*/\1/p" "$fake_log"
  : >"$fake_log"
}

# stop_fake [SIGNAL]: ends the one started last; its exit code is in $status.
stop_fake() {
  command_line="kill -${1:-TERM} fake_pdu"
  kill "-${1:-TERM}" "$fake"
  status=0
  wait "$fake" || status=$?
  output=
  errors=$(<"$fake_log")
  unset 'pids[-1]'
}
