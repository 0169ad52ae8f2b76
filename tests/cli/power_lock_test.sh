#!/usr/bin/env bash
# `power lock` and `power unlock`, on a unit of each family that has a lock.
. tests/interop/harness.sh
needs snmpget snmp

power=client/cli/power

# The object that shows whether outlet 2 is locked, as someone else reads it:
# model, object, and its values while unlocked and locked.
while read -r model object unlocked locked; do
  start_fake --model "$model"
  outlet_2=("$power" --host "$address" --outlet 2)

  expect_lock() {
    local before=$command_line
    run snmpget -v2c -c public -Oqv "$address" "$object"
    command_line="$before; $command_line"
    expect_output "$1"
  }

  it "lock of $model shows on the device"
  run "${outlet_2[@]}" lock
  expect_success
  expect_output locked
  expect_lock "$locked"

  it "locking what is locked on $model is harmless"
  run "${outlet_2[@]}" lock --json
  expect_success
  expect_output_has '"lock":"locked"'

  it "a locked outlet of $model is not switched, and says why"
  run "${outlet_2[@]}" off
  expect_status 1
  expect_one_sentence
  expect_error_has "this outlet is locked"
  expect_error_has "power unlock"
  expect_lock "$locked"

  it "the error of a locked outlet of $model has a kind and a hint"
  run "${outlet_2[@]}" off --json
  expect_status 1
  expect_error_has '"kind":"refused-by-device"'
  expect_error_has '"hint":"unlock it first: power unlock"'

  it "a locked outlet of $model keeps its state"
  run "${outlet_2[@]}" status
  expect_output on

  it "an unlocked outlet of $model is switched again"
  run "${outlet_2[@]}" unlock
  expect_success
  expect_output unlocked
  expect_lock "$unlocked"
  run "${outlet_2[@]}" off
  expect_success
  stop_fake
done <<'EOF'
MPHR2204 .1.3.6.1.4.1.476.1.42.3.8.50.20.1.105.1.1.2 1 2
PM3010 .1.3.6.1.4.1.10418.17.2.5.5.1.5.1.1.2 2 4
MRP-27 .1.3.6.1.4.1.4779.1.3.5.3.1.3.1.2 1 3
EOF

start_fake --model AP7900
it "a family without a lock says so"
run "$power" --host "$address" --outlet 2 lock
expect_status 1
expect_one_sentence
expect_error_has "have no lock command"
