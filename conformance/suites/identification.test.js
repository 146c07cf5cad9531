import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { signedInUser } from '../harness/api-client.js';
import { encodedSession } from '../harness/cookies.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';

const base64 = (text) => Buffer.from(text).toString('base64');

describe('identification of the session', () => {
  let guest, user, cookie, encoded;
  before(async () => {
    const known = await signedInUser();
    ({ guest, user } = known);
    cookie = known.cookies.a_session_demo;
    encoded = encodedSession(known.cookies);
  });

  const assertIdentified = async (headers) => {
    const response = assertStatus(await guest.get('/account', headers), 200);
    assert.equal(response.json.$id, user.userId);
  };
  const assertGuest = async (headers) =>
    assertRefused(await guest.get('/account', headers), REFUSALS.guest, JSON.stringify(headers).slice(0, 100));

  test('a session is accepted from either cookie, the session header, or the fallback header', async () => {
    await assertIdentified({ cookie: `a_session_demo=${cookie}` });
    await assertIdentified({ cookie: `a_session_demo_legacy=${cookie}` });
    await assertIdentified({ cookie: `theme=dark; a_session_demo=${cookie}; more=1` });
    await assertIdentified({ cookie: `A_Session_DEMO=${cookie}` });
    await assertIdentified({ 'x-appwrite-session': encoded });
    await assertIdentified({ 'x-fallback-cookies': JSON.stringify({ a_session_demo: encoded }) });
  });

  test('the order of the fields in an encoded session does not matter', async () => {
    const { id, secret } = JSON.parse(Buffer.from(encoded, 'base64'));
    await assertIdentified({ 'x-appwrite-session': base64(JSON.stringify({ secret, id })) });
  });

  test('an unreadable cookie falls back to the session header, and an unreadable session header to the fallback header', async () => {
    const fallback = JSON.stringify({ a_session_demo: encoded });
    await assertIdentified({ cookie: 'a_session_demo=garbage', 'x-appwrite-session': encoded });
    await assertIdentified({ cookie: 'a_session_demo=', 'x-appwrite-session': '', 'x-fallback-cookies': fallback });
    await assertIdentified({ 'x-appwrite-session': 'garbage', 'x-fallback-cookies': fallback });
  });

  test('a session that has ended, or never existed, does not hide another', async () => {
    const ended = await endedSession();
    const unknown = base64(JSON.stringify({ id: user.userId, secret: 'f'.repeat(256) }));
    const fallback = JSON.stringify({ a_session_demo: encoded });
    for (const stale of [ended, unknown]) {
      const staleCookie = `a_session_demo=${encodeURIComponent(stale)}`;
      await assertIdentified({ cookie: `${staleCookie}; a_session_demo=${cookie}` });
      await assertIdentified({ cookie: `a_session_demo=${cookie}; ${staleCookie}` });
      await assertIdentified({ cookie: `${staleCookie}; a_session_demo_legacy=${cookie}` });
      await assertIdentified({ cookie: staleCookie, 'x-appwrite-session': encoded });
      await assertIdentified({ cookie: staleCookie, 'x-fallback-cookies': fallback });
      await assertIdentified({ 'x-appwrite-session': stale, 'x-fallback-cookies': fallback });
      await assertGuest({ cookie: staleCookie, 'x-appwrite-session': unknown });
    }
  });

  test('of two valid sessions the first one counts: cookie, header, fallback header', async () => {
    const other = await signedInUser();
    const [otherCookie, otherEncoded] = [other.cookies.a_session_demo, encodedSession(other.cookies)];
    await assertIdentified({ cookie: `a_session_demo=${cookie}; a_session_demo=${otherCookie}` });
    await assertIdentified({ cookie: `a_session_demo=${cookie}`, 'x-appwrite-session': otherEncoded });
    await assertIdentified({
      'x-appwrite-session': encoded,
      'x-fallback-cookies': JSON.stringify({ a_session_demo: otherEncoded }),
    });
  });

  test('signing out beside a stale cookie ends the session, and only that one', async () => {
    const [stale, known] = [await endedSession(), await signedInUser()];
    const staleCookie = `a_session_demo=${encodeURIComponent(stale)}`;
    const headers = { cookie: `${staleCookie}; a_session_demo=${known.cookies.a_session_demo}` };
    assertStatus(await known.guest.delete('/account/sessions/current', headers), 204);
    assertRefused(await known.guest.get('/account', headers), REFUSALS.guest);
  });

  test('a secret is accepted only with the ID of its user and without alterations', async () => {
    const { secret } = JSON.parse(Buffer.from(encoded, 'base64'));
    const otherUserId = (await signedInUser()).user.userId;
    for (const id of [otherUserId, 'nobody', '', user.userId.toUpperCase()]) {
      await assertGuest({ 'x-appwrite-session': base64(JSON.stringify({ id, secret })) });
    }
    for (const altered of [secret.slice(1), `${secret}0`, secret.toUpperCase(), secret.slice(0, -1) + 'x', '']) {
      await assertGuest({ 'x-appwrite-session': base64(JSON.stringify({ id: user.userId, secret: altered })) });
    }
  });

  test('cookies of other projects and other names are ignored', async () => {
    await assertGuest({ cookie: `a_session_other=${cookie}` });
    await assertGuest({ cookie: `a_session_=${cookie}` });
    await assertGuest({ cookie: `session=${cookie}` });
    await assertGuest({ 'x-fallback-cookies': JSON.stringify({ a_session_other: encoded }) });
  });

  for (const malformed of [
    '',
    '%',
    '%zz',
    '%00',
    '%ff%fe',
    '=',
    '"',
    '____',
    'deleted',
    base64('null'),
    base64('[]'),
    base64('"text"'),
    base64('{}'),
    base64('{"id":'),
    base64('{"id":1,"secret":2}'),
    base64('{"id":null,"secret":null}'),
    base64('{"id":[],"secret":{}}'),
    base64('{"__proto__":{"id":"a","secret":"b"}}'),
    base64('{"id":"\\u0000","secret":"\\ud800"}'),
    base64(`{"id":"a","secret":"${'0'.repeat(3000)}"}`),
    base64('{"a":'.repeat(600)),
    Buffer.from([0xff, 0xfe, 0x80]).toString('base64'),
  ]) {
    test(`a client that sends ${JSON.stringify(malformed.slice(0, 40))} as its session is a guest`, async () => {
      await assertGuest({ cookie: `a_session_demo=${malformed}` });
      await assertGuest({ cookie: `a_session_demo_legacy=${malformed}` });
      await assertGuest({ 'x-appwrite-session': malformed });
      await assertGuest({ 'x-fallback-cookies': malformed });
      await assertGuest({ 'x-fallback-cookies': JSON.stringify({ a_session_demo: malformed }) });
    });
  }

  test('malformed cookies are ignored', async () => {
    for (const malformed of [';', ';;;', '=;=', ' = ', ',,,', 'x=%;y=%zz', 'x="', '%00=%00', 'a b c']) {
      await assertGuest({ cookie: malformed });
      await assertGuest({ cookie: `${malformed}; a_session_demo` });
      await assertIdentified({ cookie: `${malformed}; a_session_demo=${cookie}` });
    }
  });

  test('fallback headers of another structure are ignored', async () => {
    for (const malformed of [
      '[]',
      '{}',
      'null',
      '1',
      '"a_session_demo"',
      '{"a_session_demo":1}',
      '{"a_session_demo":null}',
      '{"a_session_demo":["x"]}',
      '{"a_session_demo":{"id":"x"}}',
      '{"a_session_demo"',
      '['.repeat(4000),
      '{"__proto__":{"a_session_demo":"x"}}',
    ]) {
      await assertGuest({ 'x-fallback-cookies': malformed });
    }
  });
});

/** @returns the encoded session of a user who has signed out */
async function endedSession() {
  const { client, cookies } = await signedInUser();
  assertStatus(await client.delete('/account/sessions/current'), 204);
  return encodedSession(cookies);
}
