#!/usr/bin/env bash
# What idle subscriptions cost in memory, and how fast an event reaches everybody: bench/subscriptions.sh. docs/transports.md says
# how to read it. Client and server share the machine.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
server=
stop() {
    if [[ -n $server ]]; then kill -TERM "$server" 2>/dev/null && wait "$server" || true; fi
    server=
}
trap 'stop; rm -rf "$work"' EXIT

wanted=12000 # Of files for each of both programs: a socket is one.
if (($(ulimit -n) < wanted)); then ulimit -n "$wanted" || ulimit -Hn "$wanted" -Sn "$wanted"; fi

for project in bench/Subscriptions tests/Clients/Host; do
    dotnet build "$root/$project" -c Release -v quiet --nologo >/dev/null
done
program=$root/bench/Subscriptions/bin/Release/net10.0/Jobs.SubscriptionsBenchmark

start() {
    "$@" >"$work/log" 2>&1 &
    server=$!
    address=
    for _ in {1..150}; do
        address=$(sed -n 's/^Ready at //p' "$work/log")
        if [[ -n $address ]]; then return; fi
        sleep 0.2
    done
    cat "$work/log"
    return 1
}

echo "$(nproc) processors, load average before: $(cut -d' ' -f1-3 /proc/loadavg)"
failed=0
for shape in "10000 1" "100 100"; do
    start "$root/tests/Clients/Host/bin/Release/net10.0/Jobs.Host" --urls http://127.0.0.1:0
    # shellcheck disable=SC2086 # Two numbers are two words.
    "$program" idle "$address" "$server" $shape || failed=1
    stop
done
start "$program" serve http://127.0.0.1:0
"$program" fan-out "$address" 1000 50 || failed=1
stop
exit "$failed"
