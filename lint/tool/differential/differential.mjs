// differential.mjs - where stet's findings are not markdownlint's, and why
//
// usage: node differential.mjs STET PEERS COUNT SEED [FOLDER]
//
// COUNT documents are made, and COUNT of the Markdown files below FOLDER are mutated; SEED
// decides which. Of a document that differs as much is taken away as can be while it still
// differs; what is left names the cause, of those in causes.mjs, or else its rules and shape
// group it. Prints how many documents have which cause, with an example. The exit status is 1
// when more documents differ than may, or when one has no cause. Documents that micromark,
// markdownlint's parser, reads unlike commonmark.js are counted apart.
import { knownCauses } from "./causes.mjs";
import { Comparison } from "./compare.mjs";
import { makeDocument } from "./documents.mjs";
import { mutate } from "./mutations.mjs";
import { Random } from "./random.mjs";
import { kindOf, reduce } from "./reduce.mjs";
import { realTexts } from "./texts.mjs";

const BATCH = 1000; // documents of one run of stet
const MADE_MAX = 10; // of 1,000 made documents may differ
const MUTATED_MAX = 2;

const [stet, peers, count, seed, folder] = process.argv.slice(2);
const causes = await knownCauses(peers);

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

function groupOf(comparison, one) {
  const text = reduce(comparison, one.text, one.differences);
  const kinds = [...new Set(comparison.differences([text])[0].map(kindOf))].sort();
  const cause = causes.find((known) => known.is(text, kinds));
  return { text, known: Boolean(cause), theirs: Boolean(cause?.theirs), name: cause ? cause.name : `${kinds.join(" ")} ${JSON.stringify(shapeOf(text))}` };
}

function grouped(comparison, found) {
  const groups = new Map();
  for (const one of found) {
    const { name, text, known, theirs } = groupOf(comparison, one);
    const group = groups.get(name) || { count: 0, text, known, theirs };
    group.count++;
    group.text = text.length < group.text.length ? text : group.text;
    groups.set(name, group);
  }
  return [...groups].sort((a, b) => b[1].count - a[1].count);
}

function compare(comparison, title, texts, most) {
  const found = differing(comparison, texts);
  const groups = grouped(comparison, found);
  const theirs = groups.filter(([, group]) => group.theirs).reduce((sum, [, group]) => sum + group.count, 0);
  const rate = (1000 * (found.length - theirs)) / texts.length;
  console.log(`${title}: ${texts.length} documents, ${found.length} differ; ${theirs} where two parsers of CommonMark do, others ${rate.toFixed(1)} of 1,000 (at most ${most}):`);
  for (const [name, group] of groups) {
    console.log(`  ${String(group.count).padStart(5)}  ${group.known ? name : `no cause: ${name}`}: ${JSON.stringify(group.text)}`);
  }
  return rate <= most && groups.every(([, group]) => group.known);
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
