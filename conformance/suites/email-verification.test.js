import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, signedInUser, server } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const WEEK = 7 * 24 * 60;

for (const path of ['/account/verifications/email', '/account/verification']) {
  describe(`an address verified at ${path}`, () => {
    test('gets a link for seven days, in a mail to the user by name', async () => {
      const { client, user } = await named('Ada');
      const { expire } = assertToken(await client.post(path, { url: APP_URL }), { userId: user.userId, minutes: WEEK });
      const mail = await awaitMessage(user.email);
      assert.equal(mail.toName, 'Ada');
      const { secret, ...rest } = linkParameters(mail);
      assert.match(secret, /^[0-9a-f]{256}$/);
      assert.deepEqual(rest, { userId: user.userId, expire });
    });

    test('gets no link without scheme, to a foreign host, or to nowhere', async () => {
      const { client } = await signedInUser();
      for (const url of ['localhost', 'http://evil.example', '', undefined]) {
        assertRefused(await client.post(path, { url }), REFUSALS.argument, url);
      }
    });

    test('is verified by whoever has the link, and only once', async () => {
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

    test('is not verified by a link that went to the address before', async () => {
      const { client, user } = await signedInUser();
      await client.post(path, { url: APP_URL });
      const { userId, secret } = linkParameters(await awaitMessage(user.email));
      const { email } = randomUser();
      assertStatus(await client.patch('/account/email', { email, password: user.password }), 200);
      assertRefused(await client.put(path, { userId, secret }), REFUSALS.token);
      assert.equal((await client.get('/account')).json.emailVerification, false);
    });

    test('belongs to somebody who is signed in, as far as the asking goes', async () => {
      assertRefused(await new ApiClient().post(path, { url: APP_URL }), REFUSALS.guest);
      assertRefused(await server().post(path, { url: APP_URL }), REFUSALS.scope);
      assertRefused(await server().put(path, { userId: 'a', secret: 'b' }), REFUSALS.scope);
    });

    test('does not sign anybody in', async () => {
      const { client, user } = await signedInUser();
      await client.post(path, { url: APP_URL });
      const { userId, secret } = linkParameters(await awaitMessage(user.email));
      assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
    });
  });
}

async function named(name) {
  const user = await new ApiClient().signUp({ ...randomUser(), name });
  return { user, ...(await new ApiClient().signIn(user)) };
}
