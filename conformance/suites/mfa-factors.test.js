import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AuthenticatorApp, earlyInAStep } from '../harness/authenticator-app.js';
import { Caller, member } from '../harness/caller.js';
import { assertRefused, assertRefusedUnchanged, assertStatus, DATE, REFUSALS } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  begun,
  enrolled,
  passed,
  passing,
  RECOVERY_CODES,
  recoveryCodesOf,
  switched,
  verifiedPhone,
} from '../harness/factors.js';
import { codeTo } from '../harness/mailbox.js';
import { freshPhone, stranger } from '../harness/people.js';
import { assertCount, assertUncounted, inOneHour } from '../harness/rate-limits.js';

describe('an authenticator app', () => {
  test('is given a secret, and the same in a URI, which nobody between may keep', async () => {
    const { caller, person } = await member();
    const answer = assertStatus(await caller.post(AUTHENTICATOR), 200);
    assert.deepEqual(Object.keys(answer.json), ['secret', 'uri']);
    const { secret, uri } = answer.json;
    assert.match(secret, /^[A-Z2-7]{103}$/);
    assert.equal(uri, `otpauth://totp/${encodeURIComponent(`Demo:${person.email}`)}?issuer=Demo&secret=${secret}`);
    assert.match(answer.headers['cache-control'], /no-store/);
    assert.deepEqual(new AuthenticatorApp(uri).label, { issuer: 'Demo', label: person.email });
  });

  test('is told whose it is: by address, else by number, else by name, else by ID', async () => {
    const labelOf = async (caller) => (await begun(caller)).label.label;
    const nobody = new Caller();
    const { caller, session } = nobody.keeping(await nobody.post('/account/sessions/anonymous'));
    assert.equal(await labelOf(caller), session.userId);
    assertStatus(await caller.patch('/account/name', { name: 'Ada: the & first' }), 200);
    assert.equal(await labelOf(caller), 'Ada  the & first');
    const guest = new Caller();
    const { userId } = stranger();
    const phone = freshPhone();
    assertStatus(await guest.post('/account/tokens/phone', { userId, phone }), 201);
    const secret = await codeTo(phone);
    const caller2 = guest.keeping(await guest.put('/account/sessions/phone', { userId, secret })).caller;
    assert.equal(await labelOf(caller2), phone);
  });

  test('counts once it has shown a code that is right, and nothing about the account is changed by that', async () => {
    const { caller, person, session } = await member();
    const app = await begun(caller);
    const wrong = () => caller.put(AUTHENTICATOR, { otp: app.wrongCode() });
    await assertRefusedUnchanged(caller, wrong, REFUSALS.token);
    const account = assertStatus(await caller.put(AUTHENTICATOR, { otp: app.code() }), 200).json;
    assert.deepEqual(account, person.account);
    assert.deepEqual(Object.keys(account), Object.keys(person.account));
    const { factors, mfaUpdatedAt } = assertStatus(await caller.get('/account/sessions/current'), 200).json;
    assert.deepEqual([factors, mfaUpdatedAt], [[...session.factors, 'totp'], '']);
  });

  test('shows a right code half a minute late, but not later, and not early', async () => {
    await earlyInAStep();
    const { caller } = await member();
    const app = await begun(caller);
    for (const steps of [-2, 1]) {
      assertRefused(await caller.put(AUTHENTICATOR, { otp: app.code(steps) }), REFUSALS.token, String(steps));
    }
    assertStatus(await caller.put(AUTHENTICATOR, { otp: app.code(-1) }), 200);
  });

  test('that was never verified gives way to the next one', async () => {
    const { caller } = await member();
    const former = await begun(caller);
    const app = await begun(caller);
    assertRefused(await caller.put(AUTHENTICATOR, { otp: former.code() }), REFUSALS.token);
    assertStatus(await caller.put(AUTHENTICATOR, { otp: app.code() }), 200);
  });

  test('is enrolled once, and there is none before', async () => {
    const { caller } = await member();
    assertRefused(await caller.put(AUTHENTICATOR, { otp: '123456' }), REFUSALS.authenticator);
    const app = await enrolled(caller);
    assertRefused(await caller.post(AUTHENTICATOR), REFUSALS.authenticatorVerified);
    assertRefused(await caller.put(AUTHENTICATOR, { otp: app.code() }), REFUSALS.authenticatorVerified);
  });

  test('is of the one type there is, to the letter, and its code is a text', async () => {
    const { caller } = await member();
    const app = await begun(caller);
    await recoveryCodesOf(caller);
    for (const type of ['TOTP', 'email', 'recoveryCode', 'x']) {
      const path = `/account/mfa/authenticators/${type}`;
      assertRefused(await caller.post(path), REFUSALS.argument, type);
      assertRefused(await caller.put(path, { otp: app.code() }), REFUSALS.argument, type);
    }
    for (const otp of [undefined, null, '', '1'.repeat(257), Number(app.code()), [app.code()]]) {
      assertRefused(await caller.put(AUTHENTICATOR, { otp }), REFUSALS.argument, JSON.stringify(otp));
    }
  });

  test('passes a challenge with each code once, even with that of its enrolment, and with none from before', async () => {
    await earlyInAStep();
    const { caller } = await member();
    const app = await enrolled(caller);
    await passed(caller, 'totp', app.code(-1));
    assertRefused(await passing(caller, 'totp', app.code(-1)), REFUSALS.token);
    await passed(caller, 'totp', app.code());
    assertRefused(await passing(caller, 'totp', app.code()), REFUSALS.token);

    const other = await member();
    const otherApp = await enrolled(other.caller);
    await passed(other.caller, 'totp', otherApp.code());
    assertRefused(await passing(other.caller, 'totp', otherApp.code(-1)), REFUSALS.token);
  });
});

describe('an authenticator app that is let go', () => {
  const removed = (caller, otp) => caller.sendJson('DELETE', AUTHENTICATOR, { otp });

  test('has been asked for by somebody who passed a challenge lately', async () => {
    const { caller } = await member();
    const app = await enrolled(caller);
    const [code] = await recoveryCodesOf(caller);
    await switched(caller, true);
    assertRefused(await caller.delete(AUTHENTICATOR), REFUSALS.challenge);
    assertRefused(await caller.delete('/account/mfa/authenticators/TOTP'), REFUSALS.challenge);
    await passed(caller, 'totp', app.code());
    assertRefused(await caller.delete('/account/mfa/authenticators/TOTP'), REFUSALS.argument);
    const answer = assertStatus(await caller.delete(AUTHENTICATOR), 204);
    assert.equal(answer.text, '');
    assertUncounted(answer);
    assertRefused(await caller.delete(AUTHENTICATOR), REFUSALS.authenticator);

    assert.equal(assertStatus(await caller.get('/account'), 200).json.mfa, true);
    const { factors } = (await caller.get('/account/sessions/current')).json;
    assert.deepEqual(factors, ['password', 'totp']);
    const { totp, recoveryCode } = (await caller.get('/account/mfa/factors')).json;
    assert.deepEqual([totp, recoveryCode], [false, true]);
    await passed(caller, 'recoveryCode', code);
  });

  test('passes no challenge any more, and asks for no second factor', async () => {
    const { caller, guest, person } = await member();
    const app = await enrolled(caller);
    await switched(caller, true);
    const { caller: incomplete } = await guest.signIn(person);
    assertRefused(await incomplete.get('/account'), REFUSALS.moreFactors);
    assertStatus(await removed(caller, app.code()), 204);
    assertStatus(await incomplete.get('/account'), 200);
    assertRefused(await passing(caller, 'totp', app.code()), REFUSALS.token);
  });

  test('need not have been verified', async () => {
    const { caller } = await member();
    const [code] = await recoveryCodesOf(caller);
    await passed(caller, 'recoveryCode', code);
    assertRefused(await caller.delete(AUTHENTICATOR), REFUSALS.authenticator);
    await begun(caller);
    assertStatus(await caller.delete(AUTHENTICATOR), 204);
  });

  test('may be replaced by another one, whose codes are its own', async () => {
    const { caller } = await member();
    const former = await enrolled(caller);
    assertStatus(await removed(caller, former.code()), 204);
    const app = await begun(caller);
    assertRefused(await caller.put(AUTHENTICATOR, { otp: former.code() }), REFUSALS.token);
    assertStatus(await caller.put(AUTHENTICATOR, { otp: app.code() }), 200);
    await passed(caller, 'totp', app.code());
  });

  test('shows a right code itself, or leaves for a recovery code, which is then spent', async () => {
    const { caller } = await member();
    assertRefused(await removed(caller, '123456'), REFUSALS.authenticator);
    const first = await enrolled(caller);
    assertRefused(await removed(caller, ''), REFUSALS.challenge);
    assertRefused(await removed(caller, null), REFUSALS.challenge);
    assertRefused(await removed(caller, first.wrongCode()), REFUSALS.token);
    assertStatus(await removed(caller, first.code()), 204);

    await enrolled(caller);
    const [code, ...rest] = await recoveryCodesOf(caller);
    assertRefused(await removed(caller, '0123456789'), REFUSALS.token);
    assertStatus(await removed(caller, code), 204);
    assertRefused(await passing(caller, 'recoveryCode', code), REFUSALS.token);
    await passed(caller, 'recoveryCode', rest[0]);
    assert.deepEqual((await caller.get(RECOVERY_CODES)).json.recoveryCodes, rest.slice(1));
  });

  test('does not leave for a code that has been spent', async () => {
    const { caller, guest, person } = await member();
    const app = await enrolled(caller);
    const { caller: other } = await guest.signIn(person);
    const code = app.code();
    await passed(other, 'totp', code);
    assertRefused(await removed(caller, code), REFUSALS.token);
  });

  test('leaves whatever code comes along, if a challenge was passed lately', async () => {
    const { caller } = await member();
    const app = await enrolled(caller);
    await passed(caller, 'totp', app.code());
    assertStatus(await removed(caller, app.wrongCode()), 204);
  });

  test(
    'may be guessed at ten times an hour',
    inOneHour(async () => {
      const { caller } = await member();
      const app = await enrolled(caller);
      for (let remaining = 9; remaining >= 0; remaining--) {
        const answer = await removed(caller, app.wrongCode());
        assertRefused(answer, REFUSALS.token);
        assertCount(answer, 10, remaining);
      }
      const refused = await removed(caller, app.code());
      assertRefused(refused, REFUSALS.rate);
      assertCount(refused, 10, 0);
      const uncounted = await caller.delete(AUTHENTICATOR);
      assertRefused(uncounted, REFUSALS.challenge);
      assertUncounted(uncounted);
    }),
  );
});

describe('recovery codes', () => {
  test('are six, of ten hexadecimal digits each, which nobody between may keep', async () => {
    const { caller, person } = await member();
    const answer = assertStatus(await caller.post(RECOVERY_CODES), 201);
    assert.deepEqual(Object.keys(answer.json), ['recoveryCodes']);
    const { recoveryCodes } = answer.json;
    assert.equal(new Set(recoveryCodes).size, 6);
    recoveryCodes.forEach((code) => assert.match(code, /^[0-9a-f]{10}$/));
    assert.match(answer.headers['cache-control'], /no-store/);
    const { $updatedAt, ...account } = assertStatus(await caller.get('/account'), 200).json;
    assert.ok($updatedAt > person.account.$updatedAt);
    assert.deepEqual({ ...account, $updatedAt: person.account.$updatedAt }, { ...person.account });
    assertRefused(await caller.post(RECOVERY_CODES), REFUSALS.recoveryCodesExist);
  });

  test('are shown and renewed to those who passed a challenge lately, if there are any', async () => {
    const { caller } = await member();
    const app = await enrolled(caller);
    assertRefused(await caller.get(RECOVERY_CODES), REFUSALS.challenge);
    assertRefused(await caller.patch(RECOVERY_CODES), REFUSALS.challenge);
    await passed(caller, 'totp', app.code());
    assertRefused(await caller.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assertRefused(await caller.patch(RECOVERY_CODES), REFUSALS.recoveryCodes);
    const first = await recoveryCodesOf(caller);
    const shown = assertStatus(await caller.get(RECOVERY_CODES), 200);
    assert.deepEqual(shown.json, { recoveryCodes: first });
    assert.match(shown.headers['cache-control'], /no-store/);
    const renewed = assertStatus(await caller.patch(RECOVERY_CODES), 200);
    assert.match(renewed.headers['cache-control'], /no-store/);
    const { recoveryCodes: second } = renewed.json;
    assert.equal(new Set([...first, ...second]).size, 12);
    assert.deepEqual((await caller.get(RECOVERY_CODES)).json, { recoveryCodes: second });
    assertRefused(await passing(caller, 'recoveryCode', first[0]), REFUSALS.token);
    await passed(caller, 'recoveryCode', second[0]);
    assert.deepEqual((await caller.get(RECOVERY_CODES)).json, { recoveryCodes: second.slice(1) });
  });

  test('are taken to the letter', async () => {
    const { caller } = await member();
    const code = (await recoveryCodesOf(caller)).find((some) => /[a-f]/.test(some));
    for (const typed of [code.toUpperCase(), ` ${code}`, `${code}\n`, `${code.slice(0, 5)}-${code.slice(5)}`]) {
      assertRefused(await passing(caller, 'recoveryCode', typed), REFUSALS.token, JSON.stringify(typed));
    }
    await passed(caller, 'recoveryCode', code);
  });

  test('are spent one by one, and others can be had once all are', async () => {
    const { caller } = await member();
    const codes = await recoveryCodesOf(caller);
    for (const [at, code] of codes.entries()) {
      if (at > 0) assert.deepEqual((await caller.get(RECOVERY_CODES)).json, { recoveryCodes: codes.slice(at) });
      assertRefused(await caller.post(RECOVERY_CODES), REFUSALS.recoveryCodesExist);
      assert.match((await passed(caller, 'recoveryCode', code)).mfaUpdatedAt, DATE);
    }
    assertRefused(await passing(caller, 'recoveryCode', codes[0]), REFUSALS.token);
    assertRefused(await caller.get(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assertRefused(await caller.patch(RECOVERY_CODES), REFUSALS.recoveryCodes);
    assert.equal((await caller.get('/account/mfa/factors')).json.recoveryCode, false);
    await recoveryCodesOf(caller);
  });

  test('are of use to their owner only', async () => {
    const [mine, theirs] = [await member(), await member()];
    const [code] = await recoveryCodesOf(mine.caller);
    await recoveryCodesOf(theirs.caller);
    assertRefused(await passing(theirs.caller, 'recoveryCode', code), REFUSALS.token);
  });
});

test('deleting a user takes all factors along, and whoever gets the ID begins without any', async () => {
  const somebody = await member();
  const { caller, guest, person } = somebody;
  await enrolled(caller);
  await recoveryCodesOf(caller);
  await verifiedPhone(somebody);
  await switched(caller, true);
  assertStatus(await caller.delete('/account'), 204);
  await guest.signUp(person);
  const { caller: successor } = await guest.signIn(person);
  const factors = assertStatus(await successor.get('/account/mfa/factors'), 200).json;
  assert.deepEqual(Object.values(factors), [false, false, false, false, false]);
  assert.equal(assertStatus(await successor.get('/account'), 200).json.mfa, false);
  await enrolled(successor);
  await recoveryCodesOf(successor);
});
