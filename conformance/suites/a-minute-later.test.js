import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { PROPERTIES, MULTI_NODE_PROPERTIES } from '../harness/configuration.js';
import { assertRefused, assertNotLogged, assertStatus, REFUSALS } from '../harness/expectations.js';
import { passChallenge, RECOVERY_CODES, createRecoveryCodes } from '../harness/factors.js';
import { withInstallation } from '../harness/installation.js';
import { awaitMessage } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';
import { MessageReceiver } from '../harness/message-receiver.js';

/** Milliseconds after which a message that was fetched, and never heard of again, is fetched once more. */
const LEASE = 60_000;

/** Milliseconds after its start within which a node has tidied up for the first time. */
const TIDY = 80_000;

/** The shortest life of a session that a project can choose. */
const MINUTE = `${PROPERTIES}\ngatehouse.projects.demo.policies.session-duration=60S\n`;

describe('a minute later', { concurrency: true }, () => {
  test('what a worker had in its hands when it was killed is sent by the next one', () =>
    withInstallation(async (installation) => {
      const receiver = await MessageReceiver.open();
      const { url } = await installation.start({ ...receiver.properties, 'gatehouse.role': 'api' });
      const killed = installation.startWorker(receiver.properties);
      const inItsHands = new Promise((reached) => receiver.onMail(() => new Promise(() => reached())));

      const people = Array.from({ length: 5 }, randomUser);
      for (const user of people) assertStatus(await new ApiClient({}, url).post('/account/tokens/email', user), 201);
      await inItsHands;
      await killed.kill();
      assert.deepEqual(receiver.messages, []);
      receiver.onMail(async () => {});

      installation.startWorker(receiver.properties);
      const secrets = [];
      for (const { userId, email } of people) {
        const { code: secret } = await awaitMessage(email, 1, receiver.url, LEASE + 20_000);
        assertStatus(await new ApiClient({}, url).post('/account/sessions/token', { userId, secret }), 201);
        secrets.push(secret);
      }
      assertNotLogged(secrets, installation.log());
    }, MULTI_NODE_PROPERTIES));

  test('a session that lasts a minute has ended, and a longer duration does not revive it', () =>
    withInstallation(async (installation) => {
      const brief = await installation.start();
      const { client, user, session } = await signedInUser({}, brief.url);
      assert.equal(Date.parse(session.expire) - Date.parse(session.$createdAt), 60_000);
      const { jwt } = assertStatus(await client.post('/account/jwts', { duration: 3600 }), 201).json;
      const bearer = client.with({ cookie: undefined, 'x-appwrite-jwt': jwt });
      assertStatus(await bearer.get('/account'), 200);

      await pause(Date.parse(session.expire) - Date.now() + 50);
      assertRefused(await client.get('/account'), REFUSALS.guest);
      assertRefused(await bearer.get('/account'), REFUSALS.guest);
      const later = await new ApiClient({}, brief.url).signIn(user);
      assert.equal((await later.client.get('/account/sessions')).json.total, 1);
      await brief.stop();

      const lasting = await installation.start({ 'gatehouse.projects.demo.policies.session-duration': '365D' });
      assertRefused(await client.withOrigin(lasting.url).get('/account'), REFUSALS.guest);
      assertStatus(await later.client.withOrigin(lasting.url).get('/account'), 200);
    }, MINUTE));

  test('a device that was registered in a session goes with it when it runs out', () =>
    withInstallation(async (installation) => {
      const { url } = await installation.start();
      const { client, user, session } = await signedInUser({}, url);
      const target = { targetId: 'unique()', identifier: 'a device token' };
      assertStatus(await client.post('/account/targets/push', target), 201);

      await pause(Date.parse(session.expire) - Date.now() + 50);
      const later = await new ApiClient({}, url).signIn(user);
      const { targets } = assertStatus(await later.client.get('/account'), 200).json;
      assert.deepEqual(
        targets.map(({ providerType }) => providerType),
        ['email'],
      );
      const successor = await signedInUser({}, url);
      assertStatus(await successor.client.post('/account/targets/push', target), 201);
    }, MINUTE));

  test('recovery codes that were made before their project became strict can be seen nowhere, but still work', () =>
    withInstallation(async (installation) => {
      const { url } = await installation.start();
      const { client } = await signedInUser({}, url);
      const [first, second] = await createRecoveryCodes(client);
      await passChallenge(client, 'recoveryCode', first);
      await installation.startNode({ 'gatehouse.projects.demo.policies.strict': true });

      const deadline = Date.now() + TIDY;
      let response = assertStatus(await client.get(RECOVERY_CODES), 200);
      while (response.status === 200 && Date.now() < deadline) {
        await pause(1_000);
        response = await client.get(RECOVERY_CODES);
      }
      assertRefused(response, REFUSALS.recoveryCodes);
      await passChallenge(client, 'recoveryCode', second);
    }, MULTI_NODE_PROPERTIES));
});
