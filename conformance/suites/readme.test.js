import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { AuthenticatorApp } from '../harness/authenticator-app.js';
import { suiteFixture } from '../harness/installation.js';
import { curlCalls, readmeBlocks } from '../harness/readme.js';

/** Blocks that are not executed here: how they begin, and why. */
const NOT_EXECUTED = [{ begins: 'make run', reason: 'the suites run on what `make run` starts, and are a part of `make test`' }];

const PACKAGES = fileURLToPath(new URL('../node_modules', import.meta.url));
const NEWEST_WEB_SDK = 'appwrite-27';

/** A slow machine: one processor at the lowest priority, or where it cannot be chosen a JVM that only interprets. */
const SLOW = existsSync('/usr/bin/taskset')
  ? { command: ['taskset', '-c', '0', 'nice', '-n', '19'], jvmOptions: ['-XX:TieredStopAtLevel=1'] }
  : { command: ['nice', '-n', '19'], jvmOptions: ['-Xint'] };

const BLOCKS = readmeBlocks().filter((block) => !NOT_EXECUTED.some(({ begins }) => block.code.startsWith(begins)));

const fixture = suiteFixture(async (installation) => {
  const { url } = await installation.startSlowly(SLOW);
  const folder = installation.path('readme');
  mkdirSync(folder);
  return { installation, folder, host: url.replace('http://127.0.0.1', 'localhost') };
}, '');

describe('the README', () => {
  test('every block is executed, or there is a reason why not', () => {
    assert.deepEqual([...new Set(BLOCKS.map(({ language }) => language))].sort(), ['js', 'sh']);
    for (const { begins } of NOT_EXECUTED) {
      assert.equal(readmeBlocks().filter(({ code }) => code.startsWith(begins)).length, 1, begins);
    }
  });

  test('its commands work as they stand, one after the other, on a service that was just started on a slow machine', async () => {
    const script = asHere(BLOCKS.filter(({ language }) => language === 'sh').map(({ code }) => code).join('\n'));
    const shell = startShell(script);
    const [[exitCode]] = await Promise.all([once(shell.process, 'exit'), enterCodeOfApp(shell)]);
    assert.equal(exitCode, 0, shell.output());
    const expected = curlCalls(script);
    const statuses = sentStatuses();
    assert.equal(statuses.length, expected.length, shell.output());
    expected.forEach(({ line, stated }, index) => {
      const status = statuses[index];
      assert.ok(stated ? status === stated : status >= 200 && status < 300, `${line}: ${status}\n${shell.output()}`);
    });
    assert.match(shell.output(), /"email":"ada@example.com"/);
    assert.match(shell.output(), /"recoveryCodes":\["/);
  });

  test('its program for the SDK works as it stands', async () => {
    const [program, ...others] = BLOCKS.filter(({ language }) => language === 'js');
    assert.deepEqual(others, []);
    mkdirSync(join(fixture.folder, 'node_modules'));
    symlinkSync(join(PACKAGES, NEWEST_WEB_SDK), join(fixture.folder, 'node_modules', 'appwrite'));
    writeFileSync(join(fixture.folder, 'first.mjs'), asHere(program.code));
    const { process, output } = start(globalThis.process.execPath, ['first.mjs']);
    const [exitCode] = await once(process, 'exit');
    assert.equal(exitCode, 0, output());
    assert.match(output(), /^grace@example.com 1$/m);
  });
});

/** The README names the default port; this service has another. */
function asHere(code) {
  return code.replaceAll('localhost:8080', fixture.host);
}

/** Runs a script in which each curl writes the status of its response to a file. */
function startShell(script) {
  const commands = join(fixture.folder, 'commands');
  mkdirSync(commands);
  const recorder = `#!/bin/bash
headers=$(mktemp -p '${fixture.folder}')
PATH=\${PATH#*:} curl -D "$headers" "$@"
exit_code=$?
head -1 "$headers" | cut -d' ' -f2 >> '${statusFile()}'
exit $exit_code
`;
  writeFileSync(join(commands, 'curl'), recorder);
  chmodSync(join(commands, 'curl'), 0o755);
  const path = `${commands}${delimiter}${process.env.PATH}`;
  return start('bash', ['-euc', script], { ...process.env, PATH: path });
}

function start(command, parameters, env = process.env) {
  const started = spawn(command, parameters, { cwd: fixture.folder, env });
  let text = '';
  for (const stream of [started.stdout, started.stderr]) stream.setEncoding('utf8').on('data', (data) => (text += data));
  return { process: started, output: () => text };
}

function statusFile() {
  return join(fixture.folder, 'statuses');
}

function sentStatuses() {
  return existsSync(statusFile()) ? readFileSync(statusFile(), 'utf8').trim().split('\n').map(Number) : [];
}

/** Does what the README leaves to the reader: scans the QR code, and types what the app shows. */
async function enterCodeOfApp(shell) {
  const image = join(fixture.folder, 'scan-me.png');
  let uri;
  while (!(uri = scan(image))) {
    if (shell.process.exitCode !== null) return;
    await pause(50);
  }
  shell.process.stdin.end(`${new AuthenticatorApp(uri).code()}\n`);
}

/** @returns the text of the QR code; undefined unless the file contains a whole image */
function scan(image) {
  try {
    const { data, width, height } = PNG.sync.read(readFileSync(image));
    return jsQR(new Uint8ClampedArray(data), width, height)?.data;
  } catch {
    return undefined;
  }
}
