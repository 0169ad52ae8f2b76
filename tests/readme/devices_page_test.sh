#!/usr/bin/env bash
# fake_pdu/models/DEVICES.md says what the tree says.
set -euo pipefail
exec tools/confirmations --check
