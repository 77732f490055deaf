#!/usr/bin/env bash
# What flags cost a request, and how fast a toggle reaches two instances: bench/flags.sh [--long] [--filter '*Off*'].
# docs/decisions/0030 and 0031 have figures. The database is a private PostgreSQL that is removed afterwards.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if (($# == 0)); then set -- --filter '*'; elif [[ $* == --long ]]; then set -- --long --filter '*'; fi

dotnet build "$root/bench/Flags" -c Release -v quiet --nologo >/dev/null
program=$root/bench/Flags/bin/Release/net10.0/Jobs.FlagsBenchmark
echo "$(nproc) processors, load average before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
"$program" "$@"
"$program" processor
"$program" toggles
