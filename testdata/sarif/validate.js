// validate.js - holds a SARIF log against Microsoft's validator
//
//     node validate.js FOLDER LOG [ARTICLES]
//
// FOLDER is where npm installed @microsoft/sarif-multitool. Exit status 1 when the
// validator finds errors or warnings: it exits 0 itself, so its own log is counted.
// So it is when the log is not what the standard asks for and the validator does not look
// at, or what it says of files below ARTICLES is not true of them.
'use strict';
const { spawnSync } = require('child_process');
const { createHash } = require('crypto');
const { chmodSync, readFileSync } = require('fs');
const { createRequire } = require('module');
const path = require('path');

const [folder, log, articles] = process.argv.slice(2);
const out = log + '.validated';
const tool = createRequire(path.resolve(folder, 'x'))('@microsoft/sarif-multitool');

chmodSync(tool, 0o755); // npm leaves it without x when scripts are off
const run = spawnSync(
  tool,
  ['validate', log, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note',
    '-o', out, '--log', 'ForceOverwrite'],
  {
    encoding: 'utf8',
    env: {
      ...process.env,
      DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', // no ICU on small machines
      DOTNET_BUNDLE_EXTRACT_BASE_DIR: path.resolve(folder, 'dotnet'),
    },
  });
if (run.error || run.status !== 0) {
  console.error(run.error || run.stdout + run.stderr);
  process.exit(1);
}

const read = (name) => JSON.parse(readFileSync(name, 'utf8').replace(/^\uFEFF/, ''));

const wrong = [];
const written = read(log).runs[0];

// 3.11.5 and 3.11.6: {{0}} is no placeholder, and brackets may be escaped.
const plain = (text) => text.replace(/\{\{(\d+)\}\}/g, '{$1}').replace(/\\([[\]])/g, '$1');
const filled = (text, values) =>
  text.split(/(\{\{\d+\}\}|\{\d+\})/).map((part) => {
    const place = /^\{(\d+)\}$/.exec(part);
    return place ? values[place[1]].replace(/\\([[\]])/g, '$1') : plain(part);
  }).join('');

function checkMessage(result, rule) {
  const { id, text, arguments: values = [] } = result.message;
  if (!id) return;
  const string = (rule.messageStrings || {})[id];
  if (!string || filled(string.text, values) !== plain(text))
    wrong.push(`${result.ruleId}: message ${JSON.stringify(result.message)} of ` +
      JSON.stringify(string));
}

// The lines of the file, each without its end, and the first one without a byte order mark.
const files = new Map();
function linesOf(uri) {
  if (!files.has(uri))
    files.set(uri, readFileSync(path.join(articles, decodeURIComponent(uri))));
  return files.get(uri).toString('utf8').replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
}

function checkContext(place) {
  const { region, contextRegion: context } = place;
  if (!context) return;
  if (context.startLine > region.startLine || context.endLine < region.endLine)
    wrong.push(`a context that is not around its region: ${JSON.stringify(place)}`);
  if (!articles || !context.snippet) return;
  const wanted = linesOf(place.artifactLocation.uri)
    .slice(context.startLine - 1, context.endLine);
  if (context.snippet.text.split(/\r\n|\n|\r/).join('\n') !== wanted.join('\n'))
    wrong.push(`a context that is not in the file: ${JSON.stringify(context)}`);
}

// 3.27.23: suppressions are on all results or on none.
let suppressed = 0;
for (const result of written.results) {
  checkMessage(result, written.tool.driver.rules[result.ruleIndex]);
  for (const { physicalLocation } of result.locations) checkContext(physicalLocation);
  if (!Array.isArray(result.suppressions)) wrong.push(`${result.ruleId}: no suppressions`);
  else suppressed += result.suppressions.length > 0;
}
// 3.14.27
if (written.results.length && !written.columnKind) wrong.push('no columnKind');
if (articles)
  for (const { location, length, hashes } of written.artifacts) {
    linesOf(location.uri);
    const bytes = files.get(location.uri);
    if (bytes.length !== length ||
        createHash('sha256').update(bytes).digest('hex') !== hashes['sha-256'])
      wrong.push(`${location.uri}: not its length and hash`);
  }

const counts = { error: 0, warning: 0, note: 0 };
for (const result of read(out).runs[0].results) {
  const level = result.level || 'warning';
  counts[level]++;
  if (level !== 'note')
    wrong.push(`${level} ${result.ruleId} ${(result.message.arguments || []).join(' ')}`);
}
for (const line of wrong) console.log(line);
console.log(`${log}: ${written.results.length} results, ${suppressed} suppressed; validator: ` +
  `${counts.error} errors, ${counts.warning} warnings, ${counts.note} notes`);
process.exit(wrong.length ? 1 : 0);
