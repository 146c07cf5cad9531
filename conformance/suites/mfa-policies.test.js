import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { earlyInAStep } from '../harness/authenticator-app.js';
import { Caller } from '../harness/caller.js';
import { projectsWith, sharedKeys } from '../harness/configuration.js';
import { assertRefused, assertSilentOn, assertStatus, REFUSALS } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  begun,
  challenged,
  CHALLENGES,
  enrolled,
  passed,
  passing,
  RECOVERY_CODES,
  recoveryCodesOf,
  switched,
  verifiedEmail,
  verifiedPhone,
} from '../harness/factors.js';
import { lentToSuite } from '../harness/installation.js';
import { codeTo } from '../harness/mailbox.js';
import { PostOffice } from '../harness/post-office.js';

const NONE = { 'mfa.totp': false, 'mfa.email': false, 'mfa.phone': false };

/** One project for each policy, and one without any. */
const PROJECTS = {
  plain: {},
  strict: { strict: true },
  bare: NONE,
  mailless: { 'mfa.email': false },
  brief: { 'validity.mfa-challenge': '1S' },
};

const house = lentToSuite(
  async (installation) => {
    const office = await PostOffice.open();
    const { url } = await installation.start(office.properties);
    return { url, office, installation };
  },
  projectsWith(PROJECTS) + sharedKeys(Object.keys(PROJECTS)),
);

const guest = (project) => new Caller({ 'x-appwrite-project': project }, house.url);
const removed = (caller, otp) => caller.sendJson('DELETE', AUTHENTICATOR, { otp });

async function member(project) {
  const person = await guest(project).signUp();
  return { person, ...(await guest(project).signIn(person)) };
}

/** Somebody who needs two factors, and has proven both without ever passing a challenge. */
async function guarded(project) {
  const somebody = await member(project);
  await verifiedEmail(somebody, house.office.url);
  await switched(somebody.caller, true);
  return somebody;
}

async function passedByMail({ caller, person }) {
  const challengeId = await challenged(caller, 'email');
  const otp = await codeTo(person.email, 1, house.office.url);
  assertStatus(await caller.put(CHALLENGES, { challengeId, otp }), 200);
}

describe('a strict project', () => {
  const GUARDED = [
    ['PATCH', '/account/mfa', { mfa: false }],
    ['POST', AUTHENTICATOR],
    ['PUT', AUTHENTICATOR, { otp: '123456' }],
    ['POST', RECOVERY_CODES],
  ];

  test('wants a challenge passed lately before anything about the second factor is changed', async () => {
    const somebody = await guarded('strict');
    const { caller } = somebody;
    for (const [method, path, body] of GUARDED) {
      assertRefused(await caller.sendJson(method, path, body), REFUSALS.challenge, `${method} ${path}`);
    }
    assertRefused(await caller.put(AUTHENTICATOR, {}), REFUSALS.challenge);
    assertRefused(await caller.patch('/account/mfa', { mfa: 'false' }), REFUSALS.argument);
    await switched(caller, true);
    await passedByMail(somebody);
    await enrolled(caller);
    await recoveryCodesOf(caller);
    assert.equal((await switched(caller, false)).mfa, false);
  });

  test('wants none of those who have no second factor', async () => {
    const { caller } = await member('strict');
    await enrolled(caller);
    await recoveryCodesOf(caller);
    await switched(caller, false);
  });

  test('wants one of a JWT as well, which can have passed none', async () => {
    const { caller } = await guarded('strict');
    const { jwt } = assertStatus(await caller.post('/account/jwts'), 201).json;
    const bearer = guest('strict').with({ 'x-appwrite-jwt': jwt });
    for (const [method, path, body] of GUARDED) {
      assertRefused(await bearer.sendJson(method, path, body), REFUSALS.challenge, `${method} ${path}`);
    }
  });

  test('does not take the code of an enrolment a second time', async () => {
    await earlyInAStep();
    const { caller } = await member('strict');
    const app = await begun(caller);
    const code = app.code(-1);
    assertStatus(await caller.put(AUTHENTICATOR, { otp: code }), 200);
    assertRefused(await passing(caller, 'totp', code), REFUSALS.token);
    assertRefused(await removed(caller, code), REFUSALS.token);
    await passed(caller, 'totp', app.code());
  });

  test('shows recovery codes once', async () => {
    const { caller } = await member('strict');
    const first = await recoveryCodesOf(caller);
    assert.equal(first.length, 6);
    await passed(caller, 'recoveryCode', first[0]);
    assertRefused(await caller.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    const { recoveryCodes: second } = assertStatus(await caller.patch(RECOVERY_CODES), 200).json;
    assert.equal(second.length, 6);
    assertRefused(await caller.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assertRefused(await passing(caller, 'recoveryCode', first[1]), REFUSALS.token);
    await passed(caller, 'recoveryCode', second[0]);
    assertRefused(await passing(caller, 'recoveryCode', second[0]), REFUSALS.token);
  });

  test('lets an app go for a code that it shows, as any other project does', async () => {
    await earlyInAStep();
    for (const project of ['strict', 'plain']) {
      const { caller } = await member(project);
      const app = await begun(caller);
      assertStatus(await caller.put(AUTHENTICATOR, { otp: app.code(-1) }), 200);
      assertRefused(await removed(caller, undefined), REFUSALS.challenge);
      assertStatus(await removed(caller, app.code()), 204);
    }
  });
});

test('any other project lets those change everything who have proven two factors', async () => {
  const { caller } = await guarded('plain');
  await enrolled(caller);
  await recoveryCodesOf(caller);
  await switched(caller, false);
});

test('codes that could be seen again cannot once their project has become strict, but still work', async () => {
  const { caller } = await member('plain');
  const [first, second] = await recoveryCodesOf(caller);
  await passed(caller, 'recoveryCode', first);
  assertStatus(await caller.get(RECOVERY_CODES), 200);
  const strict = await house.installation.join({
    ...house.office.properties,
    'gatehouse.projects.plain.policies.strict': true,
  });
  const there = caller.at(strict.url);
  assertRefused(await there.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
  await passed(there, 'recoveryCode', second);
  await strict.stop();
});

describe('a project that offers no second factor', () => {
  test('has none to list, and asks no challenge', async () => {
    const somebody = await member('bare');
    const { caller } = somebody;
    await enrolled(caller);
    await verifiedEmail(somebody, house.office.url);
    await verifiedPhone(somebody, house.office.url);
    for (const factor of ['totp', 'TOTP', 'email', 'phone', 'custom']) {
      assertRefused(await caller.post(CHALLENGES, { factor }), REFUSALS.switchedOff, factor);
    }
    const { totp, email, phone } = assertStatus(await caller.get('/account/mfa/factors'), 200).json;
    assert.deepEqual([totp, email, phone], [false, false, false]);
  });

  test('cannot keep its users from their recovery codes', async () => {
    const { caller } = await member('bare');
    const [code] = await recoveryCodesOf(caller);
    assert.equal((await caller.get('/account/mfa/factors')).json.recoveryCode, true);
    await passed(caller, 'recoveryCode', code);
  });
});

test('a project that offers no mail offers the rest', async () => {
  const somebody = await member('mailless');
  const { caller } = somebody;
  await verifiedEmail(somebody, house.office.url);
  const app = await enrolled(caller);
  assertRefused(await caller.post(CHALLENGES, { factor: 'email' }), REFUSALS.switchedOff);
  const { totp, email } = (await caller.get('/account/mfa/factors')).json;
  assert.deepEqual([totp, email], [true, false]);
  await passed(caller, 'totp', app.code());
});

test('a challenge by a factor that is meanwhile off is not passed, and waits for it to be back', async () => {
  const { caller, person } = await guarded('plain');
  const challengeId = await challenged(caller, 'email');
  const otp = await codeTo(person.email, 1, house.office.url);
  const mailless = await house.installation.join({
    ...house.office.properties,
    'gatehouse.projects.plain.policies.mfa.email': false,
  });
  const there = caller.at(mailless.url);
  assertRefused(await there.put(CHALLENGES, { challengeId, otp }), REFUSALS.switchedOff);
  await mailless.stop();
  assertStatus(await caller.put(CHALLENGES, { challengeId, otp }), 200);
});

test('a challenge that was open for a second is not passed after two', async () => {
  const { caller } = await member('brief');
  const [code] = await recoveryCodesOf(caller);
  const { $id: challengeId, expire } = assertStatus(
    await caller.post(CHALLENGES, { factor: 'recoveryCode' }),
    201,
  ).json;
  await pause(Date.parse(expire) - Date.now() + 50);
  assertRefused(await caller.put(CHALLENGES, { challengeId, otp: code }), REFUSALS.token);
  await passed(caller, 'recoveryCode', code);
});

test('neither what an app computes its codes from nor any code is in the log', async () => {
  const { caller } = await member('plain');
  const { secret } = assertStatus(await caller.post(AUTHENTICATOR), 200).json;
  const codes = await recoveryCodesOf(caller);
  assertRefused(await passing(caller, 'totp', '918273'), REFUSALS.token);
  assertRefused(await removed(caller, codes[0].repeat(26)), REFUSALS.argument);
  await passed(caller, 'recoveryCode', codes[0]);
  const sent = house.office.letters.map(({ code }) => code).filter(Boolean);
  assertSilentOn([secret, '918273', ...codes, ...sent], house.installation.log());
});
