#!/usr/bin/env bash
# How fast postings are imported, and that memory does not grow with the file: bench/import.sh [ROWS], then five times as many.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rows=${1:-100000}

dotnet build "$root/bench/Import" -c Release -v quiet --nologo >/dev/null
program=$root/bench/Import/bin/Release/net10.0/Jobs.ImportBenchmark
echo "      rows  file MB   imported  rejected  seconds     rows/s  again, rows/s  peak RSS, MB"
"$program" "$rows"
"$program" "$((rows * 5))"
