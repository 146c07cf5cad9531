import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, signedInUser, server } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, DATE, REFUSALS, SERVER_MADE_ID } from '../harness/expectations.js';
import { awaitMessage } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const PATH = '/account/sessions/anonymous';

describe('a session without a name', () => {
  test('belongs to somebody new, of whom nothing is known', async () => {
    const { session, client } = await anonymous();
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

  test('is read by its ID and by the word current alike', async () => {
    const { session, client } = await anonymous();
    const current = assertStatus(await client.get('/account/sessions/current'), 200).json;
    assert.deepEqual([current.$id, current.provider, current.secret], [session.$id, 'anonymous', '']);
    assert.deepEqual(assertStatus(await client.get(`/account/sessions/${session.$id}`), 200).json, current);
    assertRefused(await client.get('/account/sessions/unknown'), REFUSALS.session);
  });

  test('is told to a server with its secret', async () => {
    const session = assertStatus(await server().post(PATH), 201).json;
    assertStatus(await new ApiClient({ 'x-appwrite-session': session.secret }).get('/account'), 200);
  });

  test('is not for those who are signed in', async () => {
    assertRefused(await (await anonymous()).client.post(PATH), REFUSALS.signedInAlready);
    assertRefused(await (await signedInUser()).client.post(PATH), REFUSALS.signedInAlready);
  });

  test('is opened fifty times an hour from one address', async () => {
    const response = assertStatus(await new ApiClient().post(PATH), 201);
    assert.deepEqual([response.headers['x-ratelimit-limit'], response.headers['x-ratelimit-remaining']], ['50', '49']);
  });

  test('has no address to verify', async () => {
    const { client } = await anonymous();
    assertRefused(await client.post('/account/verification', { url: APP_URL }), REFUSALS.noEmail);
  });

  test('asks for a new password of some length before it sets one', async () => {
    const { client } = await anonymous();
    assertRefused(await client.patch('/account/password', { oldPassword: '' }), REFUSALS.argument);
    const { email } = randomUser();
    assertRefused(await client.patch('/account/email', { email, password: '' }), REFUSALS.argument);
    assertStatus(await client.patch('/account/password', { password: 'a first password' }), 200);
  });
});

describe('a user without a name who gives address and password', () => {
  test('stays who they are, can sign in, and can verify the address', async () => {
    const { session, client } = await anonymous();
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

  test('is refused an address that is taken, and stays without a name', async () => {
    const { client } = await anonymous();
    const { email } = await new ApiClient().signUp();
    const response = await client.patch('/account/email', { email, password: 'whatever it is' });
    assertRefused(response, REFUSALS.targetExists);
    assert.equal((await client.get('/account')).json.email, '');
  });
});

async function anonymous() {
  const guest = new ApiClient();
  return guest.withSessionFrom(await guest.post(PATH));
}
