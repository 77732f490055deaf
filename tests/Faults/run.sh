#!/usr/bin/env bash
# Events are recorded while their receiver fails in 30 % of the requests and the recording process is killed with -9 ten times:
# tests/Faults/run.sh [KILLS] [PERCENT]. The last line is the summary; the exit code is 0 only if every event is accounted for.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
kills=${1:-10}
percent=${2:-30}

dotnet build "$root/tests/Faults" -c Release -v quiet --nologo >/dev/null
faults="$root/tests/Faults/bin/Release/net10.0/Jobs.Faults"
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
receiver=
recorder=
finish() {
    for process in $receiver $recorder; do kill -KILL "$process" 2>/dev/null || true; done
    rm -rf "$folder"
}
trap finish EXIT

"$faults" receive "$port" "$folder" "$percent" >"$folder/receiver.log" &
receiver=$!
for ((kill = 1; kill <= kills; kill++)); do
    "$faults" record "http://127.0.0.1:$port/" "$folder" 600 &
    recorder=$!
    sleep "$((1 + RANDOM % 3)).$((RANDOM % 10))"
    kill -KILL "$recorder"
    wait "$recorder" 2>/dev/null || true
done

# The last one only delivers what the others left.
"$faults" record "http://127.0.0.1:$port/" "$folder" 0 &
recorder=$!
wait "$recorder"
recorder=
kill -TERM "$receiver"
wait "$receiver" || true
receiver=
cat "$folder/receiver.log"
"$faults" judge "$folder" "$kills"
