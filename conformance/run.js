import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { withInstallation } from './harness/installation.js';

const SUITES = fileURLToPath(new URL('suites', import.meta.url));

/** Milliseconds for one suite. */
const PATIENCE = 600_000;

await withInstallation(async (installation) => {
  const application = await installation.start();
  process.env.GATEHOUSE_URL = application.url;
  await report(run({ files: chosenSuites(), concurrency: true, timeout: PATIENCE }), installation);
  await application.stop();
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

function isFirstClosingLine(event) {
  return event.type === 'test:diagnostic' && event.data.nesting === 0 && /^tests \d+$/.test(event.data.message);
}
