import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient } from '../harness/api-client.js';
import { awaitEarlyInTimeStep } from '../harness/authenticator-app.js';
import { generateSharedKeys, projectProperties } from '../harness/configuration.js';
import { assertNotLogged, assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
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
import { suiteFixture } from '../harness/installation.js';
import { MessageReceiver } from '../harness/message-receiver.js';
import { awaitCode } from '../harness/messages.js';

const ALL_DISABLED = { 'mfa.totp': false, 'mfa.email': false, 'mfa.phone': false };

/** One project for each policy, and one with the defaults. */
const PROJECTS = {
  plain: {},
  strict: { strict: true },
  nofactors: ALL_DISABLED,
  noemailfactor: { 'mfa.email': false },
  shortchallenge: { 'validity.mfa-challenge': '1S' },
};

const fixture = suiteFixture(
  async (installation) => {
    const receiver = await MessageReceiver.open();
    const { url } = await installation.start(receiver.properties);
    return { url, receiver, installation };
  },
  projectProperties(PROJECTS) + generateSharedKeys(Object.keys(PROJECTS)),
);

const guest = (project) => new ApiClient({ 'x-appwrite-project': project }, fixture.url);
const removeAuthenticator = (client, otp) => client.sendJson('DELETE', AUTHENTICATOR, { otp });

async function signedInUser(project) {
  const user = await guest(project).signUp();
  return { user, ...(await guest(project).signIn(user)) };
}

/** @returns a user with MFA enabled in a session that is complete but has not passed a challenge */
async function userWithMfa(project) {
  const alice = await signedInUser(project);
  await verifyEmail(alice, fixture.receiver.url);
  await setMfa(alice.client, true);
  return alice;
}

async function passEmailChallenge({ client, user }) {
  const challengeId = await createChallenge(client, 'email');
  const otp = await awaitCode(user.email, 1, fixture.receiver.url);
  assertStatus(await client.put(CHALLENGES, { challengeId, otp }), 200);
}

describe('second factors in a strict project', () => {
  const CHANGES = [
    ['PATCH', '/account/mfa', { mfa: false }],
    ['POST', AUTHENTICATOR],
    ['PUT', AUTHENTICATOR, { otp: '123456' }],
    ['POST', RECOVERY_CODES],
  ];

  test('a strict project requires a recent challenge for every change of second factors by users who have one', async () => {
    const alice = await userWithMfa('strict');
    const { client } = alice;
    for (const [method, path, body] of CHANGES) {
      assertRefused(await client.sendJson(method, path, body), REFUSALS.challenge, `${method} ${path}`);
    }
    assertRefused(await client.put(AUTHENTICATOR, {}), REFUSALS.challenge);
    assertRefused(await client.patch('/account/mfa', { mfa: 'false' }), REFUSALS.argument);
    await setMfa(client, true);
    await passEmailChallenge(alice);
    await enrolAuthenticator(client);
    await createRecoveryCodes(client);
    assert.equal((await setMfa(client, false)).mfa, false);
  });

  test('a strict project requires no challenge of users who have no second factor', async () => {
    const { client } = await signedInUser('strict');
    await enrolAuthenticator(client);
    await createRecoveryCodes(client);
    await setMfa(client, false);
  });

  test('a strict project refuses changes of second factors with a JWT, which has no recent challenge', async () => {
    const { client } = await userWithMfa('strict');
    const { jwt } = assertStatus(await client.post('/account/jwts'), 201).json;
    const bearer = guest('strict').with({ 'x-appwrite-jwt': jwt });
    for (const [method, path, body] of CHANGES) {
      assertRefused(await bearer.sendJson(method, path, body), REFUSALS.challenge, `${method} ${path}`);
    }
  });

  test('a strict project refuses the code of the enrolment as the answer to a challenge', async () => {
    await awaitEarlyInTimeStep();
    const { client } = await signedInUser('strict');
    const app = await startEnrolment(client);
    const code = app.code(-1);
    assertStatus(await client.put(AUTHENTICATOR, { otp: code }), 200);
    assertRefused(await answerNewChallenge(client, 'totp', code), REFUSALS.token);
    assertRefused(await removeAuthenticator(client, code), REFUSALS.token);
    await passChallenge(client, 'totp', app.code());
  });

  test('a strict project returns recovery codes only when they are created', async () => {
    const { client } = await signedInUser('strict');
    const first = await createRecoveryCodes(client);
    assert.equal(first.length, 6);
    await passChallenge(client, 'recoveryCode', first[0]);
    assertRefused(await client.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    const { recoveryCodes: second } = assertStatus(await client.patch(RECOVERY_CODES), 200).json;
    assert.equal(second.length, 6);
    assertRefused(await client.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assertRefused(await answerNewChallenge(client, 'recoveryCode', first[1]), REFUSALS.token);
    await passChallenge(client, 'recoveryCode', second[0]);
    assertRefused(await answerNewChallenge(client, 'recoveryCode', second[0]), REFUSALS.token);
  });

  test('an authenticator app can be removed with one of its codes in every project', async () => {
    await awaitEarlyInTimeStep();
    for (const project of ['strict', 'plain']) {
      const { client } = await signedInUser(project);
      const app = await startEnrolment(client);
      assertStatus(await client.put(AUTHENTICATOR, { otp: app.code(-1) }), 200);
      assertRefused(await removeAuthenticator(client, undefined), REFUSALS.challenge);
      assertStatus(await removeAuthenticator(client, app.code()), 204);
    }
  });
});

test('a project that is not strict requires no recent challenge for changes of second factors', async () => {
  const { client } = await userWithMfa('plain');
  await enrolAuthenticator(client);
  await createRecoveryCodes(client);
  await setMfa(client, false);
});

test('recovery codes can no longer be read on a node on which their project is strict, but still pass a challenge', async () => {
  const { client } = await signedInUser('plain');
  const [first, second] = await createRecoveryCodes(client);
  await passChallenge(client, 'recoveryCode', first);
  assertStatus(await client.get(RECOVERY_CODES), 200);
  const strict = await fixture.installation.startNode({
    ...fixture.receiver.properties,
    'gatehouse.projects.plain.policies.strict': true,
  });
  const onStrictNode = client.withOrigin(strict.url);
  assertRefused(await onStrictNode.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
  await passChallenge(onStrictNode, 'recoveryCode', second);
  await strict.stop();
});

describe('a project that disables all factors', () => {
  test('disabled factors are not listed, and challenges for them are refused', async () => {
    const alice = await signedInUser('nofactors');
    const { client } = alice;
    await enrolAuthenticator(client);
    await verifyEmail(alice, fixture.receiver.url);
    await addVerifiedPhone(alice, fixture.receiver.url);
    for (const factor of ['totp', 'TOTP', 'email', 'phone', 'custom']) {
      assertRefused(await client.post(CHALLENGES, { factor }), REFUSALS.methodDisabled, factor);
    }
    const { totp, email, phone } = assertStatus(await client.get('/account/mfa/factors'), 200).json;
    assert.deepEqual([totp, email, phone], [false, false, false]);
  });

  test('recovery codes cannot be disabled', async () => {
    const { client } = await signedInUser('nofactors');
    const [code] = await createRecoveryCodes(client);
    assert.equal((await client.get('/account/mfa/factors')).json.recoveryCode, true);
    await passChallenge(client, 'recoveryCode', code);
  });
});

test('disabling the factor e-mail leaves the other factors enabled', async () => {
  const alice = await signedInUser('noemailfactor');
  const { client } = alice;
  await verifyEmail(alice, fixture.receiver.url);
  const app = await enrolAuthenticator(client);
  assertRefused(await client.post(CHALLENGES, { factor: 'email' }), REFUSALS.methodDisabled);
  const { totp, email } = (await client.get('/account/mfa/factors')).json;
  assert.deepEqual([totp, email], [true, false]);
  await passChallenge(client, 'totp', app.code());
});

test('a challenge is refused while its factor is disabled, and can be passed when it is enabled again', async () => {
  const { client, user } = await userWithMfa('plain');
  const challengeId = await createChallenge(client, 'email');
  const otp = await awaitCode(user.email, 1, fixture.receiver.url);
  const nodeWithoutEmail = await fixture.installation.startNode({
    ...fixture.receiver.properties,
    'gatehouse.projects.plain.policies.mfa.email': false,
  });
  const onThatNode = client.withOrigin(nodeWithoutEmail.url);
  assertRefused(await onThatNode.put(CHALLENGES, { challengeId, otp }), REFUSALS.methodDisabled);
  await nodeWithoutEmail.stop();
  assertStatus(await client.put(CHALLENGES, { challengeId, otp }), 200);
});

test('a challenge is refused after its configured validity', async () => {
  const { client } = await signedInUser('shortchallenge');
  const [code] = await createRecoveryCodes(client);
  const { $id: challengeId, expire } = assertStatus(
    await client.post(CHALLENGES, { factor: 'recoveryCode' }),
    201,
  ).json;
  await pause(Date.parse(expire) - Date.now() + 50);
  assertRefused(await client.put(CHALLENGES, { challengeId, otp: code }), REFUSALS.token);
  await passChallenge(client, 'recoveryCode', code);
});

test('TOTP secrets, recovery codes and other codes do not occur in the log', async () => {
  const { client } = await signedInUser('plain');
  const { secret } = assertStatus(await client.post(AUTHENTICATOR), 200).json;
  const codes = await createRecoveryCodes(client);
  assertRefused(await answerNewChallenge(client, 'totp', '918273'), REFUSALS.token);
  assertRefused(await removeAuthenticator(client, codes[0].repeat(26)), REFUSALS.argument);
  await passChallenge(client, 'recoveryCode', codes[0]);
  const sent = fixture.receiver.messages.map(({ code }) => code).filter(Boolean);
  assertNotLogged([secret, '918273', ...codes, ...sent], fixture.installation.log());
});
