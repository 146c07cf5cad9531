import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { assertRefused, assertStatus, DATE, REFUSALS } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

test('signing in at the former path is equivalent', async () => {
  const guest = new ApiClient();
  const user = await guest.signUp();
  const session = assertStatus(await guest.post('/account/sessions', user), 201).json;
  assert.equal(session.provider, 'email');
  assertRefused(await guest.post('/account/sessions', { ...user, password: 'wrong one' }), REFUSALS.credentials);
});

test('signing in within a session is refused, on either path and however the session is sent', async () => {
  const { client, guest, user, cookies } = await signedInUser();
  const encoded = decodeURIComponent(cookies.a_session_demo);
  for (const path of ['/account/sessions/email', '/account/sessions']) {
    assertRefused(await client.post(path, user), REFUSALS.signedInAlready);
    assertRefused(await client.post(path, { nonsense: true }), REFUSALS.signedInAlready);
    assertRefused(await guest.post(path, user, { 'x-appwrite-session': encoded }), REFUSALS.signedInAlready);
  }
  assert.equal((await client.get('/account/sessions')).json.total, 1);
});

test('a wrong password and an unknown e-mail address return identical responses', async () => {
  const guest = new ApiClient();
  const user = await guest.signUp();
  const wrong = await guest.post('/account/sessions/email', { ...user, password: 'not the password' });
  const unknown = await guest.post('/account/sessions/email', randomUser());
  assertRefused(wrong, REFUSALS.credentials);
  assert.equal(unknown.text, wrong.text);
  assert.deepEqual(Object.keys(unknown.headers).sort(), Object.keys(wrong.headers).sort());
});

test('the password is compared exactly, the e-mail address without case and surrounding blanks', async () => {
  const guest = new ApiClient();
  const user = await guest.signUp();
  const attempt = (changed) => guest.post('/account/sessions/email', { ...user, ...changed });
  assertRefused(await attempt({ password: user.password.toUpperCase() }), REFUSALS.credentials);
  assertRefused(await attempt({ password: `${user.password} ` }), REFUSALS.credentials);
  assertStatus(await attempt({ email: ` ${user.email.toUpperCase()} ` }), 201);
});

test('a password may contain any characters and has 8 to 256 bytes', async () => {
  for (const password of ['🦊🦊', 'pässwörd', ' spaces ', '$argon2id$v=19$', 'x'.repeat(256), '🦊'.repeat(64)]) {
    const guest = new ApiClient();
    const user = await guest.signUp({ ...randomUser(), password });
    await guest.signIn(user);
  }
});

test('the address of a session is the right-most forwarded one that is no proxy', async () => {
  for (const [forwarded, ip] of [
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7, 10.0.0.1, 10.0.0.2', '203.0.113.7'],
    ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['unknown, 203.0.113.7', '203.0.113.7'],
    ['203.0.113.5:51234', '203.0.113.5'],
    ['"[2001:db8::5]:443"', '2001:db8::5'],
    ['::ffff:203.0.113.6', '203.0.113.6'],
    ['2001:DB8::1%eth0', '2001:db8::1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:3:4:5:6'],
  ]) {
    const { session } = await signedInUser({ 'x-forwarded-for': forwarded });
    assert.equal(session.ip, ip);
  }
});

test('an invalid forwarded address is ignored', async () => {
  const user = await new ApiClient().signUp();
  for (const forwarded of ['somewhere', '999.1.1.1', '1.2.3', '', '<script>', '203.0.113.7, unknown', '1'.repeat(4000)]) {
    const { session } = await new ApiClient({ 'x-forwarded-for': forwarded }).signIn(user);
    assert.match(session.ip, /^(127\.0\.0\.1|::1)$/, forwarded);
  }
});

test('the session that sends the request is marked as current', async () => {
  const { client, guest, user, session } = await signedInUser();
  const other = await guest.signIn(user);
  const currentOf = async (client) =>
    (await client.get('/account/sessions')).json.sessions.map(({ $id, current }) => [$id, current]);
  assert.deepEqual(await currentOf(client), [
    [session.$id, true],
    [other.session.$id, false],
  ]);
  assert.deepEqual(await currentOf(other.client), [
    [session.$id, false],
    [other.session.$id, true],
  ]);
  assert.equal((await client.get(`/account/sessions/${other.session.$id}`)).json.current, false);
});

test('an unknown, deleted or foreign session is not found', async () => {
  const { client, guest, user } = await signedInUser();
  const foreign = await signedInUser();
  const deleted = await guest.signIn(user);
  assertStatus(await deleted.client.delete('/account/sessions/current'), 204);
  for (const id of ['unknown', deleted.session.$id, foreign.session.$id, user.userId]) {
    assertRefused(await client.get(`/account/sessions/${id}`), REFUSALS.session);
    assertRefused(await client.delete(`/account/sessions/${id}`), REFUSALS.session);
  }
  assertStatus(await foreign.client.get('/account'), 200);
});

test('a malformed session ID is refused', async () => {
  const { client } = await signedInUser();
  for (const id of ['-a', '.a', '_a', 'a'.repeat(37), 'a%20b', '%F0%9F%A6%8A', 'a%00b', '%27%20OR%201=1']) {
    assertRefused(await client.get(`/account/sessions/${id}`), REFUSALS.argument, id);
    assertRefused(await client.delete(`/account/sessions/${id}`), REFUSALS.argument, id);
  }
});

test('requests with an ended session are refused', async () => {
  const { client, guest, user } = await signedInUser();
  const other = await guest.signIn(user);
  assertStatus(await client.delete('/account/sessions'), 204);
  for (const ended of [client, other.client]) {
    assertRefused(await ended.get('/account'), REFUSALS.guest);
    assertRefused(await ended.delete('/account/sessions'), REFUSALS.guest);
  }
});

test('the header X-Appwrite-Timestamp has to be a date', async () => {
  const { client } = await signedInUser();
  const timestamp = (time) => ({ 'x-appwrite-timestamp': time });
  assertStatus(
    await client.patch('/account/prefs', { prefs: { a: 1 } }, timestamp('2025-01-31T12:00:00.000+00:00')),
    200,
  );
  assertRefused(await client.patch('/account/prefs', { prefs: {} }, timestamp('yesterday')), REFUSALS.argument);
  assertRefused(await client.delete('/account/sessions/current', timestamp('soon')), REFUSALS.argument);
  assert.deepEqual((await client.get('/account/prefs')).json, { a: 1 });
});

test('a change updates $updatedAt of the account', async () => {
  const { client, user } = await signedInUser();
  const { json: changed } = await client.patch('/account/name', { name: 'Ada' });
  assert.match(changed.$updatedAt, DATE);
  assert.ok(changed.$updatedAt >= user.account.$updatedAt);
  assert.equal(changed.$createdAt, user.account.$createdAt);
  assert.deepEqual(changed, { ...user.account, name: 'Ada', $updatedAt: changed.$updatedAt });
});
