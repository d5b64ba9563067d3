// diagnostics.js - an editor shows what `stet check` says, for every file of a corpus.
//
// usage: diagnostics.js STET PEERS FOLDER...
// Each folder is copied and gets configs with presets, overrides, a schema and ignored files.
// Then each file is opened, and its diagnostics are compared with the findings of the check:
// rules, ranges, severities, messages, related places, in their order.
const childProcess = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { start } = require('./client.js');

const [stet, peers, ...folders] = process.argv.slice(2);
const program = path.resolve(stet);
const severities = { error: 1, warning: 2, note: 3 };

const config = `preset: all
frontMatter: {schema: article.schema.yaml}
overrides:
  - files: ["**/README.md", "**/[a-c]*.md"]
    preset: markdownlint
  - files: ["**/*s.md"]
    rules: {MD013: {severity: error, line_length: 100}, MD041: false}
    frontMatter: {required: true}
ignore: ["**/m*.md"]
`;
const inner = 'extends: ../stet.yaml\nrules: {MD009: false}\n';
const schema = `type: object
required: [title, date]
properties:
  title: {type: string, maxLength: 20}
  date: {type: string, format: date}
  layout: {enum: [post, page]}
`;

function project(folder) {
    const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'stet-lsp-diagnostics-')));

    fs.cpSync(folder, root, { recursive: true });
    fs.mkdirSync(path.join(root, '.git'), { recursive: true }); // the root of the project
    fs.writeFileSync(path.join(root, 'stet.yaml'), config);
    fs.writeFileSync(path.join(root, 'article.schema.yaml'), schema);
    fs.writeFileSync(path.join(root, '.gitignore'), 'f*.md\n');
    const deeper = fs.readdirSync(root, { withFileTypes: true }).find((e) => e.isDirectory() && e.name[0] !== '.');
    if (deeper)
        fs.writeFileSync(path.join(root, deeper.name, 'stet.yaml'), inner);
    return root;
}

const place = (p) => `${p.line}:${p.column}-${p.endLine}:${p.endColumn}`;
const placed = (r) => `${r.start.line + 1}:${r.start.character + 1}-${r.end.line + 1}:${r.end.character + 1}`;

function checked(root) {
    const run = childProcess.spawnSync(program,
        ['check', '--format', 'json', '--fail-on', 'never', '--force-exclude', '--', ...articles(root)],
        { cwd: root, maxBuffer: 1 << 30, encoding: 'utf8' });
    const found = new Map();

    if (run.status !== 0)
        throw new Error(`stet check: ${run.status}\n${run.stderr}`);
    for (const d of JSON.parse(run.stdout).diagnostics) {
        const list = found.get(path.normalize(d.path)) || [];
        const related = d.related.map((r) => `${r.message} ${r.path || ''}${place(r)}`);
        list.push([d.rule, place(d), severities[d.severity], d.message, ...related].join(' | '));
        found.set(path.normalize(d.path), list);
    }
    return found;
}

function shown(root, uri, diagnostics) {
    return diagnostics.map((d) => {
        const related = (d.relatedInformation || []).map((r) => {
            const elsewhere = r.location.uri === uri ? '' : path.relative(root, decodeURI(r.location.uri.slice(7)));
            return `${r.message} ${elsewhere}${placed(r.location.range)}`;
        });
        return [d.code, placed(d.range), d.severity, d.message, ...related].join(' | ');
    });
}

function articles(root) {
    return fs.readdirSync(root, { recursive: true }).filter((name) => /\.(md|markdown|mdx)$/.test(name) &&
        fs.lstatSync(path.join(root, name)).isFile());
}

const uriOf = (file) => 'file://' + encodeURI(file).replace(/[?#]/g, encodeURIComponent);

async function compare(folder) {
    const root = project(folder);
    const found = checked(root);
    const server = start(peers, [program, 'lsp'], root);
    const count = { files: 0, findings: 0, different: 0 };
    const capabilities = {
        general: { positionEncodings: ['utf-32'] },
        textDocument: { publishDiagnostics: { relatedInformation: true }, diagnostic: { relatedDocumentSupport: false } },
    };

    await server.initialize(capabilities);
    for (const name of articles(root)) {
        const bytes = fs.readFileSync(path.join(root, name));
        const text = bytes.toString('utf8');
        const uri = uriOf(path.join(root, name));
        if (!Buffer.from(text).equals(bytes) || text.startsWith('\ufeff'))
            continue; // an editor has other text
        server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
        const answer = await server.ask('textDocument/diagnostic', { textDocument: { uri } });
        server.tell('textDocument/didClose', { textDocument: { uri } });
        const wanted = found.get(name) || [];
        const got = shown(root, uri, answer.items);
        count.files++;
        count.findings += wanted.length;
        if (wanted.join('\n') === got.join('\n'))
            continue;
        count.different++;
        console.log(`${path.join(folder, name)}:`);
        wanted.filter((line) => !got.includes(line)).slice(0, 3).forEach((line) => console.log('  check:', line));
        got.filter((line) => !wanted.includes(line)).slice(0, 3).forEach((line) => console.log('  lsp:  ', line));
    }
    await server.end();
    fs.rmSync(root, { recursive: true });
    console.log(`${folder}: ${count.files} files, ${count.findings} findings, ${count.different} files different`);
    return count.files && !count.different;
}

async function main() {
    let equal = true;

    for (const folder of folders)
        equal = await compare(folder) && equal;
    process.exitCode = equal ? 0 : 1;
}

main();
