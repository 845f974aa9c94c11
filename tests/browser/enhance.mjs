// Tries the script's enhancements on the specimen page: character count, file names, live checks, one box for all.
//
// node enhance.mjs BASE-URL [PATH]     PATH is /en/specimen/ unless given. Ends with 1 if one of them does not work.
import { chromium } from 'playwright-core';

const [base, path = '/en/specimen/'] = process.argv.slice(2);
if (!base) { console.error('Name the base URL.'); process.exit(2); }
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
const asked = [];
await page.route('**/checks', (route) => { asked.push(route.request().postData()); return route.fulfill({ contentType: 'text/html', body: '<p data-summary>1 thing to look at.</p>' }); });
await page.goto(base.replace(/\/$/, '') + path);

const failed = [];
const expect = (what, holds) => { if (!holds) failed.push(what); };

await page.fill('#words', 'Pay £500 to the complainant');
expect('the characters left are counted', (await page.textContent('#words-limit')).includes('473'));
await page.waitForFunction(() => document.querySelector('#words-limit + [aria-live]').textContent.includes('473'), null, { timeout: 5000 }).catch(() => failed.push('the count is said once typing stops'));

const words = [];
await page.route('**/body-names*', (route) => { words.push(new URL(route.request().url()).searchParams.get('words')); return route.fulfill({ json: [{ name: 'Ynys Council', by: '' }, { name: 'Isle of Anglesey Council', by: 'Cyngor Ynys Môn' }] }); });
await page.fill('#body', 'ynys');
await page.waitForFunction(() => document.querySelectorAll('#body-names option').length === 2, null, { timeout: 5000 }).catch(() => failed.push('names of bodies are offered as one types'));
const offered = await page.evaluate(() => [...document.querySelector('#body').list.options].map((one) => [one.value, one.label]));
expect('a name that has not the letters typed shows why it is offered', JSON.stringify(offered) === '[["Ynys Council",""],["Isle of Anglesey Council","Cyngor Ynys Môn (ynys)"]]');
await page.fill('#body', 'Ynys Council');
await page.waitForTimeout(400);
expect('names are asked for once typing stops, and not for one that was chosen', words.join() === 'ynys');

await page.setInputFiles('#files', [{ name: 'minute.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2048) }]);
expect('chosen files are listed', (await page.textContent('#files-list')).includes('minute.pdf (2 KB)'));

await page.fill('#draft-words', 'Apologise and review');
await page.waitForFunction(() => document.querySelector('#checks-said').textContent === '1 thing to look at.', null, { timeout: 5000 }).catch(() => failed.push('live checks are fetched and said'));
expect('live checks send what was typed, once', asked.length === 1 && asked[0] === 'draft-words=Apologise+and+review');

await page.check('[data-select-all="row"]');
expect('one box ticks all', await page.evaluate(() => [...document.querySelectorAll('input[name="row"]')].every((box) => box.checked)));

await browser.close();
for (const what of failed) console.log(`✗ ${what}`);
console.log(failed.length ? `${failed.length} enhancements fail.` : 'The enhancements work.');
process.exit(failed.length ? 1 : 0);
