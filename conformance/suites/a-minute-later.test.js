import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { MULTI_NODE_PROPERTIES, PROPERTIES } from '../harness/configuration.js';
import { assertNotLogged, assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { createRecoveryCodes, passChallenge, RECOVERY_CODES } from '../harness/factors.js';
import { withInstallation } from '../harness/installation.js';
import { MessageReceiver } from '../harness/message-receiver.js';
import { awaitMessage } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

/** Milliseconds after which a message is fetched again if the node that fetched it did not finish its delivery. */
const LEASE = 60_000;

/** Milliseconds after its start within which a node has run housekeeping for the first time. */
const FIRST_HOUSEKEEPING = 80_000;

/** The shortest session duration that a project can configure. */
const SHORT_SESSIONS = `${PROPERTIES}\ngatehouse.projects.demo.policies.session-duration=60S\n`;

describe('effects that take a minute', { concurrency: true }, () => {
  test('a message whose delivery was interrupted when its worker was killed is delivered by another worker', () =>
    withInstallation(async (installation) => {
      const receiver = await MessageReceiver.open();
      const { url } = await installation.start({ ...receiver.properties, 'gatehouse.role': 'api' });
      const killed = installation.startWorker(receiver.properties);
      const fetched = new Promise((reached) => receiver.onMail(() => new Promise(() => reached())));

      const users = Array.from({ length: 5 }, randomUser);
      for (const user of users) assertStatus(await new ApiClient({}, url).post('/account/tokens/email', user), 201);
      await fetched;
      await killed.kill();
      assert.deepEqual(receiver.messages, []);
      receiver.onMail(async () => {});

      installation.startWorker(receiver.properties);
      const secrets = [];
      for (const { userId, email } of users) {
        const { code: secret } = await awaitMessage(email, 1, receiver.url, LEASE + 20_000);
        assertStatus(await new ApiClient({}, url).post('/account/sessions/token', { userId, secret }), 201);
        secrets.push(secret);
      }
      assertNotLogged(secrets, installation.log());
    }, MULTI_NODE_PROPERTIES));

  test('an expired session and its JWT are refused, and a longer session duration does not revive the session', () =>
    withInstallation(async (installation) => {
      const withShortSessions = await installation.start();
      const { client, user, session } = await signedInUser({}, withShortSessions.url);
      assert.equal(Date.parse(session.expire) - Date.parse(session.$createdAt), 60_000);
      const { jwt } = assertStatus(await client.post('/account/jwts', { duration: 3600 }), 201).json;
      const bearer = client.with({ cookie: undefined, 'x-appwrite-jwt': jwt });
      assertStatus(await bearer.get('/account'), 200);

      await pause(Date.parse(session.expire) - Date.now() + 50);
      assertRefused(await client.get('/account'), REFUSALS.guest);
      assertRefused(await bearer.get('/account'), REFUSALS.guest);
      const later = await new ApiClient({}, withShortSessions.url).signIn(user);
      assert.equal((await later.client.get('/account/sessions')).json.total, 1);
      await withShortSessions.stop();

      const withLongSessions = await installation.start({
        'gatehouse.projects.demo.policies.session-duration': '365D',
      });
      assertRefused(await client.withOrigin(withLongSessions.url).get('/account'), REFUSALS.guest);
      assertStatus(await later.client.withOrigin(withLongSessions.url).get('/account'), 200);
    }, SHORT_SESSIONS));

  test('a push target is deleted when the session that registered it expires', () =>
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
      const other = await signedInUser({}, url);
      assertStatus(await other.client.post('/account/targets/push', target), 201);
    }, SHORT_SESSIONS));

  test('when a project becomes strict, existing recovery codes can no longer be read but still pass a challenge', () =>
    withInstallation(async (installation) => {
      const { url } = await installation.start();
      const { client } = await signedInUser({}, url);
      const [first, second] = await createRecoveryCodes(client);
      await passChallenge(client, 'recoveryCode', first);
      await installation.startNode({ 'gatehouse.projects.demo.policies.strict': true });

      const deadline = Date.now() + FIRST_HOUSEKEEPING;
      let response = assertStatus(await client.get(RECOVERY_CODES), 200);
      while (response.status === 200 && Date.now() < deadline) {
        await pause(1_000);
        response = await client.get(RECOVERY_CODES);
      }
      assertRefused(response, REFUSALS.recoveryCodes);
      await passChallenge(client, 'recoveryCode', second);
    }, MULTI_NODE_PROPERTIES));
});
