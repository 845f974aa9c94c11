#!/usr/bin/env bash
# The loads of the peer benchmark on Amends: work-list and case page and search under wrk, memory and start, mail that comes
# in, a sweep of chases sent twice. PEERS_BENCH names the folder of the benchmark's scripts (see README.md), which also has
# what the peers did; AMENDS the program as it is released. The ratios are printed at the end.
#
#   PEERS_BENCH=../peers-bench bench/peers/run.sh [web|mem|mail|chase]...
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${PEERS_BENCH:?the folder with the scripts of the peer benchmark}"
AMENDS=$(realpath "${AMENDS:-$HERE/../../target/release/amends}")
# shellcheck source=/dev/null
. "$PEERS_BENCH/env.sh"
DUR=${DUR:-10} RUNS=${RUNS:-3} PORT=${PORT:-8104}
OURS=$PBRUN/ours
DATA=$OURS/office
URL=http://127.0.0.1:$PORT
WHO=bench@office.example
export AMENDS__SERVER__MACHINERY=false AMENDS__LOG__LEVEL=warn AMENDS_AS=$WHO
mkdir -p "$OURS"
SERVER=
trap '[ -z "$SERVER" ] || kill "$SERVER" 2>/dev/null || true' EXIT

measure() { python3 "$PEERS_BENCH/common/bench.py" "$@"; }

# An office of 20,000 recommendations, made by the program itself, with somebody who can sign in.
seed() {
  [ -f "$OURS/seeded" ] && return 0
  rm -rf "$DATA"
  local began
  began=$(date +%s.%N)
  "$AMENDS" generate --size S --seed 42 --into "$DATA" --quiet
  measure put ours A "secs=$(echo "$(date +%s.%N) - $began" | bc)" cases=20000
  echo "a password for the bench" > "$OURS/password.txt"
  AMENDS__STORAGE__DATA_DIR=$DATA "$AMENDS" user add "$WHO" --name Bench --role manager --password-file "$OURS/password.txt"
  touch "$OURS/seeded"
}

serve() {
  AMENDS__STORAGE__DATA_DIR=$DATA "$AMENDS" serve --listen "127.0.0.1:$PORT" 2>> "$PBLOG/ours-server.log" &
  SERVER=$!
  wait_http "$URL/en/sign-in" 60
}

stop() {
  kill "$SERVER"
  wait "$SERVER" || true
  SERVER=
}

sign_in() {
  curl -s -o /dev/null -D - -H "Origin: $URL" --data-urlencode "email=$WHO" \
    --data-urlencode "password=a password for the bench" "$URL/en/sign-in" | sed -n 's/^set-cookie: \([^;]*\);.*/\1/p'
}

web() {
  seed
  serve
  local cookie case
  cookie="Cookie: $(sign_in)"
  local page=(--pids "$SERVER" --dur "$DUR" --runs "$RUNS")
  measure http ours B "$URL/en/worklist?view=needs_me&handler=all" -H "$cookie" --expect '<tbody' "${page[@]}"
  case=$(curl -s -H "$cookie" "$URL/en/worklist?view=needs_me&handler=all" | sed 's/&#x2f;/\//g' | grep -oE '/en/cases/[0-9]+-[0-9]+' | head -1)
  measure http ours C "$URL$case" -H "$cookie" --expect "${case##*/}" "${page[@]}"
  local search=$URL/en/search?q=%22care+needs+assessment%22
  curl -sf -o /dev/null -H "$cookie" "$search" || search=$URL/en/cases?q=care+needs+assessment
  measure http ours F "$search" -H "$cookie" --expect 'assessment' "${page[@]}"
  stop
}

mem() {
  seed
  for run in 1 2 3; do
    local began
    began=$(date +%s.%N)
    serve
    measure put ours G_cold "run=$run" "secs=$(echo "$(date +%s.%N) - $began" | bc)"
    [ "$run" = 3 ] && sleep 5 && measure mem ours idle "$SERVER"
    stop
  done
}

# Five hundred messages of 135 kB from a folder, one command for all of them.
mail() {
  seed
  local map=$OURS/map.tsv
  seq 1 20000 | awk '{print $1 "\t[" $1 "]\t<out-" $1 "@office.example>\tcontact@org.test\tYour case\t" $1}' > "$map"
  for run in 1 2 3; do
    python3 "$PEERS_BENCH/common/gen_mail.py" "$map" "$PBMAIL/ours-$run" "$run" caseinfo@office.example
    local began
    began=$(date +%s.%N)
    AMENDS__STORAGE__DATA_DIR=$DATA AMENDS__MAIL__INBOUND_DIR=$PBMAIL/ours-$run measure cmd ours D_cmd --run "$run" \
      --log "$PBLOG/ours-mail.log" -- "$AMENDS" mail fetch --once
    measure put ours D "run=$run" messages=500 "per_s=$(echo "500 / ($(date +%s.%N) - $began)" | bc -l)"
  done
}

# Two thousand owed of twenty thousand live, each its own message; and the same once more, which must send nothing.
chase() {
  local data=$OURS/sweep
  rm -rf "$data"
  "$AMENDS" generate --live 20000 --owed 2000 --letters 0 --seed 42 --into "$data" --quiet
  export AMENDS__STORAGE__DATA_DIR=$data AMENDS__MAIL__SMTP=smtp://127.0.0.1:$SINK_PORT
  for pass in 1 2; do
    "$PEERS_BENCH/common/sink.sh" start "$PBRUN/sinkdump/ours-$pass"
    measure cmd ours "E_pass$pass" --log "$PBLOG/ours-chase.log" -- \
      bash -c "'$AMENDS' chase run --quiet && '$AMENDS' mail send --once --quiet"
    "$PEERS_BENCH/common/sink.sh" stop
    measure put ours E_count "pass=$pass" "sink=$(python3 "$PEERS_BENCH/common/count_sink.py" "$PBRUN/sinkdump/ours-$pass")"
  done
  unset AMENDS__STORAGE__DATA_DIR AMENDS__MAIL__SMTP
}

[ $# -gt 0 ] || set -- web mem mail chase
for load in "$@"; do "$load"; done
python3 "$HERE/ratios.py" "$PBRAW" "$PEERS_BENCH/baseline.json"
