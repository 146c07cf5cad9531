import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What every system has. Node and Maven are missing. */
const BASE_TOOLS = ['awk', 'bash', 'cat', 'find', 'grep', 'head', 'make', 'mkdir', 'sh', 'tee'];

let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-make-'));
  BASE_TOOLS.forEach((tool) => symlinkSync(locate(tool), join(folder, tool)));
});

after(() => rmSync(folder, { recursive: true }));

test('without a JDK, make asks for one', () => {
  assertSentence(run({}, 'make', 'tools', 'JAVA_HOME='), /install a JDK 25/);
});

test('without Maven, make asks for it', () => {
  assertSentence(run({ PATH: folder }, 'make', 'tools', 'JAVA_HOME=/a/jdk'), /install Maven/);
});

test('without Node, make asks for it', () => {
  assertSentence(run({ PATH: folder }, 'make', 'node'), /install Node 20/);
});

test('without a network and with an empty repository, the build says what it cannot download', () => {
  const empty = join(folder, 'repository');
  assertSentence(run({}, 'tools/maven', '--offline', `-Dmaven.repo.local=${empty}`, 'validate'), /cannot download/);
});

/** Make adds a line of its own, which names the target that failed. */
function assertSentence({ status, stderr }, sentence) {
  const lines = stderr.split('\n').filter((line) => line && !line.startsWith('make: '));
  assert.notEqual(status, 0);
  assert.equal(lines.length, 1, stderr);
  assert.match(lines[0], sentence);
}

function run(environment, command, ...parameters) {
  const env = { ...process.env, ...environment };
  ['MAKEFLAGS', 'MAKELEVEL', 'MFLAGS'].forEach((name) => delete env[name]);
  return spawnSync(command, parameters, { cwd: ROOT, env, encoding: 'utf8' });
}

function locate(tool) {
  return spawnSync('bash', ['-c', `type -P ${tool}`], { encoding: 'utf8' }).stdout.trim();
}
