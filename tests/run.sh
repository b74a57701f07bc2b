#!/usr/bin/env bash
# Runs every test on SQLite, on a throw-away PostgreSQL and in a real Chromium; the last line is "N passed, N failed".
# Arguments go to `dotnet test`, for instance:  bash tests/run.sh --filter FullyQualifiedName~Stock
# TEST_POSTGRES (a connection string) takes a server of your own instead of the throw-away one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en VSTEST_CONNECTION_TIMEOUT=300
results=$PWD/TestResults
scratch='' child=''

postgres_bin() {
  local initdb
  initdb=$(command -v initdb || printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
  [[ -x $initdb ]] && dirname "$initdb"
}
has_korean_font() { [[ -n $(fc-list :lang=ko 2>/dev/null) ]]; }

# PostgreSQL refuses to run as root.
as_postgres() { if [[ $EUID -eq 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

# In a process group of its own, so that an interrupted run leaves no build or test behind.
in_group() {
  setsid "$@" &
  child=$!
  local code=0
  wait "$child" || code=$?
  child=''
  return "$code"
}

clean_up() {
  [[ -z $child ]] || kill -TERM -- "-$child" 2>/dev/null || true
  if [[ -n $scratch ]]; then
    if [[ -f $scratch/data/postmaster.pid ]]; then
      as_postgres "$bin/pg_ctl" --pgdata="$scratch/data" --mode=immediate stop >/dev/null 2>&1 || true
    fi
    rm -rf "$scratch"
  fi
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

install_what_is_missing() {
  local missing=() package
  command -v chromium >/dev/null || missing+=(chromium)
  has_korean_font || missing+=(fontconfig fonts-noto-cjk)
  [[ -n ${TEST_POSTGRES:-} ]] || postgres_bin >/dev/null || missing+=(postgresql)
  [[ ${#missing[@]} -gt 0 ]] || return 0
  if [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then return 0; fi
    echo "Installing failed." >&2
  fi
  for package in "${missing[@]}"; do
    case $package in
      chromium) echo "Missing: chromium. The browser tests will fail." ;;
      fonts-noto-cjk) echo "Missing: a Korean font (fonts-noto-cjk). Screenshots will show boxes for Korean." ;;
      postgresql) echo "Missing: postgresql (initdb, pg_ctl). The tests on PostgreSQL will be skipped." ;;
    esac
  done >&2
}

start_postgres() {
  [[ -z ${TEST_POSTGRES:-} ]] && bin=$(postgres_bin) || return 0
  # Not below TMPDIR: a socket's path holds 107 characters at most, and the user postgres must be able to get there.
  scratch=$(mktemp -d /tmp/customer-service-tests.XXXXXX)
  [[ $EUID -ne 0 ]] || chown postgres "$scratch"
  # Reached through a socket in a folder closed to others, so no password and no port is needed.
  local options="-c listen_addresses= -c unix_socket_directories=$scratch -c max_connections=300"
  options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  if ! { as_postgres "$bin/initdb" --pgdata="$scratch/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync &&
         as_postgres "$bin/pg_ctl" --pgdata="$scratch/data" --log="$scratch/log" --wait --timeout=60 --options="$options" start; } >"$scratch/out" 2>&1; then
    cat "$scratch/out" "$scratch/log" 2>/dev/null >&2 || true
    echo "The throw-away PostgreSQL did not start, so no test ran." >&2
    echo "0 passed, 1 failed"
    exit 1
  fi
  export TEST_POSTGRES="Host=$scratch;Username=postgres;Database=postgres"
}

counter() { sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1; }

# Whether more went wrong than tests that failed, of which each has an error of its own in the results.
broke() { grep -A1 '<RunInfo [^>]*outcome="Error"' "$1" | grep '<Text>' | grep -v '\[FAIL\]' >/dev/null; }

passed=0 failed=0 skipped=0
run_project() {
  local project=$1 name trx code=0 total executed ok bad
  shift
  name=$(basename "$project" .Tests.csproj)
  trx=$results/$name.trx
  echo "== $name"
  in_group dotnet test "$project" --no-build --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
    --results-directory "$results" --blame-hang-timeout 10min --blame-hang-dump-type none "$@" || code=$?
  total=0 executed=0 ok=0 bad=0
  if [[ -f $trx ]]; then
    total=$(counter total "$trx") executed=$(counter executed "$trx") ok=$(counter passed "$trx") bad=$(counter failed "$trx")
  fi
  if [[ $code -ne 0 ]] && { [[ $bad -eq 0 ]] || broke "$trx"; }; then
    echo "$name: the test run itself failed (exit code $code); counted as one failure."
    bad=$((bad + 1))
  elif [[ $total -eq 0 && $# -eq 0 ]]; then
    echo "$name: no test was found; counted as one failure."
    bad=1
  fi
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - executed))
}

install_what_is_missing
start_postgres
rm -rf "$results"
mkdir -p "$results"
if in_group dotnet build CustomerService.sln -nodeReuse:false -verbosity:quiet -consoleLoggerParameters:NoSummary; then
  for project in tests/*/*.Tests.csproj; do run_project "$project" "$@"; done
  if [[ $((passed + failed + skipped)) -eq 0 ]]; then
    echo "No test matches."
    failed=1
  fi
else
  echo "The solution does not build, so no test ran."
  failed=1
fi

if [[ $skipped -gt 0 ]]; then
  echo "Skipped:"
  sed -n 's/.*<UnitTestResult .*testName="\([^"]*\)".*outcome="NotExecuted".*/  \1/p' "$results"/*.trx | sort
fi
line="$passed passed, $failed failed"
[[ $skipped -eq 0 ]] || line+=", $skipped skipped"
echo "$line"
[[ $failed -eq 0 ]]
