#!/usr/bin/env bash
# How fast the engine itself is, without HTTP and database: bench/engine.sh [--long] [--filter '*Parse*']. bench/README.md has figures.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if (($# == 0)); then set -- --filter '*'; elif [[ $* == --long ]]; then set -- --long --filter '*'; fi

dotnet build "$root/bench/Engine" -c Release -v quiet --nologo >/dev/null
echo "$(nproc) processors, load average before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
"$root/bench/Engine/bin/Release/net10.0/Jobs.EngineBenchmark" "$@"
