import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { KEYS } from '../harness/configuration.js';
import { encodedSession } from '../harness/cookies.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

const demo = { 'x-appwrite-project': 'demo' };
const other = { 'x-appwrite-project': 'other' };

describe('two projects with a user of the same ID and e-mail address', () => {
  const user = randomUser();
  const userOfOther = { ...user, password: 'the password in the other project' };
  let inDemo, inOther;
  before(async () => {
    await new ApiClient(demo).signUp({ ...user, name: 'Here' });
    await new ApiClient(other).signUp({ ...userOfOther, name: 'There' });
    inDemo = await new ApiClient(demo).signIn(user);
    inOther = await new ApiClient(other).signIn(userOfOther);
  });

  const assertGuest = async (headers) => assertRefused(await new ApiClient(headers).get('/account'), REFUSALS.guest);
  const nameOf = async (headers) => assertStatus(await new ApiClient(headers).get('/account'), 200).json.name;

  test('each of two projects has its own password for a user of the same ID', async () => {
    const signIn = (project, password) =>
      new ApiClient(project).post('/account/sessions/email', { email: user.email, password });
    assertRefused(await signIn(other, user.password), REFUSALS.credentials);
    assertRefused(await signIn(demo, userOfOther.password), REFUSALS.credentials);
  });

  test('each of two projects returns its own user of the same ID', async () => {
    assert.equal((await inDemo.client.get('/account')).json.name, 'Here');
    assert.equal((await inOther.client.get('/account')).json.name, 'There');
  });

  test('a session of one project is refused by the other, however it is sent', async () => {
    const encoded = encodedSession(inDemo.cookies);
    const cookie = inDemo.cookies.a_session_demo;
    await assertGuest({ ...other, cookie: `a_session_demo=${cookie}; a_session_demo_legacy=${cookie}` });
    await assertGuest({ ...other, cookie: `a_session_other=${cookie}` });
    await assertGuest({ ...other, cookie: `a_session_other_legacy=${cookie}` });
    await assertGuest({ ...other, 'x-appwrite-session': encoded });
    await assertGuest({ ...other, 'x-fallback-cookies': JSON.stringify({ a_session_demo: encoded }) });
    await assertGuest({ ...other, 'x-fallback-cookies': JSON.stringify({ a_session_other: encoded }) });
  });

  test('a client with sessions of both projects is authenticated by that of the requested project', async () => {
    const cookie = `a_session_demo=${inDemo.cookies.a_session_demo}; a_session_other=${inOther.cookies.a_session_other}`;
    assert.equal(await nameOf({ ...demo, cookie }), 'Here');
    assert.equal(await nameOf({ ...other, cookie }), 'There');
    const fallback = JSON.stringify({
      a_session_demo: encodedSession(inDemo.cookies),
      a_session_other: encodedSession(inOther.cookies, 'other'),
    });
    assert.equal(await nameOf({ ...demo, 'x-fallback-cookies': fallback }), 'Here');
    assert.equal(await nameOf({ ...other, 'x-fallback-cookies': fallback }), 'There');
  });

  test('in a GET request the project in the query precedes the one in the header', async () => {
    assertRefused(await inDemo.client.get('/account?project=other'), REFUSALS.guest);
    const withoutHeader = inDemo.client.with({ 'x-appwrite-project': undefined });
    assert.equal((await withoutHeader.get('/account?project=demo')).json.name, 'Here');
    assert.equal((await inDemo.client.get('/account?project=demo', other)).json.name, 'Here');
  });

  test('in other requests the project in the body precedes the one in the header, which precedes the query', async () => {
    const rename = (path, body, headers) => inDemo.client.patch(path, { name: 'Renamed', ...body }, headers);
    const withoutProject = { 'x-appwrite-project': undefined };
    assertRefused(await rename('/account/name', { project: 'other' }), REFUSALS.guest);
    assertStatus(await rename('/account/name', { project: 'demo' }, other), 200);
    assertRefused(await rename('/account/name?project=demo', {}, other), REFUSALS.guest);
    assertStatus(await rename('/account/name?project=demo', { name: 'Here' }, withoutProject), 200);
    assert.equal((await inOther.client.get('/account')).json.name, 'There');
  });

  test('a session ID of one project is unknown in the other', async () => {
    const path = `/account/sessions/${inDemo.session.$id}`;
    assertRefused(await inOther.client.get(path), REFUSALS.session);
    assertRefused(await inOther.client.delete(path), REFUSALS.session);
    assertStatus(await inDemo.client.get('/account'), 200);
  });

  test('sessions and log entries of one project are not listed in the other', async () => {
    const { sessions } = (await inOther.client.get('/account/sessions')).json;
    assert.deepEqual(
      sessions.map(({ $id }) => $id),
      [inOther.session.$id],
    );
    const { logs } = (await inOther.client.get('/account/logs')).json;
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['session.create', 'user.create'],
    );
  });

  test('an API key of one project is refused by the other', async () => {
    const server = new ApiClient({ ...other, 'x-appwrite-key': KEYS.demo });
    assertRefused(await server.post('/account', randomUser()), REFUSALS.key);
  });

  test('an API key requires the project in the header', async () => {
    const server = new ApiClient({ 'x-appwrite-project': undefined, 'x-appwrite-key': KEYS.demo });
    assertRefused(await server.post('/account', { ...randomUser(), project: 'demo' }), REFUSALS.projectIdMissing);
    assertRefused(await server.get('/account?project=demo'), REFUSALS.projectIdMissing);
  });

  test('an API key precedes a session, which still prevents a second sign-in', async () => {
    const both = inDemo.client.with({ 'x-appwrite-key': KEYS.demo });
    assertRefused(await both.get('/account'), REFUSALS.scope);
    assertRefused(await both.post('/account/sessions/email', user), REFUSALS.signedInAlready);
  });

  test('ending all sessions in one project does not affect the other', async () => {
    const cookie = `a_session_demo=${inDemo.cookies.a_session_demo}; a_session_other=${inOther.cookies.a_session_other}`;
    assertStatus(await new ApiClient({ ...demo, cookie }).delete('/account/sessions'), 204);
    await assertGuest({ ...demo, cookie });
    assert.equal(await nameOf({ ...other, cookie }), 'There');
  });

  test('blocking the account in one project does not affect the other', async () => {
    const again = await new ApiClient(demo).signIn(user);
    assertStatus(await again.client.patch('/account/status'), 200);
    assertStatus(await inOther.client.get('/account'), 200);
    await new ApiClient(other).signIn(userOfOther);
  });
});
