// read.mjs - reads a report in one of stet's formats as its reader does, and compares the
// findings with those of the format json
//
//     node read.mjs PEERS FOLDER FORMAT ARTICLES
//
// FOLDER has the reports. For servers that do not run here, the readers below follow what is
// published of them; none has code in common with the writers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [peers, folder, format, articles] = process.argv.slice(2);
const required = createRequire(path.resolve(peers, 'x'));
const read = (name) => readFileSync(path.join(folder, name), 'utf8');
const lines = (name) => read(name).split('\n').filter((line) => line);
const findings = JSON.parse(read('json')).diagnostics;

// actions/runner, ActionCommand.cs: `::name key=value,key=value::data`.
function github(line) {
  const [, name, properties, data] = /^::([a-z-]+)(?: (.*?))?::(.*)$/.exec(line);
  const found = { severity: { notice: 'note' }[name] || name };
  for (const pair of properties.split(',')) {
    const at = pair.indexOf('=');
    found[pair.slice(0, at)] = pair.slice(at + 1).replace(/%0D/g, '\r').replace(/%0A/g, '\n')
      .replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
  }
  found.message = data.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
  return { path: found.file, line: +found.line, column: +found.col, endLine: +found.endLine,
    rule: found.title.split('/')[0], severity: found.severity, message: found.message };
}

// TeamCity's documentation of service messages.
function teamcity(line) {
  const [, name, rest] = /^##teamcity\[(\w+) (.*)\]$/.exec(line);
  const found = {};
  const sign = { n: '\n', r: '\r', x: '\u0085', l: '\u2028', p: '\u2029' };
  let left = rest;
  while (left) {
    const [whole, key, value] = /^(\w+)='((?:[^|'\n[\]]|\|0x[0-9A-Fa-f]{4}|\|.)*)' ?/.exec(left);
    found[key] = value.replace(/\|(0x([0-9A-Fa-f]{4})|.)/g, (_, one, digits) =>
      digits ? String.fromCharCode(parseInt(digits, 16)) : sign[one] || one);
    left = left.slice(whole.length);
  }
  return name === 'inspection' && { path: found.file, line: +found.line, rule: found.typeId,
    severity: { INFO: 'note' }[found.SEVERITY] || found.SEVERITY.toLowerCase(),
    message: found.message };
}

// The agent's own library.
function azure(line) {
  const { commandFromString } = required('azure-pipelines-task-lib/taskcommand.js');
  const command = commandFromString(line);
  const { sourcepath, linenumber, columnnumber, type, code } = command.properties;
  if (command.command !== 'task.logissue') throw new Error(line);
  return { path: sourcepath, line: +linenumber, column: +columnnumber, rule: code, type,
    message: command.message };
}

// GitLab's documentation of Code Quality reports.
function gitlab(text) {
  const severity = { major: 'error', minor: 'warning', info: 'note' };
  const seen = new Set();
  return JSON.parse(text).map((one) => {
    if (seen.has(one.fingerprint)) throw new Error(`twice: ${one.fingerprint}`);
    seen.add(one.fingerprint);
    return { path: one.location.path, line: one.location.positions.begin.line,
      name: one.check_name, severity: severity[one.severity], message: one.description };
  });
}

// reviewdog's rdf.proto: columns are bytes, from 1 on; a range is where in the file?
const starts = new Map();
function offset(file, { line, column }) {
  if (!starts.has(file)) {
    const bytes = readFileSync(path.join(articles, file));
    const list = [0];
    for (let i = 0; i < bytes.length; i++) if (bytes[i] === 10) list.push(i + 1);
    starts.set(file, list);
  }
  return starts.get(file)[line - 1] + column - 1;
}
function rdjson(one) {
  const { path: file, range } = one.location;
  const readable = !file.includes('\uFFFD');
  const found = { path: file, line: range.start.line, rule: one.code.value,
    severity: { info: 'note' }[one.severity.toLowerCase()] || one.severity.toLowerCase(),
    message: one.message };
  if (readable) found.start = offset(file, range.start);
  if (readable) found.end = offset(file, range.end);
  if (readable && one.suggestions)
    found.edits = one.suggestions.map((edit) => ({ start: offset(file, edit.range.start),
      end: offset(file, edit.range.end), text: edit.text }));
  return found;
}

const sarif = ({ ruleId, level, message, locations: [{ physicalLocation: place }] }) => {
  const bytes = Buffer.from(place.artifactLocation.uri.replace(/%([0-9A-F]{2})/g,
    (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
  return { path: bytes.toString('utf8'), line: place.region.startLine, rule: ruleId,
    severity: level, start: place.region.byteOffset };
};

// In an editor a name is as it is shown: controls and what is no UTF-8 are escaped. Neovim
// leaves out blanks before it.
const editor = (line) => {
  const [file, row, column] = JSON.parse(line);
  return { shown: file.trimStart(), line: row, column };
};

const readers = {
  ndjson: () => lines('ndjson').map((line) => JSON.parse(line)).filter((one) => one.path),
  sarif: () => JSON.parse(read('sarif')).runs[0].results.map(sarif),
  github: () => lines('github').filter((line) => line.startsWith('::')).map(github),
  gitlab: () => gitlab(read('gitlab')),
  azure: () => lines('azure').map(azure),
  teamcity: () => lines('teamcity').map(teamcity).filter((one) => one),
  junit: () => JSON.parse(read('junit.xml.json')),
  checkstyle: () => JSON.parse(read('checkstyle.xml.json')),
  rdjson: () => JSON.parse(read('rdjson')).diagnostics.map(rdjson),
  rdjsonl: () => lines('rdjsonl').map((line) => rdjson(JSON.parse(line))),
  nvim: () => lines('nvim').map(editor),
  emacs: () => lines('emacs').map(editor),
};

// GitHub shows the worst first.
const rank = { error: 0, warning: 1, note: 2 };
const wanted = format === 'github'
  ? [...findings].sort((a, b) => rank[a.severity] - rank[b.severity]) : findings;
const got = readers[format]();
const wrong = [];
if (got.length !== wanted.length) wrong.push(`${got.length} findings, not ${wanted.length}`);

// XML has no controls but white space, and a reader of its attributes gets what is allowed.
const inXml = (text) => text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '\uFFFD');
const shown = (text) => text.replace(/\n/g, '\\n');
got.forEach((one, i) => {
  const want = { ...wanted[i], shown: wanted[i] && shown(wanted[i].path).trimStart(),
    edits: wanted[i] && wanted[i].fix && wanted[i].fix.edits,
    type: wanted[i] && (wanted[i].severity === 'note' ? 'warning' : wanted[i].severity) };
  if (format === 'junit' || format === 'checkstyle')
    for (const key of ['path', 'message']) want[key] = inXml(want[key] || '');
  for (const key of Object.keys(one)) {
    if (key === 'shown' && /[\x00-\x1F\x7F-\x9F\uFFFD]/.test(want.path.replace(/\n/g, '')))
      continue;
    if (JSON.stringify(one[key]) !== JSON.stringify(want[key]))
      wrong.push(`${i}: ${key} ${JSON.stringify(one[key])}, not ${JSON.stringify(want[key])}`);
  }
});
console.log(wrong.length ? wrong.slice(0, 10).join('\n') : `${got.length} findings, all the same`);
process.exit(wrong.length ? 1 : 0);
