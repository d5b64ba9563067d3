// vscode.js - the packaged extension has what it names, and starts the server it is set to.
//
// usage: vscode.js FOLDER VERSION
// Visual Studio Code itself is not run: its API and the language client are stood in for.
const assert = require('assert');
const fs = require('fs');
const Module = require('module');
const path = require('path');

const [folder, version] = process.argv.slice(2);
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json')));

assert.strictEqual(manifest.version, version, 'the version is that of the Makefile');
assert(manifest.activationEvents.includes('onLanguage:markdown'));
for (const { url } of [...manifest.contributes.yamlValidation, ...manifest.contributes.jsonValidation])
    assert(url.startsWith('https://') || fs.existsSync(path.join(folder, url)), `${url} is not in the package`);
for (const name of Object.keys(manifest.dependencies))
    assert(fs.existsSync(path.join(folder, 'node_modules', name)), `${name} is not in the package`);

const started = [];
class LanguageClient {
    constructor(...given) {
        this.given = given;
    }
    start() {
        started.push(this.given);
        return Promise.resolve();
    }
    stop() {
        started.length = 0;
        return Promise.resolve();
    }
}
const stands = {
    vscode: { workspace: { getConfiguration: () => ({ get: (key) => ({ path: '/opt/stet' })[key] }) } },
    'vscode-languageclient/node': { LanguageClient, TransportKind: { stdio: 0 } },
};
const load = Module._load;
Module._load = (name, ...rest) => stands[name] || load(name, ...rest);

async function run() {
    const extension = require(path.resolve(folder, manifest.main));

    await extension.activate();
    assert.strictEqual(started.length, 1, 'activation starts one server');
    const [, , server, client] = started[0];
    assert.strictEqual(server.run.command, '/opt/stet');
    assert.deepStrictEqual(server.run.args, ['lsp']);
    assert(client.documentSelector.some((s) => s.language === 'markdown'));
    assert.strictEqual(client.synchronize.configurationSection, 'stet');
    assert.strictEqual(client.initializationOptions.diagnostics,
        manifest.contributes.configuration.properties['stet.diagnostics'].default, 'findings are shown once');
    await extension.deactivate();
    assert.strictEqual(started.length, 0, 'deactivation stops it');
    console.log(`the extension for Visual Studio Code: packaged, activated, stopped (${manifest.version})`);
}

run();
