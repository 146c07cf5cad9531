import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** The folder beside the executable of the npm package with shared libraries that a server may lack. */
const LIBRARIES = join('al2023', 'lib');

/**
 * Unpacks the browser of an npm package, which is for Linux on x64, and has CHROMIUM name its executable, unless it names
 * another. Called once before the suites run, because the package does not expect to be called by two of them at a time.
 */
export async function unpackChromium(folder) {
  if (process.env.CHROMIUM || process.platform !== 'linux' || process.arch !== 'x64') return;
  const { TMPDIR, LD_LIBRARY_PATH } = process.env;
  mkdirSync(folder);
  // The package unpacks to the folder for temporary files, with the libraries if it takes the machine for an AWS Lambda.
  setEnvironment({ TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  const { default: packaged } = await import('@sparticuz/chromium');
  const executable = await packaged.executablePath();
  setEnvironment({ TMPDIR, LD_LIBRARY_PATH, AWS_EXECUTION_ENV: undefined, CHROMIUM: executable });
}

function setEnvironment(values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** @param options of the command line, besides those for tests */
export function launchChromium(options = []) {
  const executablePath = process.env.CHROMIUM ?? ofSystem();
  const libraries = join(dirname(executablePath), LIBRARIES);
  const env = existsSync(libraries) ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env;
  return chromium.launch({ executablePath, env, args: [...OPTIONS, ...options] });
}

function ofSystem() {
  const candidates = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    chromium.executablePath(),
  ];
  const executablePath = candidates.find((path) => existsSync(path));
  if (executablePath) return executablePath;
  throw new Error(
    'The tests need Chromium or Chrome, which npm installs on Linux for x64 only. Install one, or set the environment ' +
      'variable CHROMIUM to the path of its executable.',
  );
}
