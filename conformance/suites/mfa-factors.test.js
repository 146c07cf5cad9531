import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AuthenticatorApp, awaitEarlyInTimeStep } from '../harness/authenticator-app.js';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { assertRefused, assertRefusedUnchanged, assertStatus, DATE, REFUSALS } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  startEnrolment,
  enrolAuthenticator,
  passChallenge,
  answerNewChallenge,
  RECOVERY_CODES,
  createRecoveryCodes,
  setMfa,
  addVerifiedPhone,
} from '../harness/factors.js';
import { awaitCode } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';
import { assertRateLimitHeaders, assertNoRateLimitHeaders, withinOneHour } from '../harness/rate-limits.js';

describe('an authenticator app', () => {
  test('is given a secret, and the same in a URI, which nobody between may keep', async () => {
    const { client, user } = await signedInUser();
    const response = assertStatus(await client.post(AUTHENTICATOR), 200);
    assert.deepEqual(Object.keys(response.json), ['secret', 'uri']);
    const { secret, uri } = response.json;
    assert.match(secret, /^[A-Z2-7]{103}$/);
    assert.equal(uri, `otpauth://totp/${encodeURIComponent(`Demo:${user.email}`)}?issuer=Demo&secret=${secret}`);
    assert.match(response.headers['cache-control'], /no-store/);
    assert.deepEqual(new AuthenticatorApp(uri).label, { issuer: 'Demo', label: user.email });
  });

  test('is told whose it is: by address, else by number, else by name, else by ID', async () => {
    const labelOf = async (client) => (await startEnrolment(client)).label.label;
    const anonymousGuest = new ApiClient();
    const { client, session } = anonymousGuest.withSessionFrom(
      await anonymousGuest.post('/account/sessions/anonymous'),
    );
    assert.equal(await labelOf(client), session.userId);
    assertStatus(await client.patch('/account/name', { name: 'Ada: the & first' }), 200);
    assert.equal(await labelOf(client), 'Ada  the & first');
    const guest = new ApiClient();
    const { userId } = randomUser();
    const phone = randomPhone();
    assertStatus(await guest.post('/account/tokens/phone', { userId, phone }), 201);
    const secret = await awaitCode(phone);
    const caller2 = guest.withSessionFrom(await guest.put('/account/sessions/phone', { userId, secret })).client;
    assert.equal(await labelOf(caller2), phone);
  });

  test('counts once it has shown a code that is right, and nothing about the account is changed by that', async () => {
    const { client, user, session } = await signedInUser();
    const app = await startEnrolment(client);
    const wrong = () => client.put(AUTHENTICATOR, { otp: app.wrongCode() });
    await assertRefusedUnchanged(client, wrong, REFUSALS.token);
    const account = assertStatus(await client.put(AUTHENTICATOR, { otp: app.code() }), 200).json;
    assert.deepEqual(account, user.account);
    assert.deepEqual(Object.keys(account), Object.keys(user.account));
    const { factors, mfaUpdatedAt } = assertStatus(await client.get('/account/sessions/current'), 200).json;
    assert.deepEqual([factors, mfaUpdatedAt], [[...session.factors, 'totp'], '']);
  });

  test('shows a right code half a minute late, but not later, and not early', async () => {
    await awaitEarlyInTimeStep();
    const { client } = await signedInUser();
    const app = await startEnrolment(client);
    for (const steps of [-2, 1]) {
      assertRefused(await client.put(AUTHENTICATOR, { otp: app.code(steps) }), REFUSALS.token, String(steps));
    }
    assertStatus(await client.put(AUTHENTICATOR, { otp: app.code(-1) }), 200);
  });

  test('that was never verified gives way to the next one', async () => {
    const { client } = await signedInUser();
    const former = await startEnrolment(client);
    const app = await startEnrolment(client);
    assertRefused(await client.put(AUTHENTICATOR, { otp: former.code() }), REFUSALS.token);
    assertStatus(await client.put(AUTHENTICATOR, { otp: app.code() }), 200);
  });

  test('is enrolled once, and there is none before', async () => {
    const { client } = await signedInUser();
    assertRefused(await client.put(AUTHENTICATOR, { otp: '123456' }), REFUSALS.authenticator);
    const app = await enrolAuthenticator(client);
    assertRefused(await client.post(AUTHENTICATOR), REFUSALS.authenticatorVerified);
    assertRefused(await client.put(AUTHENTICATOR, { otp: app.code() }), REFUSALS.authenticatorVerified);
  });

  test('is of the one type there is, to the letter, and its code is a text', async () => {
    const { client } = await signedInUser();
    const app = await startEnrolment(client);
    await createRecoveryCodes(client);
    for (const type of ['TOTP', 'email', 'recoveryCode', 'x']) {
      const path = `/account/mfa/authenticators/${type}`;
      assertRefused(await client.post(path), REFUSALS.argument, type);
      assertRefused(await client.put(path, { otp: app.code() }), REFUSALS.argument, type);
    }
    for (const otp of [undefined, null, '', '1'.repeat(257), Number(app.code()), [app.code()]]) {
      assertRefused(await client.put(AUTHENTICATOR, { otp }), REFUSALS.argument, JSON.stringify(otp));
    }
  });

  test('passes a challenge with each code once, even with that of its enrolment, and with none from before', async () => {
    await awaitEarlyInTimeStep();
    const { client } = await signedInUser();
    const app = await enrolAuthenticator(client);
    await passChallenge(client, 'totp', app.code(-1));
    assertRefused(await answerNewChallenge(client, 'totp', app.code(-1)), REFUSALS.token);
    await passChallenge(client, 'totp', app.code());
    assertRefused(await answerNewChallenge(client, 'totp', app.code()), REFUSALS.token);

    const other = await signedInUser();
    const otherApp = await enrolAuthenticator(other.client);
    await passChallenge(other.client, 'totp', otherApp.code());
    assertRefused(await answerNewChallenge(other.client, 'totp', otherApp.code(-1)), REFUSALS.token);
  });
});

describe('an authenticator app that is let go', () => {
  const removeAuthenticator = (client, otp) => client.sendJson('DELETE', AUTHENTICATOR, { otp });

  test('has been asked for by somebody who passed a challenge lately', async () => {
    const { client } = await signedInUser();
    const app = await enrolAuthenticator(client);
    const [code] = await createRecoveryCodes(client);
    await setMfa(client, true);
    assertRefused(await client.delete(AUTHENTICATOR), REFUSALS.challenge);
    assertRefused(await client.delete('/account/mfa/authenticators/TOTP'), REFUSALS.challenge);
    await passChallenge(client, 'totp', app.code());
    assertRefused(await client.delete('/account/mfa/authenticators/TOTP'), REFUSALS.argument);
    const response = assertStatus(await client.delete(AUTHENTICATOR), 204);
    assert.equal(response.text, '');
    assertNoRateLimitHeaders(response);
    assertRefused(await client.delete(AUTHENTICATOR), REFUSALS.authenticator);

    assert.equal(assertStatus(await client.get('/account'), 200).json.mfa, true);
    const { factors } = (await client.get('/account/sessions/current')).json;
    assert.deepEqual(factors, ['password', 'totp']);
    const { totp, recoveryCode } = (await client.get('/account/mfa/factors')).json;
    assert.deepEqual([totp, recoveryCode], [false, true]);
    await passChallenge(client, 'recoveryCode', code);
  });

  test('passes no challenge any more, and asks for no second factor', async () => {
    const { client, guest, user } = await signedInUser();
    const app = await enrolAuthenticator(client);
    await setMfa(client, true);
    const { client: incomplete } = await guest.signIn(user);
    assertRefused(await incomplete.get('/account'), REFUSALS.moreFactors);
    assertStatus(await removeAuthenticator(client, app.code()), 204);
    assertStatus(await incomplete.get('/account'), 200);
    assertRefused(await answerNewChallenge(client, 'totp', app.code()), REFUSALS.token);
  });

  test('need not have been verified', async () => {
    const { client } = await signedInUser();
    const [code] = await createRecoveryCodes(client);
    await passChallenge(client, 'recoveryCode', code);
    assertRefused(await client.delete(AUTHENTICATOR), REFUSALS.authenticator);
    await startEnrolment(client);
    assertStatus(await client.delete(AUTHENTICATOR), 204);
  });

  test('may be replaced by another one, whose codes are its own', async () => {
    const { client } = await signedInUser();
    const former = await enrolAuthenticator(client);
    assertStatus(await removeAuthenticator(client, former.code()), 204);
    const app = await startEnrolment(client);
    assertRefused(await client.put(AUTHENTICATOR, { otp: former.code() }), REFUSALS.token);
    assertStatus(await client.put(AUTHENTICATOR, { otp: app.code() }), 200);
    await passChallenge(client, 'totp', app.code());
  });

  test('shows a right code itself, or leaves for a recovery code, which is then spent', async () => {
    const { client } = await signedInUser();
    assertRefused(await removeAuthenticator(client, '123456'), REFUSALS.authenticator);
    const first = await enrolAuthenticator(client);
    assertRefused(await removeAuthenticator(client, ''), REFUSALS.challenge);
    assertRefused(await removeAuthenticator(client, null), REFUSALS.challenge);
    assertRefused(await removeAuthenticator(client, first.wrongCode()), REFUSALS.token);
    assertStatus(await removeAuthenticator(client, first.code()), 204);

    await enrolAuthenticator(client);
    const [code, ...rest] = await createRecoveryCodes(client);
    assertRefused(await removeAuthenticator(client, '0123456789'), REFUSALS.token);
    assertStatus(await removeAuthenticator(client, code), 204);
    assertRefused(await answerNewChallenge(client, 'recoveryCode', code), REFUSALS.token);
    await passChallenge(client, 'recoveryCode', rest[0]);
    assert.deepEqual((await client.get(RECOVERY_CODES)).json.recoveryCodes, rest.slice(1));
  });

  test('does not leave for a code that has been spent', async () => {
    const { client, guest, user } = await signedInUser();
    const app = await enrolAuthenticator(client);
    const { client: other } = await guest.signIn(user);
    const code = app.code();
    await passChallenge(other, 'totp', code);
    assertRefused(await removeAuthenticator(client, code), REFUSALS.token);
  });

  test('leaves whatever code comes along, if a challenge was passed lately', async () => {
    const { client } = await signedInUser();
    const app = await enrolAuthenticator(client);
    await passChallenge(client, 'totp', app.code());
    assertStatus(await removeAuthenticator(client, app.wrongCode()), 204);
  });

  test(
    'may be guessed at ten times an hour',
    withinOneHour(async () => {
      const { client } = await signedInUser();
      const app = await enrolAuthenticator(client);
      for (let remaining = 9; remaining >= 0; remaining--) {
        const response = await removeAuthenticator(client, app.wrongCode());
        assertRefused(response, REFUSALS.token);
        assertRateLimitHeaders(response, 10, remaining);
      }
      const refused = await removeAuthenticator(client, app.code());
      assertRefused(refused, REFUSALS.rateLimit);
      assertRateLimitHeaders(refused, 10, 0);
      const uncounted = await client.delete(AUTHENTICATOR);
      assertRefused(uncounted, REFUSALS.challenge);
      assertNoRateLimitHeaders(uncounted);
    }),
  );
});

describe('recovery codes', () => {
  test('are six, of ten hexadecimal digits each, which nobody between may keep', async () => {
    const { client, user } = await signedInUser();
    const response = assertStatus(await client.post(RECOVERY_CODES), 201);
    assert.deepEqual(Object.keys(response.json), ['recoveryCodes']);
    const { recoveryCodes } = response.json;
    assert.equal(new Set(recoveryCodes).size, 6);
    recoveryCodes.forEach((code) => assert.match(code, /^[0-9a-f]{10}$/));
    assert.match(response.headers['cache-control'], /no-store/);
    const { $updatedAt, ...account } = assertStatus(await client.get('/account'), 200).json;
    assert.ok($updatedAt > user.account.$updatedAt);
    assert.deepEqual({ ...account, $updatedAt: user.account.$updatedAt }, { ...user.account });
    assertRefused(await client.post(RECOVERY_CODES), REFUSALS.recoveryCodesExist);
  });

  test('are shown and renewed to those who passed a challenge lately, if there are any', async () => {
    const { client } = await signedInUser();
    const app = await enrolAuthenticator(client);
    assertRefused(await client.get(RECOVERY_CODES), REFUSALS.challenge);
    assertRefused(await client.patch(RECOVERY_CODES), REFUSALS.challenge);
    await passChallenge(client, 'totp', app.code());
    assertRefused(await client.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assertRefused(await client.patch(RECOVERY_CODES), REFUSALS.recoveryCodes);
    const first = await createRecoveryCodes(client);
    const shown = assertStatus(await client.get(RECOVERY_CODES), 200);
    assert.deepEqual(shown.json, { recoveryCodes: first });
    assert.match(shown.headers['cache-control'], /no-store/);
    const renewed = assertStatus(await client.patch(RECOVERY_CODES), 200);
    assert.match(renewed.headers['cache-control'], /no-store/);
    const { recoveryCodes: second } = renewed.json;
    assert.equal(new Set([...first, ...second]).size, 12);
    assert.deepEqual((await client.get(RECOVERY_CODES)).json, { recoveryCodes: second });
    assertRefused(await answerNewChallenge(client, 'recoveryCode', first[0]), REFUSALS.token);
    await passChallenge(client, 'recoveryCode', second[0]);
    assert.deepEqual((await client.get(RECOVERY_CODES)).json, { recoveryCodes: second.slice(1) });
  });

  test('are taken to the letter', async () => {
    const { client } = await signedInUser();
    const code = (await createRecoveryCodes(client)).find((some) => /[a-f]/.test(some));
    for (const typed of [code.toUpperCase(), ` ${code}`, `${code}\n`, `${code.slice(0, 5)}-${code.slice(5)}`]) {
      assertRefused(await answerNewChallenge(client, 'recoveryCode', typed), REFUSALS.token, JSON.stringify(typed));
    }
    await passChallenge(client, 'recoveryCode', code);
  });

  test('are spent one by one, and others can be had once all are', async () => {
    const { client } = await signedInUser();
    const codes = await createRecoveryCodes(client);
    for (const [at, code] of codes.entries()) {
      if (at > 0) assert.deepEqual((await client.get(RECOVERY_CODES)).json, { recoveryCodes: codes.slice(at) });
      assertRefused(await client.post(RECOVERY_CODES), REFUSALS.recoveryCodesExist);
      assert.match((await passChallenge(client, 'recoveryCode', code)).mfaUpdatedAt, DATE);
    }
    assertRefused(await answerNewChallenge(client, 'recoveryCode', codes[0]), REFUSALS.token);
    assertRefused(await client.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assertRefused(await client.patch(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assert.equal((await client.get('/account/mfa/factors')).json.recoveryCode, false);
    await createRecoveryCodes(client);
  });

  test('are of use to their owner only', async () => {
    const [mine, theirs] = [await signedInUser(), await signedInUser()];
    const [code] = await createRecoveryCodes(mine.client);
    await createRecoveryCodes(theirs.client);
    assertRefused(await answerNewChallenge(theirs.client, 'recoveryCode', code), REFUSALS.token);
  });
});

test('deleting a user takes all factors along, and whoever gets the ID begins without any', async () => {
  const alice = await signedInUser();
  const { client, guest, user } = alice;
  await enrolAuthenticator(client);
  await createRecoveryCodes(client);
  await addVerifiedPhone(alice);
  await setMfa(client, true);
  assertStatus(await client.delete('/account'), 204);
  await guest.signUp(user);
  const { client: successor } = await guest.signIn(user);
  const factors = assertStatus(await successor.get('/account/mfa/factors'), 200).json;
  assert.deepEqual(Object.values(factors), [false, false, false, false, false]);
  assert.equal(assertStatus(await successor.get('/account'), 200).json.mfa, false);
  await enrolAuthenticator(successor);
  await createRecoveryCodes(successor);
});
