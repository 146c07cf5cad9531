import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, server, signedInUser } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { setCookies } from '../harness/cookies.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const PATH = '/account/recovery';
const NEW_PASSWORD = 'battery staple';

describe('password recovery', () => {
  test('the recovery mail addresses the user by name and contains a link that is valid for an hour', async () => {
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

  test('a recovery request for an unknown e-mail address, or with an invalid redirect URL, is refused', async () => {
    const { email } = await new ApiClient().signUp();
    const request = (body) => new ApiClient().post(PATH, { email, url: APP_URL, ...body });
    assertRefused(await request({ email: randomUser().email }), REFUSALS.user);
    assertRefused(await request({ url: 'localhost/recovery' }), REFUSALS.argument);
    assertRefused(await request({ url: 'http://evil.example/recovery' }), REFUSALS.argument);
    assertRefused(await request({ url: undefined }), REFUSALS.argument);
    assertRefused(await request({ email: '' }), REFUSALS.argument);
  });

  test('the recovery secret replaces the password once, verifies the e-mail address, and ends all sessions', async () => {
    const { client, user } = await signedInUser();
    const { userId, secret } = await requestRecovery(user);
    const guest = new ApiClient();
    const response = await guest.put(PATH, { userId, secret, password: NEW_PASSWORD });
    assertToken(response, { userId, minutes: 60 }, 200);
    assert.deepEqual(setCookies(response), {}, 'no session is opened');
    assertRefused(await client.get('/account'), REFUSALS.guest);
    assertRefused(await guest.post('/account/sessions/email', user), REFUSALS.credentials);
    const signedIn = await guest.signIn({ ...user, password: NEW_PASSWORD });
    const account = assertStatus(await signedIn.client.get('/account'), 200).json;
    assert.equal(account.emailVerification, true);
    assert.ok(account.passwordUpdate > user.account.passwordUpdate);
    assertRefused(await guest.put(PATH, { userId, secret, password: 'another one' }), REFUSALS.token);
  });

  test('a recovery with an unknown user, wrong secret or invalid password is refused and does not use up the secret', async () => {
    const { userId, secret } = await requestRecovery(await new ApiClient().signUp());
    const recover = (body) => new ApiClient().put(PATH, { userId, secret, password: NEW_PASSWORD, ...body });
    assertRefused(await recover({ userId: randomUser().userId }), REFUSALS.user);
    assertRefused(await recover({ secret: 'f'.repeat(256) }), REFUSALS.token);
    assertRefused(await recover({ secret: '' }), REFUSALS.argument);
    assertRefused(await recover({ password: 'short' }), REFUSALS.argument);
    assertStatus(await recover({}), 200);
  });

  test('the parameter passwordAgain of a recovery, if present, has to equal the password, which is checked first', async () => {
    const { userId, secret } = await requestRecovery(await new ApiClient().signUp());
    const recover = (body) => new ApiClient().put(PATH, { userId, secret, password: NEW_PASSWORD, ...body });
    assertRefused(await recover({ passwordAgain: 'battery stable' }), REFUSALS.differentPasswords);
    const ofUnknownUser = { userId: randomUser().userId, passwordAgain: 'battery stable' };
    assertRefused(await recover(ofUnknownUser), REFUSALS.differentPasswords);
    assertStatus(await recover({ passwordAgain: NEW_PASSWORD }), 200);
  });

  test('secrets of other tokens do not recover a password, and a recovery secret is refused for other purposes', async () => {
    const { client, user } = await signedInUser();
    const { userId, secret } = await requestRecovery(user);
    const magic = assertStatus(await server().post('/account/tokens/magic-url', { ...user, url: APP_URL }), 201).json;
    assertRefused(
      await new ApiClient().put(PATH, { userId, secret: magic.secret, password: NEW_PASSWORD }),
      REFUSALS.token,
    );
    assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
    assertRefused(await client.put('/account/verifications/email', { userId, secret }), REFUSALS.token);
    assertStatus(await new ApiClient().put(PATH, { userId, secret, password: NEW_PASSWORD }), 200);
  });

  test('a recovery request for a blocked user is refused', async () => {
    const { client, user } = await signedInUser();
    await client.patch('/account/status');
    assertRefused(await new ApiClient().post(PATH, { email: user.email, url: APP_URL }), REFUSALS.blocked);
  });

  test('a recovery secret that was sent to a previous e-mail address is refused', async () => {
    const { client, user } = await signedInUser();
    const { userId, secret } = await requestRecovery(user);
    const { email } = randomUser();
    assertStatus(await client.patch('/account/email', { email, password: user.password }), 200);
    assertRefused(await new ApiClient().put(PATH, { userId, secret, password: NEW_PASSWORD }), REFUSALS.token);
  });

  test('a user without a password can set a first one by recovery', async () => {
    const user = randomUser();
    await server().post('/account/tokens/email', user);
    await awaitMessage(user.email);
    const { userId, secret } = await requestRecovery(user, 2);
    assertStatus(await new ApiClient().put(PATH, { userId, secret, password: NEW_PASSWORD }), 200);
    await new ApiClient().signIn({ ...user, password: NEW_PASSWORD });
  });

  test('requesting and completing a recovery are in the log', async () => {
    const user = await new ApiClient().signUp();
    const { userId, secret } = await requestRecovery(user);
    await new ApiClient().put(PATH, { userId, secret, password: NEW_PASSWORD });
    const { client } = await new ApiClient().signIn({ ...user, password: NEW_PASSWORD });
    assert.deepEqual(
      (await client.get('/account/logs')).json.logs.map(({ event }) => event),
      ['session.create', 'recovery.update', 'recovery.create', 'user.create'],
    );
  });
});

async function requestRecovery({ email }, count = 1) {
  assertStatus(await new ApiClient().post(PATH, { email, url: APP_URL }), 201);
  return linkParameters(await awaitMessage(email, count));
}
