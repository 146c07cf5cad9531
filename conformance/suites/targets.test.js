import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { Caller, member } from '../harness/caller.js';
import { APP, KEYS } from '../harness/configuration.js';
import {
  assertRefused,
  assertStatus,
  assertUnchanged,
  DATE,
  REFUSALS,
  SERVER_MADE_ID,
  without,
} from '../harness/expectations.js';
import { enrolled, switched } from '../harness/factors.js';
import { letterTo, linked } from '../harness/mailbox.js';
import { stranger } from '../harness/people.js';
import { assertUncounted } from '../harness/rate-limits.js';
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

async function registered(caller, more) {
  return assertStatus(await caller.post(TARGETS, target(more)), 201).json;
}

/** @returns the identifiers of the push targets in the account that the caller sees */
async function pushTargets(caller) {
  const { targets } = assertStatus(await caller.get('/account'), 200).json;
  return targets.filter(({ providerType }) => providerType === 'push').map(({ identifier }) => identifier);
}

for (const generation of CHOSEN_GENERATIONS.filter((some) => new Page(some).can('createPushTarget'))) {
  test(`web SDK ${generation.generation} registers a device, gives it a new token, and takes it off the list`, async () => {
    const person = stranger();
    const page = new Page(generation);
    await page.signUp(person);
    await page.signIn(person);
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
    const { caller, person } = await member({ 'user-agent': PIXEL });
    const body = target();
    const answer = assertStatus(await caller.post(TARGETS, body), 201);
    assert.deepEqual(Object.keys(answer.json), Object.keys(person.account.targets[0]));
    const { $id, $createdAt, $updatedAt, ...rest } = answer.json;
    assert.match($id, SERVER_MADE_ID);
    [$createdAt, $updatedAt].forEach((date) => assert.match(date, DATE));
    assert.deepEqual(rest, {
      name: 'Google Pixel 7 Pro',
      userId: person.userId,
      providerId: null,
      providerType: 'push',
      identifier: body.identifier,
      expired: false,
    });
    assertUncounted(answer);
    const account = assertStatus(await caller.get('/account'), 200).json;
    assert.deepEqual(account, { ...person.account, targets: [...person.account.targets, answer.json] });
  });

  test('has the ID it was given, and the provider, whether there is such a one or not', async () => {
    const { caller } = await member();
    const targetId = `Device.${randomUUID().slice(0, 8)}_-9`;
    const { $id, providerId } = await registered(caller, { targetId, providerId: 'no.such-provider' });
    assert.deepEqual([$id, providerId], [targetId, 'no.such-provider']);
    for (const nothing of [null, '']) {
      assert.equal((await registered(caller, { providerId: nothing })).providerId, null);
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
      const { caller } = await member({ 'user-agent': agent });
      const { $id } = await registered(caller);
      assert.equal((await caller.get('/account')).json.targets[1].name, name);
      const other = name === 'Apple iPhone' ? PIXEL : IPHONE;
      const updated = await caller.with({ 'user-agent': other }).put(at($id), { identifier: token() });
      assert.equal(assertStatus(updated, 200).json.name, other === PIXEL ? 'Google Pixel 7 Pro' : 'Apple iPhone');
    }
  });

  test('is given another token, and stays otherwise what it was', async () => {
    const { caller, person } = await member();
    const created = await registered(caller, { providerId: 'fcm' });
    const identifier = token();
    const changed = { identifier, providerId: 'apns', providerType: 'email', $id: 'other', expired: true };
    const answer = assertStatus(await caller.put(at(created.$id), changed), 200);
    const { $updatedAt, ...rest } = answer.json;
    assert.ok($updatedAt > created.$updatedAt);
    assert.deepEqual(rest, without({ ...created, identifier }, '$updatedAt'));
    assertUncounted(answer);
    assertStatus(await caller.put(at(created.$id), { identifier }), 200);
    const account = assertStatus(await caller.get('/account'), 200).json;
    assert.equal(account.$updatedAt, person.account.$updatedAt);
    assert.equal(account.targets[1].identifier, identifier);
    await registered(caller, { identifier: created.identifier });
  });

  test('is deleted, and its ID and its token are free', async () => {
    const { caller } = await member();
    const { $id, identifier } = await registered(caller);
    const answer = assertStatus(await caller.delete(at($id)), 204);
    assert.equal(answer.text, '');
    assertUncounted(answer);
    assertRefused(await caller.delete(at($id)), REFUSALS.target);
    assert.deepEqual(await pushTargets(caller), []);
    await registered(caller, { targetId: $id, identifier });
  });

  test('has an ID and a token that no other target has, of whatever kind and whosoever', async () => {
    const [mine, theirs] = [await member(), await member()];
    const first = await registered(mine.caller);
    const second = await registered(mine.caller);
    for (const { caller } of [mine, theirs]) {
      for (const taken of [
        { targetId: first.$id },
        { targetId: mine.person.account.targets[0].$id },
        { identifier: first.identifier },
        { identifier: mine.person.email },
      ]) {
        const request = () => caller.post(TARGETS, target(taken));
        assertRefused(await assertUnchanged(caller, request), REFUSALS.targetTaken, JSON.stringify(taken));
      }
    }
    for (const identifier of [first.identifier, mine.person.email, theirs.person.email]) {
      const request = () => mine.caller.put(at(second.$id), { identifier });
      assertRefused(await assertUnchanged(mine.caller, request), REFUSALS.targetTaken, identifier);
    }
    await registered(theirs.caller, { identifier: first.identifier.toUpperCase() });
  });

  test('of another project is another one', async () => {
    const { caller } = await member();
    const { caller: elsewhere } = await member({ 'x-appwrite-project': 'other' });
    const { $id: targetId, identifier } = await registered(caller);
    await registered(elsewhere, { targetId, identifier });
  });

  test('is not found if it is somebody else’s, or none, or an address', async () => {
    const [mine, theirs] = [await member(), await member()];
    const { $id } = await registered(theirs.caller);
    for (const targetId of [$id, 'unknown', mine.person.account.targets[0].$id]) {
      const put = () => mine.caller.put(at(targetId), { identifier: token() });
      assertRefused(await assertUnchanged(mine.caller, put), REFUSALS.target, targetId);
      const remove = () => mine.caller.delete(at(targetId));
      assertRefused(await assertUnchanged(mine.caller, remove), REFUSALS.target, targetId);
    }
    assert.equal((await pushTargets(theirs.caller)).length, 1);
  });

  test('is refused without an ID or a token, or with a bad one', async () => {
    const { caller } = await member();
    const { $id } = await registered(caller);
    const bad = [undefined, null, '', 1, [], 'x'.repeat(256)];
    for (const identifier of bad) {
      assertRefused(await caller.post(TARGETS, target({ identifier })), REFUSALS.argument, String(identifier));
      assertRefused(await caller.put(at($id), { identifier }), REFUSALS.argument, String(identifier));
    }
    for (const targetId of [undefined, null, '', 1, '-x', '.x', 'a b', 'x'.repeat(37)]) {
      assertRefused(await caller.post(TARGETS, target({ targetId })), REFUSALS.argument, String(targetId));
    }
    for (const providerId of [1, [], '-x', 'a b', 'unique()', 'x'.repeat(37)]) {
      assertRefused(await caller.post(TARGETS, target({ providerId })), REFUSALS.argument, String(providerId));
    }
    assertRefused(await caller.put(at('-x'), { identifier: token() }), REFUSALS.argument);
    await registered(caller, { identifier: '🔔'.repeat(255) });
  });

  test('is in the log', async () => {
    const { caller } = await member();
    const { $id } = await registered(caller);
    await caller.put(at($id), { identifier: token() });
    await caller.delete(at($id));
    await caller.delete(at($id));
    const { logs } = assertStatus(await caller.get('/account/logs'), 200).json;
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['target.delete', 'target.update', 'target.create', 'session.create', 'user.create'],
    );
  });
});

describe('a push target goes with its session', () => {
  /** Somebody with two sessions, and a device registered in each. */
  const twice = async () => {
    const { caller, guest, person, session } = await member();
    const other = await guest.signIn(person);
    const here = await registered(caller);
    const there = await registered(other.caller);
    return { caller, guest, person, session, other, here, there };
  };
  const free = async ({ identifier }) => registered((await member()).caller, { identifier });

  test('when that is ended by its user', async () => {
    const { caller, guest, person, here, other, there } = await twice();
    assertStatus(await caller.delete('/account/sessions/current'), 204);
    assert.deepEqual(await pushTargets(other.caller), [there.identifier]);
    await free(here);
    const third = await guest.signIn(person);
    assertStatus(await third.caller.delete(`/account/sessions/${other.session.$id}`), 204);
    assert.deepEqual(await pushTargets(third.caller), []);
    await free(there);
  });

  test('when all are ended', async () => {
    const { caller, guest, person, here, there } = await twice();
    assertStatus(await caller.delete('/account/sessions'), 204);
    assert.deepEqual(await pushTargets((await guest.signIn(person)).caller), []);
    await free(here);
    await free(there);
  });

  test('when there are too many sessions', async () => {
    const { guest, person, here, there } = await twice();
    let last;
    for (let time = 0; time < 9; time++) last = await guest.signIn(person);
    assert.deepEqual(await pushTargets(last.caller), [there.identifier]);
    await free(here);
  });

  test('when its user chooses another password', async () => {
    const { caller, person, here, there } = await twice();
    const { password: oldPassword } = person;
    assertStatus(await caller.patch('/account/password', { password: 'battery staple', oldPassword }), 200);
    assert.deepEqual(await pushTargets(caller), [here.identifier]);
    await free(there);
  });

  test('when the password is recovered', async () => {
    const { guest, person, here, there } = await twice();
    assertStatus(await guest.post('/account/recovery', { email: person.email, url: APP }), 201);
    const { userId, secret } = linked(await letterTo(person.email));
    const password = 'battery staple';
    assertStatus(await guest.put('/account/recovery', { userId, secret, password }), 200);
    assert.deepEqual(await pushTargets((await guest.signIn({ ...person, password })).caller), []);
    await free(here);
    await free(there);
  });

  test('when the user is deleted', async () => {
    const { caller, here, there } = await twice();
    assertStatus(await caller.delete('/account'), 204);
    await free(here);
    await free(there);
  });

  test('but not when the user is blocked, nor if a JWT registered it', async () => {
    const { caller, person, guest } = await member();
    const { jwt } = assertStatus(await caller.post('/account/jwts'), 201).json;
    const unlinked = await registered(new Caller({ 'x-appwrite-jwt': jwt }));
    const { caller: other } = await guest.signIn(person);
    assertStatus(await caller.delete('/account/sessions'), 204);
    assertRefused(await other.get('/account'), REFUSALS.guest);
    const { caller: third } = await guest.signIn(person);
    assert.deepEqual(await pushTargets(third), [unlinked.identifier]);
    const { identifier } = await registered(third);
    assertStatus(await third.patch('/account/status'), 200);
    assertRefused(await (await member()).caller.post(TARGETS, target({ identifier })), REFUSALS.targetTaken);
  });
});

describe('push targets', () => {
  const CALLS = [
    ['POST', TARGETS],
    ['PUT', at('unknown')],
    ['DELETE', at('unknown')],
  ];
  const assertAllRefused = async (caller, refusal) => {
    for (const [method, path] of CALLS) assertRefused(await caller.sendJson(method, path, {}), refusal, path);
  };

  test('are nothing for guests', async () => {
    const message = 'User (role: guests) missing scope (targets.write)';
    await assertAllRefused(new Caller(), { ...REFUSALS.scope, message });
  });

  test('are nothing for keys: one without the scope may not, one with it is nobody', async () => {
    await assertAllRefused(new Caller({ 'x-appwrite-key': KEYS.demo }), REFUSALS.scope);
    await assertAllRefused(new Caller({ 'x-appwrite-key': KEYS.targets }), REFUSALS.key);
  });

  test('are nothing for those who are blocked, or have proven too few factors', async () => {
    const { caller, guest, person } = await member();
    await enrolled(caller);
    await switched(caller, true);
    await assertAllRefused((await guest.signIn(person)).caller, REFUSALS.moreFactors);
    await caller.patch('/account/status');
    await assertAllRefused(caller, REFUSALS.blocked);
  });
});
