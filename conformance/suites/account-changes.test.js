import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { ApiClient, server, signedInUser } from '../harness/api-client.js';
import { setCookies } from '../harness/cookies.js';
import { assertRefused, assertStatus, DATE, REFUSALS } from '../harness/expectations.js';
import { awaitMessage } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

const NEW_PASSWORD = 'battery staple';

describe('changing the e-mail address', () => {
  test('changing the e-mail address requires the password and makes the address unverified', async () => {
    const { client, user } = await signedInUser();
    const { email } = randomUser();
    const spelled = ` ${email.toUpperCase()}`;
    assertRefused(await client.patch('/account/email', { email, password: 'not the password' }), REFUSALS.credentials);
    const account = assertStatus(
      await client.patch('/account/email', { email: spelled, password: user.password }),
      200,
    ).json;
    assert.deepEqual([account.email, account.emailCanonical, account.emailVerification], [email, email, false]);
    assert.deepEqual(
      account.targets.map(({ $id, identifier }) => [$id, identifier]),
      [[user.account.targets[0].$id, email]],
    );
    assert.deepEqual(assertStatus(await client.get('/account'), 200).json, account);
    await new ApiClient().signIn({ ...user, email });
  });

  test('an e-mail address is available again as soon as its user has changed to another one', async () => {
    const { client, user } = await signedInUser();
    await client.patch('/account/email', { email: randomUser().email, password: user.password });
    await new ApiClient().signUp({ ...randomUser(), email: user.email });
  });

  test('changing to the e-mail address of another user, or to the own one, is refused', async () => {
    const { client, user } = await signedInUser();
    const { email } = await new ApiClient().signUp();
    for (const taken of [email, user.email]) {
      const response = await client.patch('/account/email', { email: taken, password: user.password });
      assertRefused(response, REFUSALS.targetExists);
    }
  });

  test('changing the e-mail address is refused for guests and without an address', async () => {
    assertRefused(await new ApiClient().patch('/account/email', randomUser()), REFUSALS.guest);
    assertRefused(await (await signedInUser()).client.patch('/account/email', {}), REFUSALS.argument);
  });

  test('changing the e-mail address revokes codes that were sent to the previous one', async () => {
    const { client, user } = await signedInUser();
    const { userId, email, password } = user;
    await new ApiClient().post('/account/tokens/email', { userId, email });
    const { code: secret } = await awaitMessage(email);
    assertStatus(await client.patch('/account/email', { email: randomUser().email, password }), 200);
    assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
  });
});

describe('changing the phone number', () => {
  test('changing the phone number requires the password and makes the number unverified', async () => {
    const { client, user } = await signedInUser();
    const { password } = user;
    for (const [name, number] of [
      ['phone', randomPhone()],
      ['number', randomPhone()],
    ]) {
      const account = assertStatus(await client.patch('/account/phone', { [name]: number, password }), 200).json;
      assert.deepEqual([account.phone, account.phoneVerification], [number, false]);
      assert.deepEqual(
        account.targets.map(({ identifier }) => identifier),
        [user.email, number],
      );
    }
    const wrong = { phone: randomPhone(), password: 'not the password' };
    assertRefused(await client.patch('/account/phone', wrong), REFUSALS.credentials);
  });

  test('changing to the phone number of another user, or to the own one, is refused', async () => {
    const { client, user } = await signedInUser();
    const phone = randomPhone();
    assertStatus(await client.patch('/account/phone', { phone, password: user.password }), 200);
    assertRefused(await client.patch('/account/phone', { phone, password: user.password }), REFUSALS.targetExists);
    const other = await signedInUser();
    const response = await other.client.patch('/account/phone', { phone, password: other.user.password });
    assertRefused(response, REFUSALS.targetExists);
  });

  test('changing the phone number is refused for guests and without a number', async () => {
    assertRefused(await new ApiClient().patch('/account/phone', { phone: randomPhone() }), REFUSALS.guest);
    assertRefused(await (await signedInUser()).client.patch('/account/phone', {}), REFUSALS.argument);
  });
});

describe('changing the password', () => {
  test('changing the password requires the old password and ends the other sessions', async () => {
    const { client, user } = await signedInUser();
    const other = await new ApiClient().signIn(user);
    const account = assertStatus(
      await client.patch('/account/password', { password: NEW_PASSWORD, oldPassword: user.password }),
      200,
    ).json;
    assert.ok(account.passwordUpdate > user.account.passwordUpdate);
    const { sessions } = assertStatus(await client.get('/account/sessions'), 200).json;
    assert.deepEqual(
      sessions.map(({ current }) => current),
      [true],
    );
    assertRefused(await other.client.get('/account'), REFUSALS.guest);
    assertRefused(await client.get(`/account/sessions/${other.session.$id}`), REFUSALS.session);
    assertRefused(await new ApiClient().post('/account/sessions/email', user), REFUSALS.credentials);
    await new ApiClient().signIn({ ...user, password: NEW_PASSWORD });
  });

  test('changing the password is refused with a wrong or missing old password, without a new one, and for guests', async () => {
    const { client } = await signedInUser();
    const change = (body) => client.patch('/account/password', body);
    assertRefused(await change({ password: NEW_PASSWORD, oldPassword: 'not the password' }), REFUSALS.credentials);
    assertRefused(await change({ password: NEW_PASSWORD }), REFUSALS.credentials);
    assertRefused(await change({}), REFUSALS.argument);
    assertRefused(await new ApiClient().patch('/account/password', { password: NEW_PASSWORD }), REFUSALS.guest);
  });

  test('the new password may be the same as the old one', async () => {
    const { client, user } = await signedInUser();
    const { password } = user;
    assertStatus(await client.patch('/account/password', { password, oldPassword: password }), 200);
  });

  test('a user without a password sets the first one without an old password, and needs the old one from then on', async () => {
    const user = randomUser();
    const { userId, secret } = (await server().post('/account/tokens/magic-url', user)).json;
    const guest = new ApiClient();
    const { client } = guest.withSessionFrom(await guest.put('/account/sessions/magic-url', { userId, secret }));
    const change = (body) => client.patch('/account/password', body);
    assert.match(assertStatus(await change({ password: NEW_PASSWORD }), 200).json.passwordUpdate, DATE);
    assertRefused(await change({ password: 'and another one' }), REFUSALS.credentials);
    assertStatus(await change({ password: 'and another one', oldPassword: NEW_PASSWORD }), 200);
    await new ApiClient().signIn({ ...user, password: 'and another one' });
  });

  test('changing the password with a JWT ends no session', async () => {
    const { client, user } = await signedInUser();
    const { jwt } = (await client.post('/account/jwts')).json;
    const backend = new ApiClient({ 'x-appwrite-jwt': jwt });
    const body = { password: NEW_PASSWORD, oldPassword: user.password };
    assertStatus(await backend.patch('/account/password', body), 200);
    assertStatus(await client.get('/account'), 200);
  });
});

describe('extending a session', () => {
  for (const by of ['its ID', '"current"']) {
    test(`extending a session by ${by} changes only its expiry, and sets no cookies`, async () => {
      const { client, session } = await signedInUser();
      await after(5);
      const response = await client.patch(`/account/sessions/${by === 'its ID' ? session.$id : 'current'}`);
      const extended = assertStatus(response, 200).json;
      assert.ok(extended.expire > session.expire);
      const { expire, $updatedAt } = extended;
      assert.deepEqual(extended, { ...session, expire, $updatedAt, secret: '' });
      assert.deepEqual(assertStatus(await client.get('/account/sessions/current'), 200).json, extended);
      assert.deepEqual(setCookies(response), {});
      assert.equal((await client.get('/account/logs')).json.logs[0].event, 'session.update');
    });
  }

  test('extending a session of another user, an unknown session, or any session as a guest is refused', async () => {
    const { client } = await signedInUser();
    const { session } = await signedInUser();
    for (const id of [session.$id, 'unknown']) {
      assertRefused(await client.patch(`/account/sessions/${id}`), REFUSALS.session);
    }
    assertRefused(await new ApiClient().patch('/account/sessions/current'), REFUSALS.guest);
  });
});

describe('deleting the account', () => {
  test('deleting the account ends its sessions and JWTs at once, and does not delete cookies', async () => {
    const { client, user } = await signedInUser();
    const other = await new ApiClient().signIn(user);
    const { jwt } = (await client.post('/account/jwts')).json;
    const response = assertStatus(await client.delete('/account'), 204);
    assert.equal(response.text, '');
    assert.deepEqual(setCookies(response), {});
    assert.equal(response.headers['x-fallback-cookies'], undefined);
    for (const ended of [client, other.client, new ApiClient({ 'x-appwrite-jwt': jwt })]) {
      assertRefused(await ended.get('/account'), REFUSALS.guest);
    }
    assertRefused(await new ApiClient().post('/account/sessions/email', user), REFUSALS.credentials);
  });

  test('e-mail address, phone number and ID of a deleted account are available again, without its log', async () => {
    const { client, user } = await signedInUser();
    const phone = randomPhone();
    const { password } = user;
    assertStatus(await client.patch('/account/phone', { phone, password }), 200);
    assertStatus(await client.delete('/account'), 204);
    await new ApiClient().signUp(user);
    const { client: again } = await new ApiClient().signIn(user);
    assertStatus(await again.patch('/account/phone', { phone, password }), 200);
    assert.deepEqual(
      (await again.get('/account/logs')).json.logs.map(({ event }) => event),
      ['user.update', 'session.create', 'user.create'],
      'the log of the deleted account is not shown',
    );
  });

  test('deleting the account revokes codes that were sent to its user', async () => {
    const { client, user } = await signedInUser();
    const { userId, secret } = (await server().post('/account/tokens/email', user)).json;
    assertStatus(await client.delete('/account'), 204);
    assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
  });

  test('deleting the account is allowed with a JWT, and refused for guests and API keys', async () => {
    const { client } = await signedInUser();
    const { jwt } = (await client.post('/account/jwts')).json;
    assertRefused(await new ApiClient().delete('/account'), REFUSALS.guest);
    assertRefused(await server().delete('/account'), REFUSALS.scope);
    assertStatus(await new ApiClient({ 'x-appwrite-jwt': jwt }).delete('/account'), 204);
  });
});
