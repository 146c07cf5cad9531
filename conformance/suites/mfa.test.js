import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ApiClient, server, signedInUser } from '../harness/api-client.js';
import { awaitEarlyInTimeStep } from '../harness/authenticator-app.js';
import { KEYS } from '../harness/configuration.js';
import { assertRefused, assertStatus, DATE, REFUSALS, SERVER_MADE_ID, without } from '../harness/expectations.js';
import {
  addVerifiedPhone,
  answerNewChallenge,
  AUTHENTICATOR,
  CHALLENGES,
  createChallenge,
  createRecoveryCodes,
  enrolAuthenticator,
  passChallenge,
  RECOVERY_CODES,
  setMfa,
  startEnrolment,
  verifyEmail,
} from '../harness/factors.js';
import { awaitCode, awaitMessage } from '../harness/messages.js';
import { assertNoRateLimitHeaders } from '../harness/rate-limits.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

const FACTORS = '/account/mfa/factors';

/** The factors of a user who has none. */
const NO_FACTORS = { totp: false, phone: false, email: false, recoveryCode: false, custom: false };

/** @returns a user with MFA enabled and an authenticator app, and the session in which MFA was enabled */
async function userWithMfa() {
  const alice = await signedInUser();
  const app = await enrolAuthenticator(alice.client);
  await setMfa(alice.client, true);
  return { ...alice, app };
}

describe('a session that lacks a factor', () => {
  let client, session, app;
  before(async () => {
    const { guest, user, ...rest } = await userWithMfa();
    ({ client, session } = await guest.signIn(user));
    app = rest.app;
  });

  test('a session that lacks a factor is refused on every other path, and the request is not counted', async () => {
    for (const [method, path] of [
      ['GET', '/account'],
      ['DELETE', '/account'],
      ['GET', '/account/prefs'],
      ['PATCH', '/account/prefs'],
      ['PATCH', '/account/name'],
      ['PATCH', '/account/email'],
      ['PATCH', '/account/phone'],
      ['PATCH', '/account/password'],
      ['PATCH', '/account/status'],
      ['GET', '/account/logs'],
      ['GET', '/account/sessions'],
      ['DELETE', '/account/sessions'],
      ['GET', '/account/sessions/current'],
      ['PATCH', '/account/sessions/current'],
      ['POST', '/account/jwts'],
      ['PATCH', '/account/mfa'],
      ['POST', AUTHENTICATOR],
      ['PUT', AUTHENTICATOR],
      ['DELETE', AUTHENTICATOR],
      ['POST', RECOVERY_CODES],
      ['GET', RECOVERY_CODES],
      ['PATCH', RECOVERY_CODES],
      ['POST', '/account/targets/push'],
      ['PUT', '/account/targets/unknown/push'],
      ['DELETE', '/account/targets/unknown/push'],
      ['POST', '/account/verifications/email'],
      ['PUT', '/account/verifications/email'],
      ['PUT', '/account/verification/phone'],
      ['POST', '/account/recovery'],
      ['PUT', '/account/recovery'],
      ['POST', '/account'],
      ['POST', '/account/sessions/email'],
      ['POST', '/account/sessions/anonymous'],
      ['POST', '/account/sessions/token'],
      ['POST', '/account/tokens/email'],
      ['GET', '/nowhere'],
    ]) {
      const response = await client.sendJson(method, path, method === 'GET' ? '' : {});
      assertRefused(response, REFUSALS.moreFactors, `${method} ${path}`);
      assertNoRateLimitHeaders(response);
    }
  });

  test('a session that lacks a factor can list factors, and create and answer challenges', async () => {
    const response = assertStatus(await client.get(FACTORS), 200);
    assert.equal(response.text, JSON.stringify({ ...NO_FACTORS, totp: true }));
    for (const path of [CHALLENGES, '/account/mfa/challenge']) {
      const { $id: challengeId } = assertStatus(await client.post(path, { factor: 'totp' }), 201).json;
      assertRefused(await client.put(path, { challengeId, otp: app.wrongCode() }), REFUSALS.token);
    }
  });

  test('a session that lacks a factor can end a session by its ID, but not all sessions', async () => {
    assertRefused(await client.delete('/account/sessions'), REFUSALS.moreFactors);
    assertStatus(await client.delete(`/account/sessions/${session.$id}`), 204);
    assertRefused(await client.get('/account'), REFUSALS.guest);
  });
});

describe('challenges', () => {
  test('a challenge of each factor, in any spelling, completes a session and adds the factor to it', async () => {
    await awaitEarlyInTimeStep();
    const alice = await userWithMfa();
    const { app, guest, user } = alice;
    await verifyEmail(alice);
    const phone = await addVerifiedPhone(alice);
    const codes = await createRecoveryCodes(alice.client);
    const steps = [-1, 0];
    const received = {
      totp: () => app.code(steps.shift()),
      email: () => awaitCode(user.email),
      phone: () => awaitCode(phone, 2),
      recoveryCode: () => codes.pop(),
    };
    for (const [spelled, factor] of [
      ['totp', 'totp'],
      ['TOTP', 'totp'],
      ['email', 'email'],
      ['phone', 'phone'],
      ['recoveryCode', 'recoveryCode'],
      ['recoverycode', 'recoveryCode'],
      ['RECOVERYCODE', 'recoveryCode'],
    ]) {
      const { client, session } = await guest.signIn(user);
      const challengeId = await createChallenge(client, spelled);
      const otp = await received[factor]();
      const response = assertStatus(await client.put(CHALLENGES, { challengeId, otp }), 200);
      const { factors, mfaUpdatedAt, $updatedAt, ...rest } = response.json;
      assert.deepEqual(Object.keys(response.json), Object.keys(session));
      assert.deepEqual(factors, ['password', factor], spelled);
      assert.match(mfaUpdatedAt, DATE);
      assert.ok($updatedAt > session.$updatedAt);
      assert.deepEqual(rest, without(session, 'factors', 'mfaUpdatedAt', '$updatedAt'));
      assert.deepEqual(assertStatus(await client.get('/account/sessions/current'), 200).json, response.json);
      assertStatus(await client.get('/account'), 200);
    }
  });

  test('a challenge is returned without its code and is valid for an hour', async () => {
    const { client, user } = await signedInUser();
    const { json } = assertStatus(await client.post(CHALLENGES, { factor: 'recoveryCode' }), 201);
    assert.deepEqual(Object.keys(json), ['$id', '$createdAt', 'userId', 'expire']);
    assert.match(json.$id, SERVER_MADE_ID);
    assert.match(json.$createdAt, DATE);
    assert.match(json.expire, DATE);
    assert.equal(json.userId, user.userId);
    assert.equal(Date.parse(json.expire) - Date.parse(json.$createdAt), 3_600_000);
  });

  test('a challenge by e-mail uses the language of the request and names the requesting client', async () => {
    const alice = await signedInUser();
    await verifyEmail(alice);
    const german = alice.client.with({ 'x-appwrite-locale': 'de' });
    await createChallenge(german, 'email');
    const { subject, text, html, code } = await awaitMessage(alice.user.email, 2);
    assert.match(subject, /Demo/);
    assert.match(html, /lang="de"/);
    assert.match(text, /Chrome[^]*Windows/);
    assert.match(code, /^\d{6}$/);
  });

  test('a challenge by SMS contains only the code', async () => {
    const alice = await signedInUser();
    const phone = await addVerifiedPhone(alice);
    await createChallenge(alice.client, 'phone');
    const { text } = await awaitMessage(phone, 2);
    assert.match(text, /^\d{6}$/);
  });

  test('a challenge by e-mail or SMS requires a verified address or number', async () => {
    const { client, user } = await signedInUser();
    const request = (client, factor) => client.post(CHALLENGES, { factor });
    assertRefused(await request(client, 'email'), REFUSALS.emailNotVerified);
    assertRefused(await request(client, 'phone'), REFUSALS.noPhone);
    const { password } = user;
    assertStatus(await client.patch('/account/phone', { phone: randomPhone(), password }), 200);
    assertRefused(await request(client, 'phone'), REFUSALS.phoneNotVerified);
    const anonymousGuest = new ApiClient();
    const anonymous = anonymousGuest.withSessionFrom(await anonymousGuest.post('/account/sessions/anonymous'));
    assertRefused(await request(anonymous.client, 'email'), REFUSALS.noEmail);
  });

  test('a challenge for an unknown factor is refused, and for the factor custom is not supported', async () => {
    const { client } = await signedInUser();
    for (const factor of ['', 'password', 'totp ', 1, null, undefined, ['totp']]) {
      assertRefused(await client.post(CHALLENGES, { factor }), REFUSALS.argument, JSON.stringify(factor));
    }
    for (const factor of ['custom', 'Custom']) {
      assertRefused(await client.post(CHALLENGES, { factor }), REFUSALS.methodDisabled);
    }
  });

  test('an answer requires a challenge ID and a code of valid length', async () => {
    const { client } = await signedInUser();
    const challengeId = await createChallenge(client, 'totp');
    for (const [body, name] of [
      [{}, 'challengeId'],
      [{ otp: '123456' }, 'challengeId'],
      [{ challengeId: '', otp: '123456' }, 'challengeId'],
      [{ challengeId: 'x'.repeat(257), otp: '123456' }, 'challengeId'],
      [{ challengeId }, 'otp'],
      [{ challengeId, otp: '' }, 'otp'],
      [{ challengeId, otp: true }, 'otp'],
      [{ challengeId, otp: '1'.repeat(257) }, 'otp'],
    ]) {
      const response = await client.put(CHALLENGES, body);
      assertRefused(response, REFUSALS.argument, JSON.stringify(body));
      assert.match(response.json.message, new RegExp(`\\b${name}\\b`));
    }
    assertRefused(await client.put(CHALLENGES, { challengeId: 'unknown', otp: '123456' }), REFUSALS.token);
  });

  test('a challenge can be passed after a wrong answer, and only once', async () => {
    const { client } = await signedInUser();
    const [code] = await createRecoveryCodes(client);
    const challengeId = await createChallenge(client, 'recoveryCode');
    assertRefused(await client.put(CHALLENGES, { challengeId, otp: 'ffffffffff' }), REFUSALS.token);
    assertStatus(await client.put(CHALLENGES, { challengeId, otp: code }), 200);
    assertRefused(await client.put(CHALLENGES, { challengeId, otp: code }), REFUSALS.token);
  });

  test('a challenge by e-mail accepts only its own code, once', async () => {
    const alice = await signedInUser();
    await verifyEmail(alice);
    const { client, user } = alice;
    const first = await createChallenge(client, 'email');
    const earlier = await awaitCode(user.email);
    const second = await createChallenge(client, 'email');
    const later = await awaitCode(user.email, 2);
    if (earlier !== later) {
      assertRefused(await client.put(CHALLENGES, { challengeId: first, otp: later }), REFUSALS.token);
    }
    assertStatus(await client.put(CHALLENGES, { challengeId: second, otp: later }), 200);
    assertRefused(await client.put(CHALLENGES, { challengeId: second, otp: later }), REFUSALS.token);
    assertStatus(await client.put(CHALLENGES, { challengeId: first, otp: earlier }), 200);
  });

  test('a challenge by e-mail is revoked when the address changes', async () => {
    const alice = await signedInUser();
    await verifyEmail(alice);
    const { client, user } = alice;
    const challengeId = await createChallenge(client, 'email');
    const otp = await awaitCode(user.email);
    const { password } = user;
    assertStatus(await client.patch('/account/email', { email: randomUser().email, password }), 200);
    assertRefused(await client.put(CHALLENGES, { challengeId, otp }), REFUSALS.token);
  });

  test('a challenge can be answered only by its user and in the session that created it', async () => {
    const { client, guest, user, app } = await userWithMfa();
    const other = await guest.signIn(user);
    const bob = await signedInUser();
    const challengeId = await createChallenge(other.client, 'totp');
    const otp = app.code();
    for (const wrongClient of [bob.client, client]) {
      assertRefused(await wrongClient.put(CHALLENGES, { challengeId, otp }), REFUSALS.token);
    }
    assertStatus(await other.client.put(CHALLENGES, { challengeId, otp }), 200);
    assert.equal((await client.get('/account/sessions/current')).json.mfaUpdatedAt, '');
  });

  test('a TOTP challenge can be created without an app, and passed only with a verified one', async () => {
    const { client } = await signedInUser();
    assertRefused(await answerNewChallenge(client, 'totp', '123456'), REFUSALS.token);
    const app = await startEnrolment(client);
    assertRefused(await answerNewChallenge(client, 'totp', app.code()), REFUSALS.token);
    assertRefused(await answerNewChallenge(client, 'recoveryCode', 'ffffffffff'), REFUSALS.token);
  });

  test('creating and passing a challenge are in the log, a wrong answer is not', async () => {
    const { client } = await signedInUser();
    const [code] = await createRecoveryCodes(client);
    await answerNewChallenge(client, 'recoveryCode', 'ffffffffff');
    await passChallenge(client, 'recoveryCode', code);
    const { logs } = assertStatus(await client.get('/account/logs'), 200).json;
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['challenges.update', 'challenge.create', 'challenge.create', 'user.update', 'session.create', 'user.create'],
    );
  });
});

describe('enabling MFA', () => {
  test('MFA is enabled by true and disabled by false, repeatedly, and other values are refused', async () => {
    const { client, user } = await signedInUser();
    assert.equal(user.account.mfa, false);
    for (const mfa of [true, true, false, false, true]) {
      const account = await setMfa(client, mfa);
      assert.deepEqual(Object.keys(account), Object.keys(user.account));
      assert.equal(account.mfa, mfa);
      assert.deepEqual(assertStatus(await client.get('/account'), 200).json, account);
    }
    for (const mfa of ['true', 1, 0, null, '', undefined, []]) {
      assertRefused(await client.patch('/account/mfa', { mfa }), REFUSALS.argument, JSON.stringify(mfa));
    }
  });

  test('the session that enables MFA stays complete, other sessions lack a factor until it is disabled', async () => {
    const alice = await signedInUser();
    const { client, guest, user } = alice;
    const earlier = await guest.signIn(user);
    await enrolAuthenticator(client);
    await verifyEmail(alice);
    await addVerifiedPhone(alice);
    await setMfa(client, true);
    const { factors, mfaUpdatedAt } = assertStatus(await client.get('/account/sessions/current'), 200).json;
    assert.deepEqual([factors, mfaUpdatedAt], [['password', 'totp', 'email', 'phone'], '']);
    assertRefused(await earlier.client.get('/account'), REFUSALS.moreFactors);
    await setMfa(client, false);
    assertStatus(await earlier.client.get('/account'), 200);
  });

  test('MFA has no effect on users without a second factor, even with recovery codes', async () => {
    const { client, guest, user } = await signedInUser();
    await createRecoveryCodes(client);
    await setMfa(client, true);
    assertStatus(await (await guest.signIn(user)).client.get('/account'), 200);
  });

  test('a challenge of the factor that opened the session does not complete it', async () => {
    const alice = await userWithMfa();
    await verifyEmail(alice);
    const { user, app } = alice;
    const { userId, secret } = (await server().post('/account/tokens/email', user)).json;
    assert.equal(await awaitCode(user.email), secret);
    const guest = new ApiClient();
    const { client } = guest.withSessionFrom(await guest.post('/account/sessions/token', { userId, secret }));
    const challengeId = await createChallenge(client, 'email');
    const otp = await awaitCode(user.email, 2);
    const session = assertStatus(await client.put(CHALLENGES, { challengeId, otp }), 200).json;
    assert.deepEqual(session.factors, ['email']);
    assert.match(session.mfaUpdatedAt, DATE);
    assertRefused(await client.get('/account'), REFUSALS.moreFactors);
    assert.deepEqual((await passChallenge(client, 'totp', app.code())).factors, ['email', 'totp']);
    assertStatus(await client.get('/account'), 200);
  });

  for (const [kind, parameter, contact] of [
    ['e-mail', 'email', () => randomUser().email],
    ['SMS', 'phone', randomPhone],
  ]) {
    test(`a user whose only factor is a code by ${kind} is not locked out by MFA, and an app makes it effective`, async () => {
      const address = contact();
      const client = await signInByCode(parameter, address);
      await setMfa(client, true);
      assertStatus(await client.get('/account'), 200);
      const again = await signInByCode(parameter, address, 2);
      assertStatus(await again.get('/account'), 200);
      const app = await enrolAuthenticator(again);
      const third = await signInByCode(parameter, address, 3);
      assertRefused(await third.get('/account'), REFUSALS.moreFactors);
      assert.deepEqual(assertStatus(await third.get(FACTORS), 200).json, { ...NO_FACTORS, totp: true });
      await passChallenge(third, 'totp', app.code());
      assertStatus(await third.get('/account'), 200);
    });
  }

  test('a session that lacks only the password is told to sign in with it, which leads on', async () => {
    const alice = await signedInUser();
    await verifyEmail(alice);
    await setMfa(alice.client, true);
    const byCode = await signInByCode('email', alice.user.email);
    const refused = await byCode.get('/account');
    assertRefused(refused, REFUSALS.moreFactors);
    assert.match(refused.json.message, /sign in with the password/i);
    assert.deepEqual(assertStatus(await byCode.get(FACTORS), 200).json, NO_FACTORS);
    const { client } = await alice.guest.signIn(alice.user);
    assert.doesNotMatch((await client.get('/account')).json.message, /password/i);
    assert.deepEqual(assertStatus(await client.get(FACTORS), 200).json, { ...NO_FACTORS, email: true });
    const challengeId = await createChallenge(client, 'email');
    const otp = await awaitCode(alice.user.email, 2);
    assertStatus(await client.put(CHALLENGES, { challengeId, otp }), 200);
    assertStatus(await client.get('/account'), 200);
  });

  test('the list of factors contains verified apps, existing recovery codes, and verified addresses and numbers', async () => {
    const alice = await signedInUser();
    const readFactors = async () => assertStatus(await alice.client.get(FACTORS), 200).text;
    assert.equal(await readFactors(), JSON.stringify(NO_FACTORS));
    const app = await startEnrolment(alice.client);
    assert.equal(await readFactors(), JSON.stringify(NO_FACTORS));
    assertStatus(await alice.client.put(AUTHENTICATOR, { otp: app.code() }), 200);
    await createRecoveryCodes(alice.client);
    assert.equal(await readFactors(), JSON.stringify({ ...NO_FACTORS, totp: true, recoveryCode: true }));
    await verifyEmail(alice);
    await addVerifiedPhone(alice);
    const all = { totp: true, phone: true, email: true, recoveryCode: true, custom: false };
    assert.equal(await readFactors(), JSON.stringify(all));
  });
});

describe('access to factors, challenges and recovery codes', () => {
  const CALLS = [
    ['PATCH', '/account/mfa'],
    ['GET', FACTORS],
    ['POST', AUTHENTICATOR],
    ['PUT', AUTHENTICATOR],
    ['DELETE', AUTHENTICATOR],
    ['POST', CHALLENGES],
    ['PUT', '/account/mfa/challenge'],
    ['POST', RECOVERY_CODES],
    ['GET', RECOVERY_CODES],
    ['PATCH', RECOVERY_CODES],
  ];

  test('guests and API keys cannot use MFA', async () => {
    for (const [method, path] of CALLS) {
      const body = method === 'GET' ? '' : {};
      assertRefused(await new ApiClient().sendJson(method, path, body), REFUSALS.guest, path);
      for (const key of [KEYS.demo, KEYS.targets]) {
        const response = await new ApiClient({ 'x-appwrite-key': key }).sendJson(method, path, body);
        assertRefused(response, REFUSALS.scope, path);
      }
    }
  });

  test('blocked users cannot use MFA', async () => {
    const { client } = await userWithMfa();
    await client.patch('/account/status');
    for (const [method, path] of CALLS) {
      assertRefused(await client.sendJson(method, path, method === 'GET' ? '' : {}), REFUSALS.blocked, path);
    }
  });

  describe('MFA with a JWT', () => {
    const clientWithJwt = async (client) => {
      const { jwt } = assertStatus(await client.post('/account/jwts'), 201).json;
      return new ApiClient({ 'x-appwrite-jwt': jwt });
    };

    test('with a JWT factors of the user are changed, but not those of the session, which keeps its own recent challenge', async () => {
      const { client } = await signedInUser();
      const jwtClient = await clientWithJwt(client);
      const app = await enrolAuthenticator(jwtClient);
      await createRecoveryCodes(jwtClient);
      assertRefused(await jwtClient.get(RECOVERY_CODES), REFUSALS.challenge);
      assertRefused(await jwtClient.patch(RECOVERY_CODES), REFUSALS.challenge);
      assertRefused(await jwtClient.delete(AUTHENTICATOR), REFUSALS.challenge);
      const { factors } = assertStatus(await client.get('/account/sessions/current'), 200).json;
      assert.deepEqual(factors, ['password']);
      assert.equal((await setMfa(jwtClient, true)).mfa, true);
      await passChallenge(client, 'totp', app.code());
      assertStatus(await jwtClient.get('/account'), 200);
      assertRefused(
        await jwtClient.get(RECOVERY_CODES),
        REFUSALS.challenge,
        'the challenge was passed by the session, not the JWT',
      );
    });

    test('a JWT is refused while its session lacks a factor', async () => {
      const { client, guest, user } = await signedInUser();
      const { client: other } = await guest.signIn(user);
      const jwtClient = await clientWithJwt(other);
      const app = await enrolAuthenticator(client);
      await setMfa(client, true);
      for (const incomplete of [other, jwtClient]) {
        assertRefused(await incomplete.get('/account'), REFUSALS.moreFactors);
        assertStatus(await incomplete.get(FACTORS), 200);
      }
      await passChallenge(other, 'totp', app.code());
      assertStatus(await jwtClient.get('/account'), 200);
    });

    test('a JWT can create a challenge but not answer it', async () => {
      const { client, app } = await userWithMfa();
      const jwtClient = await clientWithJwt(client);
      const challengeId = await createChallenge(jwtClient, 'totp');
      const otp = app.code();
      assertRefused(await jwtClient.put(CHALLENGES, {}), REFUSALS.argument);
      assertRefused(await jwtClient.put(CHALLENGES, { challengeId, otp }), REFUSALS.session);
      assertStatus(await client.put(CHALLENGES, { challengeId, otp }), 200);
    });

    test('a JWT can remove an app with one of its codes', async () => {
      const { client, app } = await userWithMfa();
      const jwtClient = await clientWithJwt(client);
      assertRefused(await jwtClient.sendJson('DELETE', AUTHENTICATOR, { otp: app.wrongCode() }), REFUSALS.token);
      assertStatus(await jwtClient.sendJson('DELETE', AUTHENTICATOR, { otp: app.code() }), 204);
    });
  });
});

/**
 * @param parameter `email` or `phone`
 * @returns a client of a user who has an address or a number and nothing else
 */
async function signInByCode(parameter, contact, count = 1) {
  const request = await server().post(`/account/tokens/${parameter}`, { userId: 'unique()', [parameter]: contact });
  const { userId } = assertStatus(request, 201).json;
  const guest = new ApiClient();
  const session = { userId, secret: await awaitCode(contact, count) };
  return guest.withSessionFrom(assertStatus(await guest.post('/account/sessions/token', session), 201)).client;
}
