import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { Caller, member, server } from '../harness/caller.js';
import { setCookies } from '../harness/cookies.js';
import { assertRefused, assertStatus, DATE, REFUSALS } from '../harness/expectations.js';
import { letterTo } from '../harness/mailbox.js';
import { freshPhone, stranger } from '../harness/people.js';

const NEW = 'battery staple';

describe('an address', () => {
  test('is changed by those who know the password, and is then not verified', async () => {
    const { caller, person } = await member();
    const { email } = stranger();
    const typed = ` ${email.toUpperCase()}`;
    assertRefused(await caller.patch('/account/email', { email, password: 'not the password' }), REFUSALS.credentials);
    const account = assertStatus(
      await caller.patch('/account/email', { email: typed, password: person.password }),
      200,
    ).json;
    assert.deepEqual([account.email, account.emailCanonical, account.emailVerification], [email, email, false]);
    assert.deepEqual(
      account.targets.map(({ $id, identifier }) => [$id, identifier]),
      [[person.account.targets[0].$id, email]],
    );
    assert.deepEqual(assertStatus(await caller.get('/account'), 200).json, account);
    await new Caller().signIn({ ...person, email });
  });

  test('that was left is free at once', async () => {
    const { caller, person } = await member();
    await caller.patch('/account/email', { email: stranger().email, password: person.password });
    await new Caller().signUp({ ...stranger(), email: person.email });
  });

  test('of somebody else is taken, and so is one’s own', async () => {
    const { caller, person } = await member();
    const { email } = await new Caller().signUp();
    for (const taken of [email, person.email]) {
      const answer = await caller.patch('/account/email', { email: taken, password: person.password });
      assertRefused(answer, REFUSALS.targetTaken);
    }
  });

  test('is not changed by a guest, or to nothing', async () => {
    assertRefused(await new Caller().patch('/account/email', stranger()), REFUSALS.guest);
    assertRefused(await (await member()).caller.patch('/account/email', {}), REFUSALS.argument);
  });

  test('that is left takes with it what was sent there', async () => {
    const { caller, person } = await member();
    const { userId, email, password } = person;
    await new Caller().post('/account/tokens/email', { userId, email });
    const { code: secret } = await letterTo(email);
    assertStatus(await caller.patch('/account/email', { email: stranger().email, password }), 200);
    assertRefused(await new Caller().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
  });
});

describe('a number', () => {
  test('is changed by those who know the password, and is then not verified', async () => {
    const { caller, person } = await member();
    const { password } = person;
    for (const [name, number] of [
      ['phone', freshPhone()],
      ['number', freshPhone()],
    ]) {
      const account = assertStatus(await caller.patch('/account/phone', { [name]: number, password }), 200).json;
      assert.deepEqual([account.phone, account.phoneVerification], [number, false]);
      assert.deepEqual(
        account.targets.map(({ identifier }) => identifier),
        [person.email, number],
      );
    }
    const wrong = { phone: freshPhone(), password: 'not the password' };
    assertRefused(await caller.patch('/account/phone', wrong), REFUSALS.credentials);
  });

  test('of somebody else is taken, and so is one’s own', async () => {
    const { caller, person } = await member();
    const phone = freshPhone();
    assertStatus(await caller.patch('/account/phone', { phone, password: person.password }), 200);
    assertRefused(await caller.patch('/account/phone', { phone, password: person.password }), REFUSALS.targetTaken);
    const other = await member();
    const answer = await other.caller.patch('/account/phone', { phone, password: other.person.password });
    assertRefused(answer, REFUSALS.targetTaken);
  });

  test('is not changed by a guest, or to nothing', async () => {
    assertRefused(await new Caller().patch('/account/phone', { phone: freshPhone() }), REFUSALS.guest);
    assertRefused(await (await member()).caller.patch('/account/phone', {}), REFUSALS.argument);
  });
});

describe('a password', () => {
  test('is changed by those who know it, and the others are signed out', async () => {
    const { caller, person } = await member();
    const other = await new Caller().signIn(person);
    const account = assertStatus(
      await caller.patch('/account/password', { password: NEW, oldPassword: person.password }),
      200,
    ).json;
    assert.ok(account.passwordUpdate > person.account.passwordUpdate);
    const { sessions } = assertStatus(await caller.get('/account/sessions'), 200).json;
    assert.deepEqual(
      sessions.map(({ current }) => current),
      [true],
    );
    assertRefused(await other.caller.get('/account'), REFUSALS.guest);
    assertRefused(await caller.get(`/account/sessions/${other.session.$id}`), REFUSALS.session);
    assertRefused(await new Caller().post('/account/sessions/email', person), REFUSALS.credentials);
    await new Caller().signIn({ ...person, password: NEW });
  });

  test('is not changed with a wrong old one, without one, without a new one, or by a guest', async () => {
    const { caller } = await member();
    const change = (body) => caller.patch('/account/password', body);
    assertRefused(await change({ password: NEW, oldPassword: 'not the password' }), REFUSALS.credentials);
    assertRefused(await change({ password: NEW }), REFUSALS.credentials);
    assertRefused(await change({}), REFUSALS.argument);
    assertRefused(await new Caller().patch('/account/password', { password: NEW }), REFUSALS.guest);
  });

  test('may be set again as it was', async () => {
    const { caller, person } = await member();
    const { password } = person;
    assertStatus(await caller.patch('/account/password', { password, oldPassword: password }), 200);
  });

  test('needs no old one where there is none, the first time', async () => {
    const person = stranger();
    const { userId, secret } = (await server().post('/account/tokens/magic-url', person)).json;
    const guest = new Caller();
    const { caller } = guest.keeping(await guest.put('/account/sessions/magic-url', { userId, secret }));
    const change = (body) => caller.patch('/account/password', body);
    assert.match(assertStatus(await change({ password: NEW }), 200).json.passwordUpdate, DATE);
    assertRefused(await change({ password: 'and another one' }), REFUSALS.credentials);
    assertStatus(await change({ password: 'and another one', oldPassword: NEW }), 200);
    await new Caller().signIn({ ...person, password: 'and another one' });
  });

  test('changed with a JWT signs nobody out', async () => {
    const { caller, person } = await member();
    const { jwt } = (await caller.post('/account/jwts')).json;
    const backend = new Caller({ 'x-appwrite-jwt': jwt });
    const body = { password: NEW, oldPassword: person.password };
    assertStatus(await backend.patch('/account/password', body), 200);
    assertStatus(await caller.get('/account'), 200);
  });
});

describe('a session', () => {
  for (const by of ['its ID', 'the word current']) {
    test(`is prolonged by ${by}, and stays the same`, async () => {
      const { caller, session } = await member();
      await after(5);
      const answer = await caller.patch(`/account/sessions/${by === 'its ID' ? session.$id : 'current'}`);
      const prolonged = assertStatus(answer, 200).json;
      assert.ok(prolonged.expire > session.expire);
      const { expire, $updatedAt } = prolonged;
      assert.deepEqual(prolonged, { ...session, expire, $updatedAt, secret: '' });
      assert.deepEqual(assertStatus(await caller.get('/account/sessions/current'), 200).json, prolonged);
      assert.deepEqual(setCookies(answer), {});
      assert.equal((await caller.get('/account/logs')).json.logs[0].event, 'session.update');
    });
  }

  test('of somebody else is not prolonged, nor is an unknown one, nor by a guest', async () => {
    const { caller } = await member();
    const { session } = await member();
    for (const id of [session.$id, 'unknown']) {
      assertRefused(await caller.patch(`/account/sessions/${id}`), REFUSALS.session);
    }
    assertRefused(await new Caller().patch('/account/sessions/current'), REFUSALS.guest);
  });
});

describe('an account that is deleted by its user', () => {
  test('is gone at once, with its sessions and JWTs, and cookies are left alone', async () => {
    const { caller, person } = await member();
    const other = await new Caller().signIn(person);
    const { jwt } = (await caller.post('/account/jwts')).json;
    const answer = assertStatus(await caller.delete('/account'), 204);
    assert.equal(answer.text, '');
    assert.deepEqual(setCookies(answer), {});
    assert.equal(answer.headers['x-fallback-cookies'], undefined);
    for (const gone of [caller, other.caller, new Caller({ 'x-appwrite-jwt': jwt })]) {
      assertRefused(await gone.get('/account'), REFUSALS.guest);
    }
    assertRefused(await new Caller().post('/account/sessions/email', person), REFUSALS.credentials);
  });

  test('leaves address, number and ID to others', async () => {
    const { caller, person } = await member();
    const phone = freshPhone();
    const { password } = person;
    assertStatus(await caller.patch('/account/phone', { phone, password }), 200);
    assertStatus(await caller.delete('/account'), 204);
    await new Caller().signUp(person);
    const { caller: again } = await new Caller().signIn(person);
    assertStatus(await again.patch('/account/phone', { phone, password }), 200);
    assert.deepEqual(
      (await again.get('/account/logs')).json.logs.map(({ event }) => event),
      ['user.update', 'session.create', 'user.create'],
      'and tells them nothing',
    );
  });

  test('takes with it what was sent to its user', async () => {
    const { caller, person } = await member();
    const { userId, secret } = (await server().post('/account/tokens/email', person)).json;
    assertStatus(await caller.delete('/account'), 204);
    assertRefused(await new Caller().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
  });

  test('is deleted by a JWT as well, but neither by a guest nor by a server', async () => {
    const { caller } = await member();
    const { jwt } = (await caller.post('/account/jwts')).json;
    assertRefused(await new Caller().delete('/account'), REFUSALS.guest);
    assertRefused(await server().delete('/account'), REFUSALS.scope);
    assertStatus(await new Caller({ 'x-appwrite-jwt': jwt }).delete('/account'), 204);
  });
});
