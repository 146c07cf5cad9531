import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AuthenticatorApp, earlyInAStep } from '../harness/authenticator-app.js';
import { Caller } from '../harness/caller.js';
import { REFUSALS } from '../harness/expectations.js';
import { verifiedEmail, verifiedPhone } from '../harness/factors.js';
import { codeTo } from '../harness/mailbox.js';
import { stranger } from '../harness/people.js';
import { Backend, SERVER_GENERATIONS } from '../sdks/server.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

const TYPE = { type: 'totp' };

for (const generation of CHOSEN_GENERATIONS.filter(knowsSecondFactors)) {
  describe(`web SDK ${generation.generation}`, () =>
    secondFactorTests({
      enrolling: async (person) => {
        const page = new Page(generation);
        await page.signUp(person);
        return page;
      },
      signIn: async (person) => {
        const page = new Page(generation);
        await page.signIn(person);
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

  describe(`server SDK ${generation.generation}, with the session of a user`, () =>
    secondFactorTests({
      enrolling: ({ userId, email, password }) => server.call('create', { userId, email, password }),
      signIn,
      factors: generation.sdk.AuthenticationFactor,
      takesCodeForRemoval: generation.generation === 12,
    }));

  test(`server SDK ${generation.generation} enrols an app with a JWT, and lists what there is`, async () => {
    const person = stranger();
    const { userId, email, password } = person;
    await server.call('create', { userId, email, password });
    const { account } = await signIn(person);
    const { jwt } = await account.call('createJWT');
    const bearer = server.withJwt(jwt);
    const { uri } = await mfa(bearer, 'createMFAAuthenticator', TYPE);
    const otp = new AuthenticatorApp(uri).code();
    assert.equal((await mfa(bearer, 'updateMFAAuthenticator', { ...TYPE, otp })).$id, userId);
    assert.equal((await mfa(bearer, 'createMFARecoveryCodes')).recoveryCodes.length, 6);
    const { totp, recoveryCode } = await mfa(bearer, 'listMFAFactors');
    assert.deepEqual([totp, recoveryCode], [true, true]);
    await refused(mfa(bearer, 'getMFARecoveryCodes'), REFUSALS.challenge);
    const { $id: challengeId } = await mfa(bearer, 'createMFAChallenge', { factor: 'totp' });
    await refused(mfa(bearer, 'updateMFAChallenge', { challengeId, otp }), REFUSALS.session);
    assert.equal((await mfa(account, 'updateMFAChallenge', { challengeId, otp })).userId, userId);
  });

  test(`server SDK ${generation.generation} has no second factor with a key alone`, async () => {
    await refused(mfa(server, 'listMFAFactors'), REFUSALS.scope);
    await refused(mfa(server, 'createMFAChallenge', { factor: 'totp' }), REFUSALS.scope);
    await refused(mfa(server, 'updateMFA', { mfa: true }), REFUSALS.scope);
  });
}

/**
 * @param enrolling signs somebody up
 * @param signIn answers with the account and the encoded session
 * @param factors as the SDK spells them
 * @param takesCodeForRemoval whether this generation lets an app go for a code, rather than after a challenge
 */
function secondFactorTests({ enrolling, signIn, factors, takesCodeForRemoval }) {
  const enrolled = async () => {
    const person = stranger();
    await enrolling(person);
    const { account, secret } = await signIn(person);
    const { uri } = await mfa(account, 'createMFAAuthenticator', TYPE);
    const app = new AuthenticatorApp(uri);
    await mfa(account, 'updateMFAAuthenticator', { ...TYPE, otp: app.code() });
    return { person, account, app, caller: new Caller({ 'x-appwrite-session': secret }) };
  };
  const ask = async (account, factor) => (await mfa(account, 'createMFAChallenge', { factor })).$id;
  const answer = (account, challengeId, otp) => mfa(account, 'updateMFAChallenge', { challengeId, otp });
  const pass = async (account, factor, otp) => answer(account, await ask(account, factor), otp);

  test('an app is enrolled by a right code, and by no wrong one', async () => {
    const person = stranger();
    await enrolling(person);
    const { account } = await signIn(person);
    const { secret, uri } = await mfa(account, 'createMFAAuthenticator', TYPE);
    assert.ok(uri.includes(secret));
    const app = new AuthenticatorApp(uri);
    await refused(mfa(account, 'updateMFAAuthenticator', { ...TYPE, otp: app.wrongCode() }), REFUSALS.token);
    const user = await mfa(account, 'updateMFAAuthenticator', { ...TYPE, otp: app.code() });
    assert.deepEqual([user.$id, user.mfa], [person.userId, false]);
    await refused(mfa(account, 'createMFAAuthenticator', TYPE), REFUSALS.authenticatorVerified);
    assert.equal((await mfa(account, 'updateMFA', { mfa: true })).mfa, true);
    assert.equal((await account.call('get')).mfa, true);
  });

  test('a second sign-in is complete once another factor has been proven, whichever', async () => {
    await earlyInAStep();
    const { person, account, app, caller } = await enrolled();
    await verifiedEmail({ caller, person });
    const phone = await verifiedPhone({ caller, person });
    const { recoveryCodes } = await mfa(account, 'createMFARecoveryCodes');
    await mfa(account, 'updateMFA', { mfa: true });
    const received = {
      [factors.Totp]: async () => app.code(),
      [factors.Email]: () => codeTo(person.email),
      [factors.Phone]: () => codeTo(phone, 2),
      [factors.Recoverycode]: async () => recoveryCodes[0],
      recoveryCode: async () => recoveryCodes[1],
    };
    for (const [factor, code] of Object.entries(received)) {
      const { account: second } = await signIn(person);
      await refused(second.call('get'), REFUSALS.moreFactors);
      const { totp, phone, email, recoveryCode } = await mfa(second, 'listMFAFactors');
      assert.deepEqual([totp, phone, email, recoveryCode], [true, true, true, true]);
      const challengeId = await ask(second, factor);
      const otp = await code();
      const session = await answer(second, challengeId, otp);
      const known = factor === 'recoverycode' ? 'recoveryCode' : factor;
      assert.deepEqual([session.factors, session.current], [['password', known], true]);
      assert.equal((await second.call('get')).$id, person.userId);
      await refused(answer(second, challengeId, otp), REFUSALS.token);
      await refused(pass(second, factor, otp), REFUSALS.token);
    }
  });

  test('whoever cannot prove another factor can leave', async () => {
    const { person, account } = await enrolled();
    await mfa(account, 'updateMFA', { mfa: true });
    const { account: second } = await signIn(person);
    await refused(second.call('deleteSessions'), REFUSALS.moreFactors);
    await second.call('deleteSession', { sessionId: 'current' });
    await refused(second.call('get'), REFUSALS.guest);
    await refused(mfa(second, 'listMFAFactors'), REFUSALS.guest);
  });

  test('recovery codes are shown again and renewed after a challenge', async () => {
    const { account, app } = await enrolled();
    const { recoveryCodes } = await mfa(account, 'createMFARecoveryCodes');
    await refused(mfa(account, 'createMFARecoveryCodes'), REFUSALS.recoveryCodesExist);
    await refused(mfa(account, 'getMFARecoveryCodes'), REFUSALS.challenge);
    await refused(mfa(account, 'updateMFARecoveryCodes'), REFUSALS.challenge);
    await pass(account, factors.Totp, app.code());
    assert.deepEqual((await mfa(account, 'getMFARecoveryCodes')).recoveryCodes, recoveryCodes);
    const { recoveryCodes: renewed } = await mfa(account, 'updateMFARecoveryCodes');
    assert.deepEqual((await mfa(account, 'getMFARecoveryCodes')).recoveryCodes, renewed);
    await refused(pass(account, factors.Recoverycode, recoveryCodes[0]), REFUSALS.token);
    await pass(account, factors.Recoverycode, renewed[0]);
    assert.deepEqual((await mfa(account, 'getMFARecoveryCodes')).recoveryCodes, renewed.slice(1));
  });

  test('an app is let go, and the second factor can be switched off', async () => {
    const { account, app } = await enrolled();
    await mfa(account, 'updateMFA', { mfa: true });
    const removed = (otp) => mfa(account, 'deleteMFAAuthenticator', takesCodeForRemoval ? { ...TYPE, otp } : TYPE);
    if (takesCodeForRemoval) {
      await refused(removed(app.wrongCode()), REFUSALS.token);
    } else {
      await refused(removed(), REFUSALS.challenge);
      await pass(account, factors.Totp, app.code());
    }
    await removed(app.code());
    assert.equal((await mfa(account, 'listMFAFactors')).totp, false);
    assert.equal((await mfa(account, 'updateMFA', { mfa: false })).mfa, false);
  });
}

/** Generations spell it either way, and those that know both mean the same. */
function mfa(account, method, parameters) {
  return account.call(account.can(method) ? method : method.replace('MFA', 'Mfa'), parameters);
}

function knowsSecondFactors(generation) {
  return new Page(generation).can('createMfaChallenge');
}

function refused(call, refusal) {
  return assert.rejects(call, { name: 'AppwriteException', ...refusal });
}
