import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { cookieHeader } from '../harness/cookies.js';
import {
  assertRefused,
  assertRefusedUnchanged,
  assertStatus,
  assertUnchanged,
  REFUSALS,
} from '../harness/expectations.js';
import { retryOnReset, statusOfRawRequest } from '../harness/raw-http.js';

const MEBIBYTE = 1024 * 1024;
const LONG = 'a'.repeat(100_000);

describe('malformed and oversized requests', () => {
  let client, cookie;
  before(async () => {
    const signedIn = await signedInUser();
    client = signedIn.client;
    cookie = cookieHeader(signedIn.cookies);
  });

  const rename = (body, headers) =>
    client.send('PATCH', '/account/name', body, { 'content-type': 'application/json', ...headers });
  const isClientError = (status) => 400 <= status && status < 500;

  test('a body of 13 MiB is refused, with and without Content-Length', async () => {
    const body = `{"name":"${'a'.repeat(13 * MEBIBYTE)}"}`;
    await assertRefusedUnchanged(client, () => retryOnReset(() => rename(body)), REFUSALS.bodySize);
    await assertRefusedUnchanged(client, () => retryOnReset(() => rename(chunks(body))), REFUSALS.bodySize);
  });

  test('a body of 13 MiB is refused for guests and on unknown paths', async () => {
    const body = 'a'.repeat(13 * MEBIBYTE);
    for (const path of ['/account', '/nowhere']) {
      const headers = { 'content-type': 'application/json' };
      const post = () => new ApiClient().send('POST', path, chunks(body), headers);
      assertRefused(await retryOnReset(post), REFUSALS.bodySize);
    }
  });

  test('a body of 11 MiB is accepted, with and without Content-Length', async () => {
    const filler = ' '.repeat(11 * MEBIBYTE);
    for (const body of [`{"name":"Ada"${filler}}`, chunks(`{"name":"Ada"${filler}}`)]) {
      assert.equal((await rename(body)).json.name, 'Ada');
    }
  });

  for (const [what, path, headers] of [
    ['two hundred headers', '/account', Array.from({ length: 200 }, (_, i) => `X-Flood-${i}: ${'a'.repeat(512)}`)],
    ['a header of 100 000 characters', '/account', [`X-Long: ${LONG}`]],
    ['a cookie of 100 000 characters', '/account', [`Cookie: a_session_demo_legacy=${LONG}`]],
    ['a session header of 100 000 characters', '/account', [`X-Appwrite-Session: ${LONG}`]],
    ['a fallback header of 100 000 characters', '/account', [`X-Fallback-Cookies: {"a_session_demo":"${LONG}"}`]],
    ['a user agent of 100 000 characters', '/account', [`User-Agent: ${LONG}`]],
    ['a path of 100 000 characters', `/account/sessions/${LONG}`, []],
    ['a query of 100 000 characters', `/account/sessions?queries[]=${LONG}`, []],
  ]) {
    test(`a request is refused that has ${what}`, async () => {
      const own = ['Host: localhost', 'Connection: close', 'X-Appwrite-Project: demo', `Cookie: ${cookie}`];
      const lines = [`DELETE /v1${path} HTTP/1.1`, ...own, ...headers];
      const text = `${lines.join('\r\n')}\r\n\r\n`;
      const request = () => retryOnReset(() => statusOfRawRequest(process.env.GATEHOUSE_URL, text));
      const status = await assertUnchanged(client, request);
      assert.ok(isClientError(status), status);
    });
  }

  for (const project of ['nowhere', '__proto__', '../demo', 'demo/', 'DEMO', "demo' OR 1=1", '*', 'x'.repeat(5000)]) {
    test(`an unknown project is not found: ${project.slice(0, 20)}`, async () => {
      assertRefused(await client.get('/account', { 'x-appwrite-project': project }), REFUSALS.project);
      assertRefused(await client.get(`/account?project=${encodeURIComponent(project)}`), REFUSALS.project);
    });
  }

  test('a request without a project, and with the project "console", is refused', async () => {
    assertRefused(await client.get('/account', { 'x-appwrite-project': undefined }), REFUSALS.project);
    assertRefused(await client.get('/account', { 'x-appwrite-project': 'console' }), REFUSALS.project);
  });

  for (const query of [
    'project[]=demo',
    'project[a][b]=demo',
    '%',
    '%zz=%zz',
    '=&&=&',
    'a=%00',
    '%ff=%fe',
    '[',
    'a[=1',
  ]) {
    test(`a malformed query causes no change and no server error: ${query}`, async () => {
      const response = await assertUnchanged(client, () => client.get(`/account?${query}`));
      assert.ok(response.status === 200 || isClientError(response.status), response.text);
    });
  }

  for (const [name, values] of Object.entries({
    'x-appwrite-locale': ['de', 'xx', '', '../../etc', '\u00fc', 'a'.repeat(2000)],
    'x-appwrite-response-format': ['1.4.0', 'latest', '', '-1', '9'.repeat(1000), '1.2.3.4.5'],
    'x-appwrite-mode': ['default', 'admin', 'nonsense'],
    'x-forwarded-for': ['', ',', ',,,,', '::', 'unknown', '1.2.3.4:5678', '[::1]:80', 'a'.repeat(2000)],
    'x-forwarded-proto': ['ftp', '', 'https,http', 'a'.repeat(2000)],
    'x-forwarded-host': ['', '.', '[', 'a..b', 'host:port', 'ex ample.com', 'a'.repeat(2000)],
    'x-forwarded-port': ['port', '-1', '99999'],
    'user-agent': ['', '\u00fc', ')('],
    'content-type': ['', ';', 'multipart/form-data; boundary=', 'application/json; charset=nonsense'],
    'accept-encoding': ['nonsense', 'gzip;q=x', '*', ''],
    'accept-language': ['xx-yy-zz', '*', '\u00fc'],
    range: ['bytes=0-', 'bytes=a-b'],
    'if-none-match': ['*'],
    expect: ['nonsense'],
    'x-sdk-name': ['', '\u00fc'],
    authorization: ['Basic', 'Bearer x', 'Basic eDp5'],
  })) {
    test(`unusual values of a header cause no change and no server error: ${name}`, async () => {
      for (const value of values) {
        const response = await assertUnchanged(client, () => client.get('/account', { [name]: value }));
        assert.ok(
          response.status === 200 || isClientError(response.status),
          `${value}: ${response.status} ${response.text}`,
        );
      }
    });
  }

  test('a connection stays HTTP/1.1 if the client asks for HTTP/2', async () => {
    const headers = ['Host: localhost', 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABk'];
    const lines = ['GET /v1/account HTTP/1.1', ...headers, 'Connection: close', 'X-Appwrite-Project: demo'];
    assert.equal(await statusOfRawRequest(process.env.GATEHOUSE_URL, `${lines.join('\r\n')}\r\n\r\n`), 401);
  });

  test('the response is JSON whatever the Accept header is', async () => {
    for (const accept of ['text/html', 'image/*', 'application/json;q=0', 'nonsense', '']) {
      const response = assertStatus(await client.get('/account', { accept }), 200);
      assert.match(response.headers['content-type'], /^application\/json/);
    }
  });
});

/** The text in chunks of 64 KiB. */
function* chunks(text) {
  const size = 64 * 1024;
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
