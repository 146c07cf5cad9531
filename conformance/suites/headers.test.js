import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { encodedSession } from '../harness/cookies.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';

const JSON_TYPE = 'application/json; charset=UTF-8';

test('every answer says who serves it, how long it took, and that its type is not to be guessed', async () => {
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

test('over https browsers are told to stay with it', async () => {
  const { headers } = await new ApiClient({ 'x-forwarded-proto': 'https' }).get('/account');
  assert.equal(headers['strict-transport-security'], 'max-age=10886400');
});

test('errors are not to be cached', async () => {
  const { headers } = await new ApiClient().get('/account');
  assert.equal(headers['cache-control'], 'no-cache, no-store, must-revalidate');
  assert.equal(headers.expires, '0');
  assert.equal(headers.pragma, 'no-cache');
});

test('it is told once whether the fallback header was consulted', async () => {
  const { client, cookies, guest } = await signedInUser();
  const secret = encodedSession(cookies);
  const consulted = async (response) => (await response).headerLines['x-debug-fallback'];
  assert.deepEqual(await consulted(guest.get('/account')), ['true']);
  assert.deepEqual(await consulted(client.get('/account')), ['false']);
  assert.deepEqual(await consulted(guest.get('/account', { 'x-appwrite-session': secret })), ['false']);
  const fallback = JSON.stringify({ a_session_demo: secret });
  assert.deepEqual(await consulted(guest.get('/account', { 'x-fallback-cookies': fallback })), ['true']);
});

test('an answer without content has no body', async () => {
  const { client } = await signedInUser();
  const response = assertStatus(await client.delete('/account/sessions/current'), 204);
  assert.equal(response.text, '');
});

test('HEAD answers as GET does, without the body', async () => {
  const { client, guest } = await signedInUser();
  for (const [asking, status] of [
    [client, 200],
    [guest, 401],
  ]) {
    const response = assertStatus(await asking.send('HEAD', '/account'), status);
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

test('an unknown path is not found, and neither is a known one by a method it does not have', async () => {
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

test('where neither the project nor the path exists, the project is missed first', async () => {
  assertRefused(await new ApiClient({ 'x-appwrite-project': 'nowhere' }).get('/nowhere'), REFUSALS.project);
});

test('a long answer is compressed for those who can read it', async () => {
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
