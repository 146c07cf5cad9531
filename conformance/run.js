import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { unpackChromium } from './harness/chromium.js';
import { assertNotLogged } from './harness/expectations.js';
import { withInstallation } from './harness/installation.js';
import { MessageReceiver } from './harness/message-receiver.js';
import { linkParameters } from './harness/messages.js';

const SUITES = fileURLToPath(new URL('suites', import.meta.url));

/** Milliseconds for one suite. */
const SUITE_TIMEOUT = 600_000;

/** Two, because suites spend part of their time waiting. */
const CONCURRENT_SUITES = 2;

/** Concurrent suites may request more password hashes at a time than the default queue of one node holds. */
const LONG_HASH_QUEUE = { 'gatehouse.passwords.queue-per-thread': 200 };

await withInstallation(async (installation) => {
  await unpackChromium(installation.path('browser'));
  const receiver = await MessageReceiver.open();
  const application = await installation.start({ ...receiver.properties, ...LONG_HASH_QUEUE });
  // Only the shared application is recorded: suites that measure start applications of their own.
  delete process.env.GATEHOUSE_RECORDER;
  process.env.GATEHOUSE_URL = application.url;
  process.env.GATEHOUSE_MESSAGES = receiver.url;
  await report(run({ files: chosenSuites(), concurrency: CONCURRENT_SUITES, timeout: SUITE_TIMEOUT }), installation);
  await application.stop();
  assertNotLogged(secretsOf(receiver.messages), installation.log());
});

function chosenSuites() {
  const named = process.argv.slice(2).map((file) => resolve(file));
  return named.length > 0 ? named : readdirSync(SUITES).map((file) => join(SUITES, file));
}

async function report(results, installation) {
  const reporter = process.stdout.isTTY ? new spec() : tap;
  for await (const line of results.compose(printLogOnFailure(installation)).compose(reporter)) {
    process.stdout.write(line);
  }
}

/** If a test failed, prints the application's log before the summary lines of the report. */
function printLogOnFailure(installation) {
  return async function* (events) {
    for await (const event of events) {
      if (event.type === 'test:fail') process.exitCode = 1;
      if (process.exitCode && isFirstSummaryLine(event)) process.stderr.write(installation.log());
      yield event;
    }
  };
}

function secretsOf(messages) {
  return messages.map((message) => (message.link ? linkParameters(message).secret : message.code)).filter(Boolean);
}

function isFirstSummaryLine(event) {
  return event.type === 'test:diagnostic' && event.data.nesting === 0 && /^tests \d+$/.test(event.data.message);
}
