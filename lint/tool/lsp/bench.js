// bench.js - how long a change takes to become diagnostics, in stet and in rumdl.
//
// usage: bench.js STET PEERS
const fs = require('fs');
const os = require('os');
const path = require('path');
const { start } = require('./client.js');

const [stet, peers] = process.argv.slice(2);
const rumdl = path.join(path.resolve(peers), 'node_modules/.bin/rumdl');
const BYTES = 100 * 1024;
const EDITS = 300;
const OPEN = 100;
const PEER_MS_MAX = 30000;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-bench-lsp-'));
const uri = 'file://' + path.join(folder, 'a.md');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const milliseconds = (from, to) => Number(to - from) / 1e6;
const now = () => process.hrtime.bigint();

const HEAD = '---\ntitle: Bread\n---\n\n# Bread\n';

// What writers write: the body of a sample article, again and again.
function article(bytes) {
    const sample = path.join(__dirname, '../../../testdata/articles/study-plan.md');
    const body = fs.readFileSync(sample, 'utf8').replace(/^---\n[^]*?\n---\n/, '');
    let text = HEAD;
    while (text.length < bytes)
        text += '\n' + body;
    return text;
}

// More structure than text.
function reference(bytes) {
    let text = HEAD;
    for (let i = 1; text.length < bytes; i++)
        text += `\n## Part ${i}\n\nFlour, *water* and [salt](https://example.org/${i}) make a dough.\n\n` +
            '- one\n- two\n\n```sh\nbake --hot\n```\n';
    return text;
}

function quantile(list, part) {
    const sorted = [...list].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

function open(server, name, text) {
    server.tell('textDocument/didOpen',
        { textDocument: { uri: name, languageId: 'markdown', version: 1, text } });
}

// A character comes and goes at the end of the title.
function edit(server, version) {
    const range = { start: { line: 4, character: 7 }, end: { line: 4, character: version % 2 ? 8 : 7 } };
    return server.tell('textDocument/didChange',
        { textDocument: { uri, version }, contentChanges: [{ range, text: version % 2 ? '' : 's' }] });
}

function resident(pid) {
    const children = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => {
        try {
            return fs.readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ')[1] === String(pid);
        } catch { return false; }
    });
    return [String(pid), ...children].reduce((sum, name) => {
        const found = /^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'));
        return sum + (found ? Number(found[1]) / 1024 : 0);
    }, 0);
}

async function measure(command, text) {
    const began = now();
    const server = start(peers, command, folder);
    await server.initialize({ textDocument: { publishDiagnostics: { versionSupport: true } } });
    const ready = milliseconds(began, now());
    const times = [];
    const completions = [];

    open(server, uri, text);
    await server.diagnostics(uri, 1);
    for (let version = 2; version < EDITS + 2; version++) {
        const since = server.published.length;
        await edit(server, version);
        const sent = now();
        times.push(milliseconds(sent, (await server.diagnostics(uri, version, since)).at));
    }
    let behind = 0;
    const first = EDITS + 2;
    for (let version = first; version < first + 50; version++) {
        const seen = server.published[server.published.length - 1];
        behind = Math.max(behind, version - 1 - (seen.version ?? version - 1));
        await edit(server, version);
        await sleep(20);
    }
    await server.diagnostics(uri, first + 49);
    for (let i = 0; i < 100; i++) {
        const sent = now();
        await server.ask('textDocument/completion',
            { textDocument: { uri }, position: { line: 1, character: 2 } });
        completions.push(milliseconds(sent, now()));
    }
    for (let i = 0; i < OPEN; i++)
        open(server, `${uri}-${i}.md`, article(10 * 1024));
    await server.diagnostics(`${uri}-${OPEN - 1}.md`, 1);
    const memory = resident(server.child.pid);
    await Promise.race([server.end(), sleep(1000)]);
    server.child.kill('SIGKILL');
    return { ready, median: quantile(times, 0.5), p99: quantile(times, 0.99), behind,
        completion: quantile(completions, 0.5), memory };
}

async function rows(name, text, wanted) {
    const ours = await measure([path.resolve(stet), 'lsp'], text);
    // It has been seen to leave a version without an answer.
    const theirs = fs.existsSync(rumdl)
        ? await Promise.race([measure([rumdl, 'server'], text), sleep(PEER_MS_MAX)]) : null;

    for (const [what, unit] of wanted) {
        const other = theirs ? theirs[what].toFixed(2) : 'none';
        const ratio = theirs && ours[what] ? (theirs[what] / ours[what]).toFixed(1) : '-';
        console.log(`${(name + what).padEnd(20)}${ours[what].toFixed(2).padEnd(10)}${other.padEnd(10)}${ratio.padEnd(6)}${unit}`);
    }
}

async function main() {
    const latency = [['median', 'ms'], ['p99', 'ms'], ['behind', 'checks']];

    console.log('what                stet      rumdl     ratio');
    await rows('', article(BYTES), [['ready', 'ms'], ['completion', 'ms'], ['memory', 'MiB']]);
    await rows('article: ', article(BYTES), latency);
    await rows('reference: ', reference(BYTES), latency);
}

main().finally(() => fs.rmSync(folder, { recursive: true })).then(() => process.exit(0));
