import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Caller, member } from '../harness/caller.js';
import { PROPERTIES, SEVERAL_NODES } from '../harness/configuration.js';
import { assertRefused, assertSilentOn, assertStatus, REFUSALS } from '../harness/expectations.js';
import { passed, RECOVERY_CODES, recoveryCodesOf } from '../harness/factors.js';
import { withInstallation } from '../harness/installation.js';
import { letterTo } from '../harness/mailbox.js';
import { stranger } from '../harness/people.js';
import { PostOffice } from '../harness/post-office.js';

/** Milliseconds after which a message that was fetched, and never heard of again, is fetched once more. */
const LEASE = 60_000;

/** Milliseconds after its start within which a node has tidied up for the first time. */
const TIDY = 80_000;

/** The shortest life of a session that a project can choose. */
const MINUTE = `${PROPERTIES}\ngatehouse.projects.demo.policies.session-duration=60S\n`;

describe('a minute later', { concurrency: true }, () => {
  test('what a worker had in its hands when it was killed is sent by the next one', () =>
    withInstallation(async (installation) => {
      const office = await PostOffice.open();
      const { url } = await installation.start({ ...office.properties, 'gatehouse.role': 'api' });
      const doomed = installation.joinAsWorker(office.properties);
      const inItsHands = new Promise((reached) => office.onMail(() => new Promise(() => reached())));

      const people = Array.from({ length: 5 }, stranger);
      for (const person of people) assertStatus(await new Caller({}, url).post('/account/tokens/email', person), 201);
      await inItsHands;
      await doomed.kill();
      assert.deepEqual(office.letters, []);
      office.onMail(async () => {});

      installation.joinAsWorker(office.properties);
      const secrets = [];
      for (const { userId, email } of people) {
        const { code: secret } = await letterTo(email, 1, office.url, LEASE + 20_000);
        assertStatus(await new Caller({}, url).post('/account/sessions/token', { userId, secret }), 201);
        secrets.push(secret);
      }
      assertSilentOn(secrets, installation.log());
    }, SEVERAL_NODES));

  test('a session that lasts a minute has ended, and a longer duration does not revive it', () =>
    withInstallation(async (installation) => {
      const brief = await installation.start();
      const { caller, person, session } = await member({}, brief.url);
      assert.equal(Date.parse(session.expire) - Date.parse(session.$createdAt), 60_000);
      const { jwt } = assertStatus(await caller.post('/account/jwts', { duration: 3600 }), 201).json;
      const bearer = caller.with({ cookie: undefined, 'x-appwrite-jwt': jwt });
      assertStatus(await bearer.get('/account'), 200);

      await pause(Date.parse(session.expire) - Date.now() + 50);
      assertRefused(await caller.get('/account'), REFUSALS.guest);
      assertRefused(await bearer.get('/account'), REFUSALS.guest);
      const later = await new Caller({}, brief.url).signIn(person);
      assert.equal((await later.caller.get('/account/sessions')).json.total, 1);
      await brief.stop();

      const lasting = await installation.start({ 'gatehouse.projects.demo.policies.session-duration': '365D' });
      assertRefused(await caller.at(lasting.url).get('/account'), REFUSALS.guest);
      assertStatus(await later.caller.at(lasting.url).get('/account'), 200);
    }, MINUTE));

  test('a device that was registered in a session goes with it when it runs out', () =>
    withInstallation(async (installation) => {
      const { url } = await installation.start();
      const { caller, person, session } = await member({}, url);
      const target = { targetId: 'unique()', identifier: 'a device token' };
      assertStatus(await caller.post('/account/targets/push', target), 201);

      await pause(Date.parse(session.expire) - Date.now() + 50);
      const later = await new Caller({}, url).signIn(person);
      const { targets } = assertStatus(await later.caller.get('/account'), 200).json;
      assert.deepEqual(
        targets.map(({ providerType }) => providerType),
        ['email'],
      );
      const successor = await member({}, url);
      assertStatus(await successor.caller.post('/account/targets/push', target), 201);
    }, MINUTE));

  test('recovery codes that were made before their project became strict can be seen nowhere, but still work', () =>
    withInstallation(async (installation) => {
      const { url } = await installation.start();
      const { caller } = await member({}, url);
      const [first, second] = await recoveryCodesOf(caller);
      await passed(caller, 'recoveryCode', first);
      await installation.join({ 'gatehouse.projects.demo.policies.strict': true });

      const deadline = Date.now() + TIDY;
      let answer = assertStatus(await caller.get(RECOVERY_CODES), 200);
      while (answer.status === 200 && Date.now() < deadline) {
        await pause(1_000);
        answer = await caller.get(RECOVERY_CODES);
      }
      assertRefused(answer, REFUSALS.recoveryCodes);
      await passed(caller, 'recoveryCode', second);
    }, SEVERAL_NODES));
});
