// differential.mjs - where stet's findings are not markdownlint's, and why
//
// usage: node differential.mjs STET SPEC_RENDER PEERS COUNT SEED [FOLDER]
//
// COUNT documents are made, and COUNT of the Markdown files below FOLDER are mutated; SEED
// decides which. Of a document that differs as much is taken away as can be while it still
// differs; what is left names the cause, of those in causes.mjs, or else its rules and shape
// group it. Prints how many documents have which cause, with an example. The exit status is 1
// when more documents differ than may, or when one has no cause. Documents that differ only
// as micromark, markdownlint's parser, reads what is left unlike commonmark.js and stet are
// counted apart.
import { causes } from "./causes.mjs";
import { Comparison } from "./compare.mjs";
import { makeDocument } from "./documents.mjs";
import { mutate } from "./mutations.mjs";
import { proof } from "./proof.mjs";
import { Random } from "./random.mjs";
import { kindOf, reduce } from "./reduce.mjs";
import { realTexts } from "./texts.mjs";

const BATCH = 1000; // documents of one run of stet
const MADE_MAX = 10; // of 1,000 made documents may differ
const MUTATED_MAX = 2;

const [stet, specRender, peers, count, seed, folder] = process.argv.slice(2);
const isTheirs = await proof(peers, specRender);

function differing(comparison, texts) {
  const found = [];
  for (let at = 0; at < texts.length; at += BATCH) {
    const batch = texts.slice(at, at + BATCH);
    comparison.differences(batch).forEach((differences, i) => {
      if (differences.length) {
        found.push({ text: batch[i], differences });
      }
    });
  }
  return found;
}

// What is the same about texts that only have other words.
function shapeOf(text) {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => (/^\d+$/.test(word) ? "1" : "a")).replace(/ {5,}/g, "     ");
}

const kindsOf = (differences) => [...new Set(differences.map(kindOf))].sort();

const isGone = (comparison, text, kinds) => comparison.differences([text])[0].every((one) => !kinds.includes(kindOf(one)));

// The reason for one kind of difference, and for the other kinds that have the same.
function reasonOf(comparison, whole, kind) {
  const text = reduce(comparison, whole, kind);
  const kinds = kindsOf(comparison.differences([text])[0]);
  const theirs = isTheirs(text);
  const cause = causes.find((known) => known.is(text, kinds) && (theirs || isGone(comparison, known.mend(text), kinds)));
  const name = cause ? cause.name : `no cause: ${kinds.join(" ")} ${JSON.stringify(shapeOf(text))}`;
  return { text, kinds, cause, theirs, name };
}

// Does the document have no other cause?
const isAll = (comparison, one, { cause }) => cause && !comparison.differences([cause.mend(one.text)])[0].length;

// A document differs for markdownlint's parser alone when all its kinds of differences do,
// or are there only beside one that does; else for the first other reason.
function groupOf(comparison, one) {
  const kinds = kindsOf(one.differences);
  const done = new Set();
  let reason;
  while (kinds.some((kind) => !done.has(kind))) {
    const kind = kinds.find((other) => !done.has(other));
    const found = reasonOf(comparison, one.text, kind);
    const follows = reason && found.kinds.some((other) => done.has(other));
    reason = reason && (follows || found.theirs) ? reason : found;
    if (!reason.theirs || isAll(comparison, one, reason)) {
      return reason;
    }
    [kind, ...found.kinds].forEach((other) => done.add(other));
  }
  return reason;
}

function grouped(comparison, found) {
  const groups = new Map();
  for (const one of found) {
    const reason = groupOf(comparison, one);
    const key = `${reason.theirs} ${reason.name}`;
    const group = groups.get(key) || { ...reason, count: 0 };
    group.count++;
    group.text = reason.text.length < group.text.length ? reason.text : group.text;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

function print(groups) {
  for (const { count, name, text } of groups) {
    console.log(`  ${String(count).padStart(5)}  ${name}: ${JSON.stringify(text)}`);
  }
}

function compare(comparison, title, texts, most) {
  const found = differing(comparison, texts);
  const groups = grouped(comparison, found);
  const theirs = groups.filter((group) => group.theirs);
  const others = groups.filter((group) => !group.theirs);
  const count = others.reduce((sum, group) => sum + group.count, 0);
  const rate = (1000 * count) / texts.length;
  console.log(`${title}: ${texts.length} documents, ${found.length} differ`);
  console.log(`${title}: ${found.length - count} as micromark reads otherwise than two parsers of CommonMark:`);
  print(theirs);
  console.log(`${title}: ${count} others, ${rate.toFixed(1)} of 1,000 (at most ${most}):`);
  print(others);
  return rate <= most && groups.every((group) => group.cause);
}

const comparison = await Comparison.with(stet, peers);
const random = new Random(Number(seed));
const made = Array.from({ length: Number(count) }, () => makeDocument(random));
let right = compare(comparison, "made", made, MADE_MAX);
if (folder) {
  const texts = realTexts(folder);
  const mutated = Array.from({ length: Number(count) }, () => mutate(random, texts));
  right = compare(comparison, "mutated", mutated, MUTATED_MAX) && right;
}
comparison.end();
process.exit(right ? 0 : 1);
