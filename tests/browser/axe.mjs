// Opens pages in Chromium and reports what keeps people out: axe violations, overflow at 320 px, headings, titles, languages.
//
// node axe.mjs BASE-URL [options] PATH…
//   PATH            /specimen or /{lang}/specimen; without {lang} the language is put in front. "role:/path" opens it signed in.
//   --list FILE     more paths, one a line; lines that begin with # are left out
//   --cookie R=C    sends the cookie C ("name=value") for paths of the role R
//   --login R=PATH  opens PATH once before the paths of the role R (a GET, or "POST PATH" to post an empty form)
//   --langs en,cy   languages (both)
//   --widths 1280,320
//   --schemes light,dark   (light)
//   --no-script     turns the pages' script off
//   --shots DIR     saves a picture of every page
// Ends with 1 and a list if anything is wrong. CHROMIUM names the browser (/usr/bin/chromium).
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

function options(given) {
  const chosen = { paths: [], cookies: {}, logins: {}, langs: ['en', 'cy'], widths: [1280, 320], schemes: ['light'], script: true };
  const pair = (text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)];
  while (given.length) {
    const word = given.shift();
    if (word === '--list') chosen.paths.push(...readFileSync(given.shift(), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#')));
    else if (word === '--cookie') { const [role, cookie] = pair(given.shift()); chosen.cookies[role] = cookie; }
    else if (word === '--login') { const [role, path] = pair(given.shift()); chosen.logins[role] = path; }
    else if (word === '--langs') chosen.langs = given.shift().split(',');
    else if (word === '--widths') chosen.widths = given.shift().split(',').map(Number);
    else if (word === '--schemes') chosen.schemes = given.shift().split(',');
    else if (word === '--no-script') chosen.script = false;
    else if (word === '--shots') chosen.shots = given.shift();
    else if (word.startsWith('--')) throw new Error(`There is no option ${word}.`);
    else if (!chosen.base) chosen.base = word.replace(/\/$/, '');
    else chosen.paths.push(word);
  }
  if (!chosen.base || !chosen.paths.length) throw new Error('Name the base URL and at least one path.');
  return chosen;
}

function target(path, lang) {
  const [, role, rest] = /^(?:([a-z][a-z0-9-]*):)?(\/.*)$/.exec(path) ?? [];
  if (!rest) throw new Error(`“${path}” is not a path: it must begin with / (or role:/).`);
  return { role, url: rest.includes('{lang}') ? rest.replaceAll('{lang}', lang) : `/${lang}${rest}` };
}

async function signIn(context, chosen, role) {
  if (!role) return;
  const cookie = chosen.cookies[role];
  if (cookie) {
    const at = cookie.indexOf('=');
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: chosen.base }]);
  }
  const login = chosen.logins[role];
  if (login?.startsWith('POST ')) await context.request.post(chosen.base + login.slice(5), { headers: { Origin: chosen.base } });
  else if (login) await context.request.get(chosen.base + login);
}

// Runs within the page.
function structure() {
  const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]));
  const skipped = headings.findIndex((level, place) => place > 0 && level > headings[place - 1] + 1);
  const root = document.documentElement;
  const wide = [...document.querySelectorAll('body *')].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && box.right > root.clientWidth + 1 && !one.closest('[role=region][tabindex="0"], .govuk-visually-hidden');
  });
  const small = [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, nav a, .govuk-button')].filter((one) => {
    const box = one.getBoundingClientRect();
    return one.checkVisibility() && box.width > 1 && (box.width < 24 || box.height < 24);
  });
  const name = (one) => `${one.tagName.toLowerCase()}.${String(one.className.baseVal ?? one.className).split(' ').join('.')} “${one.textContent.trim().slice(0, 30)}”`;
  return {
    h1: document.querySelectorAll('h1').length, skipped: skipped < 0 ? null : `h${headings[skipped - 1]} to h${headings[skipped]}`,
    title: document.title, lang: root.lang, over: root.scrollWidth - root.clientWidth,
    wide: wide.slice(0, 3).map(name), small: small.slice(0, 3).map(name), missing: document.body.innerText.includes('⟦'),
    ids: [...new Set([...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, place, all) => all.indexOf(id) !== place))],
  };
}

async function check(page, lang) {
  const wrong = [];
  const seen = await page.evaluate(structure);
  if (seen.h1 !== 1) wrong.push(`has ${seen.h1} h1 headings, not one`);
  if (seen.skipped) wrong.push(`skips a heading level: ${seen.skipped}`);
  if (!seen.title.trim()) wrong.push('has no title');
  if (seen.lang !== lang) wrong.push(`says its language is “${seen.lang}”, not “${lang}”`);
  if (seen.over > 0) wrong.push(`is ${seen.over} px wider than the window: ${seen.wide.join('; ')}`);
  if (seen.small.length) wrong.push(`has targets under 24 px: ${seen.small.join('; ')}`);
  if (seen.missing) wrong.push('shows a message key instead of words');
  if (seen.ids.length) wrong.push(`uses an id twice: ${seen.ids.join(', ')}`);
  await page.evaluate(axe);
  const report = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), TAGS);
  for (const found of report.violations) {
    wrong.push(`axe ${found.id} (${found.impact}): ${found.help}`);
    for (const node of found.nodes.slice(0, 4)) wrong.push(`    ${node.target.join(' ')}  ${node.failureSummary.split('\n').slice(1, 2).join('').trim()}`);
  }
  return wrong;
}

async function open(browser, chosen, view, path) {
  const { lang, width, scheme } = view;
  const { role, url } = target(path, lang);
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 640 : 800 }, colorScheme: scheme, bypassCSP: true, javaScriptEnabled: true, reducedMotion: 'reduce',
    locale: lang === 'cy' ? 'cy-GB' : 'en-GB',
  });
  if (!chosen.script) await context.route(/\.js$/, (route) => route.abort());
  try {
    await signIn(context, chosen, role);
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(`script failed: ${error.message}`));
    page.on('request', (request) => { if (!request.url().startsWith(chosen.base) && !request.url().startsWith('data:')) faults.push(`asks another site: ${request.url()}`); });
    const reply = await page.goto(chosen.base + url, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const wrong = reply.status() >= 400 ? [`answers ${reply.status()}`] : await check(page, lang);
    if (chosen.shots) {
      const name = `${role ? `${role}-` : ''}${url.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '')}-${width}-${scheme}.png`;
      await page.screenshot({ path: `${chosen.shots}/${name}`, fullPage: true });
    }
    return [...wrong, ...faults];
  } finally {
    await context.close();
  }
}

async function main() {
  const chosen = options(process.argv.slice(2));
  if (chosen.shots) mkdirSync(chosen.shots, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  let pages = 0;
  let bad = 0;
  for (const path of chosen.paths) for (const lang of chosen.langs) for (const scheme of chosen.schemes) for (const width of chosen.widths) {
    const wrong = await open(browser, chosen, { lang, width, scheme }, path);
    pages += 1;
    if (!wrong.length) continue;
    bad += 1;
    console.log(`✗ ${path} ${lang} ${width} px ${scheme}`);
    for (const line of wrong) console.log(`    ${line}`);
  }
  await browser.close();
  console.log(`${pages} pages looked at, ${bad} with something wrong.`);
  return bad ? 1 : 0;
}

main().then((code) => process.exit(code), (error) => { console.error(error.message); process.exit(2); });
