import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { AuthenticatorApp, awaitEarlyInTimeStep } from '../harness/authenticator-app.js';
import { REFUSALS } from '../harness/expectations.js';
import { addVerifiedPhone, verifyEmail } from '../harness/factors.js';
import { awaitCode } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';
import { Backend, SERVER_GENERATIONS } from '../sdks/server.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

const TYPE = { type: 'totp' };

for (const generation of CHOSEN_GENERATIONS.filter(knowsSecondFactors)) {
  describe(`MFA with web SDK ${generation.generation}`, () =>
    secondFactorTests({
      signUp: async (user) => {
        const page = new Page(generation);
        await page.signUp(user);
        return page;
      },
      signIn: async (user) => {
        const page = new Page(generation);
        await page.signIn(user);
        return { account: page, secret: page.secret };
      },
      factors: new Page(generation).sdk.AuthenticationFactor,
      takesCodeForRemoval: generation.generation === 14,
    }));
}

for (const generation of SERVER_GENERATIONS) {
  const server = new Backend(generation);
  const signIn = async ({ email, password }) => {
    const { secret } = await server.call('createEmailPasswordSession', { email, password });
    return { account: server.withSession(secret), secret };
  };

  describe(`MFA with server SDK ${generation.generation} and the session of a user`, () =>
    secondFactorTests({
      signUp: ({ userId, email, password }) => server.call('create', { userId, email, password }),
      signIn,
      factors: generation.sdk.AuthenticationFactor,
      takesCodeForRemoval: generation.generation === 12,
    }));

  test(`server SDK ${generation.generation} enrols an app and lists factors with a JWT, which cannot answer a challenge`, async () => {
    const user = randomUser();
    const { userId, email, password } = user;
    await server.call('create', { userId, email, password });
    const { account } = await signIn(user);
    const { jwt } = await account.call('createJWT');
    const bearer = server.withJwt(jwt);
    const { uri } = await mfa(bearer, 'createMFAAuthenticator', TYPE);
    const otp = new AuthenticatorApp(uri).code();
    assert.equal((await mfa(bearer, 'updateMFAAuthenticator', { ...TYPE, otp })).$id, userId);
    assert.equal((await mfa(bearer, 'createMFARecoveryCodes')).recoveryCodes.length, 6);
    const { totp, recoveryCode } = await mfa(bearer, 'listMFAFactors');
    assert.deepEqual([totp, recoveryCode], [true, true]);
    await assertRejected(mfa(bearer, 'getMFARecoveryCodes'), REFUSALS.challenge);
    const { $id: challengeId } = await mfa(bearer, 'createMFAChallenge', { factor: 'totp' });
    await assertRejected(mfa(bearer, 'updateMFAChallenge', { challengeId, otp }), REFUSALS.session);
    assert.equal((await mfa(account, 'updateMFAChallenge', { challengeId, otp })).userId, userId);
  });

  test(`server SDK ${generation.generation} cannot use MFA with an API key`, async () => {
    await assertRejected(mfa(server, 'listMFAFactors'), REFUSALS.scope);
    await assertRejected(mfa(server, 'createMFAChallenge', { factor: 'totp' }), REFUSALS.scope);
    await assertRejected(mfa(server, 'updateMFA', { mfa: true }), REFUSALS.scope);
  });
}

/**
 * @param signUp creates a user
 * @param signIn resolves to the account API of the user and the encoded session
 * @param factors the names of factors in the SDK
 * @param takesCodeForRemoval whether this generation removes an app with a code, not after a challenge
 */
function secondFactorTests({ signUp, signIn, factors, takesCodeForRemoval }) {
  const signUpWithAuthenticator = async () => {
    const user = randomUser();
    await signUp(user);
    const { account, secret } = await signIn(user);
    const { uri } = await mfa(account, 'createMFAAuthenticator', TYPE);
    const app = new AuthenticatorApp(uri);
    await mfa(account, 'updateMFAAuthenticator', { ...TYPE, otp: app.code() });
    return { user, account, app, client: new ApiClient({ 'x-appwrite-session': secret }) };
  };
  const createChallenge = async (account, factor) => (await mfa(account, 'createMFAChallenge', { factor })).$id;
  const answerChallenge = (account, challengeId, otp) => mfa(account, 'updateMFAChallenge', { challengeId, otp });
  const passChallenge = async (account, factor, otp) =>
    answerChallenge(account, await createChallenge(account, factor), otp);

  test('a right code completes the enrolment of an app, a wrong one does not', async () => {
    const user = randomUser();
    await signUp(user);
    const { account } = await signIn(user);
    const { secret, uri } = await mfa(account, 'createMFAAuthenticator', TYPE);
    assert.ok(uri.includes(secret));
    const app = new AuthenticatorApp(uri);
    await assertRejected(mfa(account, 'updateMFAAuthenticator', { ...TYPE, otp: app.wrongCode() }), REFUSALS.token);
    const updated = await mfa(account, 'updateMFAAuthenticator', { ...TYPE, otp: app.code() });
    assert.deepEqual([updated.$id, updated.mfa], [user.userId, false]);
    await assertRejected(mfa(account, 'createMFAAuthenticator', TYPE), REFUSALS.authenticatorVerified);
    assert.equal((await mfa(account, 'updateMFA', { mfa: true })).mfa, true);
    assert.equal((await account.call('get')).mfa, true);
  });

  test('a challenge of any factor completes a session', async () => {
    await awaitEarlyInTimeStep();
    const { user, account, app, client } = await signUpWithAuthenticator();
    await verifyEmail({ client, user });
    const phone = await addVerifiedPhone({ client, user });
    const { recoveryCodes } = await mfa(account, 'createMFARecoveryCodes');
    await mfa(account, 'updateMFA', { mfa: true });
    const received = {
      [factors.Totp]: async () => app.code(),
      [factors.Email]: () => awaitCode(user.email),
      [factors.Phone]: () => awaitCode(phone, 2),
      [factors.Recoverycode]: async () => recoveryCodes[0],
      recoveryCode: async () => recoveryCodes[1],
    };
    for (const [factor, code] of Object.entries(received)) {
      const { account: second } = await signIn(user);
      await assertRejected(second.call('get'), REFUSALS.moreFactors);
      const { totp, phone, email, recoveryCode } = await mfa(second, 'listMFAFactors');
      assert.deepEqual([totp, phone, email, recoveryCode], [true, true, true, true]);
      const challengeId = await createChallenge(second, factor);
      const otp = await code();
      const session = await answerChallenge(second, challengeId, otp);
      const known = factor === 'recoverycode' ? 'recoveryCode' : factor;
      assert.deepEqual([session.factors, session.current], [['password', known], true]);
      assert.equal((await second.call('get')).$id, user.userId);
      await assertRejected(answerChallenge(second, challengeId, otp), REFUSALS.token);
      await assertRejected(passChallenge(second, factor, otp), REFUSALS.token);
    }
  });

  test('a session that lacks a factor can be ended', async () => {
    const { user, account } = await signUpWithAuthenticator();
    await mfa(account, 'updateMFA', { mfa: true });
    const { account: second } = await signIn(user);
    await assertRejected(second.call('deleteSessions'), REFUSALS.moreFactors);
    await second.call('deleteSession', { sessionId: 'current' });
    await assertRejected(second.call('get'), REFUSALS.guest);
    await assertRejected(mfa(second, 'listMFAFactors'), REFUSALS.guest);
  });

  test('recovery codes can be read and regenerated after a challenge', async () => {
    const { account, app } = await signUpWithAuthenticator();
    const { recoveryCodes } = await mfa(account, 'createMFARecoveryCodes');
    await assertRejected(mfa(account, 'createMFARecoveryCodes'), REFUSALS.recoveryCodesExist);
    await assertRejected(mfa(account, 'getMFARecoveryCodes'), REFUSALS.challenge);
    await assertRejected(mfa(account, 'updateMFARecoveryCodes'), REFUSALS.challenge);
    await passChallenge(account, factors.Totp, app.code());
    assert.deepEqual((await mfa(account, 'getMFARecoveryCodes')).recoveryCodes, recoveryCodes);
    const { recoveryCodes: renewed } = await mfa(account, 'updateMFARecoveryCodes');
    assert.deepEqual((await mfa(account, 'getMFARecoveryCodes')).recoveryCodes, renewed);
    await assertRejected(passChallenge(account, factors.Recoverycode, recoveryCodes[0]), REFUSALS.token);
    await passChallenge(account, factors.Recoverycode, renewed[0]);
    assert.deepEqual((await mfa(account, 'getMFARecoveryCodes')).recoveryCodes, renewed.slice(1));
  });

  test('an app can be removed, and MFA can be disabled', async () => {
    const { account, app } = await signUpWithAuthenticator();
    await mfa(account, 'updateMFA', { mfa: true });
    const removeAuthenticator = (otp) =>
      mfa(account, 'deleteMFAAuthenticator', takesCodeForRemoval ? { ...TYPE, otp } : TYPE);
    if (takesCodeForRemoval) {
      await assertRejected(removeAuthenticator(app.wrongCode()), REFUSALS.token);
    } else {
      await assertRejected(removeAuthenticator(), REFUSALS.challenge);
      await passChallenge(account, factors.Totp, app.code());
    }
    await removeAuthenticator(app.code());
    assert.equal((await mfa(account, 'listMFAFactors')).totp, false);
    assert.equal((await mfa(account, 'updateMFA', { mfa: false })).mfa, false);
  });
}

/** SDK generations spell methods with `MFA` or `Mfa`; where both exist, they are equivalent. */
function mfa(account, method, parameters) {
  return account.call(account.supports(method) ? method : method.replace('MFA', 'Mfa'), parameters);
}

function knowsSecondFactors(generation) {
  return new Page(generation).supports('createMfaChallenge');
}

function assertRejected(call, refusal) {
  return assert.rejects(call, { name: 'AppwriteException', ...refusal });
}
