#!/usr/bin/env bash
# What recording an event costs, and events under load: bench/analytics.sh [record|load|soak] [SECONDS]. Without an argument all three,
# the load for 20 s and the soak, half of which the receiver is away, for 30 s (300 for the full one). bench/README.md has figures.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

dotnet build "$root/bench/Analytics" -c Release -v quiet --nologo >/dev/null
bench() { nice -n 5 "$root/bench/Analytics/bin/Release/net10.0/Jobs.AnalyticsBenchmark" "$@"; }
echo "$(nproc) processors, load average before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
case ${1:-all} in
    record) bench --filter '*' ;;
    load) bench load "${2:-20}" ;;
    soak) bench soak "${2:-30}" ;;
    all)
        bench --filter '*'
        bench load 20
        bench soak 30
        ;;
    *)
        echo "record, load or soak" >&2
        exit 2
        ;;
esac
