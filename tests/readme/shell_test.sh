#!/usr/bin/env bash
# Does what the README shows at the shell, and gets what it shows.
. tests/interop/harness.sh
needs snmpget snmp

shown_address=127.0.0.1:16100

# block LANGUAGE [NUMBER]: what stands in the README's first block of that
# language, or in another.
block() {
  awk -v begin="\`\`\`$1" -v wanted="${2:-1}" '
    $0 == "```" { inside = 0 }
    inside
    $0 == begin { inside = ++number == wanted }' README.md
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

it "takes the lab file as it is, but for the hosts"
rack4=$address
start_fake --model AP7900 --v3-user lab:SHA:key-of-the-lab
block yaml 2 | sed "s/10.0.0.7/$rack4/; s/10.0.0.8/$address/" >"$tmp/lab.yaml"
LAB_KEY=key-of-the-lab run power --lab "$tmp/lab.yaml" off 'web-[1-2]' db-3
expect_success
LAB_KEY=key-of-the-lab run power --lab "$tmp/lab.yaml" status
expect_output "web-1  off
web-2  off
db-3   off"
