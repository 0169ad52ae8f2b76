#!/usr/bin/env bash
# The fence agent for APC's PDUs, as clusters run it, switches a fake one;
# snmpget confirms what it says.
#   fence_apc_snmp_test.sh MODEL OUTLETS
. tests/interop/harness.sh
needs fence_apc_snmp fence-agents
needs snmpget snmp

wanted=$1 outlets=$2
suite+=_$wanted

start_fake --model "$wanted" --v3-user nobody \
  --v3-user md5:MD5:the-auth-key --v3-user sha:SHA:the-auth-key \
  --v3-user des:MD5:the-auth-key:DES:the-priv-key \
  --v3-user aes:SHA:the-auth-key:AES:the-priv-key

v1=(-d 1 -c private)
v2c=(-d 2c -c private)
v3=(-d 3 -l aes -E authPriv -b SHA -p the-auth-key -B AES -P the-priv-key)

# The agent's own pauses between looking and looking again are switched off.
fence() {
  run fence_apc_snmp -a "${address%:*}" -u "${address##*:}" "${as[@]}" \
    --delay=0 --power-wait=0 --stonith-status-sleep=0 "$@"
}

# The object that holds the state of the outlet on APC's rack PDUs, read by
# someone else: 1 on, 2 off.
expect_outlet() {
  local number=$1 wanted=$2
  run snmpget -v2c -c public -Oqv "$address" \
    ".1.3.6.1.4.1.318.1.1.12.3.5.1.1.4.$number"
  expect_output "$([[ $wanted == on ]] && echo 1 || echo 2)"
}

for version in v1 v2c v3; do
  declare -n as=$version

  it "status tells that an outlet is on over $version"
  fence -o status -n 3
  expect_success
  expect_output "Status: ON"

  it "off switches it off over $version"
  fence -o off -n 3
  expect_success
  expect_output "Success: Powered OFF"
  expect_outlet 3 off
  expect_outlet 2 on

  it "status tells that it is off over $version"
  fence -o status -n 3
  expect_status 2
  expect_output "Status: OFF"

  it "on switches it on over $version"
  fence -o on -n 3
  expect_success
  expect_output "Success: Powered ON"
  expect_outlet 3 on

  it "reboot switches the last outlet off and on over $version"
  fence -o reboot -n "$outlets"
  expect_success
  expect_output "Success: Rebooted"
  expect_equal $'on -> off\noff -> on' "$(transitions "$outlets")"
  expect_outlet "$outlets" on

  it "list names every outlet over $version"
  fence -o list
  expect_success
  expect_equal "$outlets" "$(wc -l <<<"$output")"
  expect_output_has "$outlets,Outlet $outlets"
done

it "status finds an outlet by its name"
fence -o status -n "Outlet 3"
expect_success
expect_output "Status: ON"

it "monitor finds the device in order"
fence -o monitor
expect_success

unset -n as

it "status is told to a user without keys"
as=(-d 3 -l nobody -E noAuthNoPriv)
fence -o status -n 1
expect_output "Status: ON"

for user in md5:MD5 sha:SHA; do
  it "status is told to a user with ${user#*:}"
  as=(-d 3 -l "${user%:*}" -E authNoPriv -b "${user#*:}" -p the-auth-key)
  fence -o status -n 1
  expect_output "Status: ON"
done

it "status is told to a user with MD5 and DES"
as=(-d 3 -l des -E authPriv -b MD5 -p the-auth-key -B DES -P the-priv-key)
fence -o status -n 1
expect_output "Status: ON"

it "status is not told to a user with a wrong key"
as=(-d 3 -l sha -E authNoPriv -b SHA -p another-key)
fence -o status -n 1
expect_status 1
expect_error_has "Authentication failure"
