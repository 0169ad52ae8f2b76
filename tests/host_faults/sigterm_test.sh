#!/usr/bin/env bash
# SIGTERM reaches the `fake_pdu` program at any moment: strace sends it at a
# hundred of the system calls between its first and that in which it waits.
. tests/interop/harness.sh
needs strace strace

# Leaks are not looked for under a tracer, which would be an error.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
runs=100
program=("${fake_pdu_program[@]}" --model AP7900
  --v3-user alice:SHA:alices-auth-key:AES:alices-priv-key)

it "starts and ends under strace"
mkfifo "$tmp/trace.fifo"
cat "$tmp/trace.fifo" >"$tmp/trace" &
tracer=$!
fake_pdu_program=(strace -D -qq -e signal=none -o "$tmp/trace.fifo" "${program[@]}")
start_fake --count 3
# Until all three say where they listen.
read -r -t 30 -u "$fake_lines"
read -r -t 30 -u "$fake_lines" || fail "there are not three"
stop_fake
expect_success
wait "$tracer"

# The names of the calls in their order, and which of them blocks the signal
# and which is the last one, that waits for it.
mapfile -t calls < <(sed 's/(.*//' "$tmp/trace")
blocks=$(grep -n -m1 'rt_sigprocmask(SIG_BLOCK, \[INT TERM\]' "$tmp/trace")
blocks=${blocks%%:*}
last=$(grep -n -m1 'rt_sigtimedwait(.*, NULL, 8)' "$tmp/trace")
last=${last%%:*}
[[ -n $blocks && -n $last ]] || fail "the trace does not show both"

# run_until CALL COMMAND...: with SIGTERM at the call of this number. strace
# counts the calls of each name for themselves.
run_until() {
  local call=${calls[$1 - 1]} count
  count=$(printf '%s\n' "${calls[@]:0:$1}" | grep -c -x "$call")
  shift
  # The shell would say that it was terminated.
  { run strace -D -qq -e signal=none -o /dev/null \
    -e "inject=$call:signal=TERM:when=$count" "$@"; } 2>/dev/null
}

# Before it can know of signals at all, the signal itself ends it.
it "ends at once and says nothing, whenever SIGTERM comes"
early=0
late=0
for ((i = 0; i < runs; ++i)); do
  at=$((2 + i * (last - 2) / runs))
  run_until "$at" "${program[@]}" --count 3
  [[ -z $errors ]] || fail "it complains at call $at of $last"
  if ((at < blocks)); then
    early=$((early + 1))
    expect_status 143
  elif ((at > blocks)); then
    late=$((late + 1))
    expect_status 0
  fi
done
((early > 0 && late > 0)) || fail "it came $early times early, $late late"

it "does not start thousands of PDUs first"
run_until $((blocks + 1)) "${program[@]}" --count 10000
expect_status 0
expect_output ""

it "leaves no file"
expect_equal "$HOME/cert_indexes" "$(find "$HOME" -mindepth 1)"
