import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Caller, member } from '../harness/caller.js';
import { assertRefused, assertStatus, DATE, REFUSALS } from '../harness/expectations.js';
import { stranger } from '../harness/people.js';

test('the old path of a sign-in is as good as the new one', async () => {
  const guest = new Caller();
  const person = await guest.signUp();
  const session = assertStatus(await guest.post('/account/sessions', person), 201).json;
  assert.equal(session.provider, 'email');
  assertRefused(await guest.post('/account/sessions', { ...person, password: 'wrong one' }), REFUSALS.credentials);
});

test('nobody signs in twice, on either path and however the session is presented', async () => {
  const { caller, guest, person, cookies } = await member();
  const presented = decodeURIComponent(cookies.a_session_demo);
  for (const path of ['/account/sessions/email', '/account/sessions']) {
    assertRefused(await caller.post(path, person), REFUSALS.signedInAlready);
    assertRefused(await caller.post(path, { nonsense: true }), REFUSALS.signedInAlready);
    assertRefused(await guest.post(path, person, { 'x-appwrite-session': presented }), REFUSALS.signedInAlready);
  }
  assert.equal((await caller.get('/account/sessions')).json.total, 1);
});

test('a wrong password and an unknown address get the same answer, byte for byte', async () => {
  const guest = new Caller();
  const person = await guest.signUp();
  const wrong = await guest.post('/account/sessions/email', { ...person, password: 'not the password' });
  const unknown = await guest.post('/account/sessions/email', stranger());
  assertRefused(wrong, REFUSALS.credentials);
  assert.equal(unknown.text, wrong.text);
  assert.deepEqual(Object.keys(unknown.headers).sort(), Object.keys(wrong.headers).sort());
});

test('a password is compared to the last letter, and an address without its case and surrounding blanks', async () => {
  const guest = new Caller();
  const person = await guest.signUp();
  const attempt = (changed) => guest.post('/account/sessions/email', { ...person, ...changed });
  assertRefused(await attempt({ password: person.password.toUpperCase() }), REFUSALS.credentials);
  assertRefused(await attempt({ password: `${person.password} ` }), REFUSALS.credentials);
  assertStatus(await attempt({ email: ` ${person.email.toUpperCase()} ` }), 201);
});

test('a password may be of any letters, eight to 256 bytes', async () => {
  for (const password of ['🦊🦊', 'pässwörd', ' spaces ', '$argon2id$v=19$', 'x'.repeat(256), '🦊'.repeat(64)]) {
    const guest = new Caller();
    const person = await guest.signUp({ ...stranger(), password });
    await guest.signIn(person);
  }
});

test('an address shows where a session was opened, the left-most of those the proxies name', async () => {
  for (const [forwarded, ip] of [
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7, 10.0.0.1, 10.0.0.2', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:3:4:5:6'],
  ]) {
    const { session } = await member({ 'x-forwarded-for': forwarded });
    assert.equal(session.ip, ip);
  }
});

test('an address that is none is not believed', async () => {
  const person = await new Caller().signUp();
  for (const forwarded of ['somewhere', '999.1.1.1', '1.2.3', '', '<script>', '::1%eth0', '1'.repeat(4000)]) {
    const { session } = await new Caller({ 'x-forwarded-for': forwarded }).signIn(person);
    assert.match(session.ip, /^(127\.0\.0\.1|::1)$/, forwarded);
  }
});

test('sessions are told apart by which of them asks', async () => {
  const { caller, guest, person, session } = await member();
  const other = await guest.signIn(person);
  const currentOf = async (asking) =>
    (await asking.get('/account/sessions')).json.sessions.map(({ $id, current }) => [$id, current]);
  assert.deepEqual(await currentOf(caller), [
    [session.$id, true],
    [other.session.$id, false],
  ]);
  assert.deepEqual(await currentOf(other.caller), [
    [session.$id, false],
    [other.session.$id, true],
  ]);
  assert.equal((await caller.get(`/account/sessions/${other.session.$id}`)).json.current, false);
});

test('a session that is unknown, deleted or somebody else’s is not found', async () => {
  const { caller, guest, person } = await member();
  const foreign = await member();
  const deleted = await guest.signIn(person);
  assertStatus(await deleted.caller.delete('/account/sessions/current'), 204);
  for (const id of ['unknown', deleted.session.$id, foreign.session.$id, person.userId]) {
    assertRefused(await caller.get(`/account/sessions/${id}`), REFUSALS.session);
    assertRefused(await caller.delete(`/account/sessions/${id}`), REFUSALS.session);
  }
  assertStatus(await foreign.caller.get('/account'), 200);
});

test('an ID of a session is a well-formed one', async () => {
  const { caller } = await member();
  for (const id of ['-a', '.a', '_a', 'a'.repeat(37), 'a%20b', '%F0%9F%A6%8A', 'a%00b', '%27%20OR%201=1']) {
    assertRefused(await caller.get(`/account/sessions/${id}`), REFUSALS.argument, id);
    assertRefused(await caller.delete(`/account/sessions/${id}`), REFUSALS.argument, id);
  }
});

test('what was deleted opens nothing any more', async () => {
  const { caller, guest, person } = await member();
  const other = await guest.signIn(person);
  assertStatus(await caller.delete('/account/sessions'), 204);
  for (const ended of [caller, other.caller]) {
    assertRefused(await ended.get('/account'), REFUSALS.guest);
    assertRefused(await ended.delete('/account/sessions'), REFUSALS.guest);
  }
});

test('the time of a request, if it is told, is a time', async () => {
  const { caller } = await member();
  const told = (time) => ({ 'x-appwrite-timestamp': time });
  assertStatus(await caller.patch('/account/prefs', { prefs: { a: 1 } }, told('2025-01-31T12:00:00.000+00:00')), 200);
  assertRefused(await caller.patch('/account/prefs', { prefs: {} }, told('yesterday')), REFUSALS.argument);
  assertRefused(await caller.delete('/account/sessions/current', told('soon')), REFUSALS.argument);
  assert.deepEqual((await caller.get('/account/prefs')).json, { a: 1 });
});

test('an account tells when it was changed', async () => {
  const { caller, person } = await member();
  const { json: changed } = await caller.patch('/account/name', { name: 'Ada' });
  assert.match(changed.$updatedAt, DATE);
  assert.ok(changed.$updatedAt >= person.account.$updatedAt);
  assert.equal(changed.$createdAt, person.account.$createdAt);
  assert.deepEqual(changed, { ...person.account, name: 'Ada', $updatedAt: changed.$updatedAt });
});
