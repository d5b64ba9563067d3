// check.js - a session as an editor has it, by vscode-jsonrpc.
//
// usage: check.js STET PEERS
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { start } = require('./client.js');

const [stet, peers] = process.argv.slice(2);
const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'stet-lsp-check-')));
const uri = 'file://' + path.join(folder, 'a.md');
const textDocument = { uri };
const text = '---\ntitle: Bread\ndraft: maybe\n---\n\n# Bread\n\nSee [flour](#flour).  x\t\n\n## Flour\n\ntext\n';

fs.writeFileSync(path.join(folder, 'stet.yaml'), 'frontMatter:\n  schema: article.schema.yaml\n');
fs.writeFileSync(path.join(folder, 'article.schema.yaml'),
    'type: object\nproperties:\n  title: {type: string}\n  draft: {type: boolean}\n');

// Edits of one document, from the last to the first.
function apply(before, edits) {
    const lines = before.split('\n');
    const offset = (p) => lines.slice(0, p.line).reduce((sum, line) => sum + line.length + 1, 0) + p.character;
    return [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start)).reduce(
        (now, edit) => now.slice(0, offset(edit.range.start)) + edit.newText + now.slice(offset(edit.range.end)),
        before);
}

async function session(server) {
    await server.initialize({
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
        workspace: { workspaceEdit: { documentChanges: true } },
    });
    server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    const codes = (await server.diagnostics(uri, 1)).diagnostics.map((d) => d.code);
    assert(codes.includes('FM004'), `wrong front matter is found: ${codes}`);
    console.log('open:', codes.join(' '));

    const items = (await server.ask('textDocument/completion',
        { textDocument, position: { line: 2, character: 7 } })).items.map((item) => item.label);
    assert.deepStrictEqual(items, ['true', 'false']);
    console.log('complete:', items.join(' '));

    const fixed = apply(text, await server.ask('textDocument/formatting',
        { textDocument, options: { tabSize: 2, insertSpaces: true } }));
    assert(!/[ \t]\n/.test(fixed), 'formatting leaves no blanks at ends');
    console.log('fix:', JSON.stringify(fixed.split('\n')[7]));

    const change = await server.ask('textDocument/rename',
        { textDocument, position: { line: 9, character: 4 }, newName: 'Rye flour' });
    const renamed = apply(text, change.documentChanges[0].edits);
    assert(renamed.includes('(#rye-flour)') && renamed.includes('## Rye flour\n'));
    console.log('rename:', JSON.stringify(renamed.split('\n')[7]));

    server.tell('textDocument/didClose', { textDocument });
    assert.strictEqual(await server.end(), 0);
    console.log('close: 0');
}

session(start(peers, [path.resolve(stet), 'lsp'], folder))
    .then(() => 0, (error) => { console.error(error.message); return 1; })
    .then((status) => { fs.rmSync(folder, { recursive: true }); process.exit(status); });
