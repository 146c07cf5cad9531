import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { AuthenticatorApp, awaitEarlyInTimeStep } from '../harness/authenticator-app.js';
import { assertRefused, assertRefusedUnchanged, assertStatus, DATE, REFUSALS } from '../harness/expectations.js';
import {
  addVerifiedPhone,
  answerNewChallenge,
  AUTHENTICATOR,
  createRecoveryCodes,
  enrolAuthenticator,
  passChallenge,
  RECOVERY_CODES,
  setMfa,
  startEnrolment,
} from '../harness/factors.js';
import { awaitCode } from '../harness/messages.js';
import { assertNoRateLimitHeaders, assertRateLimitHeaders, withinOneWindow } from '../harness/rate-limits.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

describe('enrolling an authenticator app', () => {
  test('starting the enrolment of an app returns a secret and a URI with the same secret, and forbids caching', async () => {
    const { client, user } = await signedInUser();
    const response = assertStatus(await client.post(AUTHENTICATOR), 200);
    assert.deepEqual(Object.keys(response.json), ['secret', 'uri']);
    const { secret, uri } = response.json;
    assert.match(secret, /^[A-Z2-7]{103}$/);
    assert.equal(uri, `otpauth://totp/${encodeURIComponent(`Demo:${user.email}`)}?issuer=Demo&secret=${secret}`);
    assert.match(response.headers['cache-control'], /no-store/);
    assert.deepEqual(new AuthenticatorApp(uri).label, { issuer: 'Demo', label: user.email });
  });

  test('the label in the URI of an app is the e-mail address, else the phone number, else the name, else the ID', async () => {
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
    const phoneUser = guest.withSessionFrom(await guest.put('/account/sessions/phone', { userId, secret })).client;
    assert.equal(await labelOf(phoneUser), phone);
  });

  test('a right code completes the enrolment, which changes nothing of the account and adds the factor to the session', async () => {
    const { client, user, session } = await signedInUser();
    const app = await startEnrolment(client);
    const putWrongCode = () => client.put(AUTHENTICATOR, { otp: app.wrongCode() });
    await assertRefusedUnchanged(client, putWrongCode, REFUSALS.token);
    const account = assertStatus(await client.put(AUTHENTICATOR, { otp: app.code() }), 200).json;
    assert.deepEqual(account, user.account);
    assert.deepEqual(Object.keys(account), Object.keys(user.account));
    const { factors, mfaUpdatedAt } = assertStatus(await client.get('/account/sessions/current'), 200).json;
    assert.deepEqual([factors, mfaUpdatedAt], [[...session.factors, 'totp'], '']);
  });

  test('a TOTP code of the previous time step is accepted, an older or a later one is not', async () => {
    await awaitEarlyInTimeStep();
    const { client } = await signedInUser();
    const app = await startEnrolment(client);
    for (const steps of [-2, 1]) {
      assertRefused(await client.put(AUTHENTICATOR, { otp: app.code(steps) }), REFUSALS.token, String(steps));
    }
    assertStatus(await client.put(AUTHENTICATOR, { otp: app.code(-1) }), 200);
  });

  test('starting the enrolment again replaces an unverified secret', async () => {
    const { client } = await signedInUser();
    const former = await startEnrolment(client);
    const app = await startEnrolment(client);
    assertRefused(await client.put(AUTHENTICATOR, { otp: former.code() }), REFUSALS.token);
    assertStatus(await client.put(AUTHENTICATOR, { otp: app.code() }), 200);
  });

  test('a verified app cannot be enrolled again, and an enrolment cannot be completed before it is started', async () => {
    const { client } = await signedInUser();
    assertRefused(await client.put(AUTHENTICATOR, { otp: '123456' }), REFUSALS.authenticator);
    const app = await enrolAuthenticator(client);
    assertRefused(await client.post(AUTHENTICATOR), REFUSALS.authenticatorVerified);
    assertRefused(await client.put(AUTHENTICATOR, { otp: app.code() }), REFUSALS.authenticatorVerified);
  });

  test('the authenticator type has to be totp in lower case, and the code a string of 1 to 256 characters', async () => {
    const { client } = await signedInUser();
    const app = await startEnrolment(client);
    await createRecoveryCodes(client);
    for (const type of ['TOTP', 'email', 'recoveryCode', 'x']) {
      const path = `/account/mfa/authenticators/${type}`;
      assertRefused(await client.post(path), REFUSALS.argument, type);
      assertRefused(await client.put(path, { otp: app.code() }), REFUSALS.argument, type);
    }
    for (const otp of [undefined, null, '', '1'.repeat(257), true, [app.code()]]) {
      assertRefused(await client.put(AUTHENTICATOR, { otp }), REFUSALS.argument, JSON.stringify(otp));
    }
  });

  test('a TOTP code passes one challenge, also the code of the enrolment, and no older code is accepted afterwards', async () => {
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

describe('removing an authenticator app', () => {
  const removeAuthenticator = (client, otp) => client.sendJson('DELETE', AUTHENTICATOR, { otp });

  test('removing an app requires a recent challenge, and keeps MFA, recovery codes and the factors of the session', async () => {
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

  test('after the removal of an app its codes are refused, and no second factor is required', async () => {
    const { client, guest, user } = await signedInUser();
    const app = await enrolAuthenticator(client);
    await setMfa(client, true);
    const { client: incomplete } = await guest.signIn(user);
    assertRefused(await incomplete.get('/account'), REFUSALS.moreFactors);
    assertStatus(await removeAuthenticator(client, app.code()), 204);
    assertStatus(await incomplete.get('/account'), 200);
    assertRefused(await answerNewChallenge(client, 'totp', app.code()), REFUSALS.token);
  });

  test('an unverified app can be removed as well', async () => {
    const { client } = await signedInUser();
    const [code] = await createRecoveryCodes(client);
    await passChallenge(client, 'recoveryCode', code);
    assertRefused(await client.delete(AUTHENTICATOR), REFUSALS.authenticator);
    await startEnrolment(client);
    assertStatus(await client.delete(AUTHENTICATOR), 204);
  });

  test('after the removal of an app another one can be enrolled, and codes of the former one are refused', async () => {
    const { client } = await signedInUser();
    const former = await enrolAuthenticator(client);
    assertStatus(await removeAuthenticator(client, former.code()), 204);
    const app = await startEnrolment(client);
    assertRefused(await client.put(AUTHENTICATOR, { otp: former.code() }), REFUSALS.token);
    assertStatus(await client.put(AUTHENTICATOR, { otp: app.code() }), 200);
    await passChallenge(client, 'totp', app.code());
  });

  test('a code of the app or a recovery code, which is then used, removes the app without a recent challenge', async () => {
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

  test('a used code does not remove the app', async () => {
    const { client, guest, user } = await signedInUser();
    const app = await enrolAuthenticator(client);
    const { client: other } = await guest.signIn(user);
    const code = app.code();
    await passChallenge(other, 'totp', code);
    assertRefused(await removeAuthenticator(client, code), REFUSALS.token);
  });

  test('after a recent challenge the code in a request to remove the app is ignored', async () => {
    const { client } = await signedInUser();
    const app = await enrolAuthenticator(client);
    await passChallenge(client, 'totp', app.code());
    assertStatus(await removeAuthenticator(client, app.wrongCode()), 204);
  });

  test(
    'the rate limit of removing the app with a code is ten per hour',
    withinOneWindow(async () => {
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
      const withoutCode = await client.delete(AUTHENTICATOR);
      assertRefused(withoutCode, REFUSALS.challenge);
      assertNoRateLimitHeaders(withoutCode);
    }),
  );
});

describe('recovery codes', () => {
  test('there are six recovery codes of ten hexadecimal digits each, and the response forbids caching', async () => {
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

  test('reading and regenerating recovery codes requires a recent challenge and existing codes', async () => {
    const { client } = await signedInUser();
    const app = await enrolAuthenticator(client);
    assertRefused(await client.get(RECOVERY_CODES), REFUSALS.challenge);
    assertRefused(await client.patch(RECOVERY_CODES), REFUSALS.challenge);
    await passChallenge(client, 'totp', app.code());
    assertRefused(await client.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assertRefused(await client.patch(RECOVERY_CODES), REFUSALS.recoveryCodes);
    const first = await createRecoveryCodes(client);
    const read = assertStatus(await client.get(RECOVERY_CODES), 200);
    assert.deepEqual(read.json, { recoveryCodes: first });
    assert.match(read.headers['cache-control'], /no-store/);
    const regenerated = assertStatus(await client.patch(RECOVERY_CODES), 200);
    assert.match(regenerated.headers['cache-control'], /no-store/);
    const { recoveryCodes: second } = regenerated.json;
    assert.equal(new Set([...first, ...second]).size, 12);
    assert.deepEqual((await client.get(RECOVERY_CODES)).json, { recoveryCodes: second });
    assertRefused(await answerNewChallenge(client, 'recoveryCode', first[0]), REFUSALS.token);
    await passChallenge(client, 'recoveryCode', second[0]);
    assert.deepEqual((await client.get(RECOVERY_CODES)).json, { recoveryCodes: second.slice(1) });
  });

  test('a recovery code with a digit too many or too few is refused, and remains usable', async () => {
    const { client } = await signedInUser();
    const [code] = await createRecoveryCodes(client);
    for (const wrong of [`${code}0`, code.slice(1), `0x${code}`]) {
      assertRefused(await answerNewChallenge(client, 'recoveryCode', wrong), REFUSALS.token, wrong);
    }
    await passChallenge(client, 'recoveryCode', code);
  });

  test('each recovery code passes one challenge, and new ones can be created when all are used', async () => {
    const { client } = await signedInUser();
    const codes = await createRecoveryCodes(client);
    for (const [index, code] of codes.entries()) {
      if (index > 0) assert.deepEqual((await client.get(RECOVERY_CODES)).json, { recoveryCodes: codes.slice(index) });
      assertRefused(await client.post(RECOVERY_CODES), REFUSALS.recoveryCodesExist);
      assert.match((await passChallenge(client, 'recoveryCode', code)).mfaUpdatedAt, DATE);
    }
    assertRefused(await answerNewChallenge(client, 'recoveryCode', codes[0]), REFUSALS.token);
    assertRefused(await client.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assertRefused(await client.patch(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assert.equal((await client.get('/account/mfa/factors')).json.recoveryCode, false);
    await createRecoveryCodes(client);
  });

  test('a recovery code of another user is refused', async () => {
    const [alice, bob] = [await signedInUser(), await signedInUser()];
    const [code] = await createRecoveryCodes(alice.client);
    await createRecoveryCodes(bob.client);
    assertRefused(await answerNewChallenge(bob.client, 'recoveryCode', code), REFUSALS.token);
  });
});

test('deleting the account deletes all factors: a new account with the same ID has none', async () => {
  const alice = await signedInUser();
  const { client, guest, user } = alice;
  await enrolAuthenticator(client);
  await createRecoveryCodes(client);
  await addVerifiedPhone(alice);
  await setMfa(client, true);
  assertStatus(await client.delete('/account'), 204);
  await guest.signUp(user);
  const { client: newClient } = await guest.signIn(user);
  const factors = assertStatus(await newClient.get('/account/mfa/factors'), 200).json;
  assert.deepEqual(Object.values(factors), [false, false, false, false, false]);
  assert.equal(assertStatus(await newClient.get('/account'), 200).json.mfa, false);
  await enrolAuthenticator(newClient);
  await createRecoveryCodes(newClient);
});
