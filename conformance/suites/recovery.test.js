import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, signedInUser, server } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { setCookies } from '../harness/cookies.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const PATH = '/account/recovery';
const NEW = 'battery staple';

describe('a password that was forgotten', () => {
  test('is recovered by a link for an hour, in a mail to the user by name', async () => {
    const { userId, email } = await new ApiClient().signUp({ ...randomUser(), name: 'Ada Lovelace' });
    const response = await new ApiClient().post(PATH, { email: email.toUpperCase(), url: APP_URL });
    const { expire } = assertToken(response, { userId, minutes: 60 });
    const mail = await awaitMessage(email);
    assert.equal(mail.toName, 'Ada Lovelace');
    assert.match(mail.subject, /Demo/);
    assert.match(mail.text, /Ada Lovelace/);
    const { secret, ...rest } = linkParameters(mail);
    assert.match(secret, /^[0-9a-f]{256}$/);
    assert.deepEqual(rest, { userId, expire });
  });

  test('is not recovered for an unknown address, by a URL without scheme, or at a foreign host', async () => {
    const { email } = await new ApiClient().signUp();
    const ask = (body) => new ApiClient().post(PATH, { email, url: APP_URL, ...body });
    assertRefused(await ask({ email: randomUser().email }), REFUSALS.user);
    assertRefused(await ask({ url: 'localhost/recovery' }), REFUSALS.argument);
    assertRefused(await ask({ url: 'http://evil.example/recovery' }), REFUSALS.argument);
    assertRefused(await ask({ url: undefined }), REFUSALS.argument);
    assertRefused(await ask({ email: '' }), REFUSALS.argument);
  });

  test('is replaced, the address is thereby verified, and the other sessions end', async () => {
    const { client, user } = await signedInUser();
    const { userId, secret } = await mailed(user);
    const guest = new ApiClient();
    const response = await guest.put(PATH, { userId, secret, password: NEW });
    assertToken(response, { userId, minutes: 60 }, 200);
    assert.deepEqual(setCookies(response), {}, 'nobody is signed in');
    assertRefused(await client.get('/account'), REFUSALS.guest);
    assertRefused(await guest.post('/account/sessions/email', user), REFUSALS.credentials);
    const signedIn = await guest.signIn({ ...user, password: NEW });
    const account = assertStatus(await signedIn.client.get('/account'), 200).json;
    assert.equal(account.emailVerification, true);
    assert.ok(account.passwordUpdate > user.account.passwordUpdate);
    assertRefused(await guest.put(PATH, { userId, secret, password: 'another one' }), REFUSALS.token);
  });

  test('is not replaced for an unknown user, or with a wrong secret', async () => {
    const { userId, secret } = await mailed(await new ApiClient().signUp());
    const confirm = (body) => new ApiClient().put(PATH, { userId, secret, password: NEW, ...body });
    assertRefused(await confirm({ userId: randomUser().userId }), REFUSALS.user);
    assertRefused(await confirm({ secret: 'f'.repeat(256) }), REFUSALS.token);
    assertRefused(await confirm({ secret: '' }), REFUSALS.argument);
    assertRefused(await confirm({ password: 'short' }), REFUSALS.argument);
    assertStatus(await confirm({}), 200);
  });

  test('is typed twice in old apps, and has to be the same: that is judged before anything else', async () => {
    const { userId, secret } = await mailed(await new ApiClient().signUp());
    const confirm = (body) => new ApiClient().put(PATH, { userId, secret, password: NEW, ...body });
    assertRefused(await confirm({ passwordAgain: 'battery stable' }), REFUSALS.differentPasswords);
    const unknownUser = { userId: randomUser().userId, passwordAgain: 'battery stable' };
    assertRefused(await confirm(unknownUser), REFUSALS.differentPasswords);
    assertStatus(await confirm({ passwordAgain: NEW }), 200);
  });

  test('is not replaced by the secrets of other messages, nor do they take this one', async () => {
    const { client, user } = await signedInUser();
    const { userId, secret } = await mailed(user);
    const magic = assertStatus(await server().post('/account/tokens/magic-url', { ...user, url: APP_URL }), 201).json;
    assertRefused(await new ApiClient().put(PATH, { userId, secret: magic.secret, password: NEW }), REFUSALS.token);
    assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
    assertRefused(await client.put('/account/verifications/email', { userId, secret }), REFUSALS.token);
    assertStatus(await new ApiClient().put(PATH, { userId, secret, password: NEW }), 200);
  });

  test('is not recovered by those who were blocked', async () => {
    const { client, user } = await signedInUser();
    await client.patch('/account/status');
    assertRefused(await new ApiClient().post(PATH, { email: user.email, url: APP_URL }), REFUSALS.blocked);
  });

  test('is not recovered at an address that the user has left', async () => {
    const { client, user } = await signedInUser();
    const { userId, secret } = await mailed(user);
    const { email } = randomUser();
    assertStatus(await client.patch('/account/email', { email, password: user.password }), 200);
    assertRefused(await new ApiClient().put(PATH, { userId, secret, password: NEW }), REFUSALS.token);
  });

  test('is a first one for those who never had any', async () => {
    const user = randomUser();
    await server().post('/account/tokens/email', user);
    await awaitMessage(user.email);
    const { userId, secret } = await mailed(user, 2);
    assertStatus(await new ApiClient().put(PATH, { userId, secret, password: NEW }), 200);
    await new ApiClient().signIn({ ...user, password: NEW });
  });

  test('shows in the log, asked for and replaced', async () => {
    const user = await new ApiClient().signUp();
    const { userId, secret } = await mailed(user);
    await new ApiClient().put(PATH, { userId, secret, password: NEW });
    const { client } = await new ApiClient().signIn({ ...user, password: NEW });
    assert.deepEqual(
      (await client.get('/account/logs')).json.logs.map(({ event }) => event),
      ['session.create', 'recovery.update', 'recovery.create', 'user.create'],
    );
  });
});

async function mailed({ email }, count = 1) {
  assertStatus(await new ApiClient().post(PATH, { email, url: APP_URL }), 201);
  return linkParameters(await awaitMessage(email, count));
}
