import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { KEYS } from '../harness/configuration.js';
import { assertRefused, assertRefusedUnchanged, assertStatus, REFUSALS } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

const ALLOWED_HEADERS =
  'Accept, Origin, Cookie, Set-Cookie, Content-Type, Content-Range, X-Appwrite-Project, X-Appwrite-Key, ' +
  'X-Appwrite-Dev-Key, X-Appwrite-Locale, X-Appwrite-Mode, X-Appwrite-JWT, X-Appwrite-Organization, ' +
  'X-Appwrite-Response-Format, X-Appwrite-Timeout, X-Appwrite-ID, X-Appwrite-Timestamp, X-Appwrite-Session, ' +
  'X-Appwrite-Platform, X-Appwrite-Impersonate-User-Id, X-Appwrite-Impersonate-User-Email, ' +
  'X-Appwrite-Impersonate-User-Phone, X-SDK-Version, X-SDK-Name, X-SDK-Language, X-SDK-Platform, X-SDK-GraphQL, ' +
  'X-SDK-Profile, Range, Cache-Control, Expires, Pragma, X-Fallback-Cookies, X-Requested-With, X-Forwarded-For, ' +
  'X-Forwarded-User-Agent';

test('pages of registered hosts, and of their subdomains with a wildcard, may read responses', async () => {
  const { client } = await signedInUser();
  for (const origin of [
    'http://localhost:3000',
    'https://localhost',
    'http://127.0.0.1:5173',
    'http://[::1]:5173',
    'https://app.example.com',
    'https://one.preview.example.com',
    'https://one.of.many.preview.example.com',
  ]) {
    const { headers } = assertStatus(await client.get('/account', { origin }), 200);
    assert.equal(headers['access-control-allow-origin'], origin);
    assert.equal(headers['access-control-allow-credentials'], 'true');
  }
});

test('pages that Capacitor, Ionic and Tauri show in an app may read responses if their host is registered', async () => {
  const { client } = await signedInUser();
  for (const scheme of ['capacitor', 'ionic', 'tauri']) {
    for (const host of ['localhost', 'app.example.com', 'one.preview.example.com']) {
      const origin = `${scheme}://${host}`;
      const { headers } = assertStatus(await client.get('/account', { origin }), 200);
      assert.equal(headers['access-control-allow-origin'], origin);
    }
    for (const host of ['evil.example', 'preview.example.com', '', 'localhost.evil.example', 'localhost:99999']) {
      assertRefused(await client.get('/account', { origin: `${scheme}://${host}` }), REFUSALS.origin, host);
    }
  }
});

test('an origin with a port that cannot exist is refused', async () => {
  const { client } = await signedInUser();
  for (const port of ['99999', '65536', '0', '', '-1', '080', 'http', '80:80']) {
    assertRefused(await client.get('/account', { origin: `http://localhost:${port}` }), REFUSALS.origin, port);
  }
  assertStatus(await client.get('/account', { origin: 'http://localhost:65535' }), 200);
});

test('an origin is compared and returned in lower case', async () => {
  const { client } = await signedInUser();
  const { headers } = assertStatus(await client.get('/account', { origin: 'HTTP://LocalHost:3000' }), 200);
  assert.equal(headers['access-control-allow-origin'], 'http://localhost:3000');
});

test('requests from other origins are refused and change nothing', async () => {
  const { client } = await signedInUser();
  for (const origin of [
    'https://evil.example',
    'http://localhost.evil.example',
    'http://evil-localhost',
    'https://preview.example.com',
    'https://notpreview.example.com',
    'https://app.example.com.evil.example',
    'https://evil.example/app.example.com',
    'https://app.example.com@evil.example',
    'http://127.0.0.2',
    'http://2130706433',
    'ftp://localhost',
    'javascript:localhost',
    'localhost',
    'null',
    '://',
  ]) {
    const rename = () => client.patch('/account/name', { name: 'Mallory' }, { origin });
    const response = await assertRefusedUnchanged(client, rename, REFUSALS.origin, origin);
    assert.equal(response.headers['access-control-allow-origin'], undefined);
    assert.equal(response.headers['access-control-allow-credentials'], 'true');
  }
});

test('the URL schemes of Expo and of the project’s native apps are allowed as origins', async () => {
  const { client } = await signedInUser();
  for (const origin of ['exp://192.168.1.7:8081', 'appwrite-callback-demo://', 'appwrite-callback-demo://somewhere']) {
    assertStatus(await client.get('/account', { origin }), 200);
  }
  assertRefused(await client.get('/account', { origin: 'appwrite-callback-other://' }), REFUSALS.origin);
});

test('the referrer is not checked', async () => {
  const { client } = await signedInUser();
  assertStatus(await client.get('/account', { referer: 'https://evil.example/page' }), 200);
});

test('the origin is checked before session, scope, path and input', async () => {
  const foreign = new ApiClient({ origin: 'https://evil.example' });
  assertRefused(await foreign.get('/account'), REFUSALS.origin);
  assertRefused(await foreign.post('/account', {}), REFUSALS.origin);
  assertRefused(await foreign.get('/nowhere'), REFUSALS.origin);
});

test('a request with an API key needs no origin and gets no Access-Control-Allow-Origin header', async () => {
  const server = new ApiClient({ origin: 'https://evil.example', 'x-appwrite-key': KEYS.demo });
  const response = assertStatus(await server.post('/account', randomUser()), 201);
  assert.equal(response.headers['access-control-allow-origin'], undefined);
  assertRefused(await server.post('/account', randomUser(), { 'x-appwrite-key': 'unknown' }), REFUSALS.key);
});

test('every response has the CORS headers, also errors and unknown paths', async () => {
  const { client, guest } = await signedInUser();
  const origin = 'http://localhost:3000';
  for (const response of [
    await client.get('/account', { origin }),
    await guest.get('/account', { origin }),
    await client.get('/nowhere', { origin }),
    await client.patch('/account/name', {}, { origin }),
  ]) {
    const { headers } = response;
    assert.equal(headers['access-control-allow-origin'], origin);
    assert.equal(headers['access-control-allow-methods'], 'GET, POST, PUT, PATCH, DELETE');
    assert.equal(headers['access-control-allow-headers'], ALLOWED_HEADERS);
    assert.equal(headers['access-control-allow-credentials'], 'true');
    assert.equal(headers['access-control-max-age'], '86400');
    const exposed = headers['access-control-expose-headers'].split(', ');
    assert.deepEqual(exposed.slice(0, 2), ['X-Appwrite-Session', 'X-Fallback-Cookies']);
    assert.deepEqual(exposed.slice(2).sort(), ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset']);
  }
});

test('a preflight succeeds for any path, origin and project', async () => {
  for (const path of ['/account', '/account/sessions/email', '/account/prefs', '/nowhere', '/']) {
    for (const origin of ['http://localhost:3000', 'https://evil.example']) {
      const preflight = new ApiClient({
        origin,
        'access-control-request-method': 'PATCH',
        'x-appwrite-project': undefined,
      });
      const response = assertStatus(await preflight.send('OPTIONS', path), 204);
      assert.equal(response.text, '');
      assert.equal(response.headers['access-control-allow-origin'], origin);
      assert.equal(response.headers['access-control-allow-headers'], ALLOWED_HEADERS);
      assert.equal(response.headers['access-control-allow-methods'], 'GET, POST, PUT, PATCH, DELETE');
      assert.equal(response.headers['access-control-allow-credentials'], 'true');
    }
  }
});
