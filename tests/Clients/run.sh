#!/usr/bin/env bash
# Runs the scripts of this folder, one a client that people use, each against a host of the toy schema or the service itself:
#     tests/Clients/run.sh [NAME…]     all of them, or audits, apollo-client, …
# A script gets the address as its argument; a line "// host: --batching" in it says with which options the host runs, and
# "// host: service" that it wants the service, with the whole contract and sample posts on a database that is gone afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

say() { printf '%s\n' "$*"; }

has_node() { command -v node >/dev/null && command -v npm >/dev/null && (($(node -p 'parseInt(process.versions.node)') >= 20)); }

if ! has_node; then
    say "Skipped: the client scripts need Node.js 20 or newer, with npm."
    exit 0
fi

work=$(mktemp -d)
chmod 711 "$work" # Root's PostgreSQL runs as another user, who must get through.
export JOBS_DATA="$work/data"
unset ConnectionStrings__Jobs # Clients write; nobody's database but that of JOBS_DATA is theirs.
export GraphQL__ExecutionSecondsMax=60 # The first query after a cold start may take a slow machine longer than it has otherwise.
declare -A addresses=()
hosts=()

finish() {
    local status=$?
    for host in "${hosts[@]}"; do kill -TERM "$host" 2>/dev/null || true; done
    for host in "${hosts[@]}"; do wait "$host" 2>/dev/null || true; done
    rm -rf "$work"
    exit "$status"
}
trap finish EXIT

# The packages live outside of the repository, a folder for each state of the lock file.
install_packages() {
    local lock cache
    lock=$(cat package.json package-lock.json | node -e '
        const hash = require("node:crypto").createHash("sha256");
        process.stdin.on("data", chunk => hash.update(chunk)).on("end", () => console.log(hash.digest("hex").slice(0, 16)));')
    cache="${XDG_CACHE_HOME:-$HOME/.cache}/jobs/clients-$lock"
    if [[ ! -e $cache/complete ]]; then
        mkdir -p "$cache"
        cp package.json package-lock.json .npmrc "$cache"
        (cd "$cache" && npm ci --no-audit --no-fund --loglevel=error) >"$work/npm.log" 2>&1 || {
            cat "$work/npm.log"
            return 1
        }
        : >"$cache/complete"
    fi
    if [[ ! -L node_modules || $(readlink node_modules) != "$cache/node_modules" ]]; then
        rm -rf node_modules
        ln -s "$cache/node_modules" node_modules
    fi
}

# Sets address to that of a host with these options; the first to ask starts it.
need_host() {
    local options=$1 log
    address=${addresses[" $options"]:-}
    if [[ -n $address ]]; then return; fi
    log="$work/host-${#hosts[@]}.log"
    : >"$log"
    if [[ $options == service ]]; then
        ASPNETCORE_ENVIRONMENT=Development ../../Api/bin/Release/net10.0/Jobs.Api --urls http://127.0.0.1:0 >"$log" 2>&1 &
    else
        # shellcheck disable=SC2086 # Several options are several words.
        Host/bin/Release/net10.0/Jobs.Host --urls http://127.0.0.1:0 $options >"$log" 2>&1 &
    fi
    hosts+=($!)
    for _ in {1..1500}; do
        address=$(sed -n -e 's/^Ready at //p' -e 's|^ *Now listening on: \(.*\)|\1/graphql|p' "$log")
        if [[ -n $address ]]; then break; fi
        kill -0 "${hosts[-1]}" 2>/dev/null || break
        sleep 0.2
    done
    if [[ -z $address ]]; then
        say "The host does not get ready (options: ${options:-none}):"
        cat "$log"
        return 1
    fi
    addresses[" $options"]=$address
}

run_script() {
    local name=$1 log="$work/$1.log" options
    if [[ ! -f $name.mjs ]]; then
        say "There is no $name.mjs"
        return 1
    fi
    options=$(sed -n 's|^// host: ||p' "$name.mjs")
    need_host "$options" || return 1
    if timeout 900 node --no-warnings "$name.mjs" "$address" >"$log" 2>&1; then
        printf '%-16s %s\n' "$name" "$(tail -n 1 "$log")"
        return
    fi
    printf '%-16s FAILED\n' "$name"
    cat "$log"
    return 1
}

install_packages
dotnet build Host -c Release -v quiet --nologo >"$work/build.log" || {
    cat "$work/build.log"
    exit 1
}

names=("$@")
if ((${#names[@]} == 0)); then for script in *.mjs; do names+=("${script%.mjs}"); done; fi
failed=0
for name in "${names[@]}"; do run_script "$name" || failed=$((failed + 1)); done
say "$((${#names[@]} - failed)) of ${#names[@]} clients work"
((failed == 0))
