import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { APP_URL, KEYS } from '../harness/configuration.js';
import {
  assertRefused,
  assertStatus,
  assertUnchanged,
  DATE,
  REFUSALS,
  SERVER_MADE_ID,
  without,
} from '../harness/expectations.js';
import { enrolAuthenticator, setMfa } from '../harness/factors.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';
import { assertNoRateLimitHeaders } from '../harness/rate-limits.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

const TARGETS = '/account/targets/push';
const at = (targetId) => `/account/targets/${targetId}/push`;

const PIXEL =
  'Mozilla/5.0 (Linux; Android 13; Pixel 7 Pro) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Chrome/120.0.0.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/17.4 Mobile/15E148 Safari/604.1';

/** What FCM or APNs would hand out. */
const token = () => `device token ${randomUUID()}`;

const target = (more) => ({ targetId: 'unique()', identifier: token(), ...more });

async function registered(client, more) {
  return assertStatus(await client.post(TARGETS, target(more)), 201).json;
}

/** @returns the identifiers of the push targets in the account that the caller sees */
async function pushTargets(client) {
  const { targets } = assertStatus(await client.get('/account'), 200).json;
  return targets.filter(({ providerType }) => providerType === 'push').map(({ identifier }) => identifier);
}

for (const generation of CHOSEN_GENERATIONS.filter((some) => new Page(some).supports('createPushTarget'))) {
  test(`web SDK ${generation.generation} registers a device, gives it a new token, and takes it off the list`, async () => {
    const user = randomUser();
    const page = new Page(generation);
    await page.signUp(user);
    await page.signIn(user);
    const targetId = page.sdk.ID.unique();
    const [first, second] = [token(), token()];
    const created = await page.call('createPushTarget', { targetId, identifier: first, providerId: 'fcm' });
    if (targetId !== 'unique()') assert.equal(created.$id, targetId);
    assert.deepEqual([created.identifier, created.providerId, created.providerType], [first, 'fcm', 'push']);
    assert.deepEqual((await page.get()).targets[1], created);
    const updated = await page.call('updatePushTarget', { targetId: created.$id, identifier: second });
    assert.deepEqual([updated.$id, updated.identifier, updated.providerId], [created.$id, second, 'fcm']);
    await page.call('deletePushTarget', { targetId: created.$id });
    assert.equal((await page.get()).targets.length, 1);
    const gone = page.call('deletePushTarget', { targetId: created.$id });
    await assert.rejects(gone, { name: 'AppwriteException', ...REFUSALS.target });
  });
}

describe('a push target', () => {
  test('has these fields, in this order, and is among the targets of the account, which is not touched', async () => {
    const { client, user } = await signedInUser({ 'user-agent': PIXEL });
    const body = target();
    const response = assertStatus(await client.post(TARGETS, body), 201);
    assert.deepEqual(Object.keys(response.json), Object.keys(user.account.targets[0]));
    const { $id, $createdAt, $updatedAt, ...rest } = response.json;
    assert.match($id, SERVER_MADE_ID);
    [$createdAt, $updatedAt].forEach((date) => assert.match(date, DATE));
    assert.deepEqual(rest, {
      name: 'Google Pixel 7 Pro',
      userId: user.userId,
      providerId: null,
      providerType: 'push',
      identifier: body.identifier,
      expired: false,
    });
    assertNoRateLimitHeaders(response);
    const account = assertStatus(await client.get('/account'), 200).json;
    assert.deepEqual(account, { ...user.account, targets: [...user.account.targets, response.json] });
  });

  test('has the ID it was given, and the provider, whether there is such a one or not', async () => {
    const { client } = await signedInUser();
    const targetId = `Device.${randomUUID().slice(0, 8)}_-9`;
    const { $id, providerId } = await registered(client, { targetId, providerId: 'no.such-provider' });
    assert.deepEqual([$id, providerId], [targetId, 'no.such-provider']);
    for (const nothing of [null, '']) {
      assert.equal((await registered(client, { providerId: nothing })).providerId, null);
    }
  });

  test('is called after the device that spoke last', async () => {
    for (const [agent, name] of [
      [PIXEL, 'Google Pixel 7 Pro'],
      [IPHONE, 'Apple iPhone'],
      ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36', 'Apple'],
      ['curl/8.4.0', ''],
      [undefined, ''],
    ]) {
      const { client } = await signedInUser({ 'user-agent': agent });
      const { $id } = await registered(client);
      assert.equal((await client.get('/account')).json.targets[1].name, name);
      const other = name === 'Apple iPhone' ? PIXEL : IPHONE;
      const updated = await client.with({ 'user-agent': other }).put(at($id), { identifier: token() });
      assert.equal(assertStatus(updated, 200).json.name, other === PIXEL ? 'Google Pixel 7 Pro' : 'Apple iPhone');
    }
  });

  test('is given another token, and stays otherwise what it was', async () => {
    const { client, user } = await signedInUser();
    const created = await registered(client, { providerId: 'fcm' });
    const identifier = token();
    const changed = { identifier, providerId: 'apns', providerType: 'email', $id: 'other', expired: true };
    const response = assertStatus(await client.put(at(created.$id), changed), 200);
    const { $updatedAt, ...rest } = response.json;
    assert.ok($updatedAt > created.$updatedAt);
    assert.deepEqual(rest, without({ ...created, identifier }, '$updatedAt'));
    assertNoRateLimitHeaders(response);
    assertStatus(await client.put(at(created.$id), { identifier }), 200);
    const account = assertStatus(await client.get('/account'), 200).json;
    assert.equal(account.$updatedAt, user.account.$updatedAt);
    assert.equal(account.targets[1].identifier, identifier);
    await registered(client, { identifier: created.identifier });
  });

  test('is deleted, and its ID and its token are free', async () => {
    const { client } = await signedInUser();
    const { $id, identifier } = await registered(client);
    const response = assertStatus(await client.delete(at($id)), 204);
    assert.equal(response.text, '');
    assertNoRateLimitHeaders(response);
    assertRefused(await client.delete(at($id)), REFUSALS.target);
    assert.deepEqual(await pushTargets(client), []);
    await registered(client, { targetId: $id, identifier });
  });

  test('has an ID and a token that no other target has, of whatever kind and whosoever', async () => {
    const [mine, theirs] = [await signedInUser(), await signedInUser()];
    const first = await registered(mine.client);
    const second = await registered(mine.client);
    for (const { client } of [mine, theirs]) {
      for (const taken of [
        { targetId: first.$id },
        { targetId: mine.user.account.targets[0].$id },
        { identifier: first.identifier },
        { identifier: mine.user.email },
      ]) {
        const request = () => client.post(TARGETS, target(taken));
        assertRefused(await assertUnchanged(client, request), REFUSALS.targetExists, JSON.stringify(taken));
      }
    }
    for (const identifier of [first.identifier, mine.user.email, theirs.user.email]) {
      const request = () => mine.client.put(at(second.$id), { identifier });
      assertRefused(await assertUnchanged(mine.client, request), REFUSALS.targetExists, identifier);
    }
    await registered(theirs.client, { identifier: first.identifier.toUpperCase() });
  });

  test('of another project is another one', async () => {
    const { client } = await signedInUser();
    const { client: elsewhere } = await signedInUser({ 'x-appwrite-project': 'other' });
    const { $id: targetId, identifier } = await registered(client);
    await registered(elsewhere, { targetId, identifier });
  });

  test('is not found if it is somebody else’s, or none, or an address', async () => {
    const [mine, theirs] = [await signedInUser(), await signedInUser()];
    const { $id } = await registered(theirs.client);
    for (const targetId of [$id, 'unknown', mine.user.account.targets[0].$id]) {
      const put = () => mine.client.put(at(targetId), { identifier: token() });
      assertRefused(await assertUnchanged(mine.client, put), REFUSALS.target, targetId);
      const remove = () => mine.client.delete(at(targetId));
      assertRefused(await assertUnchanged(mine.client, remove), REFUSALS.target, targetId);
    }
    assert.equal((await pushTargets(theirs.client)).length, 1);
  });

  test('is refused without an ID or a token, or with a bad one', async () => {
    const { client } = await signedInUser();
    const { $id } = await registered(client);
    const bad = [undefined, null, '', 1, [], 'x'.repeat(256)];
    for (const identifier of bad) {
      assertRefused(await client.post(TARGETS, target({ identifier })), REFUSALS.argument, String(identifier));
      assertRefused(await client.put(at($id), { identifier }), REFUSALS.argument, String(identifier));
    }
    for (const targetId of [undefined, null, '', 1, '-x', '.x', 'a b', 'x'.repeat(37)]) {
      assertRefused(await client.post(TARGETS, target({ targetId })), REFUSALS.argument, String(targetId));
    }
    for (const providerId of [1, [], '-x', 'a b', 'unique()', 'x'.repeat(37)]) {
      assertRefused(await client.post(TARGETS, target({ providerId })), REFUSALS.argument, String(providerId));
    }
    assertRefused(await client.put(at('-x'), { identifier: token() }), REFUSALS.argument);
    await registered(client, { identifier: '🔔'.repeat(255) });
  });

  test('is in the log', async () => {
    const { client } = await signedInUser();
    const { $id } = await registered(client);
    await client.put(at($id), { identifier: token() });
    await client.delete(at($id));
    await client.delete(at($id));
    const { logs } = assertStatus(await client.get('/account/logs'), 200).json;
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['target.delete', 'target.update', 'target.create', 'session.create', 'user.create'],
    );
  });
});

describe('a push target goes with its session', () => {
  /** Somebody with two sessions, and a device registered in each. */
  const twice = async () => {
    const { client, guest, user, session } = await signedInUser();
    const other = await guest.signIn(user);
    const here = await registered(client);
    const there = await registered(other.client);
    return { client, guest, user, session, other, here, there };
  };
  const free = async ({ identifier }) => registered((await signedInUser()).client, { identifier });

  test('when that is ended by its user', async () => {
    const { client, guest, user, here, other, there } = await twice();
    assertStatus(await client.delete('/account/sessions/current'), 204);
    assert.deepEqual(await pushTargets(other.client), [there.identifier]);
    await free(here);
    const third = await guest.signIn(user);
    assertStatus(await third.client.delete(`/account/sessions/${other.session.$id}`), 204);
    assert.deepEqual(await pushTargets(third.client), []);
    await free(there);
  });

  test('when all are ended', async () => {
    const { client, guest, user, here, there } = await twice();
    assertStatus(await client.delete('/account/sessions'), 204);
    assert.deepEqual(await pushTargets((await guest.signIn(user)).client), []);
    await free(here);
    await free(there);
  });

  test('when there are too many sessions', async () => {
    const { guest, user, here, there } = await twice();
    let last;
    for (let time = 0; time < 9; time++) last = await guest.signIn(user);
    assert.deepEqual(await pushTargets(last.client), [there.identifier]);
    await free(here);
  });

  test('when its user chooses another password', async () => {
    const { client, user, here, there } = await twice();
    const { password: oldPassword } = user;
    assertStatus(await client.patch('/account/password', { password: 'battery staple', oldPassword }), 200);
    assert.deepEqual(await pushTargets(client), [here.identifier]);
    await free(there);
  });

  test('when the password is recovered', async () => {
    const { guest, user, here, there } = await twice();
    assertStatus(await guest.post('/account/recovery', { email: user.email, url: APP_URL }), 201);
    const { userId, secret } = linkParameters(await awaitMessage(user.email));
    const password = 'battery staple';
    assertStatus(await guest.put('/account/recovery', { userId, secret, password }), 200);
    assert.deepEqual(await pushTargets((await guest.signIn({ ...user, password })).client), []);
    await free(here);
    await free(there);
  });

  test('when the user is deleted', async () => {
    const { client, here, there } = await twice();
    assertStatus(await client.delete('/account'), 204);
    await free(here);
    await free(there);
  });

  test('but not when the user is blocked, nor if a JWT registered it', async () => {
    const { client, user, guest } = await signedInUser();
    const { jwt } = assertStatus(await client.post('/account/jwts'), 201).json;
    const unlinked = await registered(new ApiClient({ 'x-appwrite-jwt': jwt }));
    const { client: other } = await guest.signIn(user);
    assertStatus(await client.delete('/account/sessions'), 204);
    assertRefused(await other.get('/account'), REFUSALS.guest);
    const { client: third } = await guest.signIn(user);
    assert.deepEqual(await pushTargets(third), [unlinked.identifier]);
    const { identifier } = await registered(third);
    assertStatus(await third.patch('/account/status'), 200);
    assertRefused(await (await signedInUser()).client.post(TARGETS, target({ identifier })), REFUSALS.targetExists);
  });
});

describe('push targets', () => {
  const CALLS = [
    ['POST', TARGETS],
    ['PUT', at('unknown')],
    ['DELETE', at('unknown')],
  ];
  const assertAllRefused = async (client, refusal) => {
    for (const [method, path] of CALLS) assertRefused(await client.sendJson(method, path, {}), refusal, path);
  };

  test('are nothing for guests', async () => {
    const message = 'User (role: guests) missing scope (targets.write)';
    await assertAllRefused(new ApiClient(), { ...REFUSALS.scope, message });
  });

  test('are nothing for keys: one without the scope may not, one with it is nobody', async () => {
    await assertAllRefused(new ApiClient({ 'x-appwrite-key': KEYS.demo }), REFUSALS.scope);
    await assertAllRefused(new ApiClient({ 'x-appwrite-key': KEYS.targets }), REFUSALS.key);
  });

  test('are nothing for those who are blocked, or have proven too few factors', async () => {
    const { client, guest, user } = await signedInUser();
    await enrolAuthenticator(client);
    await setMfa(client, true);
    await assertAllRefused((await guest.signIn(user)).client, REFUSALS.moreFactors);
    await client.patch('/account/status');
    await assertAllRefused(client, REFUSALS.blocked);
  });
});
