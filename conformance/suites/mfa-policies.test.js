import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { awaitEarlyInTimeStep } from '../harness/authenticator-app.js';
import { ApiClient } from '../harness/api-client.js';
import { projectProperties, generateSharedKeys } from '../harness/configuration.js';
import { assertRefused, assertNotLogged, assertStatus, REFUSALS } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  startEnrolment,
  createChallenge,
  CHALLENGES,
  enrolAuthenticator,
  passChallenge,
  answerNewChallenge,
  RECOVERY_CODES,
  createRecoveryCodes,
  setMfa,
  verifyEmail,
  addVerifiedPhone,
} from '../harness/factors.js';
import { suiteFixture } from '../harness/installation.js';
import { awaitCode } from '../harness/messages.js';
import { MessageReceiver } from '../harness/message-receiver.js';

const NONE = { 'mfa.totp': false, 'mfa.email': false, 'mfa.phone': false };

/** One project for each policy, and one without any. */
const PROJECTS = {
  plain: {},
  strict: { strict: true },
  bare: NONE,
  mailless: { 'mfa.email': false },
  brief: { 'validity.mfa-challenge': '1S' },
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

/** Somebody who needs two factors, and has proven both without ever passing a challenge. */
async function userWithMfa(project) {
  const alice = await signedInUser(project);
  await verifyEmail(alice, fixture.receiver.url);
  await setMfa(alice.client, true);
  return alice;
}

async function passedByMail({ client, user }) {
  const challengeId = await createChallenge(client, 'email');
  const otp = await awaitCode(user.email, 1, fixture.receiver.url);
  assertStatus(await client.put(CHALLENGES, { challengeId, otp }), 200);
}

describe('a strict project', () => {
  const GUARDED = [
    ['PATCH', '/account/mfa', { mfa: false }],
    ['POST', AUTHENTICATOR],
    ['PUT', AUTHENTICATOR, { otp: '123456' }],
    ['POST', RECOVERY_CODES],
  ];

  test('wants a challenge passed lately before anything about the second factor is changed', async () => {
    const alice = await userWithMfa('strict');
    const { client } = alice;
    for (const [method, path, body] of GUARDED) {
      assertRefused(await client.sendJson(method, path, body), REFUSALS.challenge, `${method} ${path}`);
    }
    assertRefused(await client.put(AUTHENTICATOR, {}), REFUSALS.challenge);
    assertRefused(await client.patch('/account/mfa', { mfa: 'false' }), REFUSALS.argument);
    await setMfa(client, true);
    await passedByMail(alice);
    await enrolAuthenticator(client);
    await createRecoveryCodes(client);
    assert.equal((await setMfa(client, false)).mfa, false);
  });

  test('wants none of those who have no second factor', async () => {
    const { client } = await signedInUser('strict');
    await enrolAuthenticator(client);
    await createRecoveryCodes(client);
    await setMfa(client, false);
  });

  test('wants one of a JWT as well, which can have passed none', async () => {
    const { client } = await userWithMfa('strict');
    const { jwt } = assertStatus(await client.post('/account/jwts'), 201).json;
    const bearer = guest('strict').with({ 'x-appwrite-jwt': jwt });
    for (const [method, path, body] of GUARDED) {
      assertRefused(await bearer.sendJson(method, path, body), REFUSALS.challenge, `${method} ${path}`);
    }
  });

  test('does not take the code of an enrolment a second time', async () => {
    await awaitEarlyInTimeStep();
    const { client } = await signedInUser('strict');
    const app = await startEnrolment(client);
    const code = app.code(-1);
    assertStatus(await client.put(AUTHENTICATOR, { otp: code }), 200);
    assertRefused(await answerNewChallenge(client, 'totp', code), REFUSALS.token);
    assertRefused(await removeAuthenticator(client, code), REFUSALS.token);
    await passChallenge(client, 'totp', app.code());
  });

  test('shows recovery codes once', async () => {
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

  test('lets an app go for a code that it shows, as any other project does', async () => {
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

test('any other project lets those change everything who have proven two factors', async () => {
  const { client } = await userWithMfa('plain');
  await enrolAuthenticator(client);
  await createRecoveryCodes(client);
  await setMfa(client, false);
});

test('codes that could be seen again cannot once their project has become strict, but still work', async () => {
  const { client } = await signedInUser('plain');
  const [first, second] = await createRecoveryCodes(client);
  await passChallenge(client, 'recoveryCode', first);
  assertStatus(await client.get(RECOVERY_CODES), 200);
  const strict = await fixture.installation.startNode({
    ...fixture.receiver.properties,
    'gatehouse.projects.plain.policies.strict': true,
  });
  const there = client.withOrigin(strict.url);
  assertRefused(await there.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
  await passChallenge(there, 'recoveryCode', second);
  await strict.stop();
});

describe('a project that offers no second factor', () => {
  test('has none to list, and asks no challenge', async () => {
    const alice = await signedInUser('bare');
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

  test('cannot keep its users from their recovery codes', async () => {
    const { client } = await signedInUser('bare');
    const [code] = await createRecoveryCodes(client);
    assert.equal((await client.get('/account/mfa/factors')).json.recoveryCode, true);
    await passChallenge(client, 'recoveryCode', code);
  });
});

test('a project that offers no mail offers the rest', async () => {
  const alice = await signedInUser('mailless');
  const { client } = alice;
  await verifyEmail(alice, fixture.receiver.url);
  const app = await enrolAuthenticator(client);
  assertRefused(await client.post(CHALLENGES, { factor: 'email' }), REFUSALS.methodDisabled);
  const { totp, email } = (await client.get('/account/mfa/factors')).json;
  assert.deepEqual([totp, email], [true, false]);
  await passChallenge(client, 'totp', app.code());
});

test('a challenge by a factor that is meanwhile off is not passed, and waits for it to be back', async () => {
  const { client, user } = await userWithMfa('plain');
  const challengeId = await createChallenge(client, 'email');
  const otp = await awaitCode(user.email, 1, fixture.receiver.url);
  const mailless = await fixture.installation.startNode({
    ...fixture.receiver.properties,
    'gatehouse.projects.plain.policies.mfa.email': false,
  });
  const there = client.withOrigin(mailless.url);
  assertRefused(await there.put(CHALLENGES, { challengeId, otp }), REFUSALS.methodDisabled);
  await mailless.stop();
  assertStatus(await client.put(CHALLENGES, { challengeId, otp }), 200);
});

test('a challenge that was open for a second is not passed after two', async () => {
  const { client } = await signedInUser('brief');
  const [code] = await createRecoveryCodes(client);
  const { $id: challengeId, expire } = assertStatus(
    await client.post(CHALLENGES, { factor: 'recoveryCode' }),
    201,
  ).json;
  await pause(Date.parse(expire) - Date.now() + 50);
  assertRefused(await client.put(CHALLENGES, { challengeId, otp: code }), REFUSALS.token);
  await passChallenge(client, 'recoveryCode', code);
});

test('neither what an app computes its codes from nor any code is in the log', async () => {
  const { client } = await signedInUser('plain');
  const { secret } = assertStatus(await client.post(AUTHENTICATOR), 200).json;
  const codes = await createRecoveryCodes(client);
  assertRefused(await answerNewChallenge(client, 'totp', '918273'), REFUSALS.token);
  assertRefused(await removeAuthenticator(client, codes[0].repeat(26)), REFUSALS.argument);
  await passChallenge(client, 'recoveryCode', codes[0]);
  const sent = fixture.receiver.messages.map(({ code }) => code).filter(Boolean);
  assertNotLogged([secret, '918273', ...codes, ...sent], fixture.installation.log());
});
