// differential.js - where our HTML is not that of cmark-gfm and commonmark.js, and why
//
// usage: node differential.js SPEC_RENDER PEERS COUNT [FOLDER]
//
// Texts made of pieces, COUNT of them and always the same, and the Markdown files below
// FOLDER are rendered by us and by both peers. Of a text that differs as much is taken
// away as can be while it still differs; what is left names the cause, of the list
// below. Prints how many texts have which cause, with an example; the exit status is 1
// when one has none.
'use strict';
const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');

const [render, peers, count, folder] = process.argv.slice(2);
const commonmark = require(path.resolve(peers, 'node_modules', 'commonmark'));

const pieces = [
  '*', '**', '***', '_', '__', '~', '~~', '`', '``', '[', ']', '![', '](', ')', '(', '](b)', '[a]', '[a][]',
  '[b][a]', '<', '>', '<b>', '</b>', '<!-- c -->', '<!--', '-->', '<?p?>', '<!X>', '<![CDATA[d]]>', '<b e="f">',
  '&amp;', '&copy;', '&#35;', '&x;', '\\', '\\\\', '\\*', '\\[', '\\\n', '  \n', '\n', '\n\n', '> ', '- ', '1. ',
  '# ', '    ', '\t', '---\n', '===\n', '```\n', '| a | b |\n|---|---|\n', '|', 'a', 'b', 'word', ' ', ' ', ' ',
  '.', '!', ':', '"', "'", '"t"', '\u00e9', '\u20ac', '\u3042', '\u{1f600}', 'a\u00a0b', 'http://a.b', 'www.a.b',
  'a@b.cd', '<http://a.b>', '<a@b.c>', '/', '\n[a]: /u "t"\n', '\n[a]: <v>\n', '[ ] ', '$', '(c)', '{d}',
];

// The same numbers each time: a linear congruential generator.
let state = 1;
function random(limit) {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 0x100000000) * limit);
}

function makeText() {
  let text = '';
  for (let left = 2 + random(14); left > 0; left--) text += pieces[random(pieces.length)];
  return text + '\n';
}

function filesBelow(root) {
  return fs.readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => path.join(entry.parentPath || entry.path, entry.name)).sort();
}

function run(who, dialect, texts) {
  const done = spawnSync(render, [who, dialect],
    { input: texts.map((text) => text + '\0').join(''), maxBuffer: 1 << 30 });
  if (done.status !== 0) throw new Error(`${render} ${who}: ${done.status} ${done.signal}`);
  return done.stdout.toString().split('\0').slice(0, -1);
}

// Written otherwise, or shown otherwise, and the same.
function plain(html) {
  return html
    .replace(/<input type="checkbox" (checked="" )?disabled="" \/>/g, '<input $1disabled="" type="checkbox">')
    .replace(/alt="[^"]*"/g, (alt) => alt.replace(/\n/g, ' '))
    .replace(/&#x27;/g, "'").replace(/&quot;/g, '"')
    .replace(/<(th|td)(?: style="[^"]*")?>/g, '<$1>');
}

const writer = new commonmark.HtmlRenderer();
const reader = new commonmark.Parser();
const pairs = {
  'commonmark.js': {
    ours: (texts) => run('stet', 'commonmark', texts),
    theirs: (texts) => texts.map((text) => writer.render(reader.parse(text))),
  },
  'cmark-gfm': {
    ours: (texts) => run('stet', 'gfm', texts),
    theirs: (texts) => run('cmark', 'gfm', texts),
  },
};

function differing(pair, texts) {
  const ours = pair.ours(texts);
  const theirs = pair.theirs(texts);
  return texts.filter((text, i) => plain(ours[i]) !== plain(theirs[i]));
}

// Cuts pieces out, halves first, as long as it still differs.
function shrink(pair, text) {
  let characters = Array.from(text);
  for (let size = Math.ceil(characters.length / 2); size >= 1;) {
    const shorter = [];
    for (let at = 0; at < characters.length; at += size)
      shorter.push(characters.slice(0, at).join('') + characters.slice(at + size).join(''));
    const still = differing(pair, shorter);
    if (still.length) {
      characters = Array.from(still.reduce((a, b) => (b.length < a.length ? b : a)));
      size = Math.min(size, Math.ceil(characters.length / 2) || 1);
    } else if (size === 1) break;
    else size = Math.floor(size / 2);
  }
  return characters.join('');
}

const causes = require('./causes.js');

function causeOf(name, pair, text) {
  const html = { ours: plain(pair.ours([text])[0]), theirs: plain(pair.theirs([text])[0]) };
  const cause = causes.find((one) => one.peer === name && one.is(text, html));
  return [cause ? cause.name : 'no cause', html];
}

function compare(name, texts) {
  const pair = pairs[name];
  const found = differing(pair, texts);
  const groups = new Map();
  for (const text of found) {
    const small = shrink(pair, text);
    const [cause, html] = causeOf(name, pair, small);
    const group = groups.get(cause) || { count: 0, text: small, html };
    if (small.length < group.text.length) Object.assign(group, { text: small, html });
    group.count++;
    if (cause === 'no cause') console.log(JSON.stringify(small), JSON.stringify(html));
    groups.set(cause, group);
  }
  console.log(`${name}: ${texts.length} texts, ${found.length} differ:`);
  for (const [cause, group] of [...groups].sort((a, b) => b[1].count - a[1].count))
    console.log(`  ${String(group.count).padStart(5)}  ${cause}: ${JSON.stringify(group.text)}`);
  return groups.has('no cause');
}

const texts = Array.from({ length: Number(count) }, makeText);
if (folder) texts.push(...filesBelow(folder).map((file) => fs.readFileSync(file, 'utf8').replace(/\0/g, '')));
const wrong = Object.keys(pairs).map((name) => compare(name, texts));
process.exit(wrong.includes(true) ? 1 : 0);
