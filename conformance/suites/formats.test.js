import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS, without } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  startEnrolment,
  createChallenge,
  enrolAuthenticator,
  RECOVERY_CODES,
} from '../harness/factors.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

/** models.md §15: what changed for the account came with the last of these that did not have it. */
const OLD = ['0.15.0', '1.0.0', '1.3.7', '1.4.0', '1.5.0', '1.6.2', '1.7.0', '1.8.0', '1.8.99'];
const NEW = ['1.9.0', '1.9.5', '1.10.0', '2.0.0', '10.0.0', '99.0.0', undefined, ''];
const UNREADABLE = ['latest', '1', 'v1.4.0', '1.4.0.0', '-1.0.0', '1.x.0', '9'.repeat(100)];

const YOUNG_FIELDS = ['impersonator', 'impersonatorUserId'];

const asking = (format) => ({ 'x-appwrite-response-format': format });

describe('who asks for the format of an older release', () => {
  let client, user, newest;
  before(async () => {
    ({ client, user } = await signedInUser());
    newest = assertStatus(await client.get('/account'), 200).json;
  });

  for (const format of OLD) {
    test(`${format} is not told of what the account did not have then`, async () => {
      const older = without(newest, ...YOUNG_FIELDS);
      const { text, headers } = assertStatus(await client.get('/account', asking(format)), 200);
      assert.equal(text, JSON.stringify(older));
      assert.equal(headers['x-appwrite-warning'], undefined);
    });
  }

  for (const format of [...NEW, ...UNREADABLE]) {
    test(`${format ?? 'none'} is told everything`, async () => {
      const { text } = assertStatus(await client.get('/account', asking(format)), 200);
      assert.equal(text, JSON.stringify(newest));
    });
  }

  test('is warned if it is newer than the service, and only then', async () => {
    const { version } = (await new ApiClient().get('/account')).json;
    for (const format of [...OLD, ...NEW].filter(Boolean)) {
      const warning = (await client.get('/account', asking(format))).headers['x-appwrite-warning'];
      assert.equal(warning !== undefined, isNewer(format, version), `${format}, with ${version}`);
    }
  });

  test('gets every account so, whatever was asked of it', async () => {
    const { password } = user;
    const alice = await signedInUser(asking('1.8.0'));
    const app = await startEnrolment(alice.client);
    for (const [method, path, body] of [
      ['POST', '/account', randomUser()],
      ['GET', '/account'],
      ['PATCH', '/account/name', { name: 'Ada' }],
      ['PATCH', '/account/prefs', { prefs: { impersonator: true } }],
      ['PATCH', '/account/phone', { phone: randomPhone(), password: alice.user.password }],
      ['PATCH', '/account/email', { email: randomUser().email, password: alice.user.password }],
      ['PATCH', '/account/password', { password, oldPassword: alice.user.password }],
      ['PATCH', '/account/mfa', { mfa: true }],
      ['PUT', AUTHENTICATOR, { otp: app.code() }],
      ['PATCH', '/account/status'],
    ]) {
      const response = await alice.client.sendJson(method, path, method === 'GET' ? '' : body);
      assert.ok(response.status < 300, `${path} ${response.text}`);
      const expected = Object.keys(without(newest, ...YOUNG_FIELDS));
      assert.deepEqual(Object.keys(response.json), expected, `${method} ${path}`);
    }
  });

  test('keeps preferences that are called as fields are', async () => {
    const { client: other } = await signedInUser(asking('1.0.0'));
    const prefs = { impersonator: 'me', impersonatorUserId: { impersonator: null } };
    assert.deepEqual(assertStatus(await other.patch('/account/prefs', { prefs }), 200).json.prefs, prefs);
    assert.deepEqual((await other.get('/account/prefs')).json, prefs);
  });
});

describe('whatever format is asked for', () => {
  const READS = ['/account/sessions', '/account/sessions/current', '/account/logs', '/account/mfa/factors'];

  test('everything but the account is as it is', async () => {
    const { client } = await signedInUser();
    const [now, then] = [client, client.with(asking('1.0.0'))];
    for (const path of READS) assert.equal((await then.get(path)).text, (await now.get(path)).text, path);
    for (const [method, path, body] of [
      ['POST', '/account/tokens/email', () => ({ ...randomUser(), phrase: true })],
      ['POST', '/account/targets/push', () => ({ targetId: 'unique()', identifier: randomUser().userId })],
      ['POST', '/account/mfa/challenge', () => ({ factor: 'totp' })],
      ['POST', AUTHENTICATOR, () => ({})],
      ['PATCH', '/account/sessions/current', () => ({})],
    ]) {
      const fields = async (alice) => {
        const { status, text, json } = await alice.sendJson(method, path, body());
        assert.ok(status < 300, text);
        return [status, Object.keys(json)];
      };
      assert.deepEqual(await fields(then), await fields(now), path);
    }
    const [response, older] = [await now.get('/nowhere'), await then.get('/nowhere')];
    assertRefused(older, REFUSALS.route);
    assert.equal(older.text, response.text);
  });

  for (const format of ['1.0.0', '1.4.0', '1.5.0', '1.6.0', '1.8.0', '2.0.0', '99.0.0']) {
    test(`${format}: what was typed is taken in the way of every generation`, async () => {
      const { client, guest, user } = await signedInUser(asking(format));
      for (const query of ['limit(1)', '{"method":"limit","values":[1]}']) {
        const { logs } = assertStatus(await client.get(`/account/logs?queries[]=${encodeURI(query)}`), 200).json;
        assert.equal(logs.length, 1, query);
      }
      const number = { number: randomPhone(), password: user.password };
      assertStatus(await client.patch('/account/phone', number), 200);

      const app = await enrolAuthenticator(client);
      const removeAuthenticator = (otp) => client.sendJson('DELETE', AUTHENTICATOR, { otp });
      assertRefused(await removeAuthenticator(undefined), REFUSALS.challenge);
      assertRefused(await removeAuthenticator(app.wrongCode()), REFUSALS.token);
      assertStatus(await removeAuthenticator(app.code()), 204);

      assertStatus(await guest.post('/account/recovery', { email: user.email, url: APP_URL }), 201);
      const { userId, secret } = linkParameters(await awaitMessage(user.email));
      const recover = (passwordAgain) =>
        guest.put('/account/recovery', { userId, secret, password: 'battery staple', passwordAgain });
      assertRefused(await recover('battery stable'), REFUSALS.differentPasswords);
      assertStatus(await recover('battery staple'), 200);
    });

    test(`${format}: statuses are those of today, and factors are called as they are`, async () => {
      const { client } = await signedInUser(asking(format));
      const { recoveryCodes } = assertStatus(await client.post(RECOVERY_CODES), 201).json;
      const challengeId = await createChallenge(client, 'recoverycode');
      const response = await client.put('/account/mfa/challenge', { challengeId, otp: recoveryCodes[0] });
      assert.deepEqual(assertStatus(response, 200).json.factors, ['password', 'recoveryCode']);
    });
  }
});

function isNewer(format, version) {
  const [asked, ours] = [format, version].map((text) => text.split('.').map(Number));
  const at = asked.findIndex((part, i) => part !== (ours[i] ?? 0));
  return at >= 0 && asked[at] > (ours[at] ?? 0);
}
