import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Options for containers and for root, and without requests to the vendor. */
const OPTIONS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns a browser: the executable that CHROMIUM names, the system's Chromium or Chrome, or Playwright's Chromium */
export function launchChromium() {
  return chromium.launch({ executablePath: executable(), args: OPTIONS });
}

function executable() {
  const candidates = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ];
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error(
    'Chromium was not found. Install it with `apt-get install chromium` or `npx playwright-core install chromium`, ' +
      'or set the environment variable CHROMIUM to the path of its executable.',
  );
}
