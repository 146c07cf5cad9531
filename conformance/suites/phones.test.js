import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, server, signedInUser } from '../harness/api-client.js';
import { MOCK_NUMBER } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { awaitMessage, messagesTo } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

const PATHS = ['/account/tokens/phone', '/account/sessions/phone'];
const VERIFICATIONS = ['/account/verifications/phone', '/account/verification/phone'];
const WRONG_CODE = '12';

for (const path of PATHS) {
  describe(`sign-in codes by SMS requested at ${path}`, () => {
    test('the SMS with a sign-in code contains only the six-digit code', async () => {
      const { userId } = randomUser();
      const phone = randomPhone();
      assertToken(await new ApiClient().post(path, { userId, phone }), { userId, minutes: 15 });
      assert.match((await awaitMessage(phone)).text, /^\d{6}$/);
    });

    test('the former parameter name "number" is accepted in a request for a sign-in code', async () => {
      const { userId } = randomUser();
      const number = randomPhone();
      assertToken(await new ApiClient().post(path, { userId, number }), { userId, minutes: 15 });
      assert.match((await awaitMessage(number)).text, /^\d{6}$/);
    });

    test('a request for a sign-in code with a missing or invalid phone number is refused', async () => {
      const { userId } = randomUser();
      for (const phone of [undefined, null, '', '0171123456', '+49 171 123456', '+4917', '+0171123456', 49171123456]) {
        assertRefused(await new ApiClient().post(path, { userId, phone }), REFUSALS.argument, String(phone));
      }
    });

    test('a number that cannot exist is refused, and one with a trunk prefix belongs to the same user', async () => {
      for (const phone of ['+4915112', '+11111111', '+1234567', '+35312345']) {
        assertRefused(await new ApiClient().post(path, { userId: 'unique()', phone }), REFUSALS.argument, phone);
      }
      const phone = randomPhone();
      const { userId } = assertStatus(await server().post(path, { userId: 'unique()', phone }), 201).json;
      const withTrunkPrefix = phone.replace('+49', '+490');
      const again = await server().post(path, { userId: 'unique()', phone: withTrunkPrefix });
      assert.equal(assertStatus(again, 201).json.userId, userId);
      await awaitMessage(phone, 2);
    });

    test('with an API key the response contains sign-in code and user ID together, and either form opens a session', async () => {
      for (const select of [({ secret }) => secret, ({ code }) => code]) {
        const { userId } = randomUser();
        const phone = randomPhone();
        const { secret } = assertStatus(await server().post(path, { userId, phone }), 201).json;
        const decoded = JSON.parse(Buffer.from(secret, 'base64'));
        const { code } = await awaitMessage(phone);
        assert.deepEqual(decoded, { id: userId, secret: code });
        const body = { userId, secret: select({ secret, code }) };
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
  describe(`codes by SMS redeemed by ${method} ${path}`, () => {
    test('a code by SMS opens a session once, and verifies the phone number', async () => {
      const { userId } = randomUser();
      const { secret, phone } = await requestCode(userId);
      const guest = new ApiClient();
      const redeem = (body) => guest.sendJson(method, path, body);
      assertRefused(await redeem({ userId: randomUser().userId, secret }), REFUSALS.token);
      assertRefused(await redeem({ userId, secret: WRONG_CODE }), REFUSALS.token);
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

describe('a user with only a phone number', () => {
  test('a user with only a phone number can add an e-mail address and a password', async () => {
    const { userId } = randomUser();
    const { secret } = await requestCode(userId);
    const guest = new ApiClient();
    const { client } = guest.withSessionFrom(await guest.put('/account/sessions/phone', { userId, secret }));
    const { email, password } = randomUser();
    const account = assertStatus(await client.patch('/account/email', { email, password }), 200).json;
    assert.deepEqual([account.$id, account.email, account.targets.length], [userId, email, 2]);
    assert.equal((await new ApiClient().signIn({ email, password })).session.userId, userId);
  });
});

describe('mock phone numbers', () => {
  test('a mock phone number has a fixed code, and no SMS is sent', async () => {
    const { userId } = assertStatus(
      await new ApiClient().post(PATHS[0], { userId: 'unique()', phone: MOCK_NUMBER.phone }),
      201,
    ).json;
    const guest = new ApiClient();
    const redeem = (secret) => guest.post('/account/sessions/token', { userId, secret });
    assertRefused(await redeem('654321'), REFUSALS.token);
    assertStatus(await redeem(MOCK_NUMBER.code), 201);
    await requestCode(randomUser().userId);
    assert.deepEqual(await messagesTo(MOCK_NUMBER.phone), []);
  });

  test('the code of a mock phone number works for its own user only', async () => {
    const { userId } = randomUser();
    await requestCode(userId, '+15555550101');
    assertRefused(
      await new ApiClient().post('/account/sessions/token', { userId, secret: MOCK_NUMBER.code }),
      REFUSALS.token,
    );
  });
});

for (const path of VERIFICATIONS) {
  describe(`phone verification at ${path}`, () => {
    test('the code of a phone verification verifies the number once, without a session', async () => {
      const { client, user, phone } = await signedInUserWithPhone();
      const { userId } = user;
      assertToken(await client.post(path), { userId, minutes: 15 });
      const { code: secret, text } = await awaitMessage(phone);
      assert.equal(text, secret);
      const guest = new ApiClient();
      assertRefused(await guest.put(path, { userId: randomUser().userId, secret }), REFUSALS.user);
      assertRefused(await guest.put(path, { userId, secret: WRONG_CODE }), REFUSALS.token);
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

    test('a phone verification without a phone number is refused', async () => {
      assertRefused(await (await signedInUser()).client.post(path), REFUSALS.noPhone);
    });

    test('requesting a phone verification is refused for guests and API keys', async () => {
      assertRefused(await new ApiClient().post(path), REFUSALS.guest);
      assertRefused(await server().post(path), REFUSALS.scope);
      assertRefused(await server().put(path, { userId: 'a', secret: 'b' }), REFUSALS.scope);
    });

    test('the code of a phone verification does not verify a new number', async () => {
      const { client, user, phone } = await signedInUserWithPhone();
      await client.post(path);
      const { code: secret } = await awaitMessage(phone);
      await client.patch('/account/phone', { phone: randomPhone(), password: user.password });
      assertRefused(await client.put(path, { userId: user.userId, secret }), REFUSALS.token);
    });
  });
}

async function signedInUserWithPhone() {
  const alice = await signedInUser();
  const phone = randomPhone();
  const { password } = alice.user;
  assertStatus(await alice.client.patch('/account/phone', { phone, password }), 200);
  return { ...alice, phone };
}

async function requestCode(userId, phone = randomPhone()) {
  assertStatus(await new ApiClient().post(PATHS[0], { userId, phone }), 201);
  const isMock = phone.startsWith('+1555');
  return { phone, secret: isMock ? undefined : (await awaitMessage(phone)).code };
}
