import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { encodedSession } from '../harness/cookies.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';

const JSON_TYPE = 'application/json; charset=UTF-8';

test('every response has the headers Server, X-Debug-Speed, X-Content-Type-Options and Content-Type', async () => {
  const { client } = await signedInUser();
  for (const path of ['/account', '/account/sessions/unknown', '/nowhere']) {
    const { headers } = await client.get(path);
    assert.equal(headers.server, 'Appwrite');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(headers['x-debug-speed'], /^\d+\.\d+(E-?\d+)?$/);
    assert.equal(headers['content-type'], JSON_TYPE);
    assert.equal(headers['strict-transport-security'], undefined);
  }
});

test('over https the response has a Strict-Transport-Security header', async () => {
  const { headers } = await new ApiClient({ 'x-forwarded-proto': 'https' }).get('/account');
  assert.equal(headers['strict-transport-security'], 'max-age=10886400');
});

test('error responses forbid caching', async () => {
  const { headers } = await new ApiClient().get('/account');
  assert.equal(headers['cache-control'], 'no-cache, no-store, must-revalidate');
  assert.equal(headers.expires, '0');
  assert.equal(headers.pragma, 'no-cache');
});

test('responses forbid caching, except for the public keys', async () => {
  const { client, guest, user } = await signedInUser();
  for (const response of [
    assertStatus(await client.get('/account'), 200),
    assertStatus(await client.patch('/account/name', { name: 'Ada' }), 200),
    assertStatus(await client.post('/account/jwts', {}), 201),
    assertStatus(await guest.post('/account/sessions/email', user), 201),
    assertStatus(await client.delete('/account/sessions/current'), 204),
  ]) {
    assert.equal(response.headers['cache-control'], 'no-store');
  }
  assert.equal((await guest.get('/account/jwks')).headers['cache-control'], 'public, max-age=300');
});

test('responses depend on the origin, also those to requests without one', async () => {
  const { client } = await signedInUser();
  for (const headers of [{}, { origin: 'http://localhost' }, { origin: 'https://evil.example' }]) {
    assert.match((await client.get('/account', headers)).headers.vary, /\borigin\b/i);
    assert.match((await client.get('/account/jwks', headers)).headers.vary, /\borigin\b/i);
  }
});

test('the header X-Debug-Fallback is sent once and states whether X-Fallback-Cookies was read', async () => {
  const { client, cookies, guest } = await signedInUser();
  const secret = encodedSession(cookies);
  const fallbackHeader = async (response) => (await response).headerLines['x-debug-fallback'];
  assert.deepEqual(await fallbackHeader(guest.get('/account')), ['true']);
  assert.deepEqual(await fallbackHeader(client.get('/account')), ['false']);
  assert.deepEqual(await fallbackHeader(guest.get('/account', { 'x-appwrite-session': secret })), ['false']);
  const fallback = JSON.stringify({ a_session_demo: secret });
  assert.deepEqual(await fallbackHeader(guest.get('/account', { 'x-fallback-cookies': fallback })), ['true']);
});

test('a response without content has no body', async () => {
  const { client } = await signedInUser();
  const response = assertStatus(await client.delete('/account/sessions/current'), 204);
  assert.equal(response.text, '');
});

test('HEAD returns status and headers of GET, without a body', async () => {
  const { client, guest } = await signedInUser();
  for (const [requester, status] of [
    [client, 200],
    [guest, 401],
  ]) {
    const response = assertStatus(await requester.send('HEAD', '/account'), status);
    assert.equal(response.headers['content-type'], JSON_TYPE);
    assert.equal(response.text, '');
  }
  assertStatus(await client.send('HEAD', '/account/sessions/email'), 404);
});

test('empty segments of a path are ignored', async () => {
  const { client, user } = await signedInUser();
  for (const path of ['//account', '/account/', '/account//sessions//current/']) {
    const { $id, userId } = assertStatus(await client.get(path), 200).json;
    assert.equal(userId ?? $id, user.userId, path);
  }
});

test('an unknown path and a known path with another method both return 404 without an Allow header', async () => {
  const { client } = await signedInUser();
  for (const [method, path] of [
    ['GET', '/nowhere'],
    ['GET', '/account/nowhere'],
    ['GET', '/account/consents'],
    ['PUT', '/account'],
    ['POST', '/account/prefs'],
    ['GET', '/account/sessions/email/more'],
    ['DELETE', '/account/logs'],
  ]) {
    const response = await client.send(method, path);
    assertRefused(response, REFUSALS.route, `${method} ${path}`);
    assert.equal(response.headers.allow, undefined);
  }
});

test('an unknown project is reported before an unknown path', async () => {
  assertRefused(await new ApiClient({ 'x-appwrite-project': 'nowhere' }).get('/nowhere'), REFUSALS.project);
});

test('a long response is compressed if the client accepts gzip', async () => {
  const { client } = await signedInUser();
  const prefs = { long: 'lorem ipsum '.repeat(200) };
  await client.patch('/account/prefs', { prefs });
  const compressed = await client.get('/account/prefs', { 'accept-encoding': 'gzip' });
  assert.equal(compressed.headers['content-encoding'], 'gzip');
  assert.deepEqual(JSON.parse(gunzipSync(compressed.bytes)), prefs);
  const plain = await client.get('/account/prefs');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.deepEqual(plain.json, prefs);
});
