#!/usr/bin/env bash
# The service against endpoints written by hand, in one table: bench/run.sh [--only Q1,Q2] [--seconds N] [--rounds N]
# [--warm-up N] [--tenfold] [--soak MINUTES] [--quick] [--keep FOLDER]. Needs wrk and Linux. bench/README.md has the figures.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
command -v wrk >/dev/null || { echo "bench/run.sh needs wrk, the Debian package of that name." >&2; exit 2; }
for project in bench/Baseline bench/Performance; do
    dotnet build "$root/$project" -c Release -v quiet --nologo >/dev/null
done
benchmark="$root/bench/Performance/bin/Release/net10.0/Jobs.PerformanceBenchmark"
"$benchmark" check "$@" # A typo is told before the minutes of publishing.
echo "Publishing the service as it is deployed, which takes minutes." >&2
dotnet publish "$root/Api" -p:PublishProfile=linux-x64 -v quiet --nologo >/dev/null
exec "$benchmark" \
    "$root/Api/bin/Release/net10.0/linux-x64/publish/Jobs.Api" \
    "$root/bench/Baseline/bin/Release/net10.0/Jobs.Baseline.dll" "$root/bench/results" "$@"
