import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { ApiClient, signedInUser, server } from '../harness/api-client.js';
import { setCookies } from '../harness/cookies.js';
import { assertRefused, assertStatus, DATE, REFUSALS } from '../harness/expectations.js';
import { awaitMessage } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

const NEW = 'battery staple';

describe('an address', () => {
  test('is changed by those who know the password, and is then not verified', async () => {
    const { client, user } = await signedInUser();
    const { email } = randomUser();
    const typed = ` ${email.toUpperCase()}`;
    assertRefused(await client.patch('/account/email', { email, password: 'not the password' }), REFUSALS.credentials);
    const account = assertStatus(
      await client.patch('/account/email', { email: typed, password: user.password }),
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

  test('that was left is free at once', async () => {
    const { client, user } = await signedInUser();
    await client.patch('/account/email', { email: randomUser().email, password: user.password });
    await new ApiClient().signUp({ ...randomUser(), email: user.email });
  });

  test('of somebody else is taken, and so is one’s own', async () => {
    const { client, user } = await signedInUser();
    const { email } = await new ApiClient().signUp();
    for (const taken of [email, user.email]) {
      const response = await client.patch('/account/email', { email: taken, password: user.password });
      assertRefused(response, REFUSALS.targetExists);
    }
  });

  test('is not changed by a guest, or to nothing', async () => {
    assertRefused(await new ApiClient().patch('/account/email', randomUser()), REFUSALS.guest);
    assertRefused(await (await signedInUser()).client.patch('/account/email', {}), REFUSALS.argument);
  });

  test('that is left takes with it what was sent there', async () => {
    const { client, user } = await signedInUser();
    const { userId, email, password } = user;
    await new ApiClient().post('/account/tokens/email', { userId, email });
    const { code: secret } = await awaitMessage(email);
    assertStatus(await client.patch('/account/email', { email: randomUser().email, password }), 200);
    assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
  });
});

describe('a number', () => {
  test('is changed by those who know the password, and is then not verified', async () => {
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

  test('of somebody else is taken, and so is one’s own', async () => {
    const { client, user } = await signedInUser();
    const phone = randomPhone();
    assertStatus(await client.patch('/account/phone', { phone, password: user.password }), 200);
    assertRefused(await client.patch('/account/phone', { phone, password: user.password }), REFUSALS.targetExists);
    const other = await signedInUser();
    const response = await other.client.patch('/account/phone', { phone, password: other.user.password });
    assertRefused(response, REFUSALS.targetExists);
  });

  test('is not changed by a guest, or to nothing', async () => {
    assertRefused(await new ApiClient().patch('/account/phone', { phone: randomPhone() }), REFUSALS.guest);
    assertRefused(await (await signedInUser()).client.patch('/account/phone', {}), REFUSALS.argument);
  });
});

describe('a password', () => {
  test('is changed by those who know it, and the others are signed out', async () => {
    const { client, user } = await signedInUser();
    const other = await new ApiClient().signIn(user);
    const account = assertStatus(
      await client.patch('/account/password', { password: NEW, oldPassword: user.password }),
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
    await new ApiClient().signIn({ ...user, password: NEW });
  });

  test('is not changed with a wrong old one, without one, without a new one, or by a guest', async () => {
    const { client } = await signedInUser();
    const change = (body) => client.patch('/account/password', body);
    assertRefused(await change({ password: NEW, oldPassword: 'not the password' }), REFUSALS.credentials);
    assertRefused(await change({ password: NEW }), REFUSALS.credentials);
    assertRefused(await change({}), REFUSALS.argument);
    assertRefused(await new ApiClient().patch('/account/password', { password: NEW }), REFUSALS.guest);
  });

  test('may be set again as it was', async () => {
    const { client, user } = await signedInUser();
    const { password } = user;
    assertStatus(await client.patch('/account/password', { password, oldPassword: password }), 200);
  });

  test('needs no old one where there is none, the first time', async () => {
    const user = randomUser();
    const { userId, secret } = (await server().post('/account/tokens/magic-url', user)).json;
    const guest = new ApiClient();
    const { client } = guest.withSessionFrom(await guest.put('/account/sessions/magic-url', { userId, secret }));
    const change = (body) => client.patch('/account/password', body);
    assert.match(assertStatus(await change({ password: NEW }), 200).json.passwordUpdate, DATE);
    assertRefused(await change({ password: 'and another one' }), REFUSALS.credentials);
    assertStatus(await change({ password: 'and another one', oldPassword: NEW }), 200);
    await new ApiClient().signIn({ ...user, password: 'and another one' });
  });

  test('changed with a JWT signs nobody out', async () => {
    const { client, user } = await signedInUser();
    const { jwt } = (await client.post('/account/jwts')).json;
    const backend = new ApiClient({ 'x-appwrite-jwt': jwt });
    const body = { password: NEW, oldPassword: user.password };
    assertStatus(await backend.patch('/account/password', body), 200);
    assertStatus(await client.get('/account'), 200);
  });
});

describe('a session', () => {
  for (const by of ['its ID', 'the word current']) {
    test(`is prolonged by ${by}, and stays the same`, async () => {
      const { client, session } = await signedInUser();
      await after(5);
      const response = await client.patch(`/account/sessions/${by === 'its ID' ? session.$id : 'current'}`);
      const prolonged = assertStatus(response, 200).json;
      assert.ok(prolonged.expire > session.expire);
      const { expire, $updatedAt } = prolonged;
      assert.deepEqual(prolonged, { ...session, expire, $updatedAt, secret: '' });
      assert.deepEqual(assertStatus(await client.get('/account/sessions/current'), 200).json, prolonged);
      assert.deepEqual(setCookies(response), {});
      assert.equal((await client.get('/account/logs')).json.logs[0].event, 'session.update');
    });
  }

  test('of somebody else is not prolonged, nor is an unknown one, nor by a guest', async () => {
    const { client } = await signedInUser();
    const { session } = await signedInUser();
    for (const id of [session.$id, 'unknown']) {
      assertRefused(await client.patch(`/account/sessions/${id}`), REFUSALS.session);
    }
    assertRefused(await new ApiClient().patch('/account/sessions/current'), REFUSALS.guest);
  });
});

describe('an account that is deleted by its user', () => {
  test('is gone at once, with its sessions and JWTs, and cookies are left alone', async () => {
    const { client, user } = await signedInUser();
    const other = await new ApiClient().signIn(user);
    const { jwt } = (await client.post('/account/jwts')).json;
    const response = assertStatus(await client.delete('/account'), 204);
    assert.equal(response.text, '');
    assert.deepEqual(setCookies(response), {});
    assert.equal(response.headers['x-fallback-cookies'], undefined);
    for (const gone of [client, other.client, new ApiClient({ 'x-appwrite-jwt': jwt })]) {
      assertRefused(await gone.get('/account'), REFUSALS.guest);
    }
    assertRefused(await new ApiClient().post('/account/sessions/email', user), REFUSALS.credentials);
  });

  test('leaves address, number and ID to others', async () => {
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
      'and tells them nothing',
    );
  });

  test('takes with it what was sent to its user', async () => {
    const { client, user } = await signedInUser();
    const { userId, secret } = (await server().post('/account/tokens/email', user)).json;
    assertStatus(await client.delete('/account'), 204);
    assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
  });

  test('is deleted by a JWT as well, but neither by a guest nor by a server', async () => {
    const { client } = await signedInUser();
    const { jwt } = (await client.post('/account/jwts')).json;
    assertRefused(await new ApiClient().delete('/account'), REFUSALS.guest);
    assertRefused(await server().delete('/account'), REFUSALS.scope);
    assertStatus(await new ApiClient({ 'x-appwrite-jwt': jwt }).delete('/account'), 204);
  });
});
