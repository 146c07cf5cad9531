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

  test('blocking the own account ignores all parameters of the request', () => {
    assertStatus(response, 200);
    assert.deepEqual(response.json, { ...user.account, status: false, $updatedAt: response.json.$updatedAt });
  });

  test('a session of a blocked user is refused on every path, whether it exists or not', async () => {
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

  test('signing in reveals the block only with the right password', async () => {
    const signIn = (password) => new ApiClient().post('/account/sessions/email', { email: user.email, password });
    assertRefused(await signIn(user.password), REFUSALS.blocked);
    assertRefused(await signIn('not the password'), REFUSALS.credentials);
  });

  test('e-mail address and ID of a blocked user stay reserved', async () => {
    assertRefused(await new ApiClient().post('/account', { ...randomUser(), email: user.email }), REFUSALS.userExists);
    assertRefused(
      await new ApiClient().post('/account', { ...randomUser(), userId: user.userId }),
      REFUSALS.userExists,
    );
  });
});
