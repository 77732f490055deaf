#!/usr/bin/env bash
# What hostile requests cost the service and its other clients: bench/attacks.sh. docs/attacks.md says how to read the table.
# The exit code is 1 if an attack takes 250 ms or 20 MB, or makes the p99 of ordinary clients more than twice as long.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

dotnet build "$root/Api" -c Release -v quiet --nologo >/dev/null
dotnet build "$root/bench/Attacks" -c Release -v quiet --nologo >/dev/null
echo "$(nproc) processors, load average before: $(cut -d' ' -f1-3 /proc/loadavg)"
"$root/bench/Attacks/bin/Release/net10.0/Jobs.AttackBenchmark" "$root/Api/bin/Release/net10.0/Jobs.Api.dll"
