// validate.js - holds a SARIF log against Microsoft's validator
//
//     node validate.js FOLDER LOG
//
// FOLDER is where npm installed @microsoft/sarif-multitool. Exit status 1 when the
// validator finds errors or warnings: it exits 0 itself, so its own log is counted.
'use strict';
const { spawnSync } = require('child_process');
const { chmodSync, readFileSync } = require('fs');
const { createRequire } = require('module');
const path = require('path');

const [folder, log] = process.argv.slice(2);
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
const counts = { error: 0, warning: 0, note: 0 };
for (const result of read(out).runs[0].results) {
  const level = result.level || 'warning';
  counts[level]++;
  if (level !== 'note')
    console.log(`${level} ${result.ruleId} ${(result.message.arguments || []).join(' ')}`);
}
console.log(`${log}: ${read(log).runs[0].results.length} results; validator: ` +
  `${counts.error} errors, ${counts.warning} warnings, ${counts.note} notes`);
process.exit(counts.error + counts.warning ? 1 : 0);
