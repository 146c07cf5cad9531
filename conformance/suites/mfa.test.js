import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { earlyInAStep } from '../harness/authenticator-app.js';
import { Caller, member, server } from '../harness/caller.js';
import { KEYS } from '../harness/configuration.js';
import { assertRefused, assertStatus, DATE, REFUSALS, SERVER_MADE_ID, without } from '../harness/expectations.js';
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
import { codeTo, letterTo } from '../harness/mailbox.js';
import { freshPhone, stranger } from '../harness/people.js';
import { assertUncounted } from '../harness/rate-limits.js';

const FACTORS = '/account/mfa/factors';

/** Whoever has these has none. */
const NO_FACTORS = { totp: false, phone: false, email: false, recoveryCode: false, custom: false };

/** Somebody with an authenticator app who has switched the second factor on, and the session they did it in. */
async function guarded() {
  const somebody = await member();
  const app = await enrolled(somebody.caller);
  await switched(somebody.caller, true);
  return { ...somebody, app };
}

describe('a session with too few factors', () => {
  let caller, session, app;
  before(async () => {
    const { guest, person, ...rest } = await guarded();
    ({ caller, session } = await guest.signIn(person));
    app = rest.app;
  });

  test('is asked for more on every path, known or not, before anything is counted', async () => {
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
      const answer = await caller.sendJson(method, path, method === 'GET' ? '' : {});
      assertRefused(answer, REFUSALS.moreFactors, `${method} ${path}`);
      assertUncounted(answer);
    }
  });

  test('may see what it can be asked for, and be asked for it at either path', async () => {
    const answer = assertStatus(await caller.get(FACTORS), 200);
    assert.equal(answer.text, JSON.stringify({ ...NO_FACTORS, totp: true }));
    for (const path of [CHALLENGES, '/account/mfa/challenge']) {
      const { $id: challengeId } = assertStatus(await caller.post(path, { factor: 'totp' }), 201).json;
      assertRefused(await caller.put(path, { challengeId, otp: app.wrongCode() }), REFUSALS.token);
    }
  });

  test('may end itself, or another session of its user, by name only', async () => {
    assertRefused(await caller.delete('/account/sessions'), REFUSALS.moreFactors);
    assertStatus(await caller.delete(`/account/sessions/${session.$id}`), 204);
    assertRefused(await caller.get('/account'), REFUSALS.guest);
  });
});

describe('a challenge', () => {
  test('by each factor, however it is spelled, completes a session, which tells what it has proven', async () => {
    await earlyInAStep();
    const somebody = await guarded();
    const { app, guest, person } = somebody;
    await verifiedEmail(somebody);
    const phone = await verifiedPhone(somebody);
    const codes = await recoveryCodesOf(somebody.caller);
    const steps = [-1, 0];
    const received = {
      totp: () => app.code(steps.shift()),
      email: () => codeTo(person.email),
      phone: () => codeTo(phone, 2),
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
      const { caller, session } = await guest.signIn(person);
      const challengeId = await challenged(caller, spelled);
      const otp = await received[factor]();
      const answer = assertStatus(await caller.put(CHALLENGES, { challengeId, otp }), 200);
      const { factors, mfaUpdatedAt, $updatedAt, ...rest } = answer.json;
      assert.deepEqual(Object.keys(answer.json), Object.keys(session));
      assert.deepEqual(factors, ['password', factor], spelled);
      assert.match(mfaUpdatedAt, DATE);
      assert.ok($updatedAt > session.$updatedAt);
      assert.deepEqual(rest, without(session, 'factors', 'mfaUpdatedAt', '$updatedAt'));
      assert.deepEqual(assertStatus(await caller.get('/account/sessions/current'), 200).json, answer.json);
      assertStatus(await caller.get('/account'), 200);
    }
  });

  test('is shown without its code, and open for an hour', async () => {
    const { caller, person } = await member();
    const { json } = assertStatus(await caller.post(CHALLENGES, { factor: 'recoveryCode' }), 201);
    assert.deepEqual(Object.keys(json), ['$id', '$createdAt', 'userId', 'expire']);
    assert.match(json.$id, SERVER_MADE_ID);
    assert.match(json.$createdAt, DATE);
    assert.match(json.expire, DATE);
    assert.equal(json.userId, person.userId);
    assert.equal(Date.parse(json.expire) - Date.parse(json.$createdAt), 3_600_000);
  });

  test('comes by mail in the language of whoever asked, and says what device that was', async () => {
    const somebody = await member();
    await verifiedEmail(somebody);
    const german = somebody.caller.with({ 'x-appwrite-locale': 'de' });
    await challenged(german, 'email');
    const { subject, text, html, code } = await letterTo(somebody.person.email, 2);
    assert.match(subject, /Demo/);
    assert.match(html, /lang="de"/);
    assert.match(text, /Chrome[^]*Windows/);
    assert.match(code, /^\d{6}$/);
  });

  test('comes by SMS as the code and nothing else', async () => {
    const somebody = await member();
    const phone = await verifiedPhone(somebody);
    await challenged(somebody.caller, 'phone');
    const { text } = await letterTo(phone, 2);
    assert.match(text, /^\d{6}$/);
  });

  test('is sent to those only who have shown that it reaches them', async () => {
    const { caller, person } = await member();
    const ask = (somebody, factor) => somebody.post(CHALLENGES, { factor });
    assertRefused(await ask(caller, 'email'), REFUSALS.emailNotVerified);
    assertRefused(await ask(caller, 'phone'), REFUSALS.noPhone);
    const { password } = person;
    assertStatus(await caller.patch('/account/phone', { phone: freshPhone(), password }), 200);
    assertRefused(await ask(caller, 'phone'), REFUSALS.phoneNotVerified);
    const nobody = new Caller();
    const anonymous = nobody.keeping(await nobody.post('/account/sessions/anonymous'));
    assertRefused(await ask(anonymous.caller, 'email'), REFUSALS.noEmail);
  });

  test('is refused for what is no factor, and for what nobody here delivers', async () => {
    const { caller } = await member();
    for (const factor of ['', 'password', 'totp ', 1, null, undefined, ['totp']]) {
      assertRefused(await caller.post(CHALLENGES, { factor }), REFUSALS.argument, JSON.stringify(factor));
    }
    for (const factor of ['custom', 'Custom']) {
      assertRefused(await caller.post(CHALLENGES, { factor }), REFUSALS.switchedOff);
    }
  });

  test('takes an answer that names it, and has a code', async () => {
    const { caller } = await member();
    const challengeId = await challenged(caller, 'totp');
    for (const [body, name] of [
      [{}, 'challengeId'],
      [{ otp: '123456' }, 'challengeId'],
      [{ challengeId: '', otp: '123456' }, 'challengeId'],
      [{ challengeId: 'x'.repeat(257), otp: '123456' }, 'challengeId'],
      [{ challengeId }, 'otp'],
      [{ challengeId, otp: '' }, 'otp'],
      [{ challengeId, otp: 123456 }, 'otp'],
      [{ challengeId, otp: '1'.repeat(257) }, 'otp'],
    ]) {
      const answer = await caller.put(CHALLENGES, body);
      assertRefused(answer, REFUSALS.argument, JSON.stringify(body));
      assert.match(answer.json.message, new RegExp(`\\b${name}\\b`));
    }
    assertRefused(await caller.put(CHALLENGES, { challengeId: 'unknown', otp: '123456' }), REFUSALS.token);
  });

  test('survives a wrong answer, is passed by the right one, and by nothing afterwards', async () => {
    const { caller } = await member();
    const [code] = await recoveryCodesOf(caller);
    const challengeId = await challenged(caller, 'recoveryCode');
    assertRefused(await caller.put(CHALLENGES, { challengeId, otp: 'ffffffffff' }), REFUSALS.token);
    assertStatus(await caller.put(CHALLENGES, { challengeId, otp: code }), 200);
    assertRefused(await caller.put(CHALLENGES, { challengeId, otp: code }), REFUSALS.token);
  });

  test('by mail is passed once, and not by the code of another one', async () => {
    const somebody = await member();
    await verifiedEmail(somebody);
    const { caller, person } = somebody;
    const first = await challenged(caller, 'email');
    const earlier = await codeTo(person.email);
    const second = await challenged(caller, 'email');
    const later = await codeTo(person.email, 2);
    if (earlier !== later) {
      assertRefused(await caller.put(CHALLENGES, { challengeId: first, otp: later }), REFUSALS.token);
    }
    assertStatus(await caller.put(CHALLENGES, { challengeId: second, otp: later }), 200);
    assertRefused(await caller.put(CHALLENGES, { challengeId: second, otp: later }), REFUSALS.token);
    assertStatus(await caller.put(CHALLENGES, { challengeId: first, otp: earlier }), 200);
  });

  test('that went to an address is void once its user has left that address', async () => {
    const somebody = await member();
    await verifiedEmail(somebody);
    const { caller, person } = somebody;
    const challengeId = await challenged(caller, 'email');
    const otp = await codeTo(person.email);
    const { password } = person;
    assertStatus(await caller.patch('/account/email', { email: stranger().email, password }), 200);
    assertRefused(await caller.put(CHALLENGES, { challengeId, otp }), REFUSALS.token);
  });

  test('can be answered neither by somebody else nor in another session', async () => {
    const { caller, guest, person, app } = await guarded();
    const other = await guest.signIn(person);
    const foreign = await member();
    const challengeId = await challenged(other.caller, 'totp');
    const otp = app.code();
    for (const somebody of [foreign.caller, caller]) {
      assertRefused(await somebody.put(CHALLENGES, { challengeId, otp }), REFUSALS.token);
    }
    assertStatus(await other.caller.put(CHALLENGES, { challengeId, otp }), 200);
    assert.equal((await caller.get('/account/sessions/current')).json.mfaUpdatedAt, '');
  });

  test('by an app does not tell whether there is one, and one without or not yet verified passes none', async () => {
    const { caller } = await member();
    assertRefused(await passing(caller, 'totp', '123456'), REFUSALS.token);
    const app = await begun(caller);
    assertRefused(await passing(caller, 'totp', app.code()), REFUSALS.token);
    assertRefused(await passing(caller, 'recoveryCode', 'ffffffffff'), REFUSALS.token);
  });

  test('is in the log when it was created and when it was passed', async () => {
    const { caller } = await member();
    const [code] = await recoveryCodesOf(caller);
    await passing(caller, 'recoveryCode', 'ffffffffff');
    await passed(caller, 'recoveryCode', code);
    const { logs } = assertStatus(await caller.get('/account/logs'), 200).json;
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['challenges.update', 'challenge.create', 'challenge.create', 'user.update', 'session.create', 'user.create'],
    );
  });
});

describe('the second factor', () => {
  test('is switched on by true and off by false, as often as one likes, and by nothing else', async () => {
    const { caller, person } = await member();
    assert.equal(person.account.mfa, false);
    for (const mfa of [true, true, false, false, true]) {
      const account = await switched(caller, mfa);
      assert.deepEqual(Object.keys(account), Object.keys(person.account));
      assert.equal(account.mfa, mfa);
      assert.deepEqual(assertStatus(await caller.get('/account'), 200).json, account);
    }
    for (const mfa of ['true', 1, 0, null, '', undefined, []]) {
      assertRefused(await caller.patch('/account/mfa', { mfa }), REFUSALS.argument, JSON.stringify(mfa));
    }
  });

  test('leaves the session that switches it on complete, and no other one', async () => {
    const somebody = await member();
    const { caller, guest, person } = somebody;
    const earlier = await guest.signIn(person);
    await enrolled(caller);
    await verifiedEmail(somebody);
    await verifiedPhone(somebody);
    await switched(caller, true);
    const { factors, mfaUpdatedAt } = assertStatus(await caller.get('/account/sessions/current'), 200).json;
    assert.deepEqual([factors, mfaUpdatedAt], [['password', 'totp', 'email', 'phone'], '']);
    assertRefused(await earlier.caller.get('/account'), REFUSALS.moreFactors);
    await switched(caller, false);
    assertStatus(await earlier.caller.get('/account'), 200);
  });

  test('is of no effect for those who have none, recovery codes or not', async () => {
    const { caller, guest, person } = await member();
    await recoveryCodesOf(caller);
    await switched(caller, true);
    assertStatus(await (await guest.signIn(person)).caller.get('/account'), 200);
  });

  test('has to be another one than the first', async () => {
    const somebody = await guarded();
    await verifiedEmail(somebody);
    const { person, app } = somebody;
    const { userId, secret } = (await server().post('/account/tokens/email', person)).json;
    assert.equal(await codeTo(person.email), secret);
    const guest = new Caller();
    const { caller } = guest.keeping(await guest.post('/account/sessions/token', { userId, secret }));
    const challengeId = await challenged(caller, 'email');
    const otp = await codeTo(person.email, 2);
    const session = assertStatus(await caller.put(CHALLENGES, { challengeId, otp }), 200).json;
    assert.deepEqual(session.factors, ['email']);
    assert.match(session.mfaUpdatedAt, DATE);
    assertRefused(await caller.get('/account'), REFUSALS.moreFactors);
    assert.deepEqual((await passed(caller, 'totp', app.code())).factors, ['email', 'totp']);
    assertStatus(await caller.get('/account'), 200);
  });

  test('can be found out: which of them there are is told to their owner', async () => {
    const somebody = await member();
    const told = async () => assertStatus(await somebody.caller.get(FACTORS), 200).text;
    assert.equal(await told(), JSON.stringify(NO_FACTORS));
    const app = await begun(somebody.caller);
    assert.equal(await told(), JSON.stringify(NO_FACTORS));
    assertStatus(await somebody.caller.put(AUTHENTICATOR, { otp: app.code() }), 200);
    await recoveryCodesOf(somebody.caller);
    assert.equal(await told(), JSON.stringify({ ...NO_FACTORS, totp: true, recoveryCode: true }));
    await verifiedEmail(somebody);
    await verifiedPhone(somebody);
    const all = { totp: true, phone: true, email: true, recoveryCode: true, custom: false };
    assert.equal(await told(), JSON.stringify(all));
  });
});

describe('factors, challenges and codes', () => {
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

  test('are nothing for guests, nor for keys', async () => {
    for (const [method, path] of CALLS) {
      const body = method === 'GET' ? '' : {};
      assertRefused(await new Caller().sendJson(method, path, body), REFUSALS.guest, path);
      for (const key of [KEYS.demo, KEYS.targets]) {
        const answer = await new Caller({ 'x-appwrite-key': key }).sendJson(method, path, body);
        assertRefused(answer, REFUSALS.scope, path);
      }
    }
  });

  test('are nothing for those who are blocked', async () => {
    const { caller } = await guarded();
    await caller.patch('/account/status');
    for (const [method, path] of CALLS) {
      assertRefused(await caller.sendJson(method, path, method === 'GET' ? '' : {}), REFUSALS.blocked, path);
    }
  });

  describe('with a JWT', () => {
    const bearerOf = async (caller) => {
      const { jwt } = assertStatus(await caller.post('/account/jwts'), 201).json;
      return new Caller({ 'x-appwrite-jwt': jwt });
    };

    test('concern the user, not the session', async () => {
      const { caller } = await member();
      const bearer = await bearerOf(caller);
      const app = await enrolled(bearer);
      await recoveryCodesOf(bearer);
      assertRefused(await bearer.get(RECOVERY_CODES), REFUSALS.challenge);
      assertRefused(await bearer.patch(RECOVERY_CODES), REFUSALS.challenge);
      assertRefused(await bearer.delete(AUTHENTICATOR), REFUSALS.challenge);
      const { factors } = assertStatus(await caller.get('/account/sessions/current'), 200).json;
      assert.deepEqual(factors, ['password']);
      assert.equal((await switched(bearer, true)).mfa, true);
      await passed(caller, 'totp', app.code());
      assertStatus(await bearer.get('/account'), 200);
      assertRefused(await bearer.get(RECOVERY_CODES), REFUSALS.challenge, 'it is the session that passed it');
    });

    test('are asked for as soon as the session has too few', async () => {
      const { caller, guest, person } = await member();
      const { caller: other } = await guest.signIn(person);
      const bearer = await bearerOf(other);
      const app = await enrolled(caller);
      await switched(caller, true);
      for (const somebody of [other, bearer]) {
        assertRefused(await somebody.get('/account'), REFUSALS.moreFactors);
        assertStatus(await somebody.get(FACTORS), 200);
      }
      await passed(other, 'totp', app.code());
      assertStatus(await bearer.get('/account'), 200);
    });

    test('ask a challenge that only the session can answer', async () => {
      const { caller, app } = await guarded();
      const bearer = await bearerOf(caller);
      const challengeId = await challenged(bearer, 'totp');
      const otp = app.code();
      assertRefused(await bearer.put(CHALLENGES, {}), REFUSALS.argument);
      assertRefused(await bearer.put(CHALLENGES, { challengeId, otp }), REFUSALS.session);
      assertStatus(await caller.put(CHALLENGES, { challengeId, otp }), 200);
    });

    test('let an app go for a code that it shows', async () => {
      const { caller, app } = await guarded();
      const bearer = await bearerOf(caller);
      assertRefused(await bearer.sendJson('DELETE', AUTHENTICATOR, { otp: app.wrongCode() }), REFUSALS.token);
      assertStatus(await bearer.sendJson('DELETE', AUTHENTICATOR, { otp: app.code() }), 204);
    });
  });
});
