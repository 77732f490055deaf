#!/usr/bin/env bash
# What triage costs a request: bench/triage.sh [--long] [--filter '*Request*']. docs/decisions/0051 has figures.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if (($# == 0)); then set -- --filter '*'; elif [[ $* == --long ]]; then set -- --long --filter '*'; fi

dotnet build "$root/bench/Triage" -c Release -v quiet --nologo >/dev/null
echo "$(nproc) processors, load average before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
# Compiled once: on a busy machine the benchmark would be over before the hot methods are compiled again.
DOTNET_TieredCompilation=0 "$root/bench/Triage/bin/Release/net10.0/Jobs.TriageBenchmark" "$@"
