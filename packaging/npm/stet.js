#!/usr/bin/env node
// stet.js - runs the program of the package for this machine, with the same streams and status
'use strict';
const {spawnSync} = require('child_process');

const name = `@SCOPE@/stet-${process.platform}-${process.arch}`;
let program;
try {
    program = require.resolve(`${name}/stet`);
} catch {
    console.error(`stet: there is no program for ${process.platform} on ${process.arch} here. ` +
        `npm installs it as ${name}, unless optional packages are left out; @HOMEPAGE@ says ` +
        'how to compile it');
    process.exit(2);
}
const done = spawnSync(program, process.argv.slice(2), {stdio: 'inherit'});
if (done.error) {
    console.error(`stet: cannot run ${program}: ${done.error.message}`);
    process.exit(2);
}
if (done.signal)
    process.kill(process.pid, done.signal);
process.exit(done.status ?? 2);
