#!/usr/bin/env bash
# Whom a fake PDU lets in: every pair of SNMPv3 algorithms agrees with
# Net-SNMP's on the wire, and nobody else passes.
. tests/interop/harness.sh
needs snmpget snmp

auth_protocols=(MD5 SHA SHA-224 SHA-256 SHA-384 SHA-512)
priv_protocols=(DES AES AES-192 AES-256)

# A user for each pair, named like it.
{
  echo "# Who may speak to the PDU."
  echo "nobody"
  for auth in "${auth_protocols[@]}"; do
    echo "$auth:$auth:the-auth-key"
    for priv in "${priv_protocols[@]}"; do
      echo "$auth-$priv:$auth:the-auth-key:$priv:the-priv-key"
    done
  done
  echo "ro:reader:SHA:the-auth-key:AES:the-priv-key"
} >"$tmp/users"
start_fake --model AP7900 --v3-user-file "$tmp/users"

system_name=.1.3.6.1.2.1.1.5.0
command_3=.1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.3

get() { run snmpget -Oqv "$@" "$address" "$system_name"; }

it "snmpget is answered without authentication"
get -v3 -l noAuthNoPriv -u nobody
expect_success
expect_output "\"$name\""

for auth in "${auth_protocols[@]}"; do
  it "snmpget is answered with $auth"
  get -v3 -l authNoPriv -u "$auth" -a "$auth" -A the-auth-key
  expect_success
  expect_output "\"$name\""

  it "a wrong $auth key is refused"
  get -v3 -l authNoPriv -u "$auth" -a "$auth" -A another-auth-key
  expect_status 1
  expect_error_has "Authentication failure"

  for priv in "${priv_protocols[@]}"; do
    it "snmpget is answered with $auth and $priv"
    get -v3 -l authPriv -u "$auth-$priv" -a "$auth" -A the-auth-key \
      -x "$priv" -X the-priv-key
    expect_success
    expect_output "\"$name\""
  done
done

for priv in "${priv_protocols[@]}"; do
  it "a wrong $priv key is refused"
  get -v3 -l authPriv -u "SHA-$priv" -a SHA -A the-auth-key \
    -x "$priv" -X another-priv-key
  expect_status 1
  expect_error_has "Decryption error"
done

it "another authentication protocol than the user's is refused"
get -v3 -l authNoPriv -u SHA -a MD5 -A the-auth-key
expect_status 1
expect_error_has "Authentication failure"

it "an unknown user is refused"
get -v3 -l authNoPriv -u mallory -a SHA -A the-auth-key
expect_status 1
expect_error_has "Unknown user name"

it "a level beyond the user's keys is refused"
get -v3 -l authPriv -u SHA -a SHA -A the-auth-key -x AES -X the-priv-key
expect_status 1
expect_error_has "Unsupported security level"

it "a level below the user's keys is refused"
get -v3 -l noAuthNoPriv -u SHA-AES
expect_failure
expect_output ""

it "a user who may only read reads"
get -v3 -l authPriv -u reader -a SHA -A the-auth-key -x AES -X the-priv-key
expect_success
expect_output "\"$name\""

it "a user who may only read cannot switch"
run snmpset -Oqv -v3 -l authPriv -u reader -a SHA -A the-auth-key \
  -x AES -X the-priv-key "$address" "$command_3" i 2
expect_status 2
expect_error_has "noAccess"

for version in v1 v2c; do
  it "the read community reads over $version"
  get "-$version" -c public
  expect_success
  expect_output "\"$name\""

  it "the write community reads over $version"
  get "-$version" -c private
  expect_success
  expect_output "\"$name\""

  it "a wrong community gets no answer over $version"
  get "-$version" -c secret -t 0.3 -r 0
  expect_status 1
  expect_error_has "Timeout"
done

it "the read community cannot switch over v1"
run snmpset -Oqv -v1 -c public "$address" "$command_3" i 2
expect_status 2
expect_error_has "noSuchName"

it "the read community cannot switch over v2c"
run snmpset -Oqv -v2c -c public "$address" "$command_3" i 2
expect_status 2
expect_error_has "noAccess"

it "nobody has switched the outlet"
run snmpget -Oqv -v2c -c public "$address" "$command_3"
expect_output 1
