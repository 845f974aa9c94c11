#!/usr/bin/env bash
# The law by command line, day by day, on data folders that are gone afterwards: what follows where a promise is broken,
# in Wales, in England and with a care provider; what a changed ladder would have done; a body that merged; and what is
# kept and destroyed. Each claim is checked.
# With AMENDS_DATABASE=postgres://HOST/NAME each office has the empty database NAME_wales, NAME_england or NAME_care; with
# AMENDS_FILES=s3://BUCKET/PREFIX a folder of its own below that.
set -euo pipefail
cd "$(dirname "$0")/.."
ROOT=$PWD
AMENDS=${AMENDS:-$ROOT/target/debug/amends}
[ -x "$AMENDS" ] || cargo build --package amends
HERE=$(mktemp -d)
trap 'rm -rf "$HERE"' EXIT
# shellcheck source=tour/checks.sh
. "$ROOT/docs/tour/checks.sh"

export AMENDS_ALLOW_SET_DAY=1
export AMENDS_AS=sian@ombudsman.example
export AMENDS__MAIL__ADDRESS=caseinfo@ombudsman.example
RHYS=(--as rhys@ombudsman.example)
MARC=(--as marc@ombudsman.example)
cd "$HERE"

quiet() { "$@" > acts.txt 2> notes.txt || { cat acts.txt notes.txt; return 1; }; }
# refused WHAT RULE CODE COMMAND…: exit code 1, with the rule and the code in JSON
refused() {
  local what=$1 rule=$2 code=$3
  shift 3
  check "$what" "1 $rule $code" "$(amends "$@" --json > acts.txt 2> refused.txt; echo "$?" \
    "$(json 'it.error.rule' < refused.txt)" "$(json 'it.error.code' < refused.txt)")"
  json it.error.message < refused.txt
}
# act CASE JSON [WHO…]
act() {
  local case=$1
  printf '%s' "$2" > act.json
  shift 2
  quiet amends act "$case" act.json "$@"
}
state() { amends rec show "$1" --json | json it.state; }
newest() { amends case list --json | json 'it.map(one => one.case.reference).sort().pop()'; }
instrument() { amends instrument show "$1" "$2" --json | json "$3"; }
route() { amends escalation routes "$1" --ground "$2" --json 2> notes.txt | json "it[0].$3"; }
DATABASES=${AMENDS_DATABASE:-}
FILES=${AMENDS_FILES:-}
# below PLACE NAME JOINED_BY: the place with the name at the end of its path
below() { case "$1" in *\?*) printf '%s' "${1%%\?*}$3$2?${1#*\?}" ;; *) printf '%s' "$1$3$2" ;; esac; }
# office FOLDER PROFILE: a new office with its people and bodies
office() {
  export AMENDS__STORAGE__DATA_DIR=$HERE/$1
  export AMENDS__PROFILE__NAME=$2
  [ -z "$DATABASES" ] || { AMENDS_DATABASE=$(below "$DATABASES" "$1" _); export AMENDS_DATABASE; }
  [ -z "$FILES" ] || { AMENDS_FILES=$(below "$FILES" "$1" /); export AMENDS_FILES; }
  assert_empty
  for WHO in "sian@ombudsman.example|Siân Rees|caseworker" "rhys@ombudsman.example|Rhys Owen|manager" \
    "marc@ombudsman.example|Marc Bell|ombudsman"; do
    IFS='|' read -r EMAIL NAME ROLE <<< "$WHO"
    echo "a password that is long enough" | quiet amends user add "$EMAIL" --name "$NAME" --role "$ROLE"
  done
  quiet amends import from-csv bodies.csv
}
cat > bodies.csv <<'CSV'
slug,name_en,name_cy,kind,language,contact_name,contact_email,contact_language,merged_into
ynys-council,Ynys Council,Cyngor Ynys,council,en,Nia Parry,complaints@ynys.example,en,
new-council,Ynys and Glan Council,Cyngor Ynys a Glan,council,cy,Ceri Lewis,complaints@new.example,cy,
haven-care,Haven Care Ltd,Gofal Hafan Cyf,care_provider,en,Jo Hill,office@haven.example,en,
CSV
# opened TITLE BODY ROUTE [MORE…]: a case with a finding and the guidance looked at
opened() {
  local title=$1 body=$2 route=$3
  shift 3
  quiet amends case open --title "$title" --body "$body" --route "$route" --complainant "Mr K" --email mr.k@example.org "$@"
  CASE=$(newest)
  quiet amends case finding "$CASE" --fault "It took 14 months to answer" --injustice "He lived with damp for two winters"
  quiet amends case check "$CASE" --edition "2025" --note "The sum follows the guidance"
}
# agreed_draft CASE DECIDE_DAY: the draft goes out, the body agrees to all of it, and comments are closed
draft_out() { quiet amends case draft "$CASE" --bodies-by "$1" --complainant-by "$1"; }

DAY=2026-01-12
heading "Wales: a promise is made in early resolution"
office wales psow
opened "Repairs at Maes y Ffynnon" ynys-council early_resolution
KEPT=$CASE
quiet amends rec write "$KEPT" --kind apology --scope personal --finding 1 --within "20 working days" \
  --wording "The Council should apologise to Mr K in writing."
quiet amends rec write "$KEPT" --kind payment --scope personal --finding 1 --amount 250 --within "20 working days" \
  --wording "The Council should pay Mr K £250 for the delay."
act "$KEPT" '{"command":"propose_resolution","answer_by":"2026-01-30"}'
DAY=2026-01-19
for N in 1 2; do quiet amends case answer "$KEPT-$N" --agree; done
act "$KEPT" '{"command":"record_settlement","injustice_concluded":true,"what_went_wrong":"14 months without an answer",
  "agreed_by":"The head of housing","how":"email","agreed_on":"2026-01-19"}'
act "$KEPT" '{"command":"close_with_agreed_actions"}'
check "closed, and followed up" monitoring "$(amends case show "$KEPT" --json | json it.compliance)"
DUE=$(amends rec show "$KEPT-1" --json | json it.evidence_due_on)
check "the date" 2026-02-16 "$DUE"
refused "no special report while the period runs" "PSOW Act 2019 s.28(6)" refusal-fact-missing \
  escalation routes "$KEPT" --ground "s28(6)"
check "which fact" agreed_period_over "$(json it.error.values.fact < refused.txt)"
check "where it is recorded" the_day "$(json it.error.values.place < refused.txt)"

heading "The promise is broken: chases go, and nothing comes"
for DAY in 2026-02-17 2026-02-25 2026-03-04; do quiet amends chase run; done
DAY=2026-03-17
check "chases of the first" true "$(amends rec show "$KEPT-1" --json | json 'it.chases.length >= 2')"
refused "a special report still wants the judgement" "PSOW Act 2019 s.28(6)" refusal-fact-missing \
  escalation prepare "$KEPT" "${RHYS[@]}" --ground "s28(6)" --facts "It promised and did not do it" \
  --kind payment --scope personal --finding 1 --amount 400 --within "1 month" --wording "The Council should pay Mr K £400." \
  --body-by 2026-04-07 --complainant-by 2026-04-07
check "which fact" not_implemented "$(json it.error.values.fact < refused.txt)"
check "where it is recorded" judgement "$(json it.error.values.place < refused.txt)"
json it.error.mend < refused.txt
amends escalation menu "$KEPT-1"
quiet amends escalation step "$KEPT-1" "${RHYS[@]}" --step chief_executive --reason "Three chases went unanswered"
quiet amends escalation step "$KEPT-1" "${RHYS[@]}" --step tell_complainant --reason "He has a right to know"
check "the complainant is told" 1 "$(amends mail outbox --to mr.k --json | json 'it.filter(one => one.made_at.startsWith("2026-03-17")).length')"
check "a manager alone cannot say that it was not done" 1 \
  "$(amends rec not-met "$KEPT-1" "${RHYS[@]}" --reasons "Nothing came" > acts.txt 2> refused.txt; echo $?)"
cat refused.txt
quiet amends case handling "$KEPT" --code delay_responding --note "Three chases and a letter to the chief executive, no answer"
for N in 1 2; do quiet amends rec not-met "$KEPT-$N" "${MARC[@]}" --reasons "Nothing was done and no reason was given"; done
check "state" not_met "$(state "$KEPT-1")"
check "the route is open" true "$(route "$KEPT" "s28(6)" open)"
amends escalation routes "$KEPT"

heading "A special report is prepared, commented on and issued"
quiet amends escalation prepare "$KEPT" "${RHYS[@]}" --ground "s28(6)" --facts "On 19 January it promised both and did neither" \
  --kind payment --scope personal --finding 1 --amount 400 --within "1 month" --wording "The Council should pay Mr K £400." \
  --body-by 2026-04-07 --complainant-by 2026-04-07
refused "not while there is time to comment" R9 refusal-time-to-comment-left escalation issue "$KEPT" "${MARC[@]}"
DAY=2026-03-30
quiet amends escalation comment "$KEPT" --by body --comment "We accept it"
quiet amends escalation comment "$KEPT" --by complainant --comment "At last"
refused "only the ombudsman issues it" "PSOW Act 2019 s.28" refusal-role-too-low escalation issue "$KEPT" "${RHYS[@]}"
amends escalation issue "$KEPT" "${MARC[@]}"
check "it rests on its ground" "s28(6)" "$(instrument "$KEPT" 2 'it.grounds[0]')"
check "it recommends anew" 3 "$(amends case show "$KEPT" --json | json it.recommendations.length)"
amends instrument recipients "$KEPT" 2
check "who must have it" "complainant,body" \
  "$(amends instrument recipients "$KEPT" 2 --json | json "it.filter(one => one.copy === 'must').map(one => one.addressee).join()")"

heading "Its publicity is proved, its cost claimed and paid"
DAY=2026-04-02
quiet amends instrument receipt "$KEPT" 2 --received 2026-04-01 --shown-by "Signed for"
check "the notice is due" 2026-04-15 "$(amends instrument publicity "$KEPT" 2 --json | json 'it[0].due.date')"
DAY=2026-04-16
check "and late without proof" overdue "$(amends instrument publicity "$KEPT" 2 --json | json 'it[0].state.state')"
quiet amends instrument published "$KEPT" 2 --step W-24s --on 2026-04-14 --names 2026-04-16 --shown-by "Page 7 of the Ynys Herald"
refused "copies must stay three weeks" "PSOW Act 2019 ss.24, 29(6)" refusal-copies-too-short \
  instrument published "$KEPT" 2 --step W-24si --on 2026-04-16 --until 2026-04-16 --shown-by "The page"
DAY=2026-05-07
quiet amends instrument published "$KEPT" 2 --step W-24si --on 2026-04-16 --until 2026-05-07 --shown-by "The page and two offices"
amends instrument publicity "$KEPT" 2
check "both done" "done,done" "$(amends instrument publicity "$KEPT" 2 --json | json 'it.map(one => one.state.state).join()')"
quiet amends instrument claim "$KEPT" 2 "${MARC[@]}" --amount 640 --for "Two newspaper pages"
refused "more than is owed is a slip" E40 refusal-more-than-claimed instrument paid "$KEPT" 2 --amount 641 --shown-by "Bank"
DAY=2026-05-20
quiet amends instrument paid "$KEPT" 2 --amount 600 --shown-by "Bank statement 12"
check "in part" paid_in_part "$(instrument "$KEPT" 2 'it.bodies[0].cost.state')"
quiet amends instrument paid "$KEPT" 2 --amount 40 --shown-by "Bank statement 13"
check "and in full" paid "$(instrument "$KEPT" 2 'it.bodies[0].cost.state')"

heading "What the special report recommended is done"
echo "BACS 24 April 2026: 400.00 GBP to Mr K. Confirmed by the bank." > remittance.txt
quiet amends rec evidence "$KEPT-3" remittance.txt --items 1,2 --received 2026-04-27 --paid 400
quiet amends rec review "$KEPT-3"
for I in 1 2; do quiet amends rec assess "$KEPT-3" --item $I --shown shown; done
quiet amends rec met "$KEPT-3" --paid 400
check "state" met_on_time "$(state "$KEPT-3")"
amends escalation bundle "$KEPT" > bundle.txt
cat bundle.txt
check "the bundle has the promises" 2 "$(amends escalation bundle "$KEPT" --json | json 'it.promises.filter(one => one.agreed).length')"
check "and the chases" true "$(amends escalation bundle "$KEPT" --json | json 'it.chases.length >= 4')"

heading "A new case about the failure, linked on both sides"
quiet amends case open --title "The apology that was agreed" --body ynys-council --complainant "Mr K" --email mr.k@example.org \
  --about "$KEPT" --reason "The apology agreed in January was never sent"
FOLLOWS=$(newest)
check "the new one knows" "arises_from $KEPT" \
  "$(amends case show "$FOLLOWS" --json | json 'it.linked_cases.map(one => one.relation + " " + one.reference).join()')"
check "and the old one" "followed_by $FOLLOWS" \
  "$(amends case show "$KEPT" --json | json 'it.linked_cases.map(one => one.relation + " " + one.reference).join()')"
refused "not twice" R37 refusal-linked-already escalation link-case "$KEPT" --to "$FOLLOWS" --reason "Again"

heading "A report under section 27 is refused for want of agreement, and becomes one under section 23"
opened "A school place" ynys-council investigation
quiet amends rec write "$CASE" --kind apology --scope personal --finding 1 --within "2 months" \
  --wording "The Council should apologise to Mr K in writing."
draft_out 2026-06-10
DAY=2026-06-01
quiet amends case answer "$CASE-1" --disagree "We did nothing wrong"
DAY=2026-06-11
quiet amends case close-comments "$CASE"
quiet amends case consider "$CASE-1" --outcome stands --reasoning "The record shows the delay"
quiet amends case check "$CASE" --check public_interest --note "One family"
quiet amends case period "$CASE" --not-possible "The Council agrees to nothing"
refused "section 27 wants agreement" R21 refusal-body-has-not-agreed \
  case decide "$CASE" --instrument report_without_publicity
act "$CASE" '{"command":"consider_public_report","reason":"The office stands by what the Council does not agree to"}' "${RHYS[@]}"
refused "section 23 wants its criterion" R52 refusal-fact-missing case decide "$CASE" --instrument report "${RHYS[@]}"
quiet amends case criterion "$CASE" "${RHYS[@]}" --criterion significant --reasons "A year of schooling was lost"
refused "and its notice" R21 refusal-fact-missing case decide "$CASE" --instrument report "${RHYS[@]}"
quiet amends case notice "$CASE" "${RHYS[@]}" --reasons "The Council does not agree, and others may be affected"
quiet amends case answer "$CASE-1" --agree
refused "even if the Council now agrees, section 27 is closed" "PSOW Act 2019 s.27" refusal-fact-missing \
  case decide "$CASE" --instrument report_without_publicity
check "which fact" public_interest_not_required "$(json it.error.values.fact < refused.txt)"
DAY=2026-06-15
quiet amends case decide "$CASE" --instrument report "${RHYS[@]}"
quiet amends case receipt "$CASE" --received 2026-06-15 --shown-by "Signed for"
check "one month, the day of receipt included" 2026-07-14 "$(instrument "$CASE" 1 'it.bodies[0].response_due')"
quiet amends instrument notified "$CASE" 1 --action "It will apologise"
refused "half a notification cannot be assessed" "PSOW Act 2019 s.23" refusal-not-notified \
  instrument assess "$CASE" 1 "${RHYS[@]}" --action satisfied --period satisfied --reasons "It will do"
quiet amends instrument notified "$CASE" 1 --within 2026-07-31
quiet amends instrument assess "$CASE" 1 "${RHYS[@]}" --action satisfied --period satisfied --reasons "It will do"
check "to be done by" 2026-07-31 "$(instrument "$CASE" 1 'it.bodies[0].confirmation_due')"
echo "Dear Mr K, we are sorry. The Chief Executive" > apology.txt
quiet amends rec evidence "$CASE-1" apology.txt --items 1,2
quiet amends instrument confirm "$CASE" 1 "${RHYS[@]}" --reasons "The letter shows it"
check "satisfied" satisfied "$(instrument "$CASE" 1 'it.bodies[0].phase.phase')"

heading "No version names who must not be named"
echo "Mr K waited. His doctor, Elin Wyn, wrote twice." > version.txt
check "two names stand in it" 4 \
  "$(amends instrument check-version "$CASE" version.txt --instrument report --name "Elin Wyn" > found.txt 2> notes.txt; echo $?)"
cat found.txt
echo "A father waited. His doctor wrote twice." > version.txt
amends instrument check-version "$CASE" version.txt --instrument report --name "Elin Wyn"

heading "A changed ladder, tried on what has happened"
amends profile show psow > slower.toml
sed -i 's/^version = "1"/version = "slower"/; s/^working_days_after = 7$/working_days_after = 9/' slower.toml
amends profile simulate slower.toml
check "it would have gone otherwise" true "$(amends profile simulate slower.toml --json | json 'it.differ.length > 0')"

heading "A body merges, and what is open follows its successor after a look"
opened "Bins" ynys-council early_resolution
quiet amends rec write "$CASE" --kind policy_procedure --scope service --finding 1 --within "3 months" \
  --wording "The Council should change its procedure on missed collections."
act "$CASE" '{"command":"propose_resolution","answer_by":"2026-07-03"}'
DAY=2026-06-22
quiet amends case answer "$CASE-1" --agree
act "$CASE" '{"command":"record_settlement","injustice_concluded":true,"what_went_wrong":"Missed collections",
  "agreed_by":"The head of waste","how":"email","agreed_on":"2026-06-22"}'
act "$CASE" '{"command":"close_with_agreed_actions"}'
BINS=$CASE
DAY=2026-07-06
quiet amends body merge ynys-council "${RHYS[@]}" --into new-council --on 2026-07-01 --shown-by "Order 2026/1"
amends body follow ynys-council "${RHYS[@]}" --successor new-council
check "only looked at" "$(amends body show ynys-council --json | json it.body.id)" \
  "$(amends rec show "$BINS-1" --json | json it.addressee)"
quiet amends body follow ynys-council "${RHYS[@]}" --successor new-council --cases "$BINS" --yes
check "now the new council's" "$(amends body show new-council --json | json it.body.id)" \
  "$(amends rec show "$BINS-1" --json | json it.addressee)"
check "which hears of it in its language" cy "$(amends mail outbox --to new.example --json | json 'it.pop().language')"

heading "A significant improvement is kept five years, and then destroyed by two people"
echo "Procedure 4, version 2. Missed bins are collected within two days." > procedure.txt
echo "Minute 8 of the cabinet, 1 September 2026: procedure 4 version 2 approved." > minute.txt
DAY=2026-09-03
quiet amends rec evidence "$BINS-1" procedure.txt minute.txt --items 1,2
quiet amends rec review "$BINS-1"
for I in 1 2; do quiet amends rec assess "$BINS-1" --item $I --shown shown; done
quiet amends rec met "$BINS-1"
check "done" complete "$(amends case show "$BINS" --json | json it.compliance)"
act "$BINS" '{"command":"mark_significant","number":1,"reasons":"Every street of the county is concerned"}' "${RHYS[@]}"
due() { amends retention due --by "$1" --json | json "(it.find(one => one.reference === '$BINS') ?? { lines: [] }).lines.filter(one => one.standing === 'due').map(one => one.class).join()"; }
check "nothing before its day" "" "$(due "$DAY")"
DAY=2027-09-06
amends retention due
quiet amends retention run
check "proposed, not gone" 0 "$(amends retention certificate --json | json "it.filter(one => one.reference === '$BINS').length")"
quiet amends retention run
check "not by the same person" 0 "$(amends retention certificate --json | json "it.filter(one => one.reference === '$BINS').length")"
quiet amends retention run "${RHYS[@]}"
check "the documents went" documents "$(amends retention certificate --json | json "it.filter(one => one.reference === '$BINS').map(one => one.disposal.class).join()")"
check "the evidence of the improvement stays" 2 "$(amends rec show "$BINS-1" --json | json 'it.submissions[0].files.length')"
DAY=2031-09-08
quiet amends retention hold "$BINS" --for litigation --reason "Judicial review"
quiet amends retention run
quiet amends retention run "${RHYS[@]}"
check "nothing goes while it is held" 1 "$(amends retention certificate --json | json "it.filter(one => one.reference === '$BINS').length")"
quiet amends retention hold "$BINS" "${RHYS[@]}" --lift 1 --reason "It is over"
DAY=2031-09-09
quiet amends retention run
quiet amends retention run "${RHYS[@]}"
LAST=$(amends retention certificate --json | json "it.filter(one => one.reference === '$BINS' && one.disposal.class === 'significant_evidence')[0].disposal.certificate")
amends retention certificate "$LAST"
check "the certificate holds" true "$(amends retention certificate "$LAST" --json | json it.holds)"
amends audit verify
check "the record of Wales is whole" true "$(amends audit verify --json | json it.whole)"
check "and its lists say the same" 0 "$(amends rebuild --check --json | json it.differences.length)"

DAY=2026-01-12
heading "England: a report, with its criterion and notice"
office england lgsco
opened "A care plan" ynys-council investigation
quiet amends rec write "$CASE" --kind apology --scope personal --finding 1 --within "6 months" \
  --wording "The Council should apologise to Mr K in writing."
draft_out 2026-02-09
DAY=2026-02-02
quiet amends case answer "$CASE-1" --agree
DAY=2026-02-10
quiet amends case close-comments "$CASE"
refused "a report wants a criterion" R52 refusal-fact-missing case decide "$CASE" --instrument report "${MARC[@]}"
quiet amends case criterion "$CASE" "${MARC[@]}" --criterion recurrent_fault --reasons "The third such case in two years"
quiet amends case notice "$CASE" "${MARC[@]}" --reasons "The fault recurs"
DAY=2026-02-18
quiet amends case decide "$CASE" --instrument report "${MARC[@]}"
refused "no period runs before it is received" I3 refusal-receipt-first instrument notified "$CASE" 1 --action "We will"
quiet amends instrument receipt "$CASE" 1 --received 2026-02-18 --shown-by "Signed for"
check "three months, the day of receipt included" 2026-05-17 "$(instrument "$CASE" 1 'it.bodies[0].response_due')"
refused "no longer period by word of mouth" R57 refusal-writing-needed \
  instrument longer "$CASE" 1 "${MARC[@]}" --until 2026-05-29 --reason "The council meets on the 28th"
quiet amends instrument longer "$CASE" 1 "${MARC[@]}" --until 2026-05-29 --reason "The council meets on the 28th" --in-writing

DAY=2026-05-29
heading "Three months and more pass in silence: a further report is a duty"
refused "not on the last day" "1974 Act s.31(2A)(a)" refusal-fact-missing escalation routes "$CASE" --ground "s31(2A)(a)"
DAY=2026-05-30
check "the day after, the office must" "must true" "$(route "$CASE" "s31(2A)(a)" obligation) $(route "$CASE" "s31(2A)(a)" open)"
quiet amends escalation prepare "$CASE" "${RHYS[@]}" --ground "s31(2A)(a)" --facts "Nothing was notified within the period" \
  --kind apology --scope personal --finding 1 --within "4 months" --wording "The Council should apologise to Mr K in writing." \
  --body-by 2026-06-19 --complainant-by 2026-06-19
DAY=2026-06-23
amends escalation issue "$CASE" "${MARC[@]}"
quiet amends instrument receipt "$CASE" 2 --received 2026-06-23 --shown-by "Signed for"
check "three months again" 2026-09-22 "$(instrument "$CASE" 2 'it.bodies[0].response_due')"
DAY=2026-07-20
quiet amends instrument notified "$CASE" 2 --action "The housing committee resolved to do nothing"
refused "a committee alone cannot refuse" "1974 Act s.31A(1A)" refusal-not-by-the-authority \
  instrument assess "$CASE" 2 "${MARC[@]}" --action not_satisfied --reasons "It does nothing"
quiet amends instrument referred "$CASE" 2 --considered 2026-07-20 --shown-by "Minutes of the full council"
quiet amends instrument assess "$CASE" 2 "${MARC[@]}" --action not_satisfied --reasons "It does nothing"
check "in default" default "$(instrument "$CASE" 2 'it.bodies[0].phase.phase')"

heading "A statement in two editions"
quiet amends escalation prepare "$CASE" "${RHYS[@]}" --ground "s31(2D)(b)" --facts "The Council will do nothing"
quiet amends escalation issue "$CASE" "${MARC[@]}"
quiet amends instrument receipt "$CASE" 3 --received 2026-07-20 --shown-by "Signed for"
check "the form may be agreed until" 2026-08-19 "$(instrument "$CASE" 3 'it.bodies[0].form_due')"
refused "nothing is published before its form is agreed" "1974 Act s.31(2D)" refusal-form-not-agreed \
  instrument published "$CASE" 3 --step "L-31(2F)" --on 2026-07-20 --until 2026-07-20 --shown-by "The page"
DAY=2026-07-27
quiet amends instrument form "$CASE" 3 --with "The council's solicitor; the text is on file"
DAY=2026-08-20
refused "the editions lie within a fortnight" "1974 Act s.31(2F)" refusal-second-edition-missing \
  instrument published "$CASE" 3 --step "L-31(2F)" --on 2026-08-03 --until 2026-08-18 --shown-by "Pages 3 and 5"
quiet amends instrument published "$CASE" 3 --step "L-31(2F)" --on 2026-08-03 --until 2026-08-14 --shown-by "Pages 3 and 5"
amends instrument list "$CASE"
check "published" done "$(amends instrument publicity "$CASE" 3 --json | json 'it[0].state.state')"
refused "and what the body published costs it nothing more" "1974 Act s.31(2D)" refusal-office-did-not-publish \
  instrument claim "$CASE" 3 "${MARC[@]}" --amount 900 --for "Two pages"
check "the record of England is whole" true "$(amends audit verify --json | json it.whole)"

DAY=2026-01-12
heading "A care provider: an adverse findings notice, after its month and not before"
office care lgsco-part3a
opened "Missed visits" haven-care investigation
quiet amends rec write "$CASE" --kind apology --scope personal --finding 1 --within "3 months" \
  --wording "The provider should apologise to Mr K in writing."
draft_out 2026-02-09
DAY=2026-02-02
quiet amends case answer "$CASE-1" --agree
DAY=2026-02-10
quiet amends case close-comments "$CASE"
quiet amends case decide "$CASE" --instrument statement_of_reasons
quiet amends instrument receipt "$CASE" 1 --received 2026-02-10 --shown-by "Read receipt"
check "one month" 2026-03-09 "$(instrument "$CASE" 1 'it.bodies[0].response_due')"
DAY=2026-03-09
refused "ground (a) not before the month is over" "1974 Act s.34I(3)(a)" refusal-fact-missing \
  escalation prepare "$CASE" "${RHYS[@]}" --ground "s34I(3)(a)" --facts "Nothing was notified"
check "which fact" response_period_over "$(json it.error.values.fact < refused.txt)"
quiet amends instrument no-action "$CASE" 1 "${MARC[@]}" --basis "Its letter of 6 March: it is closing down"
check "satisfied sooner that nothing will be done, the office's policy waits" "true 2026-03-09" \
  "$(route "$CASE" "s34I(3)(a) no action" all_present) $(route "$CASE" "s34I(3)(a) no action" waits_until)"
DAY=2026-03-10
check "the day after, ground (a) is open" true "$(route "$CASE" "s34I(3)(a)" open)"
quiet amends escalation prepare "$CASE" "${RHYS[@]}" --ground "s34I(3)(a)" --facts "Nothing was notified within the month"
quiet amends escalation issue "$CASE" "${MARC[@]}"
check "issued" adverse_findings_notice "$(instrument "$CASE" 2 it.instrument)"
DAY=2026-03-11
quiet amends instrument receipt "$CASE" 2 --received 2026-03-11 --shown-by "Read receipt"
DAY=2026-04-11
quiet amends instrument published "$CASE" 2 --on 2026-04-11 --shown-by "The office's website" --by-office "No form was agreed in its month"
quiet amends instrument claim "$CASE" 2 "${MARC[@]}" --amount 120 --for "Two notices"
quiet amends instrument paid "$CASE" 2 --amount 120 --shown-by "Bank statement 3"
check "paid" paid "$(instrument "$CASE" 2 'it.bodies[0].cost.state')"
amends instrument show "$CASE" 2
check "the record of the care cases is whole" true "$(amends audit verify --json | json it.whole)"

passed_and_failed
