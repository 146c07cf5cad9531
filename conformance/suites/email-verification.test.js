import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, server, signedInUser } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const WEEK = 7 * 24 * 60;

for (const path of ['/account/verifications/email', '/account/verification']) {
  describe(`e-mail verification at ${path}`, () => {
    test('the verification mail addresses the user by name and contains a link that is valid for seven days', async () => {
      const { client, user } = await signedInUserNamed('Ada');
      const { expire } = assertToken(await client.post(path, { url: APP_URL }), { userId: user.userId, minutes: WEEK });
      const mail = await awaitMessage(user.email);
      assert.equal(mail.toName, 'Ada');
      const { secret, ...rest } = linkParameters(mail);
      assert.match(secret, /^[0-9a-f]{256}$/);
      assert.deepEqual(rest, { userId: user.userId, expire });
    });

    test('a verification with a redirect URL that is missing, has no scheme, or has an unregistered host is refused', async () => {
      const { client } = await signedInUser();
      for (const url of ['localhost', 'http://evil.example', '', undefined]) {
        assertRefused(await client.post(path, { url }), REFUSALS.argument, url);
      }
    });

    test('the verification link verifies the e-mail address once, without a session', async () => {
      const { client, user } = await signedInUser();
      const { userId } = user;
      await client.post(path, { url: APP_URL });
      const { secret } = linkParameters(await awaitMessage(user.email));
      const guest = new ApiClient();
      assertRefused(await guest.put(path, { userId: randomUser().userId, secret }), REFUSALS.user);
      assertRefused(await guest.put(path, { userId, secret: 'f'.repeat(256) }), REFUSALS.token);
      assertToken(await guest.put(path, { userId, secret }), { userId, minutes: WEEK }, 200);
      assert.equal((await client.get('/account')).json.emailVerification, true);
      assertRefused(await guest.put(path, { userId, secret }), REFUSALS.token);
      assertRefused(await client.post(path, { url: APP_URL }), REFUSALS.emailVerified);
      assert.deepEqual(
        (await client.get('/account/logs')).json.logs.slice(0, 2).map(({ event }) => event),
        ['verification.update', 'verification.create'],
      );
    });

    test('a verification link that was sent to a previous address does not verify the new one', async () => {
      const { client, user } = await signedInUser();
      await client.post(path, { url: APP_URL });
      const { userId, secret } = linkParameters(await awaitMessage(user.email));
      const { email } = randomUser();
      assertStatus(await client.patch('/account/email', { email, password: user.password }), 200);
      assertRefused(await client.put(path, { userId, secret }), REFUSALS.token);
      assert.equal((await client.get('/account')).json.emailVerification, false);
    });

    test('requesting an e-mail verification is refused for guests and API keys', async () => {
      assertRefused(await new ApiClient().post(path, { url: APP_URL }), REFUSALS.guest);
      assertRefused(await server().post(path, { url: APP_URL }), REFUSALS.scope);
      assertRefused(await server().put(path, { userId: 'a', secret: 'b' }), REFUSALS.scope);
    });

    test('the secret of an e-mail verification does not open a session', async () => {
      const { client, user } = await signedInUser();
      await client.post(path, { url: APP_URL });
      const { userId, secret } = linkParameters(await awaitMessage(user.email));
      assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
    });
  });
}

async function signedInUserNamed(name) {
  const user = await new ApiClient().signUp({ ...randomUser(), name });
  return { user, ...(await new ApiClient().signIn(user)) };
}
