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
import { assertNoRateLimitHeaders } from '../harness/rate-limits.js';
import { randomUser } from '../harness/test-data.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

const TARGETS = '/account/targets/push';
const targetPath = (targetId) => `/account/targets/${targetId}/push`;

const PIXEL =
  'Mozilla/5.0 (Linux; Android 13; Pixel 7 Pro) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Chrome/120.0.0.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/17.4 Mobile/15E148 Safari/604.1';

/** @returns a device token, as FCM or APNs would issue it */
const deviceToken = () => `device token ${randomUUID()}`;

const target = (more) => ({ targetId: 'unique()', identifier: deviceToken(), ...more });

async function register(client, more) {
  return assertStatus(await client.post(TARGETS, target(more)), 201).json;
}

/** @returns the identifiers of the push targets in the client's account */
async function pushTargets(client) {
  const { targets } = assertStatus(await client.get('/account'), 200).json;
  return targets.filter(({ providerType }) => providerType === 'push').map(({ identifier }) => identifier);
}

for (const generation of CHOSEN_GENERATIONS.filter((generation) => new Page(generation).supports('createPushTarget'))) {
  test(`web SDK ${generation.generation} registers, updates and deletes a push target`, async () => {
    const user = randomUser();
    const page = new Page(generation);
    await page.signUp(user);
    await page.signIn(user);
    const targetId = page.sdk.ID.unique();
    const [first, second] = [deviceToken(), deviceToken()];
    const created = await page.call('createPushTarget', { targetId, identifier: first, providerId: 'fcm' });
    if (targetId !== 'unique()') assert.equal(created.$id, targetId);
    assert.deepEqual([created.identifier, created.providerId, created.providerType], [first, 'fcm', 'push']);
    assert.deepEqual((await page.get()).targets[1], created);
    const updated = await page.call('updatePushTarget', { targetId: created.$id, identifier: second });
    assert.deepEqual([updated.$id, updated.identifier, updated.providerId], [created.$id, second, 'fcm']);
    await page.call('deletePushTarget', { targetId: created.$id });
    assert.equal((await page.get()).targets.length, 1);
    const repeated = page.call('deletePushTarget', { targetId: created.$id });
    await assert.rejects(repeated, { name: 'AppwriteException', ...REFUSALS.target });
  });
}

describe('push targets', () => {
  test('a push target has the documented fields and order, is listed in the account, and does not change its $updatedAt', async () => {
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

  test('a push target has the requested ID and provider, which need not exist', async () => {
    const { client } = await signedInUser();
    const targetId = `Device.${randomUUID().slice(0, 8)}_-9`;
    const { $id, providerId } = await register(client, { targetId, providerId: 'no.such-provider' });
    assert.deepEqual([$id, providerId], [targetId, 'no.such-provider']);
    for (const nothing of [null, '']) {
      assert.equal((await register(client, { providerId: nothing })).providerId, null);
    }
  });

  test('the name of a push target is the device of the last request', async () => {
    for (const [agent, name] of [
      [PIXEL, 'Google Pixel 7 Pro'],
      [IPHONE, 'Apple iPhone'],
      ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36', 'Apple'],
      ['curl/8.4.0', ''],
      [undefined, ''],
    ]) {
      const { client } = await signedInUser({ 'user-agent': agent });
      const { $id } = await register(client);
      assert.equal((await client.get('/account')).json.targets[1].name, name);
      const other = name === 'Apple iPhone' ? PIXEL : IPHONE;
      const updated = await client.with({ 'user-agent': other }).put(targetPath($id), { identifier: deviceToken() });
      assert.equal(assertStatus(updated, 200).json.name, other === PIXEL ? 'Google Pixel 7 Pro' : 'Apple iPhone');
    }
  });

  test('an update changes only device token and $updatedAt, and frees the former token', async () => {
    const { client, user } = await signedInUser();
    const created = await register(client, { providerId: 'fcm' });
    const identifier = deviceToken();
    const changed = { identifier, providerId: 'apns', providerType: 'email', $id: 'other', expired: true };
    const response = assertStatus(await client.put(targetPath(created.$id), changed), 200);
    const { $updatedAt, ...rest } = response.json;
    assert.ok($updatedAt > created.$updatedAt);
    assert.deepEqual(rest, without({ ...created, identifier }, '$updatedAt'));
    assertNoRateLimitHeaders(response);
    assertStatus(await client.put(targetPath(created.$id), { identifier }), 200);
    const account = assertStatus(await client.get('/account'), 200).json;
    assert.equal(account.$updatedAt, user.account.$updatedAt);
    assert.equal(account.targets[1].identifier, identifier);
    await register(client, { identifier: created.identifier });
  });

  test('a deleted push target frees its ID and device token', async () => {
    const { client } = await signedInUser();
    const { $id, identifier } = await register(client);
    const response = assertStatus(await client.delete(targetPath($id)), 204);
    assert.equal(response.text, '');
    assertNoRateLimitHeaders(response);
    assertRefused(await client.delete(targetPath($id)), REFUSALS.target);
    assert.deepEqual(await pushTargets(client), []);
    await register(client, { targetId: $id, identifier });
  });

  test('IDs and identifiers are unique among the targets of all users and types', async () => {
    const [alice, bob] = [await signedInUser(), await signedInUser()];
    const first = await register(alice.client);
    const second = await register(alice.client);
    for (const { client } of [alice, bob]) {
      for (const taken of [
        { targetId: first.$id },
        { targetId: alice.user.account.targets[0].$id },
        { identifier: first.identifier },
        { identifier: alice.user.email },
      ]) {
        const request = () => client.post(TARGETS, target(taken));
        assertRefused(await assertUnchanged(client, request), REFUSALS.targetExists, JSON.stringify(taken));
      }
    }
    for (const identifier of [first.identifier, alice.user.email, bob.user.email]) {
      const request = () => alice.client.put(targetPath(second.$id), { identifier });
      assertRefused(await assertUnchanged(alice.client, request), REFUSALS.targetExists, identifier);
    }
    await register(bob.client, { identifier: first.identifier.toUpperCase() });
  });

  test('ID and device token of a target may exist in another project as well', async () => {
    const { client } = await signedInUser();
    const { client: elsewhere } = await signedInUser({ 'x-appwrite-project': 'other' });
    const { $id: targetId, identifier } = await register(client);
    await register(elsewhere, { targetId, identifier });
  });

  test('a foreign target, an unknown one, and a target that is an e-mail address are not found', async () => {
    const [alice, bob] = [await signedInUser(), await signedInUser()];
    const { $id } = await register(bob.client);
    for (const targetId of [$id, 'unknown', alice.user.account.targets[0].$id]) {
      const put = () => alice.client.put(targetPath(targetId), { identifier: deviceToken() });
      assertRefused(await assertUnchanged(alice.client, put), REFUSALS.target, targetId);
      const remove = () => alice.client.delete(targetPath(targetId));
      assertRefused(await assertUnchanged(alice.client, remove), REFUSALS.target, targetId);
    }
    assert.equal((await pushTargets(bob.client)).length, 1);
  });

  test('a missing or invalid ID, device token or provider ID is refused', async () => {
    const { client } = await signedInUser();
    const { $id } = await register(client);
    const bad = [undefined, null, '', 1, [], 'x'.repeat(256)];
    for (const identifier of bad) {
      assertRefused(await client.post(TARGETS, target({ identifier })), REFUSALS.argument, String(identifier));
      assertRefused(await client.put(targetPath($id), { identifier }), REFUSALS.argument, String(identifier));
    }
    for (const targetId of [undefined, null, '', 1, '-x', '.x', 'a b', 'x'.repeat(37)]) {
      assertRefused(await client.post(TARGETS, target({ targetId })), REFUSALS.argument, String(targetId));
    }
    for (const providerId of [1, [], '-x', 'a b', 'unique()', 'x'.repeat(37)]) {
      assertRefused(await client.post(TARGETS, target({ providerId })), REFUSALS.argument, String(providerId));
    }
    assertRefused(await client.put(targetPath('-x'), { identifier: deviceToken() }), REFUSALS.argument);
    await register(client, { identifier: '🔔'.repeat(255) });
  });

  test('registering, updating and deleting a push target are in the log', async () => {
    const { client } = await signedInUser();
    const { $id } = await register(client);
    await client.put(targetPath($id), { identifier: deviceToken() });
    await client.delete(targetPath($id));
    await client.delete(targetPath($id));
    const { logs } = assertStatus(await client.get('/account/logs'), 200).json;
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['target.delete', 'target.update', 'target.create', 'session.create', 'user.create'],
    );
  });
});

describe('push targets of ended sessions', () => {
  /** @returns a user with two sessions, and a push target registered in each */
  const userWithTwoSessions = async () => {
    const { client, guest, user, session } = await signedInUser();
    const other = await guest.signIn(user);
    const first = await register(client);
    const second = await register(other.client);
    return { client, guest, user, session, other, first, second };
  };
  const assertFree = async ({ identifier }) => register((await signedInUser()).client, { identifier });

  test('ending a session deletes the push targets that were registered in it', async () => {
    const { client, guest, user, first, other, second } = await userWithTwoSessions();
    assertStatus(await client.delete('/account/sessions/current'), 204);
    assert.deepEqual(await pushTargets(other.client), [second.identifier]);
    await assertFree(first);
    const third = await guest.signIn(user);
    assertStatus(await third.client.delete(`/account/sessions/${other.session.$id}`), 204);
    assert.deepEqual(await pushTargets(third.client), []);
    await assertFree(second);
  });

  test('ending all sessions deletes their push targets', async () => {
    const { client, guest, user, first, second } = await userWithTwoSessions();
    assertStatus(await client.delete('/account/sessions'), 204);
    assert.deepEqual(await pushTargets((await guest.signIn(user)).client), []);
    await assertFree(first);
    await assertFree(second);
  });

  test('exceeding the session limit deletes the push targets of the ended sessions', async () => {
    const { guest, user, first, second } = await userWithTwoSessions();
    let last;
    for (let time = 0; time < 9; time++) last = await guest.signIn(user);
    assert.deepEqual(await pushTargets(last.client), [second.identifier]);
    await assertFree(first);
  });

  test('changing the password deletes the push targets of the ended sessions', async () => {
    const { client, user, first, second } = await userWithTwoSessions();
    const { password: oldPassword } = user;
    assertStatus(await client.patch('/account/password', { password: 'battery staple', oldPassword }), 200);
    assert.deepEqual(await pushTargets(client), [first.identifier]);
    await assertFree(second);
  });

  test('recovering the password deletes the push targets of the ended sessions', async () => {
    const { guest, user, first, second } = await userWithTwoSessions();
    assertStatus(await guest.post('/account/recovery', { email: user.email, url: APP_URL }), 201);
    const { userId, secret } = linkParameters(await awaitMessage(user.email));
    const password = 'battery staple';
    assertStatus(await guest.put('/account/recovery', { userId, secret, password }), 200);
    assert.deepEqual(await pushTargets((await guest.signIn({ ...user, password })).client), []);
    await assertFree(first);
    await assertFree(second);
  });

  test('deleting the account deletes its push targets', async () => {
    const { client, first, second } = await userWithTwoSessions();
    assertStatus(await client.delete('/account'), 204);
    await assertFree(first);
    await assertFree(second);
  });

  test('blocking the account keeps its push targets, and ending sessions keeps targets registered with a JWT', async () => {
    const { client, user, guest } = await signedInUser();
    const { jwt } = assertStatus(await client.post('/account/jwts'), 201).json;
    const unlinked = await register(new ApiClient({ 'x-appwrite-jwt': jwt }));
    const { client: other } = await guest.signIn(user);
    assertStatus(await client.delete('/account/sessions'), 204);
    assertRefused(await other.get('/account'), REFUSALS.guest);
    const { client: third } = await guest.signIn(user);
    assert.deepEqual(await pushTargets(third), [unlinked.identifier]);
    const { identifier } = await register(third);
    assertStatus(await third.patch('/account/status'), 200);
    assertRefused(await (await signedInUser()).client.post(TARGETS, target({ identifier })), REFUSALS.targetExists);
  });
});

describe('access to push targets', () => {
  const CALLS = [
    ['POST', TARGETS],
    ['PUT', targetPath('unknown')],
    ['DELETE', targetPath('unknown')],
  ];
  const assertAllRefused = async (client, refusal) => {
    for (const [method, path] of CALLS) assertRefused(await client.sendJson(method, path, {}), refusal, path);
  };

  test('guests cannot use push targets', async () => {
    const message = 'User (role: guests) missing scope (targets.write)';
    await assertAllRefused(new ApiClient(), { ...REFUSALS.scope, message });
  });

  test('an API key cannot use push targets: without the scope it lacks permission, with it there is no user', async () => {
    await assertAllRefused(new ApiClient({ 'x-appwrite-key': KEYS.demo }), REFUSALS.scope);
    await assertAllRefused(new ApiClient({ 'x-appwrite-key': KEYS.targets }), REFUSALS.key);
  });

  test('blocked users, and sessions that lack a factor, cannot use push targets', async () => {
    const { client, guest, user } = await signedInUser();
    await enrolAuthenticator(client);
    await setMfa(client, true);
    await assertAllRefused((await guest.signIn(user)).client, REFUSALS.moreFactors);
    await client.patch('/account/status');
    await assertAllRefused(client, REFUSALS.blocked);
  });
});
