// peer.mjs - what markdownlint makes of articles, by its own fixes repeated until quiet
//
// usage: node peer.mjs PEERS RULE,... CORPUS OUT
// Writes each Markdown file of CORPUS to OUT, below the same path, and beside it in `.rules` the
// codes of the rules that fixed something.
import { createRequire } from "node:module";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [peers, rules, corpus, out] = process.argv.slice(2);
const require = createRequire(join(resolve(peers), "node_modules", "x.js"));
const { applyFixes } = await import(pathToFileURL(require.resolve("markdownlint")));
const { lint } = await import(pathToFileURL(require.resolve("markdownlint/sync")));

const ROUNDS_MAX = 20; // it has none of its own
const config = { default: false };
for (const rule of rules.split(",").filter(Boolean)) {
  config[rule] = true;
}

function files(folder, below = "") {
  return readdirSync(join(folder, below)).sort().flatMap((name) => {
    const path = join(below, name);
    if (statSync(join(folder, path)).isDirectory()) {
      return name === ".git" ? [] : files(folder, path);
    }
    return /\.(md|markdown|mdown|mkd)$/i.test(name) ? [path] : [];
  });
}

function mend(text, rules) {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const found = lint({ strings: { text }, config }).text;
    const fixable = found.filter((one) => one.fixInfo);
    const next = applyFixes(text, found);
    fixable.forEach((one) => rules.add(one.ruleNames[0]));
    // Line ends alone are made alike without a finding.
    if (next === text || !fixable.length) {
      break;
    }
    text = next;
  }
  return text;
}

for (const path of files(corpus)) {
  const target = join(out, path);
  mkdirSync(dirname(target), { recursive: true });
  const fixers = new Set();
  writeFileSync(target, mend(readFileSync(join(corpus, path), "utf8"), fixers));
  writeFileSync(target + ".rules", [...fixers].join(" "));
}
