// Steps that every walk through the main job takes: letters opened, links followed, days passed, proof sent, decisions made.

export const COUNCIL = 'Ynys Council';
export const COUNCIL_MAIL = 'ombudsman@ynys-council.example';

/** The letters of the case to somebody, newest first: subject, language, words, links. */
async function letters(clerk, wanted) {
  const found = [];
  await clerk.goTo('/demo/outbox');
  for (let pages = 0; pages < 20; pages += 1) {
    const rows = await clerk.page.locator('main tbody tr').evaluateAll((all) => all.map((row) => ({
      href: row.querySelector('a').href, subject: row.querySelector('a').textContent, lang: row.querySelector('a').lang, all: row.textContent,
    })));
    found.push(...rows.filter((row) => row.all.includes(wanted.to) && (!wanted.lang || row.lang === wanted.lang) && (wanted.about ?? /./).test(row.subject)));
    const older = clerk.page.locator('main a[rel=next]');
    if (found.length >= (wanted.enough ?? 1) || !(await older.count())) break;
    await clerk.page.goto(await older.evaluate((one) => one.href));
  }
  return found;
}

export async function openLetter(clerk, what, wanted) {
  for (const letter of await letters(clerk, wanted)) {
    await clerk.page.goto(letter.href);
    if (wanted.link && !(await clerk.page.locator(`main a[href*="${wanted.link}"]`).count())) continue;
    if (wanted.says && !(await clerk.text()).includes(wanted.says)) continue;
    clerk.walk.passes(`the outbox has ${what}: “${letter.subject.trim()}” (${letter.lang})`);
    return;
  }
  await clerk.wrong(`${what}: no such letter is in the outbox`);
}

/** Comes in by the link of the letter that is open. */
export async function comeIn(clerk, person, kind, name) {
  const link = await clerk.page.locator(`main a[href*="/${kind}/"]`).first().evaluate((one) => one.href);
  await person.page.goto(link);
  await person.sees('opening the link opens nothing yet', person.lang === 'cy' ? 'Nid oes dim yn digwydd nes' : 'Nothing happens until');
  await person.picture(`${name}-door`);
  await person.press(person.lang === 'cy' ? 'Agor' : 'Open');
}

/** A link outlasts the three months that many actions have: the body comes in again by a letter it has had for weeks. */
export async function olderLetter(clerk, reference) {
  const wanted = { to: COUNCIL_MAIL, lang: 'en', about: new RegExp(reference), link: '/p/', enough: 6 };
  await openLetter(clerk, 'an older letter with a link', wanted);
}

export async function travel(clerk, iso, said) {
  await clerk.goTo('/demo/day');
  await clerk.day('on', iso);
  await clerk.press('Move to this day');
  await clerk.sees(`the day is ${iso}`, 'The day was moved.', said);
}

/** A body sends files for one action by its page; each names the item it shows. */
export async function sendProof(nia, number, files, done) {
  await nia.goTo(`/portal/actions/${number}/evidence`);
  await nia.upload('files', files.map(([name, words]) => [name, words]));
  await nia.press('Upload');
  const picks = nia.page.locator('main select[name^="item-"]');
  for (const [place, [, , item]] of files.entries()) {
    // A file that names no item goes to the item of its place, or to the last.
    const items = await picks.nth(place).locator('option').evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
    await picks.nth(place).selectOption(item ?? items[Math.min(place, items.length - 1)] ?? '');
  }
  await nia.day('done_on', done);
  await nia.picture(`portal-proof-${number}`);
  await nia.press('Continue');
  await nia.sees(`what goes for action ${number} is shown first`, 'Check what you are sending', files[0][0]);
  await nia.press('Send');
  await nia.sees(`a receipt for action ${number}`, 'We have what you sent', 'What happens next', files[0][0]);
  await nia.picture(`portal-receipt-${number}`);
}

/** The caseworker ticks the checklist and decides; what follows is shown before it is done. */
export async function judge(sian, base, number, judgement) {
  await sian.goTo(`${base}/evidence/${number}`);
  const all = sian.page.locator('main [name^="item-"][name$="-shown"][value=shown]');
  if (judgement.items === 'all') for (const box of await all.all()) await box.check();
  else for (const [item, shown] of Object.entries(judgement.items ?? {})) await sian.choose(`item-${item}-shown`, shown);
  await sian.choose('judge-decision', judgement.decision);
  if (judgement.treated) {
    await sian.openDetails('Good reasons for treating as met');
    await sian.choose('judge-treated', judgement.treated);
    await sian.page.locator('[name=judge-proof]').selectOption({ index: 1 });
  }
  if (judgement.satisfiedBy) for (const box of await sian.page.locator('[name=judge-satisfied_by]').all()) await box.check();
  if (judgement.paid) await sian.type({ 'judge-paid': judgement.paid });
  if (judgement.reasons) await sian.type({ 'judge-reasons': judgement.reasons });
  if (judgement.until) await sian.day('judge-date', judgement.until);
  await sian.picture(`review-${number}`);
  await sian.press('Continue');
  await sian.sees(`what follows for ${number} is shown first`, judgement.check);
  await sian.picture(`review-${number}-check`);
  await sian.press(judgement.button);
  await sian.sees(`number ${number}: ${judgement.says}`, 'Your decision is recorded.', judgement.says);
}

/** A body among all is named by part of its name, and chosen where several have it. */
export async function narrowByBody(walk, sian) {
  walk.heading('The work-list is narrowed to a body by part of its name');
  const apply = () => sian.page.getByRole('button', { name: 'Apply filters' }).click();
  await sian.goTo('/worklist?view=all&handler=all');
  await sian.type({ body: 'bryn' });
  await apply();
  await sian.sees('two bodies have the word', '2 bodies have “bryn” in their name: choose one', 'Bryn Hyfryd Care Ltd', 'Bryncoed Council');
  await sian.picture('several-bodies');
  await sian.page.getByLabel('Bryncoed Council').check();
  await apply();
  const found = await sian.page.locator('[name=body]').inputValue();
  if (found !== 'Bryncoed Council') await sian.wrong(`the list is narrowed to “${found}”`);
  walk.passes('Siân: the list is narrowed to the one chosen');
  await sian.type({ body: 'Powys' });
  await apply();
  await sian.sees('a name nobody has is said to be none', 'No body has “Powys” in its name.', 'Nothing is listed until it is clear which body is meant.');
  await sian.picture('no-such-body');
}

export async function signIn(walk, sian) {
  await sian.page.goto(`${walk.base}/en/demo/as/sian`);
  await sian.press('Sign in as Siân Parry');
}
