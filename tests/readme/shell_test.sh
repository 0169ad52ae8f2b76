#!/usr/bin/env bash
# Does what the README shows at the shell, and gets what it shows.
. tests/interop/harness.sh
needs snmpget snmp

shown_address=127.0.0.1:16100

# block LANGUAGE: what stands in the README's block of that language.
block() {
  awk -v begin="\`\`\`$1" '
    $0 == "```" { inside = 0 }
    inside
    $0 == begin { inside = 1 }' README.md
}

start_fake --model AP7900
PATH=$PWD/client/cli:$PWD/fake_pdu/standalone:$PATH

# The answers that follow a command in the README, as they should be here.
shown=
check_shown() {
  [[ -z $command_line || $command_line == "("* ]] || expect_output "${shown%$'\n'}"
  shown=
}

while IFS= read -r line; do
  line=${line//$shown_address/$address}
  case $line in
    "$ fake_pdu "*) it "starts the fake: $line" ;;
    "$ "*)
      check_shown
      it "answers as shown: ${line#??}"
      read -r -a words <<<"${line#??}"
      run "${words[@]}"
      expect_success
      ;;
    *)
      if [[ $command_line == "("* ]]; then
        expect_equal "$address $model $name" "$line"
      else
        shown+=$line$'\n'
      fi
      ;;
  esac
done < <(block console)
check_shown

it "takes the exporter file as it is"
block yaml >"$tmp/exporter.yaml"
run power --config "$tmp/exporter.yaml" nonesuch on
expect_status 2
expect_error_has snmp
expect_error_has power
