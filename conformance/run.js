import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { assertSilentOn } from './harness/expectations.js';
import { withInstallation } from './harness/installation.js';
import { linked } from './harness/mailbox.js';
import { PostOffice } from './harness/post-office.js';

const SUITES = fileURLToPath(new URL('suites', import.meta.url));

/** Milliseconds for one suite. */
const PATIENCE = 600_000;

/** While one waits for something, another one has something to do. */
const SUITES_AT_ONCE = 2;

/** Several suites at once may ask for more hashes than one node is meant to keep waiting. */
const PATIENT = { 'gatehouse.passwords.queue-per-thread': 200 };

await withInstallation(async (installation) => {
  const office = await PostOffice.open();
  const application = await installation.start({ ...office.properties, ...PATIENT });
  process.env.GATEHOUSE_URL = application.url;
  process.env.GATEHOUSE_POST = office.url;
  await report(run({ files: chosenSuites(), concurrency: SUITES_AT_ONCE, timeout: PATIENCE }), installation);
  await application.stop();
  assertSilentOn(secretsOf(office.letters), installation.log());
});

function chosenSuites() {
  const named = process.argv.slice(2).map((file) => resolve(file));
  return named.length > 0 ? named : readdirSync(SUITES).map((file) => join(SUITES, file));
}

async function report(results, installation) {
  const reporter = process.stdout.isTTY ? new spec() : tap;
  for await (const line of results.compose(showingLogOf(installation)).compose(reporter)) {
    process.stdout.write(line);
  }
}

/** Failures show the application's log before the closing lines, which stay the last ones. */
function showingLogOf(installation) {
  return async function* (events) {
    for await (const event of events) {
      if (event.type === 'test:fail') process.exitCode = 1;
      if (process.exitCode && isFirstClosingLine(event)) process.stderr.write(installation.log());
      yield event;
    }
  };
}

function secretsOf(letters) {
  return letters.map((letter) => (letter.link ? linked(letter).secret : letter.code)).filter(Boolean);
}

function isFirstClosingLine(event) {
  return event.type === 'test:diagnostic' && event.data.nesting === 0 && /^tests \d+$/.test(event.data.message);
}
