import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Caller, member } from '../harness/caller.js';
import { KEYS } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { stranger } from '../harness/people.js';

const times = (count, work) => Promise.all(Array.from({ length: count }, (_, i) => work(i)));

test('of fifty who sign up with one address, however spelled, one succeeds', async () => {
  const { email } = stranger();
  const spelled = (i) => [...email].map((letter, at) => ((i >> (at % 6)) & 1 ? letter.toUpperCase() : letter)).join('');
  const answers = await times(50, (i) => new Caller().post('/account', { ...stranger(), email: spelled(i) }));
  assertOneOf(answers, 201, REFUSALS.taken);
});

test('of fifty who sign up with one ID, one succeeds', async () => {
  const { userId } = stranger();
  const answers = await times(50, () => new Caller().post('/account', { ...stranger(), userId }));
  assertOneOf(answers, 201, REFUSALS.taken);
});

test('of twenty who delete one session, one succeeds', async () => {
  const { caller, guest, person } = await member();
  const { session } = await guest.signIn(person);
  const answers = await times(20, () => caller.delete(`/account/sessions/${session.$id}`));
  assertOneOf(answers, 204, REFUSALS.session);
});

test('of twenty who register one device, one succeeds, and of twenty who take it off the list as well', async () => {
  const members = await times(4, () => member());
  const { userId: identifier } = stranger();
  const answers = await times(20, (i) =>
    members[i % 4].caller.post('/account/targets/push', { targetId: 'unique()', identifier }),
  );
  assertOneOf(answers, 201, REFUSALS.targetTaken);
  const { $id, userId } = answers.find(({ status }) => status === 201).json;
  const { caller } = members.find(({ person }) => person.userId === userId);
  assertOneOf(await times(20, () => caller.delete(`/account/targets/${$id}/push`)), 204, REFUSALS.target);
});

test('of fifty changes of one account all are heard, and the last one stays', async () => {
  const { caller } = await member();
  const answers = await times(50, (i) => caller.patch('/account/name', { name: `name ${i}` }));
  answers.forEach((answer, i) => assert.equal(assertStatus(answer, 200).json.name, `name ${i}`));
  const { logs } = (await caller.get('/account/logs?queries[]=limit(100)')).json;
  assert.equal(logs.filter(({ event }) => event === 'user.update').length, 50);
  const { name, $updatedAt } = (await caller.get('/account')).json;
  assert.ok(answers.some(({ json }) => json.name === name && json.$updatedAt === $updatedAt));
});

test('of twenty who sign in at once all succeed', async () => {
  const person = await new Caller().signUp();
  const answers = await times(20, () => new Caller({ 'x-appwrite-key': KEYS.demo }).signIn(person));
  assert.equal(new Set(answers.map(({ session }) => session.$id)).size, 20);
});

function assertOneOf(answers, success, refusal) {
  const refused = answers.filter(({ status }) => status !== success);
  refused.forEach((answer) => assertRefused(answer, refusal));
  assert.equal(answers.length - refused.length, 1);
}
