import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { KEYS } from '../harness/configuration.js';
import { encodedSession } from '../harness/cookies.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

const demo = { 'x-appwrite-project': 'demo' };
const other = { 'x-appwrite-project': 'other' };

describe('projects with a user of one ID and one address in each', () => {
  const user = randomUser();
  const namesake = { ...user, password: 'the password in the other project' };
  let here, there;
  before(async () => {
    await new ApiClient(demo).signUp({ ...user, name: 'Here' });
    await new ApiClient(other).signUp({ ...namesake, name: 'There' });
    here = await new ApiClient(demo).signIn(user);
    there = await new ApiClient(other).signIn(namesake);
  });

  const refused = async (headers) => assertRefused(await new ApiClient(headers).get('/account'), REFUSALS.guest);
  const seen = async (headers) => assertStatus(await new ApiClient(headers).get('/account'), 200).json.name;

  test('each has a password of its own', async () => {
    const signIn = (project, password) =>
      new ApiClient(project).post('/account/sessions/email', { email: user.email, password });
    assertRefused(await signIn(other, user.password), REFUSALS.credentials);
    assertRefused(await signIn(demo, namesake.password), REFUSALS.credentials);
  });

  test('each is read with the session of its own project', async () => {
    assert.equal((await here.client.get('/account')).json.name, 'Here');
    assert.equal((await there.client.get('/account')).json.name, 'There');
  });

  test('a session of one opens nothing in the other, in whatever it is wrapped', async () => {
    const encoded = encodedSession(here.cookies);
    const cookie = here.cookies.a_session_demo;
    await refused({ ...other, cookie: `a_session_demo=${cookie}; a_session_demo_legacy=${cookie}` });
    await refused({ ...other, cookie: `a_session_other=${cookie}` });
    await refused({ ...other, cookie: `a_session_other_legacy=${cookie}` });
    await refused({ ...other, 'x-appwrite-session': encoded });
    await refused({ ...other, 'x-fallback-cookies': JSON.stringify({ a_session_demo: encoded }) });
    await refused({ ...other, 'x-fallback-cookies': JSON.stringify({ a_session_other: encoded }) });
  });

  test('who carries the sessions of both is whom the project knows', async () => {
    const cookie = `a_session_demo=${here.cookies.a_session_demo}; a_session_other=${there.cookies.a_session_other}`;
    assert.equal(await seen({ ...demo, cookie }), 'Here');
    assert.equal(await seen({ ...other, cookie }), 'There');
    const fallback = JSON.stringify({
      a_session_demo: encodedSession(here.cookies),
      a_session_other: encodedSession(there.cookies, 'other'),
    });
    assert.equal(await seen({ ...demo, 'x-fallback-cookies': fallback }), 'Here');
    assert.equal(await seen({ ...other, 'x-fallback-cookies': fallback }), 'There');
  });

  test('the project in the query of a question comes before the one in the header', async () => {
    assertRefused(await here.client.get('/account?project=other'), REFUSALS.guest);
    const withoutHeader = here.client.with({ 'x-appwrite-project': undefined });
    assert.equal((await withoutHeader.get('/account?project=demo')).json.name, 'Here');
    assert.equal((await here.client.get('/account?project=demo', other)).json.name, 'Here');
  });

  test('the project in the body of a change comes first, the one in the query last', async () => {
    const rename = (path, body, headers) => here.client.patch(path, { name: 'Renamed', ...body }, headers);
    const absent = { 'x-appwrite-project': undefined };
    assertRefused(await rename('/account/name', { project: 'other' }), REFUSALS.guest);
    assertStatus(await rename('/account/name', { project: 'demo' }, other), 200);
    assertRefused(await rename('/account/name?project=demo', {}, other), REFUSALS.guest);
    assertStatus(await rename('/account/name?project=demo', { name: 'Here' }, absent), 200);
    assert.equal((await there.client.get('/account')).json.name, 'There');
  });

  test('an ID of a session of one is unknown in the other', async () => {
    const path = `/account/sessions/${here.session.$id}`;
    assertRefused(await there.client.get(path), REFUSALS.session);
    assertRefused(await there.client.delete(path), REFUSALS.session);
    assertStatus(await here.client.get('/account'), 200);
  });

  test('what is listed in one is not listed in the other', async () => {
    const { sessions } = (await there.client.get('/account/sessions')).json;
    assert.deepEqual(
      sessions.map(({ $id }) => $id),
      [there.session.$id],
    );
    const { logs } = (await there.client.get('/account/logs')).json;
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['session.create', 'user.create'],
    );
  });

  test('a key of one is unknown in the other', async () => {
    const server = new ApiClient({ ...other, 'x-appwrite-key': KEYS.demo });
    assertRefused(await server.post('/account', randomUser()), REFUSALS.key);
  });

  test('a key needs its project in the header', async () => {
    const server = new ApiClient({ 'x-appwrite-project': undefined, 'x-appwrite-key': KEYS.demo });
    assertRefused(await server.post('/account', { ...randomUser(), project: 'demo' }), REFUSALS.projectIdMissing);
    assertRefused(await server.get('/account?project=demo'), REFUSALS.projectIdMissing);
  });

  test('a key comes before a session, which still may not open another one', async () => {
    const both = here.client.with({ 'x-appwrite-key': KEYS.demo });
    assertRefused(await both.get('/account'), REFUSALS.scope);
    assertRefused(await both.post('/account/sessions/email', user), REFUSALS.signedInAlready);
  });

  test('signing out of one leaves the other alone', async () => {
    const cookie = `a_session_demo=${here.cookies.a_session_demo}; a_session_other=${there.cookies.a_session_other}`;
    assertStatus(await new ApiClient({ ...demo, cookie }).delete('/account/sessions'), 204);
    await refused({ ...demo, cookie });
    assert.equal(await seen({ ...other, cookie }), 'There');
  });

  test('blocking one leaves the other open', async () => {
    const again = await new ApiClient(demo).signIn(user);
    assertStatus(await again.client.patch('/account/status'), 200);
    assertStatus(await there.client.get('/account'), 200);
    await new ApiClient(other).signIn(namesake);
  });
});
