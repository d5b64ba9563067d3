// ajv on documents.jsonl: microseconds of CPU per document, the median of some runs.
'use strict';
const fs = require('fs');
const [peers, work, runs] = process.argv.slice(2);
const root = fs.realpathSync(peers);
const Ajv = require(`${root}/ajv/dist/2020`);
const ajv = new Ajv({ allErrors: false });
require(`${root}/ajv-formats`)(ajv);
const lines = fs.readFileSync(`${work}/documents.jsonl`, 'utf8').trimEnd().split('\n');
const schema = JSON.parse(fs.readFileSync(`${work}/schema.json`, 'utf8'));
const documents = lines.map((line) => JSON.parse(line));
const validate = ajv.compile(schema);
const times = [];
let invalid = 0;
for (let run = 0; run <= Number(runs); run++) {
  const start = process.cpuUsage();
  invalid = 0;
  for (const document of documents) if (!validate(document)) invalid++;
  const spent = process.cpuUsage(start);
  if (run > 0) times.push((spent.user + spent.system) / documents.length); // 0 warms up
}
times.sort((a, b) => a - b);
const median = times[times.length >> 1].toFixed(2);
console.log(`${'ajv on parsed JSON'.padEnd(36)} ${median.padStart(8)}   (${invalid} invalid)`);
