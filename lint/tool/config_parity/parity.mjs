// parity.mjs - a project with a config of markdownlint's: the findings of markdownlint-cli2, of
// stet with that config as it is, and of stet with the stet.yaml that `stet init` writes from it
//
// usage: parity.mjs STET PEERS CONFIGS CORPORA
// Each folder of CONFIGS is laid over a copy of each folder of CORPORA. Rule and line of all
// findings must be the same three times, but for the places in known_differences.txt.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const OUTPUT_BYTES_MAX = 1 << 30; // of one report about a corpus
const SHOWN_MAX = 5; // differences of one kind

const [stet, peers, configs, corpora] = process.argv.slice(2).map((path) => resolve(path));
const cli2 = join(peers, "node_modules", "markdownlint-cli2");
const known = new Set(
  readFileSync(fileURLToPath(new URL("../conformance/known_differences.txt", import.meta.url)), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split(" ").slice(1).join(" ")),
);

const subfolders = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

function run(program, args, cwd) {
  const done = spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: OUTPUT_BYTES_MAX });
  if (done.error || done.status === null || done.status > 1) {
    throw new Error(`${program} ${args.join(" ")}: ${done.error ?? done.stderr.slice(-2000)}`);
  }
  return done;
}

// "file:line rule" for each line of a report that the pattern takes apart.
function findings(report, pattern) {
  const found = new Set();
  for (const line of report.split("\n")) {
    const parts = pattern.exec(line);
    if (parts) {
      found.add(`${parts[1]}:${parts[2]} ${parts[3]}`);
    }
  }
  return found;
}

// What to say on the command line, where the config does not say which files to look at: the
// Markdown that stet looks at.
function filesFor(folder) {
  const names = [".markdownlint-cli2.jsonc", ".markdownlint-cli2.yaml", "package.json"];
  const own = names.map((name) => join(folder, name)).filter((path) => existsSync(path));
  const found = own.some((path) => /\bglobs\b/.test(readFileSync(path, "utf8")));
  const inPackage = own.length && own[0].endsWith("package.json");
  return [
    ...(inPackage ? ["--config", "package.json", "--configPointer", "/markdownlint-cli2"] : []),
    ...(found ? [] : ["**/*.{md,markdown,mdown,mkd}", "!**/.*/**", "!node_modules"]),
  ];
}

function theirs(folder) {
  const { stderr } = run(process.execPath, [join(cli2, "markdownlint-cli2-bin.mjs"), ...filesFor(folder)], folder);
  return findings(stderr, /^(.*?):(\d+)(?::\d+)? (?:error|warning) (MD\d+)\//);
}

function ours(folder) {
  const { stdout } = run(stet, ["check", "--format", "unix", "."], folder);
  return findings(stdout, /^(.*?):(\d+):\d+: \w+: .*\[(MD\d+)\/[^ ]*\]$/);
}

// Shows what only one of two sets has; true when there is nothing.
function same(what, a, b) {
  const only = [
    ...[...a].filter((one) => !b.has(one)).map((one) => `- ${one}`),
    ...[...b].filter((one) => !a.has(one)).map((one) => `+ ${one}`),
  ].filter((one) => !known.has(one.slice(2)));
  if (only.length) {
    console.log(`  ${what}: ${only.length} differ\n    ${only.slice(0, SHOWN_MAX).join("\n    ")}`);
  }
  return !only.length;
}

function compare(config, corpus) {
  const folder = mkdtempSync(join(tmpdir(), "config-parity-"));
  try {
    cpSync(join(corpora, corpus), folder, { recursive: true });
    cpSync(join(configs, config), folder, { recursive: true });
    mkdirSync(join(folder, ".git"));
    const wanted = theirs(folder);
    const asItIs = ours(folder);
    run(stet, ["init", "--from", "markdownlint", "--yes"], folder);
    const written = ours(folder);
    console.log(`${config} over ${corpus}: ${wanted.size} findings`);
    const good = same("stet with the config as it is", wanted, asItIs);
    return same("stet with the stet.yaml from it", wanted, written) && good ? wanted.size : -1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

let total = 0;
let different = 0;
for (const config of subfolders(configs)) {
  for (const corpus of subfolders(corpora)) {
    const count = compare(config, corpus);
    total += Math.max(count, 0);
    different += count < 0;
  }
}
console.log(`config-parity: ${total} findings are the same, ${different} comparisons differ`);
process.exit(different ? 1 : 0);
