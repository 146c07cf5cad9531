import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Caller, member } from '../harness/caller.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { stranger } from '../harness/people.js';

describe('a blocked account', () => {
  let caller, person, answer;
  before(async () => {
    ({ caller, person } = await member());
    answer = await caller.patch('/account/status', { status: true, name: 'ignored' });
  });

  test('has blocked itself, whatever else was asked', () => {
    assertStatus(answer, 200);
    assert.deepEqual(answer.json, { ...person.account, status: false, $updatedAt: answer.json.$updatedAt });
  });

  test('is shut on every path, known or not', async () => {
    for (const [method, path, body] of [
      ['GET', '/account'],
      ['GET', '/account/prefs'],
      ['PATCH', '/account/prefs', { prefs: {} }],
      ['PATCH', '/account/name', { name: 'Ada' }],
      ['PATCH', '/account/status'],
      ['GET', '/account/sessions'],
      ['GET', '/account/sessions/current'],
      ['DELETE', '/account/sessions/current'],
      ['DELETE', '/account/sessions'],
      ['GET', '/account/logs'],
      ['POST', '/account', stranger()],
      ['POST', '/account/sessions/email', person],
      ['GET', '/nowhere'],
    ]) {
      assertRefused(await caller.sendJson(method, path, method === 'GET' ? '' : body), REFUSALS.blocked, path);
    }
  });

  test('is revealed only to those who know the password', async () => {
    const signIn = (password) => new Caller().post('/account/sessions/email', { email: person.email, password });
    assertRefused(await signIn(person.password), REFUSALS.blocked);
    assertRefused(await signIn('not the password'), REFUSALS.credentials);
  });

  test('keeps its address and its ID', async () => {
    assertRefused(await new Caller().post('/account', { ...stranger(), email: person.email }), REFUSALS.taken);
    assertRefused(await new Caller().post('/account', { ...stranger(), userId: person.userId }), REFUSALS.taken);
  });
});
