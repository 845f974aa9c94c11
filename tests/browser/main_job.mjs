// The whole main job in a browser, without script: a decision is taken in, its draft goes to both parties, the final
// decision is issued, and every recommendation is followed to its end.
//
// node main_job.mjs BASE-URL [--shots DIR] [--decision FILE]
//   BASE-URL        a running demonstration, on the day it begins (Monday 5 October 2026)
//   --shots DIR     saves a picture of every step
//   --decision FILE another text: what is found in it is put right, taken in and followed to its closing letters
// Ends with 1 and the words of the page at the first claim that does not hold.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { anyDecision } from './any_decision.mjs';
import { COUNCIL, COUNCIL_MAIL, comeIn, judge, narrowByBody, olderLetter, openLetter, sendProof, signIn, travel } from './steps.mjs';
import { Walk, Wrong } from './walker.mjs';

const CHASE = /the date has passed/;
const MR_K = 'k.maesyffynnon@example.org';

const DECISION = fileURLToPath(new URL('../../docs/tour/decision.txt', import.meta.url));

function options(given) {
  const chosen = { decision: DECISION };
  while (given.length) {
    const word = given.shift();
    if (word === '--shots') chosen.shots = given.shift();
    else if (word === '--decision') chosen.decision = given.shift();
    else if (word.startsWith('--')) throw new Error(`There is no option ${word}.`);
    else chosen.base = word;
  }
  if (!chosen.base) throw new Error('Name the address of a running demonstration.');
  return chosen;
}

async function takeIn(walk, sian, file) {
  walk.heading('A decision is taken in, and its recommendations are confirmed into a new case');
  await signIn(walk, sian);
  await sian.goTo('/cases/import');
  await sian.page.locator('input[name=document]').setInputFiles(file);
  await sian.press('Find the recommendations');
  await sian.picture('import-found');
  const rows = Number(await sian.page.locator('main input[name=rows]').inputValue());
  if (rows !== 5) await sian.wrong(`five recommendations were to be found, not ${rows}`);
  await sian.sees('five recommendations are found', 'Found 5');
  for (let n = 1; n <= rows; n += 1) {
    await sian.choose(`take-${n}`, '1');
    await sian.type({ [`body-${n}`]: COUNCIL });
  }
  await sian.type({ 'finding-fault': 'It took 14 months to mend a gutter.', 'finding-injustice': 'A bedroom could not be used for two winters.' });
  await sian.type({ title: 'Repairs at Maes y Ffynnon', name: 'Mr K', email: MR_K });
  await sian.type({ body: COUNCIL });
  await sian.choose('route', 'investigation');
  await sian.day('received', '2026-04-01');
  await sian.choose('channel', 'email');
  await sian.choose('language', 'cy');
  await sian.picture('import-chosen');
  await sian.press('Take what is ticked');
  const reference = /cases\/([^/?]+)/.exec(sian.page.url())[1];
  await sian.sees(`case ${reference} has them`, `${reference}-1`, `${reference}-5`, '£250');
  await sian.picture('recommendations');
  return reference;
}

async function findAndCheck(walk, sian, base) {
  walk.heading('Findings and checks');
  await sian.goTo(`${base}/findings`);
  await sian.sees('the finding stands', 'It took 14 months to mend a gutter.');
  await sian.type({ 'check-check': 'guidance_on_remedies', 'check-version': '2025', 'check-note': 'The sum follows the guidance.' });
  await sian.press('Record the check');
  await sian.sees('the check stands', 'The sum follows the guidance.');
  await sian.goTo(`${base}/findings`);
  await sian.type({ 'check-check': 'public_interest', 'check-note': 'One house, put right.' });
  await sian.press('Record the check');
  await sian.sees('the public interest was considered', 'One house, put right.');
  await sian.picture('findings');
  await sian.goTo(`${base}/recommendations`);
  await sian.picture('recommendations-tied');
}

async function sendDraft(walk, sian, base) {
  walk.heading('The draft goes to both parties');
  await sian.goTo(`${base}/draft/send`);
  await sian.day('bodies_by', '2026-10-26');
  await sian.day('complainant_by', '2026-10-26');
  await sian.press('Continue');
  await sian.sees('who gets what is shown first', 'The draft goes to every party at once', MR_K, 'Welsh', 'English');
  await sian.picture('draft-check');
  await sian.press('Send the draft');
  await sian.sees('the draft is out', 'The draft is on its way to every party.', '0 of 5 answered', 'Do not start these actions yet');
  await sian.picture('draft-out');
}

async function agree(walk, clerk, nia, reference) {
  walk.heading('The body agrees to all, by the link in its letter');
  await openLetter(clerk, 'the draft to the body', { to: COUNCIL_MAIL, lang: 'en', about: new RegExp(reference) });
  await comeIn(clerk, nia, 'p', 'portal');
  await nia.sees('the proposals are there, with their warning', 'Do not start these actions yet', 'Apologise in writing');
  await nia.picture('portal-home-draft');
  await nia.press('Answer');
  for (let n = 1; n <= 5; n += 1) await nia.choose(`answer-${n}`, 'agree');
  await nia.type({ checked_with: 'Housing and the finance director' });
  await nia.picture('portal-answer');
  await nia.press('Continue');
  if (!(await nia.text()).includes('Check your answers')) await nia.press('Continue');
  await nia.sees('the answers are shown before they go', 'Check your answers, then send them', 'We agree');
  await nia.picture('portal-answer-check');
  await nia.press('Send our answers');
  await nia.sees('the answers are in', 'Your answers are with us');
  await nia.picture('portal-answer-sent');
}

async function comment(walk, clerk, mrK, reference) {
  walk.heading('The complainant comments, in Welsh');
  await openLetter(clerk, 'the draft to the complainant', { to: MR_K, lang: 'cy', about: new RegExp(reference) });
  await comeIn(clerk, mrK, 'c', 'complainant');
  await mrK.sees('the page is in Welsh', "Beth sy'n digwydd gyda'ch cwyn", 'Darllen y drafft');
  await mrK.picture('complainant-home-draft');
  await mrK.press('Darllen y drafft');
  await mrK.type({ 'comment-1': 'Hoffwn gael yr ymddiheuriad yn Gymraeg.' });
  await mrK.picture('complainant-comment');
  await mrK.press('Parhau');
  await mrK.sees('the comment is shown before it goes', 'Hoffwn gael yr ymddiheuriad yn Gymraeg.');
  await mrK.press('Anfon');
  await mrK.sees('the comment is in', 'Mae eich sylwadau gennym');
  await mrK.picture('complainant-commented');
}

async function decide(walk, sian, base) {
  walk.heading('Comments are closed and considered, and the final decision is issued');
  await sian.goTo(`${base}/draft`);
  await sian.sees('all has come in', '5 of 5 answered', 'Hoffwn gael yr ymddiheuriad yn Gymraeg.');
  await sian.picture('draft-answers');
  await sian.press('Close the comments');
  await sian.sees('the comments are closed', 'The comments are closed.');
  for (let n = 1; n <= 5; n += 1) {
    const form = sian.page.locator(`#consider-${n}-main`);
    if (!(await form.count())) continue;
    await sian.choose(`consider-${n}-outcome`, 'stands');
    await sian.type({ [`consider-${n}-reasoning`]: 'The apology will be in Welsh; nothing else was asked.' });
    await sian.press('Record how they were considered', form);
  }
  await sian.sees('they are considered', 'It is recorded how the comments were considered.', 'The apology will be in Welsh');
  await sian.goTo(`${base}/decision`);
  await sian.choose('issue-instrument', 'report_without_publicity');
  await sian.choose('issue-period', 'agreed');
  await sian.type({ 'issue-period_words': 'The comments on the draft.' });
  await sian.day('issue-decided_on', '2026-10-05');
  await sian.picture('decision');
  await sian.press('Check what will go out');
  // Counted by hand: twenty working days after Monday 5 October end on Monday 2 November; three months end on 5 January.
  await sian.sees('the dates are shown before they run', 'Monday 2 November 2026', 'Tuesday 5 January 2027');
  await sian.picture('decision-check');
  await sian.press('Issue the decision');
  await sian.sees('the decision is issued', 'The decision is issued', 'Monday 2 November 2026', 'Tuesday 5 January 2027');
  await sian.picture('decision-issued');
}

async function proofAndExtension(walk, clerk, nia, reference) {
  walk.heading('Two weeks on: the apology by the portal, and more time asked for the policy');
  await travel(clerk, '2026-10-19', 'It is Monday 19 October 2026');
  await openLetter(clerk, 'the decision to the body', { to: COUNCIL_MAIL, lang: 'en', about: new RegExp(reference) });
  const reply = /[\w.-]+\+[\w-]+@[\w.-]+/.exec(await clerk.text())?.[0];
  if (!reply) await clerk.wrong('the letter names no reply address');
  await comeIn(clerk, nia, 'p', 'portal-decided');
  await nia.sees('the actions stand with their dates', 'Tell us by 2 Nov 2026', 'Tell us by 5 Jan 2027', 'Send proof');
  await nia.picture('portal-home-decided');
  await sendProof(nia, 1, [
    ['apology.txt', "Annwyl Mr K, mae'n ddrwg gennym. The Chief Executive, 16 October 2026\n", '1'],
    ['posted.txt', 'Recorded delivery AB123456789GB, posted 16 October 2026\n', '2'],
  ], '2026-10-16');
  await nia.goTo('/portal/actions/5/extension');
  await nia.type({ reason: 'The committee that approves policies meets on 14 January.', done_so_far: 'The policy is drafted.' });
  await nia.day('until', '2027-01-19');
  await nia.picture('portal-extension');
  await nia.press('Ask for this date');
  await nia.sees('the date stands until it is decided', 'We have your request for a later date.', 'We have not decided yet');
  await nia.picture('portal-extension-asked');
  return reply;
}

async function grant(walk, sian, base) {
  walk.heading('The caseworker grants the later date');
  await sian.goTo(`${base}/extensions/5`);
  await sian.sees('the request stands with its reason', 'The committee that approves policies meets on 14 January.', '19 January 2027');
  await sian.choose('decide-how', 'agree');
  await sian.type({ 'decide-reason': 'The committee must approve it.' });
  await sian.choose('decide-in_writing', 'yes');
  await sian.picture('extension');
  await sian.press('Continue');
  await sian.picture('extension-check');
  await sian.page.locator('button[name=confirmed]').click();
  await sian.sees('the new date runs and the first is kept', 'Tuesday 19 January 2027', 'Tuesday 5 January 2027', 'A later date was granted');
  await sian.picture('extension-granted');
}

function message(reply, reference) {
  return [
    `From: Nia <${COUNCIL_MAIL}>`, `To: ${reply}`, `Subject: Re: ${reference}`, 'Date: Mon, 19 Oct 2026 10:00:00 +0100',
    'Message-ID: <remittance@ynys-council.example>', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=part', '',
    '--part', 'Content-Type: text/plain; charset=utf-8', '', `Please find the proof of payment for ${reference}-2 attached.`, '',
    '--part', 'Content-Type: text/plain; name="remittance.txt"', 'Content-Disposition: attachment; filename="remittance.txt"', '',
    'BACS 16 October 2026: 250.00 GBP to Mr K. Confirmed by the bank.', '--part--', '',
  ].join('\r\n');
}

async function byMail(walk, clerk, eml, reference) {
  walk.heading('The proof of payment comes by e-mail, as an answer to the letter');
  await clerk.goTo('/demo/mail');
  await clerk.upload('message', [['reply.eml', eml]]);
  await clerk.picture('mail');
  await clerk.press('Hand it in');
  await clerk.sees('filed on the second alone', `Filed on ${reference}, action 2.`);
  await clerk.picture('mail-filed');
  await clerk.upload('message', [['reply.eml', eml]]);
  await clerk.press('Hand it in');
  await clerk.sees('the same message again changes nothing', 'The same message had come before.');
}

async function main(walk, chosen) {
  await walk.begin();
  const sian = await walk.somebody('Siân');
  const clerk = await walk.somebody('the demonstration');
  const nia = await walk.somebody('Nia', 'en', true);
  const mrK = await walk.somebody('Mr K', 'cy', true);

  const reference = await takeIn(walk, sian, chosen.decision);
  const base = `/cases/${reference}`;
  await narrowByBody(walk, sian);
  await findAndCheck(walk, sian, base);
  await sendDraft(walk, sian, base);
  await agree(walk, clerk, nia, reference);
  await comment(walk, clerk, mrK, reference);
  await decide(walk, sian, base);
  const reply = await proofAndExtension(walk, clerk, nia, reference);
  await signIn(walk, sian);
  await grant(walk, sian, base);
  await byMail(walk, clerk, message(reply, reference), reference);
  await follow(walk, { sian, clerk, nia, mrK }, reference);
}

/** From the first evidence to the end of the matter. */
async function follow(walk, { sian, clerk, nia, mrK }, reference) {
  const base = `/cases/${reference}`;
  walk.heading('The apology and the payment are met');
  const met = { decision: 'met', check: 'Check: this recommendation is met', button: 'Judge it met' };
  await judge(sian, base, 1, { ...met, items: { 1: 'shown', 2: 'shown' }, says: 'Met' });
  await judge(sian, base, 2, { ...met, items: { 1: 'shown', 2: 'shown' }, paid: '250', says: 'Met' });

  walk.heading('The date passes for two actions, and the body is chased');
  await travel(clerk, '2026-11-04', 'It is Wednesday 4 November 2026');
  await clerk.picture('day');
  await openLetter(clerk, 'one chase to the body', { to: COUNCIL_MAIL, lang: 'en', about: CHASE });
  await clerk.sees('the chase names what is owed and nothing else', `${reference}-3`, `${reference}-4`);
  const chased = await clerk.text();
  for (const n of [1, 2, 5]) if (chased.includes(`${reference}-${n}`)) await clerk.wrong(`the chase names ${reference}-${n}, which is not owed`);
  await clerk.picture('chase');
  await signIn(walk, sian);
  await sian.goTo(base);
  await sian.sees('the case says what is late', 'Met', '2 days late', 'Extended to 19 Jan 2027');
  await sian.picture('case-late');
  await mrK.page.goto(`${walk.base}/cy/my-complaint`);
  await mrK.sees('his page says what is late and what is done', "Mae hyn wedi'i wneud. Rydym wedi gweld y prawf.", 'Mae hyn yn hwyr.');
  await mrK.picture('complainant-late');

  walk.heading('The chase works: the reminder comes, late, and without its proof; it is returned');
  await travel(clerk, '2026-11-09', 'It is Monday 9 November 2026');
  await nia.goTo('/portal');
  await nia.picture('portal-home-late');
  await sendProof(nia, 3, [['reminder.txt', 'To all repairs staff: leaks are mended within 28 days.\n', '1']], '2026-11-05');
  await signIn(walk, sian);
  await judge(sian, base, 3, {
    decision: 'more', items: { 1: 'shown', 2: 'not_shown' }, reasons: 'To whom it went, and when.', until: '2026-11-23',
    check: 'Check the request for more evidence', button: 'Ask for more evidence', says: 'More evidence needed',
  });
  await openLetter(clerk, 'the letter that asks for more', { to: COUNCIL_MAIL, lang: 'en', about: new RegExp(reference) });
  await clerk.sees('it says what is missing', 'To whom it went, and when.');
  await nia.goTo('/portal/actions/3');
  await nia.sees('her page says what is missing', 'What we still need', 'To whom it went, and when.');
  await nia.picture('portal-more-needed');

  walk.heading('What was missing comes, and it is met, late; the explanation is treated as met');
  await travel(clerk, '2026-11-12', 'It is Thursday 12 November 2026');
  await sendProof(nia, 3, [['sent.txt', 'Sent on 5 November 2026 to 41 people of the repairs team.\n', '2']], '2026-11-05');
  await sendProof(nia, 4, [['offer.txt', 'Dear Mr K, we offer to meet you and explain. He telephoned on 10 November: he wants no letter.\n', '']], '2026-11-10');
  await signIn(walk, sian);
  await judge(sian, base, 3, { ...met, items: { 2: 'shown' }, satisfiedBy: true, says: 'Met, 10 days late' });
  await judge(sian, base, 4, {
    decision: 'treat', treated: 'complainant_declined', reasons: 'Mr K had the explanation by telephone and wants no letter.',
    check: 'Both parties are told of the reason.', button: 'Treat it as met', says: 'Treated as met',
  });

  walk.heading('The policy and its approval come within the later date');
  await travel(clerk, '2027-01-18', 'It is Monday 18 January 2027');
  await olderLetter(clerk, reference);
  await comeIn(clerk, nia, 'p', 'portal-january');
  await sendProof(nia, 5, [
    ['policy.txt', 'Repairs policy, version 7. 4.2 Leaks come first.\n', '1'],
    ['minute.txt', 'Minute 12 of the Housing Committee, 14 January 2027: repairs policy version 7 approved.\n', '2'],
  ], '2027-01-14');
  await signIn(walk, sian);
  await sian.goTo(`${base}/evidence/5`);
  await judge(sian, base, 5, { ...met, items: { 1: 'shown', 2: 'shown' }, says: 'Met' });
  await close(walk, { sian, clerk, nia, mrK }, reference);
}

/** The matter is closed, and both parties are told in their languages. */
async function close(walk, { sian, clerk, nia, mrK }, reference) {
  walk.heading('The matter is closed, and both parties are told in their languages');
  await sian.goTo(`/cases/${reference}`);
  await sian.sees('the follow-up is complete', 'Follow-up Complete', 'Met', 'Treated as met');
  await sian.picture('case-complete');
  await sian.goTo(`/cases/${reference}/timeline`);
  await sian.sees('the timeline ends with it', 'Everything recommended is done; the matter is closed', 'was chased');
  await sian.picture('timeline');
  await openLetter(clerk, 'the closing letter to the complainant, in Welsh', { to: MR_K, lang: 'cy' });
  await clerk.sees('it says in Welsh that all is done', "felly mae'r mater hwn bellach ar gau", 'Apologise');
  await clerk.picture('closing-complainant');
  await openLetter(clerk, 'the closing letter to the body, in English', { to: COUNCIL_MAIL, lang: 'en', about: new RegExp(reference) });
  await clerk.sees('it says in English that all is done', 'What you have done meets our recommendations, and this matter is closed.');
  await clerk.picture('closing-body');
  await nia.goTo('/portal');
  await nia.sees('nothing waits for the body', 'Nothing is waiting for you');
  await nia.picture('portal-home-done');
  await openLetter(clerk, 'a link to the complainant', { to: MR_K, lang: 'cy', link: '/c/', enough: 9 });
  await comeIn(clerk, mrK, 'c', 'complainant-january');
  await mrK.sees('his page says what is done and what ended for a good reason', "Mae hyn wedi'i wneud.", 'rheswm da');
  await mrK.picture('complainant-done');
}

const chosen = options(process.argv.slice(2));
const walk = new Walk(chosen.base, chosen.shots);
let code = 0;
try {
  await (chosen.decision === DECISION ? main : anyDecision)(walk, chosen);
} catch (error) {
  code = 1;
  console.error(`\n   NOT ${error instanceof Wrong ? error.message : error.stack}`);
}
await walk.end();
console.log(`\n${walk.passed} passed, ${code} failed`);
process.exit(code);
