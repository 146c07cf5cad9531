import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, server, signedInUser } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, DATE, REFUSALS, SERVER_MADE_ID } from '../harness/expectations.js';
import { awaitMessage } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const PATH = '/account/sessions/anonymous';

describe('an anonymous session', () => {
  test('an anonymous session creates a new user without e-mail address, phone number, name and password', async () => {
    const { session, client } = await anonymousSession();
    assert.deepEqual(
      [session.provider, session.providerUid, session.factors, session.secret, session.current],
      ['anonymous', '', ['anonymous'], '', true],
    );
    const account = assertStatus(await client.get('/account'), 200).json;
    assert.match(account.$id, SERVER_MADE_ID);
    assert.match(account.accessedAt, DATE);
    assert.deepEqual([account.email, account.phone, account.name, account.passwordUpdate], ['', '', '', '']);
    assert.deepEqual([account.emailCanonical, account.emailIsFree, account.targets], [null, null, []]);
  });

  test('an anonymous session can be read by its ID and by "current"', async () => {
    const { session, client } = await anonymousSession();
    const current = assertStatus(await client.get('/account/sessions/current'), 200).json;
    assert.deepEqual([current.$id, current.provider, current.secret], [session.$id, 'anonymous', '']);
    assert.deepEqual(assertStatus(await client.get(`/account/sessions/${session.$id}`), 200).json, current);
    assertRefused(await client.get('/account/sessions/unknown'), REFUSALS.session);
  });

  test('creating an anonymous session with an API key returns the session secret', async () => {
    const session = assertStatus(await server().post(PATH), 201).json;
    assertStatus(await new ApiClient({ 'x-appwrite-session': session.secret }).get('/account'), 200);
  });

  test('creating an anonymous session is refused within a session', async () => {
    assertRefused(await (await anonymousSession()).client.post(PATH), REFUSALS.signedInAlready);
    assertRefused(await (await signedInUser()).client.post(PATH), REFUSALS.signedInAlready);
  });

  test('the rate limit of anonymous sessions is fifty per hour and client address', async () => {
    const response = assertStatus(await new ApiClient().post(PATH), 201);
    assert.deepEqual([response.headers['x-ratelimit-limit'], response.headers['x-ratelimit-remaining']], ['50', '49']);
  });

  test('an anonymous user cannot request an e-mail verification', async () => {
    const { client } = await anonymousSession();
    assertRefused(await client.post('/account/verification', { url: APP_URL }), REFUSALS.noEmail);
  });

  test('an anonymous user can set a first password, which is validated before', async () => {
    const { client } = await anonymousSession();
    assertRefused(await client.patch('/account/password', { oldPassword: '' }), REFUSALS.argument);
    const { email } = randomUser();
    assertRefused(await client.patch('/account/email', { email, password: '' }), REFUSALS.argument);
    assertStatus(await client.patch('/account/password', { password: 'a first password' }), 200);
  });
});

describe('an anonymous user who adds an e-mail address and a password', () => {
  test('an anonymous user who adds an e-mail address and a password keeps the ID, can sign in, and can verify the address', async () => {
    const { session, client } = await anonymousSession();
    const { email, password } = randomUser();
    const account = assertStatus(await client.patch('/account/email', { email, password }), 200).json;
    assert.deepEqual([account.$id, account.email, account.emailVerification], [session.userId, email, false]);
    assert.match(account.passwordUpdate, DATE);
    assert.deepEqual(
      account.targets.map(({ identifier }) => identifier),
      [email],
    );
    const signedIn = await new ApiClient().signIn({ email, password });
    assert.equal(signedIn.session.userId, session.userId);
    assertStatus(await signedIn.client.post('/account/verification', { url: APP_URL }), 201);
    await awaitMessage(email);
  });

  test('an anonymous user cannot add the e-mail address of another user, and stays anonymous', async () => {
    const { client } = await anonymousSession();
    const { email } = await new ApiClient().signUp();
    const response = await client.patch('/account/email', { email, password: 'some password' });
    assertRefused(response, REFUSALS.targetExists);
    assert.equal((await client.get('/account')).json.email, '');
  });
});

async function anonymousSession() {
  const guest = new ApiClient();
  return guest.withSessionFrom(await guest.post(PATH));
}
