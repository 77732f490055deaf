#!/usr/bin/env bash
# What a request spends on Sentry, without a DSN, with one, and while Sentry hangs: bench/sentry.sh [--filter '*Error*'].
# bench/sentry.sh throughput [SECONDS] compares two whole services under load, in turns of so long (needs wrk).
# docs/sentry.md has figures.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if (($# == 0)); then set -- --filter '*'; fi

dotnet build "$root/bench/Sentry" -c Release -v quiet --nologo >/dev/null
echo "$(nproc) processors, load average before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
"$root/bench/Sentry/bin/Release/net10.0/Jobs.SentryBenchmark" "$@"
