import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, signedInUser, server } from '../harness/api-client.js';
import { MOCK_NUMBER } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { messagesTo, awaitMessage } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

const PATHS = ['/account/tokens/phone', '/account/sessions/phone'];
const VERIFICATIONS = ['/account/verifications/phone', '/account/verification/phone'];
const WRONG = '12';

for (const path of PATHS) {
  describe(`a code by SMS asked for at ${path}`, () => {
    test('is all the text message says', async () => {
      const { userId } = randomUser();
      const phone = randomPhone();
      assertToken(await new ApiClient().post(path, { userId, phone }), { userId, minutes: 15 });
      assert.match((await awaitMessage(phone)).text, /^\d{6}$/);
    });

    test('may be asked for with the parameter’s old name', async () => {
      const { userId } = randomUser();
      const number = randomPhone();
      assertToken(await new ApiClient().post(path, { userId, number }), { userId, minutes: 15 });
      assert.match((await awaitMessage(number)).text, /^\d{6}$/);
    });

    test('is refused without a number, and for one that is none', async () => {
      const { userId } = randomUser();
      for (const phone of [undefined, null, '', '0171123456', '+49 171 123456', '+4917', '+0171123456', 49171123456]) {
        assertRefused(await new ApiClient().post(path, { userId, phone }), REFUSALS.argument, String(phone));
      }
    });

    test('is told to a server wrapped together with the user, and either form opens a session', async () => {
      for (const form of [({ secret }) => secret, ({ code }) => code]) {
        const { userId } = randomUser();
        const phone = randomPhone();
        const { secret } = assertStatus(await server().post(path, { userId, phone }), 201).json;
        const wrapped = JSON.parse(Buffer.from(secret, 'base64'));
        const { code } = await awaitMessage(phone);
        assert.deepEqual(wrapped, { id: userId, secret: code });
        const body = { userId, secret: form({ secret, code }) };
        assertStatus(await new ApiClient().post('/account/sessions/token', body), 201);
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
      const { userId } = randomUser();
      const { secret, phone } = await texted(userId);
      const guest = new ApiClient();
      const redeem = (body) => guest.sendJson(method, path, body);
      assertRefused(await redeem({ userId: randomUser().userId, secret }), REFUSALS.token);
      assertRefused(await redeem({ userId, secret: WRONG }), REFUSALS.token);
      const { session, client } = guest.withSessionFrom(await redeem({ userId, secret }));
      assert.deepEqual([session.userId, session.provider, session.factors], [userId, 'phone', ['phone']]);
      const account = assertStatus(await client.get('/account'), 200).json;
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
    const { userId } = randomUser();
    const { secret } = await texted(userId);
    const guest = new ApiClient();
    const { client } = guest.withSessionFrom(await guest.put('/account/sessions/phone', { userId, secret }));
    const { email, password } = randomUser();
    const account = assertStatus(await client.patch('/account/email', { email, password }), 200).json;
    assert.deepEqual([account.$id, account.email, account.targets.length], [userId, email, 2]);
    assert.equal((await new ApiClient().signIn({ email, password })).session.userId, userId);
  });
});

describe('a tester’s phone', () => {
  test('has a code of its own that is never sent', async () => {
    const { userId } = assertStatus(
      await new ApiClient().post(PATHS[0], { userId: 'unique()', phone: MOCK_NUMBER.phone }),
      201,
    ).json;
    const guest = new ApiClient();
    const attempt = (secret) => guest.post('/account/sessions/token', { userId, secret });
    assertRefused(await attempt('654321'), REFUSALS.token);
    assertStatus(await attempt(MOCK_NUMBER.code), 201);
    await texted(randomUser().userId);
    assert.deepEqual(await messagesTo(MOCK_NUMBER.phone), []);
  });

  test('’s code works for its own user only', async () => {
    const { userId } = randomUser();
    await texted(userId, '+15555550101');
    assertRefused(
      await new ApiClient().post('/account/sessions/token', { userId, secret: MOCK_NUMBER.code }),
      REFUSALS.token,
    );
  });
});

for (const path of VERIFICATIONS) {
  describe(`a number verified at ${path}`, () => {
    test('is verified by the code that was sent to it, and only once', async () => {
      const { client, user, phone } = await memberWithPhone();
      const { userId } = user;
      assertToken(await client.post(path), { userId, minutes: 15 });
      const { code: secret, text } = await awaitMessage(phone);
      assert.equal(text, secret);
      const guest = new ApiClient();
      assertRefused(await guest.put(path, { userId: randomUser().userId, secret }), REFUSALS.user);
      assertRefused(await guest.put(path, { userId, secret: WRONG }), REFUSALS.token);
      assertToken(await guest.put(path, { userId, secret }), { userId, minutes: 15 }, 200);
      assert.equal((await client.get('/account')).json.phoneVerification, true);
      assertRefused(await guest.put(path, { userId, secret }), REFUSALS.token);
      assertRefused(await client.post(path), REFUSALS.phoneVerified);
      const { logs } = (await client.get('/account/logs')).json;
      assert.deepEqual(
        logs.slice(0, 2).map(({ event }) => event),
        ['verification.update', 'verification.create'],
      );
    });

    test('has to be there', async () => {
      assertRefused(await (await signedInUser()).client.post(path), REFUSALS.noPhone);
    });

    test('belongs to somebody who is signed in, as far as the asking goes', async () => {
      assertRefused(await new ApiClient().post(path), REFUSALS.guest);
      assertRefused(await server().post(path), REFUSALS.scope);
      assertRefused(await server().put(path, { userId: 'a', secret: 'b' }), REFUSALS.scope);
    });

    test('is not verified by a code that went to the number before', async () => {
      const { client, user, phone } = await memberWithPhone();
      await client.post(path);
      const { code: secret } = await awaitMessage(phone);
      await client.patch('/account/phone', { phone: randomPhone(), password: user.password });
      assertRefused(await client.put(path, { userId: user.userId, secret }), REFUSALS.token);
    });
  });
}

async function memberWithPhone() {
  const alice = await signedInUser();
  const phone = randomPhone();
  const { password } = alice.user;
  assertStatus(await alice.client.patch('/account/phone', { phone, password }), 200);
  return { ...alice, phone };
}

async function texted(userId, phone = randomPhone()) {
  assertStatus(await new ApiClient().post(PATHS[0], { userId, phone }), 201);
  const tested = phone.startsWith('+1555');
  return { phone, secret: tested ? undefined : (await awaitMessage(phone)).code };
}
