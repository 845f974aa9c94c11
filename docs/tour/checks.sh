# How the tours speak and check: sourced by docs/tour.sh and docs/law-tour.sh.
# shellcheck shell=bash disable=SC2034

PASSED=0
FAILED=0
DAY=2026-03-02
amends() { "$AMENDS" --lang en --today "$DAY" "$@"; }
heading() { printf '\n== %s  (%s)\n' "$1" "$DAY"; }
# check WHAT EXPECTED FOUND
check() {
  if [ "$2" = "$3" ]; then
    PASSED=$((PASSED + 1))
    printf '   ok  %s: %s\n' "$1" "$3"
  else
    FAILED=$((FAILED + 1))
    printf '   NOT %s: expected %s, found %s\n' "$1" "$2" "$3"
  fi
}
# json EXPRESSION: of the JSON on standard input, as `it`
json() { node -e 'const it = JSON.parse(require("fs").readFileSync(0, "utf8")); console.log(eval(process.argv[1]) ?? "none");' "$1"; }
# A tour makes an office of its own, so a database that is named must be empty.
assert_empty() {
  [ -n "${AMENDS_DATABASE:-}" ] || return 0
  [ "$(amends db check --json | json it.empty)" = true ] || {
    echo "The database that AMENDS_DATABASE names is not empty: name a new one." >&2
    exit 1
  }
}
passed_and_failed() {
  printf '\n%s passed, %s failed\n' "$PASSED" "$FAILED"
  [ "$FAILED" = 0 ]
}
