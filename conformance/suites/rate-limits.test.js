import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { KEYS } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { assertNoRateLimitHeaders, assertRateLimitHeaders, HOUR, MINUTE, withinOneWindow } from '../harness/rate-limits.js';
import { randomUser } from '../harness/test-data.js';

test(
  'the limit of sign-ups is ten per hour and client address, and headers state the remaining ones',
  withinOneWindow(async () => {
    const guest = new ApiClient();
    for (let remaining = 9; remaining >= 0; remaining--) {
      const response = assertStatus(await guest.post('/account', randomUser()), 201);
      assertRateLimitHeaders(response, 10, remaining);
    }
    const refused = await guest.post('/account', randomUser());
    assertRefused(refused, REFUSALS.rateLimit);
    assertRateLimitHeaders(refused, 10, 0);
    assert.equal(refused.headers['retry-after'], undefined);
    assertStatus(await new ApiClient().post('/account', randomUser()), 201);
  }),
);

test(
  'requests are counted by the right-most forwarded address that is no proxy',
  withinOneWindow(async () => {
    const ip = `198.18.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
    const count = async (forwarded) =>
      remaining(await new ApiClient({ 'x-forwarded-for': forwarded }).post('/account'));
    assert.deepEqual([await count(ip), await count(`${ip}, 10.0.0.1`), await count(`${ip},10.0.0.2`)], [9, 8, 7]);
    assert.deepEqual([await count(`198.51.100.1, ${ip}`), await count(`${ip}:4711`)], [6, 5]);
  }),
);

test(
  'the addresses of an IPv6 network of 64 bits are counted as one client',
  withinOneWindow(async () => {
    const network = `2001:db8:${randomHex()}:${randomHex()}`;
    const count = async (address) =>
      remaining(await new ApiClient({ 'x-forwarded-for': address }).post('/account'));
    assert.deepEqual([await count(`${network}::1`), await count(`[${network}:1:2:3:4]:443`)], [9, 8]);
  }),
);

test(
  'a request is counted whatever its result, unless origin or API key are refused',
  withinOneWindow(async () => {
    const guest = new ApiClient();
    assertRefused(await guest.post('/account', {}), REFUSALS.argument);
    assertRefused(await guest.post('/account', {}, { origin: 'https://evil.example' }), REFUSALS.origin);
    assertRefused(await guest.post('/account', {}, { 'x-appwrite-key': 'unknown' }), REFUSALS.key);
    assertRateLimitHeaders(await guest.post('/account', randomUser()), 10, 8);
  }),
);

test(
  'projects count separately',
  withinOneWindow(async () => {
    const guest = new ApiClient();
    assertRateLimitHeaders(await guest.post('/account', randomUser()), 10, 9);
    assertRateLimitHeaders(await guest.post('/account', randomUser(), { 'x-appwrite-project': 'other' }), 10, 9);
  }),
);

test(
  'ten failed sign-ins lock an e-mail address in any case, from any client address and on both paths, but not for API keys',
  withinOneWindow(async () => {
    const user = await new ApiClient().signUp();
    const spellings = [user.email, user.email.toUpperCase()];
    for (let attempt = 0; attempt < 10; attempt++) {
      const path = attempt < 5 ? '/account/sessions/email' : '/account/sessions';
      const wrong = { email: spellings[attempt % 2], password: 'not the password' };
      const response = await new ApiClient().post(path, wrong);
      assertRefused(response, REFUSALS.credentials);
      assertRateLimitHeaders(response, 10, 9 - attempt);
    }
    const refused = await new ApiClient().post('/account/sessions/email', user);
    assertRefused(refused, REFUSALS.rateLimit);
    assertRateLimitHeaders(refused, 10, 0);
    assert.equal(refused.headers['set-cookie'], undefined);
    await new ApiClient({ 'x-appwrite-key': KEYS.demo }).signIn(user);
  }),
);

test(
  'a successful sign-in resets the count of failed ones',
  withinOneWindow(async () => {
    const guest = new ApiClient();
    const user = await guest.signUp();
    const wrong = { ...user, password: 'not the password' };
    for (let attempt = 0; attempt < 9; attempt++) await guest.post('/account/sessions/email', wrong);
    assertRateLimitHeaders(assertStatus(await guest.post('/account/sessions/email', user), 201), 10, 0);
    const next = await guest.post('/account/sessions/email', wrong);
    assertRefused(next, REFUSALS.credentials);
    assertRateLimitHeaders(next, 10, 9);
  }),
);

test(
  'successful sign-ins are not limited',
  withinOneWindow(async () => {
    const guest = new ApiClient();
    const user = await guest.signUp();
    for (let time = 0; time < 20; time++) await guest.signIn(user);
  }),
);

test(
  'the limit of deletions of one session, and of all sessions, is a hundred per hour and client address each',
  withinOneWindow(async () => {
    const { client } = await signedInUser();
    assertRateLimitHeaders(await client.delete('/account/sessions/unknown'), 100, 99);
    assertRateLimitHeaders(await client.delete('/account/sessions/another'), 100, 98);
    assertRateLimitHeaders(await client.delete('/account/sessions'), 100, 99);
  }),
);

for (const [method, path, limit, alias, window = HOUR] of [
  ['POST', '/account/sessions/anonymous', 50],
  ['POST', '/account/sessions/token', 10],
  ['PUT', '/account/sessions/magic-url', 10],
  ['PUT', '/account/sessions/phone', 10],
  ['POST', '/account/tokens/magic-url', 60, '/account/sessions/magic-url'],
  ['POST', '/account/tokens/email', 10],
  ['POST', '/account/tokens/phone', 10, '/account/sessions/phone'],
  ['POST', '/account/jwts', 120, '/account/jwt', MINUTE],
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
    `${method} ${path} is limited to ${limit} requests per ${window} s${alias ? `, counted together with ${alias}` : ''}`,
    withinOneWindow(async () => {
      const { client } = await signedInUser();
      const requester = /sessions\/(anonymous|token|magic|phone)/.test(path)
        ? client.with({ cookie: undefined })
        : client;
      const { userId } = randomUser();
      const body = { userId, email: userId, phone: userId, duration: 60, challengeId: userId };
      for (let time = 1; time <= limit; time++) {
        const response = await requester.sendJson(method, alias && time % 2 === 0 ? alias : path, body);
        assert.notEqual(response.status, 429);
        assertRateLimitHeaders(response, limit, limit - time, window);
      }
      const refused = await requester.sendJson(method, path, body);
      assertRefused(refused, REFUSALS.rateLimit);
      assertRateLimitHeaders(refused, limit, 0, window);
    }, window),
  );
}

test('endpoints without a limit send no rate limit headers', async () => {
  const { client } = await signedInUser();
  for (const response of [
    await client.get('/account'),
    await client.patch('/account/name', { name: 'Ada' }),
    await client.patch('/account/prefs', { prefs: {} }),
    await client.get('/account/sessions'),
    await client.get('/account/logs'),
    await client.get('/account/mfa/factors'),
    await client.post('/account/mfa/authenticators/totp'),
    await client.post('/account/mfa/recovery-codes'),
    await client.get('/account/mfa/recovery-codes'),
    await client.patch('/account/mfa', { mfa: true }),
    await client.post('/account/targets/push', {}),
    await client.get('/nowhere'),
  ]) {
    assertNoRateLimitHeaders(response);
  }
});

function randomHex() {
  return Math.floor(Math.random() * 0x10000).toString(16);
}

function remaining(response) {
  return Number(response.headers['x-ratelimit-remaining']);
}
