import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

describe('a blocked account', () => {
  let client, user, response;
  before(async () => {
    ({ client, user } = await signedInUser());
    response = await client.patch('/account/status', { status: true, name: 'ignored' });
  });

  test('has blocked itself, whatever else was asked', () => {
    assertStatus(response, 200);
    assert.deepEqual(response.json, { ...user.account, status: false, $updatedAt: response.json.$updatedAt });
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
      ['POST', '/account', randomUser()],
      ['POST', '/account/sessions/email', user],
      ['GET', '/nowhere'],
    ]) {
      assertRefused(await client.sendJson(method, path, method === 'GET' ? '' : body), REFUSALS.blocked, path);
    }
  });

  test('is revealed only to those who know the password', async () => {
    const signIn = (password) => new ApiClient().post('/account/sessions/email', { email: user.email, password });
    assertRefused(await signIn(user.password), REFUSALS.blocked);
    assertRefused(await signIn('not the password'), REFUSALS.credentials);
  });

  test('keeps its address and its ID', async () => {
    assertRefused(await new ApiClient().post('/account', { ...randomUser(), email: user.email }), REFUSALS.userExists);
    assertRefused(
      await new ApiClient().post('/account', { ...randomUser(), userId: user.userId }),
      REFUSALS.userExists,
    );
  });
});
