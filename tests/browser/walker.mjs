// Walks through pages as a person does, without the pages' script: opens, types, presses, reads, and says what it saw.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };

const plain = (text) => text.replace(/[\s\u00a0]+/g, ' ').replaceAll('’', "'").trim();

/** A claim that did not hold, with the words of the page that was open. */
export class Wrong extends Error {}

export class Walk {
  constructor(base, shots) {
    Object.assign(this, { base: base.replace(/\/$/, ''), shots, passed: 0, taken: 0 });
    if (shots) mkdirSync(shots, { recursive: true });
  }

  async begin() {
    this.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  }

  async twin() {
    this.looking ??= await (await this.browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' })).newPage();
    return this.looking;
  }

  async end() {
    await this.browser?.close();
  }

  /** Somebody at a browser of their own; whoever is outside the office has pictures at both widths. */
  async somebody(name, lang = 'en', outside = false) {
    const context = await this.browser.newContext({ viewport: WIDE, javaScriptEnabled: false, reducedMotion: 'reduce', locale: lang === 'cy' ? 'cy-GB' : 'en-GB' });
    return new Person(this, name, lang, outside, await context.newPage());
  }

  heading(text) {
    console.log(`\n== ${text}`);
  }

  passes(what) {
    this.passed += 1;
    console.log(`   ok  ${what}`);
  }
}

class Person {
  constructor(walk, name, lang, outside, page) {
    Object.assign(this, { walk, name, lang, outside, page });
  }

  async wrong(what) {
    throw new Wrong(`${this.name}, at ${this.page.url()}: ${what}\n\n${await this.text()}`);
  }

  async goTo(path) {
    const reply = await this.page.goto(path.startsWith('http') ? path : `${this.walk.base}/${this.lang}${path}`);
    if (reply.status() >= 400) await this.wrong(`the page answers ${reply.status()}`);
  }

  async text() {
    return plain(await this.page.locator('main').innerText());
  }

  /** Presses a button or a link that looks like one and waits for the page that follows; a refused form is wrong. */
  async press(name, within = this.page.locator('main')) {
    const button = within.getByRole('button', { name }).or(within.getByRole('link', { name })).first();
    if (!(await button.count())) await this.wrong(`there is no “${name}”`);
    await button.click();
    await this.page.waitForLoadState('load');
    if (await this.page.locator('.govuk-error-summary').count()) await this.wrong(`“${name}” was refused`);
  }

  async type(fields) {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.page.locator(`main [name="${name}"]`).first();
      if (!(await field.count())) await this.wrong(`there is no field “${name}”`);
      const tag = await field.evaluate((one) => one.tagName);
      if (tag === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    }
  }

  /** A day, as 2026-11-02, into its three fields. */
  async day(name, iso) {
    const [year, month, day] = iso.split('-').map((part) => String(Number(part)));
    await this.type({ [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year });
  }

  async choose(name, value) {
    const field = this.page.locator(`main [name="${name}"][value="${value}"]`).first();
    if (!(await field.count())) await this.wrong(`there is no choice “${value}” of “${name}”`);
    await field.check();
  }

  async openDetails(summary) {
    await this.page.locator('summary', { hasText: summary }).first().click();
  }

  async upload(name, files) {
    const given = files.map(([file, words]) => ({ name: file, mimeType: file.endsWith('.eml') ? 'message/rfc822' : 'text/plain', buffer: Buffer.from(words) }));
    await this.page.locator(`input[type=file][name="${name}"]`).setInputFiles(given);
  }

  /** The page says these words. */
  async sees(what, ...words) {
    const text = await this.text();
    for (const one of words) if (!text.includes(plain(one))) await this.wrong(`${what}: the page does not say “${one}”`);
    this.walk.passes(`${this.name}: ${what}`);
  }

  /** A step worth looking at: nothing on it keeps people out, at either width, and a picture where one is wanted. */
  async picture(name) {
    const { shots } = this.walk;
    await this.keepsNobodyOut();
    this.walk.taken += 1;
    const begin = `${shots}/${String(this.walk.taken).padStart(2, '0')}-${name}`;
    if (shots) await this.page.screenshot({ path: `${begin}-1280.png`, fullPage: true });
    await this.page.setViewportSize(NARROW);
    await this.keepsNobodyOut();
    if (shots && this.outside) await this.page.screenshot({ path: `${begin}-320.png`, fullPage: true });
    await this.page.setViewportSize(WIDE);
  }

  /** The page as it stands, looked at by axe in a twin that may run scripts. */
  async keepsNobodyOut() {
    const twin = await this.walk.twin();
    const url = this.page.url();
    await twin.setViewportSize(this.page.viewportSize());
    const html = await this.page.content();
    await twin.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }), { times: 1 });
    await twin.goto(url);
    await twin.evaluate(axe);
    const found = await twin.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), TAGS);
    const said = found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html).join(' | ')}`);
    const { wide, there } = await twin.evaluate(() => ({ wide: document.documentElement.scrollWidth, there: window.innerWidth }));
    if (wide > there) said.push(`the page is ${wide} px wide where there are ${there}`);
    if (said.length) await this.wrong(`what keeps people out: ${said.join('; ')}`);
  }
}
