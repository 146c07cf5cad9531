import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Caller, member, server } from '../harness/caller.js';
import { APP } from '../harness/configuration.js';
import { setCookies } from '../harness/cookies.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { letterTo, linked } from '../harness/mailbox.js';
import { stranger } from '../harness/people.js';

const PATH = '/account/recovery';
const NEW = 'battery staple';

describe('a password that was forgotten', () => {
  test('is recovered by a link for an hour, in a mail to the user by name', async () => {
    const { userId, email } = await new Caller().signUp({ ...stranger(), name: 'Ada Lovelace' });
    const answer = await new Caller().post(PATH, { email: email.toUpperCase(), url: APP });
    const { expire } = assertToken(answer, { userId, minutes: 60 });
    const mail = await letterTo(email);
    assert.equal(mail.toName, 'Ada Lovelace');
    assert.match(mail.subject, /Demo/);
    assert.match(mail.text, /Ada Lovelace/);
    const { secret, ...rest } = linked(mail);
    assert.match(secret, /^[0-9a-f]{256}$/);
    assert.deepEqual(rest, { userId, expire });
  });

  test('is not recovered for an unknown address, by a URL without scheme, or at a foreign host', async () => {
    const { email } = await new Caller().signUp();
    const ask = (body) => new Caller().post(PATH, { email, url: APP, ...body });
    assertRefused(await ask({ email: stranger().email }), REFUSALS.user);
    assertRefused(await ask({ url: 'localhost/recovery' }), REFUSALS.argument);
    assertRefused(await ask({ url: 'http://evil.example/recovery' }), REFUSALS.argument);
    assertRefused(await ask({ url: undefined }), REFUSALS.argument);
    assertRefused(await ask({ email: '' }), REFUSALS.argument);
  });

  test('is replaced, the address is thereby verified, and the other sessions end', async () => {
    const { caller, person } = await member();
    const { userId, secret } = await mailed(person);
    const guest = new Caller();
    const answer = await guest.put(PATH, { userId, secret, password: NEW });
    assertToken(answer, { userId, minutes: 60 }, 200);
    assert.deepEqual(setCookies(answer), {}, 'nobody is signed in');
    assertRefused(await caller.get('/account'), REFUSALS.guest);
    assertRefused(await guest.post('/account/sessions/email', person), REFUSALS.credentials);
    const signedIn = await guest.signIn({ ...person, password: NEW });
    const account = assertStatus(await signedIn.caller.get('/account'), 200).json;
    assert.equal(account.emailVerification, true);
    assert.ok(account.passwordUpdate > person.account.passwordUpdate);
    assertRefused(await guest.put(PATH, { userId, secret, password: 'another one' }), REFUSALS.token);
  });

  test('is not replaced for an unknown user, or with a wrong secret', async () => {
    const { userId, secret } = await mailed(await new Caller().signUp());
    const confirm = (body) => new Caller().put(PATH, { userId, secret, password: NEW, ...body });
    assertRefused(await confirm({ userId: stranger().userId }), REFUSALS.user);
    assertRefused(await confirm({ secret: 'f'.repeat(256) }), REFUSALS.token);
    assertRefused(await confirm({ secret: '' }), REFUSALS.argument);
    assertRefused(await confirm({ password: 'short' }), REFUSALS.argument);
    assertStatus(await confirm({}), 200);
  });

  test('is typed twice in old apps, and has to be the same: that is judged before anything else', async () => {
    const { userId, secret } = await mailed(await new Caller().signUp());
    const confirm = (body) => new Caller().put(PATH, { userId, secret, password: NEW, ...body });
    assertRefused(await confirm({ passwordAgain: 'battery stable' }), REFUSALS.differentPasswords);
    const nobody = { userId: stranger().userId, passwordAgain: 'battery stable' };
    assertRefused(await confirm(nobody), REFUSALS.differentPasswords);
    assertStatus(await confirm({ passwordAgain: NEW }), 200);
  });

  test('is not replaced by the secrets of other messages, nor do they take this one', async () => {
    const { caller, person } = await member();
    const { userId, secret } = await mailed(person);
    const magic = assertStatus(await server().post('/account/tokens/magic-url', { ...person, url: APP }), 201).json;
    assertRefused(await new Caller().put(PATH, { userId, secret: magic.secret, password: NEW }), REFUSALS.token);
    assertRefused(await new Caller().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
    assertRefused(await caller.put('/account/verifications/email', { userId, secret }), REFUSALS.token);
    assertStatus(await new Caller().put(PATH, { userId, secret, password: NEW }), 200);
  });

  test('is not recovered by those who were blocked', async () => {
    const { caller, person } = await member();
    await caller.patch('/account/status');
    assertRefused(await new Caller().post(PATH, { email: person.email, url: APP }), REFUSALS.blocked);
  });

  test('is not recovered at an address that the user has left', async () => {
    const { caller, person } = await member();
    const { userId, secret } = await mailed(person);
    const { email } = stranger();
    assertStatus(await caller.patch('/account/email', { email, password: person.password }), 200);
    assertRefused(await new Caller().put(PATH, { userId, secret, password: NEW }), REFUSALS.token);
  });

  test('is a first one for those who never had any', async () => {
    const person = stranger();
    await server().post('/account/tokens/email', person);
    await letterTo(person.email);
    const { userId, secret } = await mailed(person, 2);
    assertStatus(await new Caller().put(PATH, { userId, secret, password: NEW }), 200);
    await new Caller().signIn({ ...person, password: NEW });
  });

  test('shows in the log, asked for and replaced', async () => {
    const person = await new Caller().signUp();
    const { userId, secret } = await mailed(person);
    await new Caller().put(PATH, { userId, secret, password: NEW });
    const { caller } = await new Caller().signIn({ ...person, password: NEW });
    assert.deepEqual(
      (await caller.get('/account/logs')).json.logs.map(({ event }) => event),
      ['session.create', 'recovery.update', 'recovery.create', 'user.create'],
    );
  });
});

async function mailed({ email }, count = 1) {
  assertStatus(await new Caller().post(PATH, { email, url: APP }), 201);
  return linked(await letterTo(email, count));
}
