// The main job with any decision, without script: whatever is found in the text is put right, given a date, taken in and
// followed to its closing letters.
import { COUNCIL, COUNCIL_MAIL, comeIn, judge, openLetter, sendProof, signIn } from './steps.mjs';

const PERSON = 'a.complainant@example.org';
const TODAY = '2026-10-05';
const MONEY = ['payment', 'reimbursement'];

/** Puts right what the office must: a sum where money is to be paid, a date where the text gives none. */
async function takeIn(walk, sian, file) {
  walk.heading('A decision is taken in');
  await signIn(walk, sian);
  await sian.goTo('/cases/import');
  await sian.page.locator('input[name=document]').setInputFiles(file);
  await sian.press('Find the recommendations');
  await sian.picture('import-found');
  const count = Number(await sian.page.locator('main input[name=rows]').inputValue());
  walk.passes(`${count} found`);
  for (let n = 1; n <= count; n += 1) {
    const kind = await sian.page.locator(`[name=kind-${n}]`).inputValue();
    const sum = sian.page.locator(`[name=amount-${n}]`);
    // A decision of another year: its dates have passed, so they are taken with those of all.
    const on = await sian.page.locator(`[name=on-${n}]`).inputValue();
    if (on && on <= TODAY) await sian.choose(`due-${n}`, 'none');
    if (MONEY.includes(kind) && !(await sum.inputValue())) await sum.fill('120.50');
  }
  await sian.choose('all-due', 'after');
  await sian.type({ 'all-length': '20', 'finding-fault': 'What should have been done was not done.', 'finding-injustice': 'It caused worry.' });
  await sian.type({ title: 'A decision made elsewhere', name: 'Mr A', email: PERSON });
  await sian.type({ body: COUNCIL });
  await sian.choose('route', 'investigation');
  await sian.day('received', '2026-04-01');
  await sian.choose('channel', 'email');
  await sian.choose('language', 'en');
  await sian.picture('import-put-right');
  await sian.press('Take what is ticked');
  const reference = /cases\/([^/?]+)/.exec(sian.page.url())[1];
  await sian.sees(`case ${reference} has them`, `${reference}-1`, `${reference}-${count}`);
  await sian.picture('recommendations');
  return { reference, count };
}

async function toTheDecision(walk, { sian, clerk, nia, mrA }, { reference, count }) {
  const base = `/cases/${reference}`;
  walk.heading('The draft goes out, is agreed, and the final decision is issued');
  await sian.goTo(`${base}/findings`);
  await sian.type({ 'check-check': 'guidance_on_remedies', 'check-version': '2025', 'check-note': 'Considered.' });
  await sian.press('Record the check');
  await sian.goTo(`${base}/findings`);
  await sian.type({ 'check-check': 'public_interest', 'check-note': 'No public report is called for.' });
  await sian.press('Record the check');
  await sian.goTo(`${base}/draft/send`);
  await sian.day('bodies_by', '2026-10-26');
  await sian.day('complainant_by', '2026-10-26');
  await sian.press('Continue');
  await sian.picture('draft-check');
  await sian.press('Send the draft');
  await sian.sees('the draft is out', 'The draft is on its way to every party.', `0 of ${count} answered`);
  await openLetter(clerk, 'the draft to the body', { to: COUNCIL_MAIL, lang: 'en', about: new RegExp(reference) });
  await comeIn(clerk, nia, 'p', 'portal');
  await nia.press('Answer');
  for (let n = 1; n <= count; n += 1) await nia.choose(`answer-${n}`, 'agree');
  await nia.type({ checked_with: 'The service and the finance director' });
  await nia.picture('portal-answer');
  await nia.press('Continue');
  if (!(await nia.text()).includes('Check your answers')) await nia.press('Continue');
  await nia.press('Send our answers');
  await nia.sees('the answers are in', 'Your answers are with us');
  await openLetter(clerk, 'the draft to the complainant', { to: PERSON, lang: 'en', about: new RegExp(reference) });
  await comeIn(clerk, mrA, 'c', 'complainant');
  await mrA.press('Read the draft');
  await mrA.type({ 'comment-1': 'I have nothing to add.' });
  await mrA.press('Continue');
  await mrA.press('Send');
  await sian.goTo(`${base}/draft`);
  await sian.picture('draft-answers');
  await sian.press('Close the comments');
  for (let n = 1; n <= count; n += 1) {
    const form = sian.page.locator(`#consider-${n}-main`);
    if (!(await form.count())) continue;
    await sian.choose(`consider-${n}-outcome`, 'stands');
    await sian.type({ [`consider-${n}-reasoning`]: 'Nothing was asked for.' });
    await sian.press('Record how they were considered', form);
  }
  await sian.goTo(`${base}/decision`);
  await sian.choose('issue-instrument', 'report_without_publicity');
  await sian.choose('issue-period', 'agreed');
  await sian.type({ 'issue-period_words': 'The comments on the draft.' });
  await sian.day('issue-decided_on', TODAY);
  await sian.press('Check what will go out');
  await sian.picture('decision-check');
  await sian.press('Issue the decision');
  await sian.sees('the decision is issued', 'The decision is issued');
}

/** The main job with the decision in a file, all of it proved and met. */
export async function anyDecision(walk, chosen) {
  await walk.begin();
  const sian = await walk.somebody('Siân');
  const clerk = await walk.somebody('the demonstration');
  const nia = await walk.somebody('Nia', 'en', true);
  const mrA = await walk.somebody('Mr A', 'en', true);
  const { reference, count } = await takeIn(walk, sian, chosen.decision);
  const base = `/cases/${reference}`;
  await toTheDecision(walk, { sian, clerk, nia, mrA }, { reference, count });

  walk.heading('Each action is proved by the portal and judged met');
  await openLetter(clerk, 'the decision to the body', { to: COUNCIL_MAIL, lang: 'en', about: new RegExp(reference) });
  await comeIn(clerk, nia, 'p', 'portal-decided');
  await nia.picture('portal-home-decided');
  for (let n = 1; n <= count; n += 1) {
    await sendProof(nia, n, ['one', 'two', 'three'].map((name) => [`${name}.txt`, `Proof ${name} of action ${n}.\n`]), TODAY);
    await signIn(walk, sian);
    await sian.goTo(`${base}/evidence/${n}`);
    const paid = await sian.page.locator('[name=judge-paid]').count() ? await expected(sian) : undefined;
    await judge(sian, base, n, { decision: 'met', items: 'all', paid, check: 'Check: this recommendation is met', button: 'Judge it met', says: 'Met' });
  }

  walk.heading('The matter is closed, and both parties are told');
  await sian.goTo(base);
  await sian.sees('the follow-up is complete', 'Follow-up Complete');
  await sian.picture('case-complete');
  await openLetter(clerk, 'the closing letter to the complainant', { to: PERSON, lang: 'en' });
  await clerk.picture('closing-complainant');
  await openLetter(clerk, 'the closing letter to the body', { to: COUNCIL_MAIL, lang: 'en', about: new RegExp(reference) });
  await clerk.sees('it says that all is done', 'this matter is closed');
  await clerk.picture('closing-body');
  await mrA.goTo('/my-complaint');
  await mrA.picture('complainant-done');
}

/** The sum of the recommendation, from the page that judges it. */
async function expected(sian) {
  return /£([\d,]+(?:\.\d\d)?)/.exec(await sian.text())?.[1]?.replace(',', '');
}
