import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Caller, member } from '../harness/caller.js';
import { KEYS } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { freshIp, stranger } from '../harness/people.js';
import { assertCount, assertUncounted, inOneHour } from '../harness/rate-limits.js';

test(
  'ten accounts an hour are made from one address, and the headers count down',
  inOneHour(async () => {
    const guest = new Caller();
    for (let remaining = 9; remaining >= 0; remaining--) {
      const answer = assertStatus(await guest.post('/account', stranger()), 201);
      assertCount(answer, 10, remaining);
    }
    const refused = await guest.post('/account', stranger());
    assertRefused(refused, REFUSALS.rate);
    assertCount(refused, 10, 0);
    assert.equal(refused.headers['retry-after'], undefined);
    assertStatus(await new Caller().post('/account', stranger()), 201);
  }),
);

test(
  'it is the left-most forwarded address that counts',
  inOneHour(async () => {
    const ip = freshIp();
    const count = async (forwarded) => remaining(await new Caller({ 'x-forwarded-for': forwarded }).post('/account'));
    assert.deepEqual([await count(ip), await count(`${ip}, 10.0.0.1`), await count(`${ip},10.0.0.2`)], [9, 8, 7]);
  }),
);

test(
  'whatever its outcome a request is counted, unless it is refused before',
  inOneHour(async () => {
    const guest = new Caller();
    assertRefused(await guest.post('/account', {}), REFUSALS.argument);
    assertRefused(await guest.post('/account', {}, { origin: 'https://evil.example' }), REFUSALS.origin);
    assertRefused(await guest.post('/account', {}, { 'x-appwrite-key': 'unknown' }), REFUSALS.key);
    assertCount(await guest.post('/account', stranger()), 10, 8);
  }),
);

test(
  'projects count for themselves',
  inOneHour(async () => {
    const guest = new Caller();
    assertCount(await guest.post('/account', stranger()), 10, 9);
    assertCount(await guest.post('/account', stranger(), { 'x-appwrite-project': 'other' }), 10, 9);
  }),
);

test(
  'ten failed sign-ins shut an address out, wherever they come from and however it is spelled',
  inOneHour(async () => {
    const person = await new Caller().signUp();
    const spellings = [person.email, person.email.toUpperCase()];
    for (let attempt = 0; attempt < 10; attempt++) {
      const path = attempt < 5 ? '/account/sessions/email' : '/account/sessions';
      const wrong = { email: spellings[attempt % 2], password: 'not the password' };
      const answer = await new Caller().post(path, wrong);
      assertRefused(answer, REFUSALS.credentials);
      assertCount(answer, 10, 9 - attempt);
    }
    const refused = await new Caller().post('/account/sessions/email', person);
    assertRefused(refused, REFUSALS.rate);
    assertCount(refused, 10, 0);
    assert.equal(refused.headers['set-cookie'], undefined);
    await new Caller({ 'x-appwrite-key': KEYS.demo }).signIn(person);
  }),
);

test(
  'a successful sign-in forgives the failed ones',
  inOneHour(async () => {
    const guest = new Caller();
    const person = await guest.signUp();
    const wrong = { ...person, password: 'not the password' };
    for (let attempt = 0; attempt < 9; attempt++) await guest.post('/account/sessions/email', wrong);
    assertCount(assertStatus(await guest.post('/account/sessions/email', person), 201), 10, 0);
    const next = await guest.post('/account/sessions/email', wrong);
    assertRefused(next, REFUSALS.credentials);
    assertCount(next, 10, 9);
  }),
);

test(
  'twenty successful sign-ins in a row are no reason to stop',
  inOneHour(async () => {
    const guest = new Caller();
    const person = await guest.signUp();
    for (let time = 0; time < 20; time++) await guest.signIn(person);
  }),
);

test(
  'a hundred sessions an hour may be deleted from one address, one by one or all at once',
  inOneHour(async () => {
    const { caller } = await member();
    assertCount(await caller.delete('/account/sessions/unknown'), 100, 99);
    assertCount(await caller.delete('/account/sessions/another'), 100, 98);
    assertCount(await caller.delete('/account/sessions'), 100, 99);
  }),
);

for (const [method, path, limit, alias] of [
  ['POST', '/account/sessions/anonymous', 50],
  ['POST', '/account/sessions/token', 10],
  ['PUT', '/account/sessions/magic-url', 10],
  ['PUT', '/account/sessions/phone', 10],
  ['POST', '/account/tokens/magic-url', 60, '/account/sessions/magic-url'],
  ['POST', '/account/tokens/email', 10],
  ['POST', '/account/tokens/phone', 10, '/account/sessions/phone'],
  ['POST', '/account/jwts', 100, '/account/jwt'],
  ['PATCH', '/account/password', 10],
  ['PATCH', '/account/sessions/unknown', 10],
  ['POST', '/account/recovery', 10],
  ['PUT', '/account/recovery', 10],
  ['POST', '/account/verifications/email', 10, '/account/verification'],
  ['PUT', '/account/verifications/email', 10, '/account/verification'],
  ['POST', '/account/verifications/phone', 10, '/account/verification/phone'],
  ['PUT', '/account/verifications/phone', 10, '/account/verification/phone'],
  ['POST', '/account/mfa/challenges', 10, '/account/mfa/challenge'],
  ['PUT', '/account/mfa/challenges', 10, '/account/mfa/challenge'],
  ['PUT', '/account/mfa/authenticators/totp', 10],
]) {
  test(
    `${method} ${path} is answered ${limit} times an hour${alias ? `, counted together with ${alias}` : ''}`,
    inOneHour(async () => {
      const { caller } = await member();
      const asked = /sessions\/(anonymous|token|magic|phone)/.test(path) ? caller.with({ cookie: undefined }) : caller;
      const { userId } = stranger();
      const body = { userId, email: userId, phone: userId, duration: 60, challengeId: userId };
      for (let time = 1; time <= limit; time++) {
        const answer = await asked.sendJson(method, alias && time % 2 === 0 ? alias : path, body);
        assert.notEqual(answer.status, 429);
        assertCount(answer, limit, limit - time);
      }
      const refused = await asked.sendJson(method, path, body);
      assertRefused(refused, REFUSALS.rate);
      assertCount(refused, limit, 0);
    }),
  );
}

test('what is not limited says nothing of limits', async () => {
  const { caller } = await member();
  for (const answer of [
    await caller.get('/account'),
    await caller.patch('/account/name', { name: 'Ada' }),
    await caller.patch('/account/prefs', { prefs: {} }),
    await caller.get('/account/sessions'),
    await caller.get('/account/logs'),
    await caller.get('/account/mfa/factors'),
    await caller.post('/account/mfa/authenticators/totp'),
    await caller.post('/account/mfa/recovery-codes'),
    await caller.get('/account/mfa/recovery-codes'),
    await caller.patch('/account/mfa', { mfa: true }),
    await caller.post('/account/targets/push', {}),
    await caller.get('/nowhere'),
  ]) {
    assertUncounted(answer);
  }
});

function remaining(answer) {
  return Number(answer.headers['x-ratelimit-remaining']);
}
