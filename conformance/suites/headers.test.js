import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Caller, member } from '../harness/caller.js';
import { encodedSession } from '../harness/cookies.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';

const JSON_TYPE = 'application/json; charset=UTF-8';

test('every answer says who serves it, how long it took, and that its type is not to be guessed', async () => {
  const { caller } = await member();
  for (const path of ['/account', '/account/sessions/unknown', '/nowhere']) {
    const { headers } = await caller.get(path);
    assert.equal(headers.server, 'Appwrite');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(headers['x-debug-speed'], /^\d+\.\d+(E-?\d+)?$/);
    assert.equal(headers['content-type'], JSON_TYPE);
    assert.equal(headers['strict-transport-security'], undefined);
  }
});

test('over https browsers are told to stay with it', async () => {
  const { headers } = await new Caller({ 'x-forwarded-proto': 'https' }).get('/account');
  assert.equal(headers['strict-transport-security'], 'max-age=10886400');
});

test('errors are not to be cached', async () => {
  const { headers } = await new Caller().get('/account');
  assert.equal(headers['cache-control'], 'no-cache, no-store, must-revalidate');
  assert.equal(headers.expires, '0');
  assert.equal(headers.pragma, 'no-cache');
});

test('it is told once whether the fallback header was consulted', async () => {
  const { caller, cookies, guest } = await member();
  const secret = encodedSession(cookies);
  const consulted = async (answer) => (await answer).headerLines['x-debug-fallback'];
  assert.deepEqual(await consulted(guest.get('/account')), ['true']);
  assert.deepEqual(await consulted(caller.get('/account')), ['false']);
  assert.deepEqual(await consulted(guest.get('/account', { 'x-appwrite-session': secret })), ['false']);
  const fallback = JSON.stringify({ a_session_demo: secret });
  assert.deepEqual(await consulted(guest.get('/account', { 'x-fallback-cookies': fallback })), ['true']);
});

test('an answer without content has no body', async () => {
  const { caller } = await member();
  const answer = assertStatus(await caller.delete('/account/sessions/current'), 204);
  assert.equal(answer.text, '');
});

test('HEAD answers as GET does, without the body', async () => {
  const { caller, guest } = await member();
  for (const [asking, status] of [
    [caller, 200],
    [guest, 401],
  ]) {
    const answer = assertStatus(await asking.send('HEAD', '/account'), status);
    assert.equal(answer.headers['content-type'], JSON_TYPE);
    assert.equal(answer.text, '');
  }
  assertStatus(await caller.send('HEAD', '/account/sessions/email'), 404);
});

test('empty segments of a path are ignored', async () => {
  const { caller, person } = await member();
  for (const path of ['//account', '/account/', '/account//sessions//current/']) {
    const { $id, userId } = assertStatus(await caller.get(path), 200).json;
    assert.equal(userId ?? $id, person.userId, path);
  }
});

test('an unknown path is not found, and neither is a known one by a method it does not have', async () => {
  const { caller } = await member();
  for (const [method, path] of [
    ['GET', '/nowhere'],
    ['GET', '/account/nowhere'],
    ['GET', '/account/consents'],
    ['PUT', '/account'],
    ['POST', '/account/prefs'],
    ['GET', '/account/sessions/email/more'],
    ['DELETE', '/account/logs'],
  ]) {
    const answer = await caller.send(method, path);
    assertRefused(answer, REFUSALS.route, `${method} ${path}`);
    assert.equal(answer.headers.allow, undefined);
  }
});

test('where neither the project nor the path exists, the project is missed first', async () => {
  assertRefused(await new Caller({ 'x-appwrite-project': 'nowhere' }).get('/nowhere'), REFUSALS.project);
});

test('a long answer is compressed for those who can read it', async () => {
  const { caller } = await member();
  const prefs = { long: 'lorem ipsum '.repeat(200) };
  await caller.patch('/account/prefs', { prefs });
  const compressed = await caller.get('/account/prefs', { 'accept-encoding': 'gzip' });
  assert.equal(compressed.headers['content-encoding'], 'gzip');
  assert.deepEqual(JSON.parse(gunzipSync(compressed.bytes)), prefs);
  const plain = await caller.get('/account/prefs');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.deepEqual(plain.json, prefs);
});
