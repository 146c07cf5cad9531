import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';

/** The calls of the published SDKs: one line for each version and method. */
const TABLE = new URL('../data/account-calls.csv', import.meta.url);

/** Published paths that the service does not serve, each with the reason. They return 404 like unknown paths. */
export const NOT_SERVED = [
  { path: /^\/account\/identities/, reason: 'identities come with OAuth2' },
  { path: /oauth2/, reason: 'OAuth2 comes with a later release' },
  { path: /^\/account\/consents/, reason: 'consents belong to OAuth2 providers' },
];

/** @returns the lines of the table; the names of required parameters end with an asterisk */
export function publishedCalls() {
  const [head, ...lines] = readFileSync(TABLE, 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines
    .map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index], value])))
    .map((call) => ({ ...call, params: call.params.split(' ').filter(Boolean) }));
}

/** @returns the reason why a path is not served; undefined if it is */
export function reasonNotServed({ path }) {
  return NOT_SERVED.find((entry) => entry.path.test(path))?.reason;
}

/**
 * Records the HTTP requests that are sent while the work is done, except preflights.
 *
 * @returns the requests, each as method and path
 */
export async function recordRequests(work) {
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
