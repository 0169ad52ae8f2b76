#!/usr/bin/env bash
# Installs the Debian packages that building and testing need, if any are
# missing; `tools/packages.sh build` those for building alone, `dev` those of
# tools/format and tools/tidy, `bench` and `fuzz` those of tools/bench and
# tools/fuzz.
set -euo pipefail

build=(
  bazel-bootstrap bazel-rules-cc bazel-rules-java g++ pkg-config
  libcli11-dev libfmt-dev libgpiod-dev libsnmp-dev libyaml-cpp-dev
  nlohmann-json3-dev
)
# Other people's clients, which tests drive our fakes with, and what watches
# that nothing else on the host is touched.
test=(libgmock-dev libgtest-dev fence-agents nut-snmp snmp strace)
dev=(clang-format clang-tidy git jq)
# What is compared with. Installed on a host that runs services, snmpd starts
# one of its own.
bench=(fence-agents snmp snmpd snmpsim)
fuzz=(clang libclang-rt-14-dev llvm)

case "${1:-test}" in
  build) wanted=("${build[@]}") ;;
  test) wanted=("${build[@]}" "${test[@]}") ;;
  dev) wanted=("${dev[@]}") ;;
  bench) wanted=("${build[@]}" "${bench[@]}") ;;
  fuzz) wanted=("${build[@]}" "${fuzz[@]}") ;;
  *)
    echo "usage: tools/packages.sh [build|test|dev|bench|fuzz]" >&2
    exit 2
    ;;
esac

missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null |
    grep -qx installed || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

if ! command -v apt-get >/dev/null || [[ $EUID -ne 0 ]]; then
  echo "pdukit needs these Debian packages: ${missing[*]}" \
    "(as root: apt-get install ${missing[*]})" >&2
  exit 1
fi
echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -qy --no-install-recommends "${missing[@]}"
