#!/usr/bin/env bash
# strace watches fake_pdu and power: neither opens a file of the host, writes
# any, or speaks to anything but loopback.
. tests/interop/harness.sh
needs strace strace
needs snmpget snmp

# LeakSanitizer does not work where strace watches.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

# What would show or break, if it were read: packets in hexadecimal on stderr,
# an address that no socket here can be bound to, a line that nobody knows.
poison=$HOME/.snmp
mkdir "$poison"
for file in "$poison"/{snmp,snmpd,snmpapp,pdukit}{,.local}.conf; do
  printf '%s\n' 'dumpPacket yes' 'clientaddr 192.0.2.1' 'no such' >"$file"
done
export SNMPCONFPATH=$poison SNMP_PERSISTENT_DIR=$poison MIBDIRS=$poison

# Paths that any program may look at, as one regular expression: shared objects
# and where the loader looks for them, what locale and OpenSSL are set up with,
# random numbers, what malloc asks before a thread gives memory back, and the
# program's own entry in /proc.
innocent='/[^/]+[.]so([.][0-9]+)*$'
innocent+='|/glibc-hwcaps/|/_solib_[^/]*/'
innocent+='|^(/usr)?/lib(/x86_64-linux-gnu)?/?$'
innocent+='|^/etc/ld[.]so[.](cache|preload)$'
innocent+='|^/usr/(lib|share)/locale/|/gconv/'
innocent+='|^(/etc|/usr/lib)/ssl/openssl[.]cnf$'
innocent+='|^/dev/(null|u?random)$|^/proc/self/|^/proc/sys/vm/overcommit_memory$'

# start_trace NAME: what the program `traced` is put in front of does is
# written to $tmp/NAME.trace; wait_for_trace returns when all of it is there.
start_trace() {
  trace=$tmp/$1.trace
  mkfifo "$trace.fifo"
  cat "$trace.fifo" >"$trace" &
  tracer=$!
  # -D: the program, not strace, is what this shell starts and signals.
  traced=(strace -D -f -qq -s 300 -e "trace=%file,%network" -e signal=none
    -o "$trace.fifo")
  # Nobody but root may read the memory of our programs.
  [[ $EUID -eq 0 ]] || traced=(unshare --map-root-user "${traced[@]}")
}

wait_for_trace() { wait "$tracer"; }

# Lines of the trace that name a path which is not innocent.
touched() {
  grep -Ev ' (execve|getcwd|send[a-z]*|recv[a-z]*)\(|sa_family| resumed>' "$trace" |
    awk -v innocent="$innocent" 'match($0, /"[^"]+"/) {
      if (substr($0, RSTART + 1, RLENGTH - 2) !~ innocent) print
    }'
}

# Lines of the trace that change a file.
written() {
  grep -E 'O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND' "$trace" |
    grep -v '"/dev/null"'
  grep -E ' (creat|mkdir|mknod|rename|unlink|link|symlink|truncate|ch)[a-z0-9]*\(' \
    "$trace"
}

# Lines of the trace with an address that is not loopback. A socket that is
# bound to no address in particular has not spoken yet, nor does asking for its
# name speak.
spoken() {
  grep -E 'sa_family=AF_(INET|UNIX)' "$trace" |
    grep -Ev 'inet_addr\("127[.]|inet_pton\(AF_INET6, "::1"' |
    grep -v ' getsockname(' |
    grep -Ev ' bind\(.*sin_port=htons\(0\), sin_addr=inet_addr\("0[.]0[.]0[.]0"\)'
}

expect_hermetic() {
  it "$1 opens no file of the host"
  expect_equal "" "$(touched)"
  [[ $(wc -l <"$trace") -gt 10 ]] || fail "there is no trace"

  it "$1 writes no file"
  expect_equal "" "$(written)"

  it "$1 speaks to loopback alone"
  expect_equal "" "$(spoken)"
  grep -q 'sin_addr=inet_addr("127' "$trace" || fail "nobody spoke"
}

it "fake_pdu serves all versions and stops under strace"
start_trace fake_pdu
fake_pdu_program=("${traced[@]}" "${fake_pdu_program[@]}")
start_fake --model AP7900 \
  --v3-user alice:SHA:alices-auth-key:AES:alices-priv-key
alice=(-v3 -l authPriv -u alice -a SHA -A alices-auth-key -x AES
  -X alices-priv-key)
command_3=.1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.3
# The poison is not for these.
client() { run env "SNMPCONFPATH=$tmp" "$@"; }
for as in "-v1 -c private" "-v2c -c private" "${alice[*]}"; do
  # shellcheck disable=SC2086
  client snmpset $as -Oqv "$address" "$command_3" i 2
  expect_output 2
done
client snmpget -v2c -c wrong -t 0.2 -r 0 "$address" "$command_3"
expect_failure
client snmpbulkwalk "${alice[@]}" "$address" .1.3.6.1.4.1.318
expect_success
stop_fake
expect_success
[[ $errors != *dump* ]] || fail "it read the poison"
wait_for_trace
expect_hermetic fake_pdu

it "power switches over v3 under strace"
fake_pdu_program=(fake_pdu/standalone/fake_pdu)
start_fake --model AP7900 \
  --v3-user alice:SHA:alices-auth-key:AES:alices-priv-key
start_trace power
run "${traced[@]}" client/cli/power --host "$address" --outlet 3 --version 3 \
  --user alice --auth-protocol SHA --auth-key alices-auth-key \
  --priv-protocol AES --priv-key alices-priv-key off
expect_success
expect_equal "" "$errors"
wait_for_trace
expect_hermetic power
