import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** As containers and root need it, and without calls home. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns a real browser: the one CHROMIUM names, the system's, or Playwright's own */
export function launchChromium() {
  return chromium.launch({ executablePath: executable(), args: QUIET });
}

function executable() {
  const known = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ];
  const found = known.find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error(
    'There is no Chromium. Install it by `apt-get install chromium` or `npx playwright-core install chromium`, ' +
      'or let the environment variable CHROMIUM name the one you have.',
  );
}
