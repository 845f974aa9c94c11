#!/usr/bin/env bash
# The whole main job by command line, on a data folder that is gone afterwards: a decision is taken in, its draft goes
# to both parties, the final decision is issued, and every recommendation is followed to its end. Each claim is checked.
# With AMENDS_DATABASE=postgres://… and AMENDS_FILES=s3://… it goes through an empty database and a bucket instead.
set -euo pipefail
cd "$(dirname "$0")/.."
ROOT=$PWD
AMENDS=${AMENDS:-$ROOT/target/debug/amends}
[ -x "$AMENDS" ] || cargo build --package amends
HERE=$(mktemp -d)
SERVER=
trap '[ -z "$SERVER" ] || kill "$SERVER" 2>/dev/null || true; rm -rf "$HERE"' EXIT

export AMENDS_ALLOW_SET_DAY=1
export AMENDS_AS=sian@ombudsman.example
export AMENDS__STORAGE__DATA_DIR=$HERE/data
export AMENDS__MAIL__ADDRESS=caseinfo@ombudsman.example
PORT=${TOUR_PORT:-8971}
export AMENDS__SERVER__LISTEN=127.0.0.1:$PORT
export AMENDS__SITE__PUBLIC_URL=http://127.0.0.1:$PORT
cd "$HERE"

# shellcheck source=tour/checks.sh
. "$ROOT/docs/tour/checks.sh"
state() { amends rec show "$1" --json | json it.state; }
letters() { amends mail outbox --json | json "it.filter(one => one.to.includes('$1') && one.subject.match(/$2/i)).length"; }

assert_empty
heading "The office begins: an account, and the bodies"
echo "a password that is long enough" | amends user add "$AMENDS_AS" --name "Siân Rees" --role caseworker
echo "another password that is long" | amends user add rhys@ombudsman.example --name "Rhys Owen" --role manager
cat > bodies.csv <<'CSV'
slug,name_en,name_cy,kind,language,contact_name,contact_email,contact_language,merged_into
ynys-council,Ynys Council,Cyngor Ynys,council,en,Nia Parry,complaints@ynys.example,en,
CSV
amends import from-csv bodies.csv
check "accounts" 2 "$(amends user list --json | json it.length)"

heading "A decision is taken in, and its recommendations are confirmed"
amends case open --title "Repairs at Maes y Ffynnon" --body ynys-council --received 2025-10-01 \
  --complainant "Mr K" --email mr.k@example.org --complainant-lang cy
CASE=$(amends case list --json | json it[0].case.reference)
amends case finding "$CASE" --fault "It took 14 months to mend a gutter" --injustice "A bedroom could not be used for two winters"
amends extract --profile psow --decided 2026-03-30 "$ROOT/docs/tour/decision.txt"
amends import decision "$ROOT/docs/tour/decision.txt" --case "$CASE" --finding 1 --accept 1,2,3,4,5
check "recommendations" 5 "$(amends case show "$CASE" --json | json it.recommendations.length)"
check "the sum" 25000 "$(amends rec show "$CASE-2" --json | json it.amount_pence)"

heading "The draft goes to both parties"
amends case check "$CASE" --edition "2025" --note "The sum follows the guidance"
amends case draft "$CASE" --bodies-by 2026-03-23 --complainant-by 2026-03-23
check "stage" out_for_comment "$(amends case show "$CASE" --json | json it.stage)"
check "letters to the body" 1 "$(amends mail outbox --json | json "it.filter(one => one.to.includes('ynys')).length")"
check "letters to the complainant, in Welsh" 1 "$(amends mail outbox --json | json "it.filter(one => one.to.includes('mr.k') && one.language === 'cy').length")"

DAY=2026-03-16
heading "The body agrees; the complainant comments; the comments are closed and considered"
for N in 1 2 3 4 5; do amends case answer "$CASE-$N" --agree --quiet > acts.txt; done
amends case comment "$CASE" --comment "I would like the apology in Welsh" > acts.txt
amends case close-comments "$CASE" > acts.txt
check "agreed" 5 "$(amends case show "$CASE" --json | json "it.recommendations.filter(one => one.agreed).length")"
check "not yet decided: the comment must be considered" 1 \
  "$(amends case decide "$CASE" --instrument report_without_publicity --quiet 2> refused.txt > acts.txt; echo $?)"
cat refused.txt
for N in 1 2 3 4 5; do
  amends case consider "$CASE-$N" --outcome stands --reasoning "The apology will be in Welsh; nothing else was asked" > acts.txt
done

DAY=2026-03-30
heading "The final decision is issued"
check "not before the law of Wales has its facts" 1 \
  "$(amends case decide "$CASE" --instrument report_without_publicity --quiet 2> refused.txt > acts.txt; echo $?)"
cat refused.txt
amends case check "$CASE" --check public_interest --note "One house, put right: no public report is called for" > acts.txt
amends case period "$CASE" --agreed "Mr K's comment on the draft" > acts.txt
amends case decide "$CASE" --instrument report_without_publicity
check "stage" final_issued "$(amends case show "$CASE" --json | json it.stage)"
check "the first date, Easter left out" 2026-04-29 "$(amends rec show "$CASE-1" --json | json it.evidence_due_on)"
check "the last date" 2026-06-30 "$(amends rec show "$CASE-5" --json | json it.evidence_due_on)"
amends rec show "$CASE-1"

DAY=2026-04-20
heading "More time is asked for the policy, and given"
amends rec extension ask "$CASE-5" --until 2026-07-31 --reason "The committee that approves policies meets in July" > acts.txt
check "a caseworker may not give so much" 1 "$(amends rec extension decide "$CASE-5" --grant 2026-07-31 \
  --reason "The committee must approve it" --in-writing > acts.txt 2> refused.txt; echo $?)"
cat refused.txt
amends rec extension decide "$CASE-5" --as rhys@ombudsman.example --grant 2026-07-31 \
  --reason "The committee must approve it" --in-writing
check "the new date" 2026-07-31 "$(amends rec show "$CASE-5" --json | json it.evidence_due_on)"
check "the first date is kept" 2026-06-30 "$(amends rec show "$CASE-5" --json | json it.original_due_on)"

DAY=2026-04-21
heading "Nia sends the apology on the body's page, by the link in her letter"
LINK=$(amends mail outbox --json | json "it.filter(one => one.to.includes('ynys')).map(one => one.text.match(/http\S+\/p\/[a-z0-9]+/)).filter(found => found).pop()[0]")
"$AMENDS" --today "$DAY" serve 2> serve.txt &
SERVER=$!
for _ in $(seq 100); do amends healthcheck > health.txt 2>&1 && break; sleep 0.1; done
web() { curl --silent --show-error --fail --cookie jar --cookie-jar jar --header "Origin: http://127.0.0.1:$PORT" "$@"; }
PAGE=http://127.0.0.1:$PORT/en
web --location "$LINK" > door.html
check "opening the letter's link spends nothing" 0 "$(grep -c 'amends-link' jar || true)"
web --request POST "$PAGE/p/${LINK##*/}" --output open.html
web "$PAGE/portal/actions/1/evidence" > evidence.html
hidden() { sed -n "s/.*name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" evidence.html | head -n 1; }
echo "Annwyl Mr K, mae'n ddrwg gennym. Yours sincerely, the Chief Executive, 20 April 2026" > apology.txt
echo "Recorded delivery AB123456789GB, posted 20 April 2026" > posted.txt
short() { node -pe 'require("crypto").createHash("sha256").update(require("fs").readFileSync(process.argv[1])).digest("hex").slice(0, 16)' "$1"; }
web "$PAGE/portal/actions/1/evidence" --output sent.html \
  --form "for=$(hidden for)" --form "key=$(hidden key)" --form step=send \
  --form "files=@apology.txt" --form "item-$(short apology.txt)=1" \
  --form "files=@posted.txt" --form "item-$(short posted.txt)=2" \
  --form "done_on-day=20" --form "done_on-month=4" --form "done_on-year=2026"
HELD=5
case "${AMENDS_DATABASE:-}" in postgres*) HELD=0 ;; esac
check "a file is held by one alone, a server is shared" "$HELD" "$(amends case list > acts.txt 2> refused.txt; echo $?)"
cat refused.txt
kill "$SERVER"
wait "$SERVER" || true
SERVER=
check "it is in" evidence_received "$(state "$CASE-1")"
check "two files" 2 "$(amends rec show "$CASE-1" --json | json it.submissions[0].files.length)"
for I in 1 2; do amends rec assess "$CASE-1" --item $I --shown shown > acts.txt; done
amends rec met "$CASE-1" > acts.txt
check "state" met_on_time "$(state "$CASE-1")"

DAY=2026-04-22
heading "The proof of payment comes by e-mail, as an answer to the letter"
THREAD=$(amends mail outbox --json | json "it.find(one => one.to.includes('ynys') && one.made_at.startsWith('2026-03-30')).thread")
cat > reply.eml <<EML
From: Nia Parry <complaints@ynys.example>
To: caseinfo+$THREAD@ombudsman.example
Subject: Re: $CASE
Date: Wed, 22 Apr 2026 10:00:00 +0100
Message-ID: <1@ynys.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=part

--part
Content-Type: text/plain; charset=utf-8

Please find the proof of payment for $CASE-2 attached.

--part
Content-Type: text/plain; name="remittance.txt"
Content-Disposition: attachment; filename="remittance.txt"

BACS 21 April 2026: 250.00 GBP to Mr K. Confirmed by the bank.
--part--
EML
amends mail deliver < reply.eml
check "filed, on the second alone" "2" "$(amends rec list --state evidence_received --json | json "it.map(one => one.row.number).join()")"
check "the same message again changes nothing" true "$(amends mail deliver --json < reply.eml | json it.again)"
for I in 1 2; do amends rec assess "$CASE-2" --item $I --shown shown > acts.txt; done
amends rec met "$CASE-2" --paid 250 > acts.txt
check "state" met_on_time "$(state "$CASE-2")"
sed 's/+[^@]*@/@/; s/^From.*/From: stranger@nobody.example/; s/^Subject.*/Subject: '"$CASE"'/; s/<1@/<2@/' reply.eml > stranger.eml
check "a reference in the subject is not enough" held "$(amends mail deliver --json < stranger.eml | json it.state)"
amends mail held

DAY=2026-04-29
heading "What would be chased the day after, if nothing comes"
amends chase preview --on 2026-04-30
check "owed tomorrow" 2 "$(amends chase preview --on 2026-04-30 --json | json it.length)"
check "nothing today" 0 "$(amends chase run --json | json it.chases.length)"

DAY=2026-04-30
heading "The date has passed: one message to the body, once"
amends chase run
check "asked again, nothing goes" 0 "$(amends chase run --json | json it.chases.length)"
check "the chase is on the record" 1 "$(amends rec show "$CASE-3" --json | json it.chases.length)"

DAY=2026-05-06
heading "The chase works: the reminder to staff comes, late"
echo "To all repairs staff: leaks are mended within 28 days. Sent 5 May 2026 to 41 people." > reminder.txt
amends rec evidence "$CASE-3" reminder.txt --items 1,2 --done 2026-05-05 > acts.txt
amends rec review "$CASE-3" > acts.txt
for I in 1 2; do amends rec assess "$CASE-3" --item $I --shown shown > acts.txt; done
amends rec met "$CASE-3"
check "state" met_late "$(state "$CASE-3")"

DAY=2026-05-07
heading "The explanation is no longer wanted: treated as met"
echo "Dear Mr K, we offer to meet you and explain. Mr K telephoned on 6 May: he does not want a letter." > offer.txt
amends rec evidence "$CASE-4" offer.txt > acts.txt
amends rec treat-as-met "$CASE-4" --reason complainant_declined --note "Mr K had the explanation by telephone and wants no letter"
check "state" treated_as_met "$(state "$CASE-4")"

DAY=2026-07-20
heading "The policy comes without its approval: not enough"
echo "Repairs policy, version 7. 4.2 Leaks come first." > policy.txt
amends rec evidence "$CASE-5" policy.txt --items 1 --dated 2026-07-15 > acts.txt
amends rec review "$CASE-5" > acts.txt
amends rec assess "$CASE-5" --item 1 --shown shown --comment "policy 4.2" > acts.txt
check "cannot be met on the policy alone" 1 "$(amends rec met "$CASE-5" > acts.txt 2> refused.txt; echo $?)"
cat refused.txt
amends rec more "$CASE-5" --needed "The minute of the committee that approved the policy" --until 2026-08-14
check "state" further_evidence_requested "$(state "$CASE-5")"

DAY=2026-08-03
heading "The approval comes, and everything is done"
echo "Minute 12 of the Housing Committee, 30 July 2026: repairs policy version 7 approved." > minute.txt
amends rec evidence "$CASE-5" minute.txt --items 2 --dated 2026-07-30 > acts.txt
amends rec review "$CASE-5" > acts.txt
amends rec assess "$CASE-5" --item 2 --shown shown > acts.txt
amends rec met "$CASE-5"
check "state" met_on_time "$(state "$CASE-5")"

heading "The matter is closed, and both parties are told in their languages"
check "follow-up" complete "$(amends case show "$CASE" --json | json it.compliance)"
closing() { amends case show "$CASE" --json | json "it.letters.filter(one => one.letter === 'completion' && one.to === '$1').length"; }
check "closing letter to the complainant" 1 "$(closing complainant)"
check "closing letter to the body" 1 "$(closing body)"
last() { amends mail outbox --json | json "it.filter(one => one.to.includes('$1')).pop().$2"; }
check "to the complainant in Welsh" cy "$(last mr.k language)"
check "to the body in English" en "$(last ynys language)"
last mr.k text

heading "The record is whole, and the lists are what it says"
amends audit verify
check "record" true "$(amends audit verify --json | json it.whole)"
check "lists" 0 "$(amends rebuild --check --json | json it.differences.length)"

passed_and_failed
