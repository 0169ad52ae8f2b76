#!/usr/bin/env bash
# `power --config` with a Jumpstarter exporter file, as it is.
. tests/interop/harness.sh
needs snmpget snmp

power=client/cli/power

auth_key=labusers-auth-key
priv_key=labusers-priv-key
start_fake --model PX3-5902V \
  --v3-user "labuser:SHA:$auth_key:AES:$priv_key"

machine=$tmp/machine
mkdir "$machine"
cat >"$tmp/exporter.yaml" <<YAML
apiVersion: jumpstarter.dev/v1alpha1
kind: ExporterConfig
metadata:
  namespace: default
  name: lab
endpoint: grpc.jumpstarter.example:443
token: "0123456789"
tls:
  ca: ""
  insecure: false
export:
  snmp:
    type: jumpstarter_driver_snmp.driver.SNMPServer
    config:
      host: ${address%:*}
      port: ${address##*:}
      user: labuser
      plug: 32
      oid: 1.3.6.1.4.1.13742.6.4.1.2.1.2.1
      auth_protocol: SHA
      auth_key: $auth_key
      priv_protocol: AES
      priv_key: $priv_key
  mock:
    type: jumpstarter_driver_power.driver.MockPower
  gpio:
    type: jumpstarter_driver_shell.driver.Shell
    default: true
    config:
      cwd: $machine
      methods:
        on: touch on
        off:
          command: rm on
          description: Pulls the line low
          timeout: 5
        read: echo voltage=230.0 current=0.5
  serial:
    type: jumpstarter_driver_pyserial.driver.PySerial
    config:
      url: /dev/ttyUSB0
YAML
lab=("$power" --config "$tmp/exporter.yaml")

# The state of outlet 32 as someone else reads it.
expect_plug() {
  local before=$command_line
  run snmpget -v2c -c public -Oqv "$address" \
    .1.3.6.1.4.1.13742.6.4.1.2.1.3.1.32
  command_line="$before; $command_line"
  expect_output "$1"
}

it "off switches the plug of the SNMP export off"
run "${lab[@]}" snmp off
expect_success
expect_plug 8

it "status reads the plug of the SNMP export"
run "${lab[@]}" snmp status
expect_success
expect_output off

it "on switches the plug of the SNMP export on"
run "${lab[@]}" snmp on
expect_success
expect_plug 7

it "cycle switches the plug of the SNMP export off and on"
transitions 32 >/dev/null
run "${lab[@]}" snmp cycle -w 0
expect_success
expect_equal $'on -> off\noff -> on' "$(transitions 32)"
expect_plug 7

it "read meters the plug of the SNMP export"
run "${lab[@]}" snmp read
expect_success
expect_output_has "voltage="

it "list shows the outlets of the SNMP export's device"
run "${lab[@]}" snmp list
expect_success
expect_equal 36 "$(wc -l <<<"$output")"

it "on without a name goes to the default method"
run "${lab[@]}" on
expect_success
[[ -e $machine/on ]] || fail "the default method was not run"

it "off without a name goes to the default method and leaves the plug alone"
run "${lab[@]}" off
expect_success
[[ ! -e $machine/on ]] || fail "the default method was not run"
expect_plug 7

it "read without a name asks the default method"
run "${lab[@]}" read
expect_success
expect_output "voltage=230.0 V  current=0.50 A"

it "on with a name goes to the mock"
run "${lab[@]}" mock on
expect_success

it "the file may be named in POWER_CONFIG"
POWER_CONFIG=$tmp/exporter.yaml run "$power" snmp status
expect_success
expect_output on

it "the answer for programs names the export"
run "${lab[@]}" --json snmp status
expect_success
expect_json "it['export'], it['outlet'], it['state']" "('snmp', 32, 'on')"

sed 's/auth_key: .*/auth_key: another-auth-key/' "$tmp/exporter.yaml" \
  >"$tmp/wrong.yaml"
it "a wrong key in the file is told from other failures"
run "$power" --config "$tmp/wrong.yaml" snmp off
expect_status 1
expect_one_sentence
expect_error_has "$address"
expect_error_has authentication
expect_plug 7

it "a name that is not in the file is refused with the names that are"
run "${lab[@]}" relay on
expect_failure
expect_one_sentence
expect_error_has relay
expect_error_has "snmp"
expect_error_has "gpio"

it "an export of a type that cannot be switched is refused by its name"
run "${lab[@]}" serial on
expect_failure
expect_one_sentence
expect_error_has jumpstarter_driver_pyserial.driver.PySerial

sed 's/default: true/default: false/' "$tmp/exporter.yaml" >"$tmp/two.yaml"
it "without a default among several methods the names are listed"
run "$power" --config "$tmp/two.yaml" on
expect_failure
expect_one_sentence
expect_error_has gpio
expect_error_has mock

sed '/^  mock:/,/MockPower/d; /default: true/d' "$tmp/exporter.yaml" \
  >"$tmp/only.yaml"
it "the only method that is not SNMP is the default"
run "$power" --config "$tmp/only.yaml" on
expect_success
[[ -e $machine/on ]] || fail "the shell export was not run"

it "a file that is missing is named"
run "$power" --config "$tmp/missing.yaml" on
expect_failure
expect_one_sentence
expect_error_has "$tmp/missing.yaml"

sed '/auth_key/d' "$tmp/exporter.yaml" >"$tmp/keyless.yaml"
it "an authentication protocol without a key is refused, with its place"
run "$power" --config "$tmp/keyless.yaml" snmp on
expect_failure
expect_one_sentence
expect_error_has "keyless.yaml:"
expect_error_has auth_key

sed '/plug: 32/d' "$tmp/exporter.yaml" >"$tmp/plugless.yaml"
it "an SNMP export without a plug is refused, with its place"
run "$power" --config "$tmp/plugless.yaml" snmp on
expect_failure
expect_one_sentence
expect_error_has "plugless.yaml:"
expect_error_has plug

cat >"$tmp/gpio.yaml" <<YAML
export:
  relay:
    type: jumpstarter_driver_gpiod.driver.PowerSwitch
    config: {device: $tmp/gpiochip0, line: 7}
YAML
it "a GPIO chip that is not there is named"
run "$power" --config "$tmp/gpio.yaml" off
expect_failure
expect_one_sentence
expect_error_has "export 'relay': there is no GPIO chip $tmp/gpiochip0"

touch "$tmp/gpiochip0"
it "a file that is no GPIO chip is named"
run "$power" --config "$tmp/gpio.yaml" status
expect_failure
expect_one_sentence
expect_error_has "$tmp/gpiochip0 is no GPIO chip"
