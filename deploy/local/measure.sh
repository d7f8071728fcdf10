#!/usr/bin/env bash
# Measures a first start, with nothing unpacked and no data, and a second one with all kept. Wipes the stack.
# Build before: ./minka up --no-demo && ./minka down
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export TIMEFORMAT="%R s on the clock; %U s + %S s of CPU for the launcher and what it waited for"

resident() {
  echo "resident memory (MB):"
  for process in "$root"/.minka/run/*.process; do
    ps -o rss= -p "$(cut -d' ' -f1 "$process")" |
      awk -v name="$(basename "$process" .process)" '{ printf "  %-14s %d\n", name, $1 / 1024 }'
  done
}

start() {
  echo "== $1"
  # a service that is not built is left out, and both commands say so by their result
  time { "$root/minka" up --no-build --no-demo >/dev/null || true; }
  "$root/minka" status || true
  resident
}

"$root/minka" reset >/dev/null
rm -rf "$root"/.minka/stack/postgres-* "$root"/.minka/stack/keycloak-quarkus-dist-*
start "first start"
"$root/minka" down >/dev/null
start "second start, data kept"
"$root/minka" down >/dev/null
