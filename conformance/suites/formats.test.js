import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS, without } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  createChallenge,
  enrolAuthenticator,
  RECOVERY_CODES,
  startEnrolment,
} from '../harness/factors.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

/** Versions before 1.9.0 lack the fields that this version added to the account (models.md §15). */
const OLDER = ['0.15.0', '1.0.0', '1.3.7', '1.4.0', '1.5.0', '1.6.2', '1.7.0', '1.8.0', '1.8.99'];
const CURRENT = ['1.9.0', '1.9.5', '1.10.0', '2.0.0', '10.0.0', '99.0.0', undefined, ''];
const MALFORMED = ['latest', '1', 'v1.4.0', '1.4.0.0', '-1.0.0', '1.x.0', '9'.repeat(100)];

const FIELDS_SINCE_1_9 = ['impersonator', 'impersonatorUserId'];

const withFormat = (format) => ({ 'x-appwrite-response-format': format });

describe('the header X-Appwrite-Response-Format', () => {
  let client, user, newest;
  before(async () => {
    ({ client, user } = await signedInUser());
    newest = assertStatus(await client.get('/account'), 200).json;
  });

  for (const format of OLDER) {
    test(`format ${format} omits the account fields that were added in 1.9.0`, async () => {
      const oldResponse = without(newest, ...FIELDS_SINCE_1_9);
      const { text, headers } = assertStatus(await client.get('/account', withFormat(format)), 200);
      assert.equal(text, JSON.stringify(oldResponse));
      assert.equal(headers['x-appwrite-warning'], undefined);
    });
  }

  for (const format of [...CURRENT, ...MALFORMED]) {
    test(`format ${format ?? '(none)'} returns all account fields`, async () => {
      const { text } = assertStatus(await client.get('/account', withFormat(format)), 200);
      assert.equal(text, JSON.stringify(newest));
    });
  }

  test('a warning header is sent if the requested format is newer than the service, and only then', async () => {
    const { version } = (await new ApiClient().get('/account')).json;
    for (const format of [...OLDER, ...CURRENT].filter(Boolean)) {
      const warning = (await client.get('/account', withFormat(format))).headers['x-appwrite-warning'];
      assert.equal(warning !== undefined, isNewer(format, version), `${format}, with ${version}`);
    }
  });

  test('an old format applies to the account in the response of every endpoint', async () => {
    const { password } = user;
    const alice = await signedInUser(withFormat('1.8.0'));
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
      const expected = Object.keys(without(newest, ...FIELDS_SINCE_1_9));
      assert.deepEqual(Object.keys(response.json), expected, `${method} ${path}`);
    }
  });

  test('an old format keeps preferences whose names are those of omitted fields', async () => {
    const { client: other } = await signedInUser(withFormat('1.0.0'));
    const prefs = { impersonator: 'me', impersonatorUserId: { impersonator: null } };
    assert.deepEqual(assertStatus(await other.patch('/account/prefs', { prefs }), 200).json.prefs, prefs);
    assert.deepEqual((await other.get('/account/prefs')).json, prefs);
  });
});

describe('the header X-Appwrite-Response-Format, for everything but the account', () => {
  const READS = ['/account/sessions', '/account/sessions/current', '/account/logs', '/account/mfa/factors'];

  test('sessions, tokens, targets, logs and errors are the same in every format', async () => {
    const { client } = await signedInUser();
    const [current, old] = [client, client.with(withFormat('1.0.0'))];
    for (const path of READS) assert.equal((await old.get(path)).text, (await current.get(path)).text, path);
    for (const [method, path, body] of [
      ['POST', '/account/tokens/email', () => ({ ...randomUser(), phrase: true })],
      ['POST', '/account/targets/push', () => ({ targetId: 'unique()', identifier: randomUser().userId })],
      ['POST', '/account/mfa/challenge', () => ({ factor: 'totp' })],
      ['POST', AUTHENTICATOR, () => ({})],
      ['PATCH', '/account/sessions/current', () => ({})],
    ]) {
      const fields = async (client) => {
        const { status, text, json } = await client.sendJson(method, path, body());
        assert.ok(status < 300, text);
        return [status, Object.keys(json)];
      };
      assert.deepEqual(await fields(old), await fields(current), path);
    }
    const [response, oldResponse] = [await current.get('/nowhere'), await old.get('/nowhere')];
    assertRefused(oldResponse, REFUSALS.route);
    assert.equal(oldResponse.text, response.text);
  });

  for (const format of ['1.0.0', '1.4.0', '1.5.0', '1.6.0', '1.8.0', '2.0.0', '99.0.0']) {
    test(`parameters of all SDK generations are accepted with format ${format}`, async () => {
      const { client, guest, user } = await signedInUser(withFormat(format));
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

    test(`status codes and factor names are the current ones with format ${format}`, async () => {
      const { client } = await signedInUser(withFormat(format));
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
