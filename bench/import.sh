#!/usr/bin/env bash
# How fast postings are imported, what a row costs, and that memory does not grow with the file: bench/import.sh [ROWS], then five
# times as many. docs/import.md says how to read it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rows=${1:-100000}

dotnet build "$root/bench/Import" -c Release -v quiet --nologo >/dev/null
program=$root/bench/Import/bin/Release/net10.0/Jobs.ImportBenchmark
echo "$(nproc) processors, load average before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
echo "                                              processor time of a row, µs"
echo "      rows  run    imported  seconds   rows/s   client   server     both  cores  peak RSS, MB"
"$program" "$rows"
"$program" "$((rows * 5))"
