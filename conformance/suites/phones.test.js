import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Caller, member, server } from '../harness/caller.js';
import { TESTER } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { lettersTo, letterTo } from '../harness/mailbox.js';
import { freshPhone, stranger } from '../harness/people.js';

const PATHS = ['/account/tokens/phone', '/account/sessions/phone'];
const VERIFICATIONS = ['/account/verifications/phone', '/account/verification/phone'];
const WRONG = '12';

for (const path of PATHS) {
  describe(`a code by SMS asked for at ${path}`, () => {
    test('is all the text message says', async () => {
      const { userId } = stranger();
      const phone = freshPhone();
      assertToken(await new Caller().post(path, { userId, phone }), { userId, minutes: 15 });
      assert.match((await letterTo(phone)).text, /^\d{6}$/);
    });

    test('may be asked for with the parameter’s old name', async () => {
      const { userId } = stranger();
      const number = freshPhone();
      assertToken(await new Caller().post(path, { userId, number }), { userId, minutes: 15 });
      assert.match((await letterTo(number)).text, /^\d{6}$/);
    });

    test('is refused without a number, and for one that is none', async () => {
      const { userId } = stranger();
      for (const phone of [undefined, null, '', '0171123456', '+49 171 123456', '+4917', '+0171123456', 49171123456]) {
        assertRefused(await new Caller().post(path, { userId, phone }), REFUSALS.argument, String(phone));
      }
    });

    test('is told to a server wrapped together with the user, and either form opens a session', async () => {
      for (const form of [({ secret }) => secret, ({ code }) => code]) {
        const { userId } = stranger();
        const phone = freshPhone();
        const { secret } = assertStatus(await server().post(path, { userId, phone }), 201).json;
        const wrapped = JSON.parse(Buffer.from(secret, 'base64'));
        const { code } = await letterTo(phone);
        assert.deepEqual(wrapped, { id: userId, secret: code });
        const body = { userId, secret: form({ secret, code }) };
        assertStatus(await new Caller().post('/account/sessions/token', body), 201);
      }
    });
  });
}

for (const [method, path] of [
  ['PUT', '/account/sessions/phone'],
  ['POST', '/account/sessions/token'],
  ['PUT', '/account/sessions/magic-url'],
]) {
  describe(`a code by SMS taken to ${method} ${path}`, () => {
    test('opens a session, once, and verifies the number', async () => {
      const { userId } = stranger();
      const { secret, phone } = await texted(userId);
      const guest = new Caller();
      const redeem = (body) => guest.sendJson(method, path, body);
      assertRefused(await redeem({ userId: stranger().userId, secret }), REFUSALS.token);
      assertRefused(await redeem({ userId, secret: WRONG }), REFUSALS.token);
      const { session, caller } = guest.keeping(await redeem({ userId, secret }));
      assert.deepEqual([session.userId, session.provider, session.factors], [userId, 'phone', ['phone']]);
      const account = assertStatus(await caller.get('/account'), 200).json;
      assert.deepEqual([account.phone, account.phoneVerification, account.email], [phone, true, '']);
      assert.deepEqual(
        account.targets.map(({ providerType, identifier }) => [providerType, identifier]),
        [['sms', phone]],
      );
      assertRefused(await redeem({ userId, secret }), REFUSALS.token);
    });
  });
}

describe('a user known by phone only', () => {
  test('becomes an ordinary one by address and password', async () => {
    const { userId } = stranger();
    const { secret } = await texted(userId);
    const guest = new Caller();
    const { caller } = guest.keeping(await guest.put('/account/sessions/phone', { userId, secret }));
    const { email, password } = stranger();
    const account = assertStatus(await caller.patch('/account/email', { email, password }), 200).json;
    assert.deepEqual([account.$id, account.email, account.targets.length], [userId, email, 2]);
    assert.equal((await new Caller().signIn({ email, password })).session.userId, userId);
  });
});

describe('a tester’s phone', () => {
  test('has a code of its own that is never sent', async () => {
    const { userId } = assertStatus(
      await new Caller().post(PATHS[0], { userId: 'unique()', phone: TESTER.phone }),
      201,
    ).json;
    const guest = new Caller();
    const attempt = (secret) => guest.post('/account/sessions/token', { userId, secret });
    assertRefused(await attempt('654321'), REFUSALS.token);
    assertStatus(await attempt(TESTER.code), 201);
    await texted(stranger().userId);
    assert.deepEqual(await lettersTo(TESTER.phone), []);
  });

  test('’s code works for its own user only', async () => {
    const { userId } = stranger();
    await texted(userId, '+15555550101');
    assertRefused(await new Caller().post('/account/sessions/token', { userId, secret: TESTER.code }), REFUSALS.token);
  });
});

for (const path of VERIFICATIONS) {
  describe(`a number verified at ${path}`, () => {
    test('is verified by the code that was sent to it, and only once', async () => {
      const { caller, person, phone } = await memberWithPhone();
      const { userId } = person;
      assertToken(await caller.post(path), { userId, minutes: 15 });
      const { code: secret, text } = await letterTo(phone);
      assert.equal(text, secret);
      const guest = new Caller();
      assertRefused(await guest.put(path, { userId: stranger().userId, secret }), REFUSALS.user);
      assertRefused(await guest.put(path, { userId, secret: WRONG }), REFUSALS.token);
      assertToken(await guest.put(path, { userId, secret }), { userId, minutes: 15 }, 200);
      assert.equal((await caller.get('/account')).json.phoneVerification, true);
      assertRefused(await guest.put(path, { userId, secret }), REFUSALS.token);
      assertRefused(await caller.post(path), REFUSALS.phoneVerified);
      const { logs } = (await caller.get('/account/logs')).json;
      assert.deepEqual(
        logs.slice(0, 2).map(({ event }) => event),
        ['verification.update', 'verification.create'],
      );
    });

    test('has to be there', async () => {
      assertRefused(await (await member()).caller.post(path), REFUSALS.noPhone);
    });

    test('belongs to somebody who is signed in, as far as the asking goes', async () => {
      assertRefused(await new Caller().post(path), REFUSALS.guest);
      assertRefused(await server().post(path), REFUSALS.scope);
      assertRefused(await server().put(path, { userId: 'a', secret: 'b' }), REFUSALS.scope);
    });

    test('is not verified by a code that went to the number before', async () => {
      const { caller, person, phone } = await memberWithPhone();
      await caller.post(path);
      const { code: secret } = await letterTo(phone);
      await caller.patch('/account/phone', { phone: freshPhone(), password: person.password });
      assertRefused(await caller.put(path, { userId: person.userId, secret }), REFUSALS.token);
    });
  });
}

async function memberWithPhone() {
  const somebody = await member();
  const phone = freshPhone();
  const { password } = somebody.person;
  assertStatus(await somebody.caller.patch('/account/phone', { phone, password }), 200);
  return { ...somebody, phone };
}

async function texted(userId, phone = freshPhone()) {
  assertStatus(await new Caller().post(PATHS[0], { userId, phone }), 201);
  const tested = phone.startsWith('+1555');
  return { phone, secret: tested ? undefined : (await letterTo(phone)).code };
}
