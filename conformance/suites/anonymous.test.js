import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Caller, member, server } from '../harness/caller.js';
import { APP } from '../harness/configuration.js';
import { assertRefused, assertStatus, DATE, REFUSALS, SERVER_MADE_ID } from '../harness/expectations.js';
import { letterTo } from '../harness/mailbox.js';
import { stranger } from '../harness/people.js';

const PATH = '/account/sessions/anonymous';

describe('a session without a name', () => {
  test('belongs to somebody new, of whom nothing is known', async () => {
    const { session, caller } = await anonymous();
    assert.deepEqual(
      [session.provider, session.providerUid, session.factors, session.secret, session.current],
      ['anonymous', '', ['anonymous'], '', true],
    );
    const account = assertStatus(await caller.get('/account'), 200).json;
    assert.match(account.$id, SERVER_MADE_ID);
    assert.match(account.accessedAt, DATE);
    assert.deepEqual([account.email, account.phone, account.name, account.passwordUpdate], ['', '', '', '']);
    assert.deepEqual([account.emailCanonical, account.emailIsFree, account.targets], [null, null, []]);
  });

  test('is read by its ID and by the word current alike', async () => {
    const { session, caller } = await anonymous();
    const current = assertStatus(await caller.get('/account/sessions/current'), 200).json;
    assert.deepEqual([current.$id, current.provider, current.secret], [session.$id, 'anonymous', '']);
    assert.deepEqual(assertStatus(await caller.get(`/account/sessions/${session.$id}`), 200).json, current);
    assertRefused(await caller.get('/account/sessions/unknown'), REFUSALS.session);
  });

  test('is told to a server with its secret', async () => {
    const session = assertStatus(await server().post(PATH), 201).json;
    assertStatus(await new Caller({ 'x-appwrite-session': session.secret }).get('/account'), 200);
  });

  test('is not for those who are signed in', async () => {
    assertRefused(await (await anonymous()).caller.post(PATH), REFUSALS.signedInAlready);
    assertRefused(await (await member()).caller.post(PATH), REFUSALS.signedInAlready);
  });

  test('is opened fifty times an hour from one address', async () => {
    const answer = assertStatus(await new Caller().post(PATH), 201);
    assert.deepEqual([answer.headers['x-ratelimit-limit'], answer.headers['x-ratelimit-remaining']], ['50', '49']);
  });

  test('has no address to verify', async () => {
    const { caller } = await anonymous();
    assertRefused(await caller.post('/account/verification', { url: APP }), REFUSALS.noEmail);
  });

  test('asks for a new password of some length before it sets one', async () => {
    const { caller } = await anonymous();
    assertRefused(await caller.patch('/account/password', { oldPassword: '' }), REFUSALS.argument);
    const { email } = stranger();
    assertRefused(await caller.patch('/account/email', { email, password: '' }), REFUSALS.argument);
    assertStatus(await caller.patch('/account/password', { password: 'a first password' }), 200);
  });
});

describe('a user without a name who gives address and password', () => {
  test('stays who they are, can sign in, and can verify the address', async () => {
    const { session, caller } = await anonymous();
    const { email, password } = stranger();
    const account = assertStatus(await caller.patch('/account/email', { email, password }), 200).json;
    assert.deepEqual([account.$id, account.email, account.emailVerification], [session.userId, email, false]);
    assert.match(account.passwordUpdate, DATE);
    assert.deepEqual(
      account.targets.map(({ identifier }) => identifier),
      [email],
    );
    const signedIn = await new Caller().signIn({ email, password });
    assert.equal(signedIn.session.userId, session.userId);
    assertStatus(await signedIn.caller.post('/account/verification', { url: APP }), 201);
    await letterTo(email);
  });

  test('is refused an address that is taken, and stays without a name', async () => {
    const { caller } = await anonymous();
    const { email } = await new Caller().signUp();
    const answer = await caller.patch('/account/email', { email, password: 'whatever it is' });
    assertRefused(answer, REFUSALS.targetTaken);
    assert.equal((await caller.get('/account')).json.email, '');
  });
});

async function anonymous() {
  const guest = new Caller();
  return guest.keeping(await guest.post(PATH));
}
