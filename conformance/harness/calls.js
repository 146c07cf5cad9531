import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';

/** What the SDKs call, as published: one line per generation and method. */
const TABLE = new URL('../data/account-calls.csv', import.meta.url);

/** What is not part of the account core. Each of these has a reason to be answered like a path that never was. */
export const ELSEWHERE = [
  { path: /^\/account\/identities/, reason: 'identities come with OAuth2' },
  { path: /oauth2/, reason: 'OAuth2 comes with a later release' },
  { path: /^\/account\/consents/, reason: 'consents belong to servers that are OAuth2 providers themselves' },
];

/** @returns the table's lines; a parameter that is required ends in an asterisk */
export function publishedCalls() {
  const [head, ...lines] = readFileSync(TABLE, 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines
    .map((line) => Object.fromEntries(line.split(',').map((value, at) => [names[at], value])))
    .map((call) => ({ ...call, params: call.params.split(' ').filter(Boolean) }));
}

export function reasonElsewhere({ path }) {
  return ELSEWHERE.find((entry) => entry.path.test(path))?.reason;
}

/**
 * Listens on the wire while the work is done, however the SDK gets there. Preflights are not the SDK's.
 *
 * @returns the requests, each as method and path
 */
export async function overheard(work) {
  const requests = [];
  const listener = ({ request }) => requests.push(`${request.method} ${new URL(request.path, 'http://any').pathname}`);
  subscribe('undici:request:create', listener);
  try {
    await work();
  } finally {
    unsubscribe('undici:request:create', listener);
  }
  return requests.filter((request) => !request.startsWith('OPTIONS '));
}
