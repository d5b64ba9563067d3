// The jsonschema program on documents.jsonl: microseconds of CPU per document, with its
// time for one document taken off, the median of some runs.
'use strict';
const fs = require('fs');
const { spawnSync } = require('child_process');
const [peers, work, runs] = process.argv.slice(2);
const machine = `${process.platform}-${process.arch === 'x64' ? 'x86_64' : process.arch}`;
const program = `${peers}/@sourcemeta/jsonschema/build/github-releases/jsonschema-${machine}`;
const command = '"$0" validate "$1" "$2" --fast --continue >"$3" 2>&1; times';

// The shell's `times` ends with what its children took: user and system.
function cpu(file) {
  const paths = ['schema.json', file, 'said'].map((name) => `${work}/${name}`);
  const shell = spawnSync('/bin/sh', ['-c', command, program, ...paths], { encoding: 'utf8' });
  const times = shell.stdout.trim().split('\n').pop().match(/[\d.]+/g).map(Number);
  return times[0] * 60 + times[1] + times[2] * 60 + times[3];
}

const lines = fs.readFileSync(`${work}/documents.jsonl`, 'utf8').trimEnd().split('\n');
fs.writeFileSync(`${work}/one.jsonl`, `${lines[0]}\n`);
const samples = [];
let invalid = '';
for (let run = 0; run < Number(runs); run++) {
  const one = cpu('one.jsonl');
  samples.push(((cpu('documents.jsonl') - one) * 1e6) / lines.length);
  invalid = /(\d+) failed/.exec(fs.readFileSync(`${work}/said`, 'utf8'))[1];
}
samples.sort((a, b) => a - b);
const median = samples[samples.length >> 1].toFixed(2);
console.log(
  `${'jsonschema, with reading JSON'.padEnd(36)} ${median.padStart(8)}   (${invalid} invalid)`,
);
