// extension.js - starts `stet lsp` for articles, configs and schemas
const { workspace } = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

let client;

exports.activate = function () {
    const command = workspace.getConfiguration('stet').get('path') || 'stet';
    const run = { command, args: ['lsp'], transport: TransportKind.stdio };

    client = new LanguageClient('stet', 'stet', { run, debug: run }, {
        documentSelector: [
            { language: 'markdown' },
            { language: 'mdx' },
            { language: 'quarto' },
            { pattern: '**/{stet,.stet}.{yaml,yml}' },
            { pattern: '**/stet.json' },
            { pattern: '**/*.schema.{json,yaml,yml}' },
        ],
        synchronize: { configurationSection: 'stet' },
        // As the setting's default: the client pulls, and would show what is pushed a second time.
        initializationOptions: { diagnostics: 'pull' },
    });
    return client.start();
};

exports.deactivate = function () {
    return client ? client.stop() : undefined;
};
