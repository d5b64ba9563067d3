// client.js - a language server and what is said to it, for the bench and the check
const { spawn } = require('child_process');
const path = require('path');

// PEERS/node_modules has vscode-jsonrpc.
exports.start = function (peers, command, folder) {
    const rpc = require(require.resolve('vscode-jsonrpc/node', { paths: [path.resolve(peers)] }));
    const child = spawn(command[0], command.slice(1), { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = rpc.createMessageConnection(
        new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
    const waiting = [];
    const published = [];

    connection.onRequest(() => null);
    connection.onNotification((method, params) => {
        if (method !== 'textDocument/publishDiagnostics')
            return;
        published.push({ at: process.hrtime.bigint(), ...params });
        waiting.splice(0).forEach((wake) => wake());
    });
    connection.listen();
    return {
        child,
        published,
        ask: (method, params) => connection.sendRequest(method, params),
        tell: (method, params) => connection.sendNotification(method, params),
        // The diagnostics of a version, however often others come before. A server that
        // tells no versions gave them after so many publications.
        async diagnostics(uri, version, since = 0) {
            for (;;) {
                const found = published.find((p, i) => i >= since && p.uri === uri &&
                    (p.version ?? version) >= version);
                if (found)
                    return found;
                await new Promise((resolve) => waiting.push(resolve));
            }
        },
        async initialize(capabilities) {
            const answer = await connection.sendRequest('initialize', {
                processId: process.pid,
                rootUri: 'file://' + folder,
                workspaceFolders: [{ uri: 'file://' + folder, name: 'check' }],
                capabilities,
            });
            connection.sendNotification('initialized', {});
            return answer;
        },
        async end() {
            const ended = new Promise((resolve) => child.on('exit', resolve));
            await connection.sendRequest('shutdown');
            connection.sendNotification('exit');
            const late = setTimeout(() => child.kill('SIGKILL'), 2000);
            const status = await ended;
            clearTimeout(late);
            return status;
        },
    };
};
