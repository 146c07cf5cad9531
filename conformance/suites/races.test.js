import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { KEYS } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

const inParallel = (count, work) => Promise.all(Array.from({ length: count }, (_, i) => work(i)));

test('of fifty concurrent sign-ups with one e-mail address in different cases exactly one succeeds', async () => {
  const { email } = randomUser();
  const spelled = (i) =>
    [...email].map((character, index) => ((i >> (index % 6)) & 1 ? character.toUpperCase() : character)).join('');
  const responses = await inParallel(50, (i) =>
    new ApiClient().post('/account', { ...randomUser(), email: spelled(i) }),
  );
  assertOneOf(responses, 201, REFUSALS.userExists);
});

test('of fifty concurrent sign-ups with one ID exactly one succeeds', async () => {
  const { userId } = randomUser();
  const responses = await inParallel(50, () => new ApiClient().post('/account', { ...randomUser(), userId }));
  assertOneOf(responses, 201, REFUSALS.userExists);
});

test('of twenty concurrent deletions of one session exactly one succeeds', async () => {
  const { client, guest, user } = await signedInUser();
  const { session } = await guest.signIn(user);
  const responses = await inParallel(20, () => client.delete(`/account/sessions/${session.$id}`));
  assertOneOf(responses, 204, REFUSALS.session);
});

test('of twenty concurrent registrations of one device exactly one succeeds, and likewise of twenty deletions', async () => {
  const users = await inParallel(4, () => signedInUser());
  const { userId: identifier } = randomUser();
  const responses = await inParallel(20, (i) =>
    users[i % 4].client.post('/account/targets/push', { targetId: 'unique()', identifier }),
  );
  assertOneOf(responses, 201, REFUSALS.targetExists);
  const { $id, userId } = responses.find(({ status }) => status === 201).json;
  const { client } = users.find(({ user }) => user.userId === userId);
  assertOneOf(await inParallel(20, () => client.delete(`/account/targets/${$id}/push`)), 204, REFUSALS.target);
});

test('fifty concurrent changes of one account all succeed, and the account has the value of one of them', async () => {
  const { client } = await signedInUser();
  const responses = await inParallel(50, (i) => client.patch('/account/name', { name: `name ${i}` }));
  responses.forEach((response, i) => assert.equal(assertStatus(response, 200).json.name, `name ${i}`));
  const { logs } = (await client.get('/account/logs?queries[]=limit(100)')).json;
  assert.equal(logs.filter(({ event }) => event === 'user.update').length, 50);
  const { name, $updatedAt } = (await client.get('/account')).json;
  assert.ok(responses.some(({ json }) => json.name === name && json.$updatedAt === $updatedAt));
});

test('twenty concurrent sign-ins of one user all succeed', async () => {
  const user = await new ApiClient().signUp();
  const responses = await inParallel(20, () => new ApiClient({ 'x-appwrite-key': KEYS.demo }).signIn(user));
  assert.equal(new Set(responses.map(({ session }) => session.$id)).size, 20);
});

function assertOneOf(responses, success, refusal) {
  const refused = responses.filter(({ status }) => status !== success);
  refused.forEach((response) => assertRefused(response, refusal));
  assert.equal(responses.length - refused.length, 1);
}
