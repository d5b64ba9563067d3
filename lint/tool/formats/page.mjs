// page.mjs - the page for people in Chromium: readable in light and dark, without findings of
// axe, without scripts, requests and hostile links, by keyboard, and not too large
//
//     node page.mjs PEERS BROWSER PAGE SCREENSHOTS [FINDINGS]
//
// Writes SCREENSHOTS-light.png and SCREENSHOTS-dark.png. With FINDINGS there are as many at
// least, and axe, which takes minutes for these, looks at the top of the page alone.
import { copyFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [peers, browserPath, source, screenshots, least] = process.argv.slice(2);
const required = createRequire(path.resolve(peers, 'x'));
const { default: puppeteer } =
  await import(pathToFileURL(required.resolve('puppeteer-core')).href);
const MAX_BYTES = 2 * 1024 * 1024;
const file = `${source}.html`;
const wrong = [];

copyFileSync(source, file);
const url = pathToFileURL(file).href;
const browser = await puppeteer.launch({
  executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });

// What a page may not have, looked for in the document that the browser made of it.
function look() {
  const all = [...document.querySelectorAll('*')];
  return {
    scripts: document.scripts.length,
    handlers: all.filter((one) => [...one.attributes].some((a) => a.name.startsWith('on'))).length,
    links: all.flatMap((one) => ['href', 'src', 'xlink:href', 'action', 'data']
      .map((name) => one.getAttribute(name)).filter((value) => value !== null))
      .map((value) => new URL(value, document.baseURI).href)
      .filter((value) => !value.startsWith('https:')),
    embedded: document.querySelectorAll('img, iframe, object, embed, link, form').length,
    findings: document.querySelectorAll('details li').length,
    width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    title: document.title,
    lang: document.documentElement.lang,
  };
}

async function visit(scheme) {
  const page = await browser.newPage();
  const requests = [];
  await page.setViewport({ width: 1000, height: 1400 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => { wrong.push('a dialog'); dialog.dismiss(); });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.setBypassCSP(true);
  await page.goto(url);
  const seen = await page.evaluate(look);
  for (const key of ['scripts', 'handlers', 'embedded'])
    if (seen[key]) wrong.push(`${scheme}: ${seen[key]} ${key}`);
  if (seen.links.length) wrong.push(`${scheme}: links ${seen.links.slice(0, 5).join(' ')}`);
  if (least && seen.findings < +least) wrong.push(`${scheme}: ${seen.findings} findings`);
  if (seen.width > 0) wrong.push(`${scheme}: ${seen.width} pixels too wide`);
  if (!seen.title || !seen.lang) wrong.push(`${scheme}: no title or language`);
  if (requests.some((one) => one !== url)) wrong.push(`${scheme}: asks for ${requests}`);
  await page.screenshot({ path: `${screenshots}-${scheme}.png` });
  await page.keyboard.press('Tab');
  const focus = await page.evaluate(() => document.activeElement.tagName);
  if (!['A', 'SUMMARY'].includes(focus)) wrong.push(`${scheme}: Tab goes to ${focus}`);
  // What is folded counts as well.
  await page.evaluate((few) => document.querySelectorAll('details').forEach((one, i) => {
    if (!few) one.open = true;
    else if (i > 2) one.remove();
  }), Boolean(least));
  await page.addScriptTag({ path: required.resolve('axe-core') });
  const { violations, passes } = await page.evaluate(() => axe.run());
  for (const one of violations)
    wrong.push(`${scheme}: axe ${one.id}: ${one.help} (${one.nodes.length}): ${one.nodes[0].html}`);
  await page.close();
  return passes.length;
}

const passed = [];
for (const scheme of ['light', 'dark']) passed.push(await visit(scheme));
await browser.close();
const { size } = statSync(source);
if (size > MAX_BYTES) wrong.push(`${size} bytes`);
console.log(wrong.length ? wrong.join('\n')
  : `${size} bytes; axe: ${passed.join(' and ')} rules passed, 0 violations, light and dark`);
process.exit(wrong.length ? 1 : 0);
