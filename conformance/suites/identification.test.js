import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { signedInUser } from '../harness/api-client.js';
import { encodedSession } from '../harness/cookies.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';

const base64 = (text) => Buffer.from(text).toString('base64');

describe('identification', () => {
  let guest, user, cookie, encoded;
  before(async () => {
    const known = await signedInUser();
    ({ guest, user } = known);
    cookie = known.cookies.a_session_demo;
    encoded = encodedSession(known.cookies);
  });

  const identified = async (headers) => {
    const response = assertStatus(await guest.get('/account', headers), 200);
    assert.equal(response.json.$id, user.userId);
  };
  const unidentified = async (headers) =>
    assertRefused(await guest.get('/account', headers), REFUSALS.guest, JSON.stringify(headers).slice(0, 100));

  test('any of these is enough', async () => {
    await identified({ cookie: `a_session_demo=${cookie}` });
    await identified({ cookie: `a_session_demo_legacy=${cookie}` });
    await identified({ cookie: `theme=dark; a_session_demo=${cookie}; more=1` });
    await identified({ cookie: `A_Session_DEMO=${cookie}` });
    await identified({ 'x-appwrite-session': encoded });
    await identified({ 'x-fallback-cookies': JSON.stringify({ a_session_demo: encoded }) });
  });

  test('the order of names in an encoded session does not matter', async () => {
    const { id, secret } = JSON.parse(Buffer.from(encoded, 'base64'));
    await identified({ 'x-appwrite-session': base64(JSON.stringify({ secret, id })) });
  });

  test('a cookie that says nothing leaves the word to the header, and that one to the fallback', async () => {
    const fallback = JSON.stringify({ a_session_demo: encoded });
    await identified({ cookie: 'a_session_demo=garbage', 'x-appwrite-session': encoded });
    await identified({ cookie: 'a_session_demo=', 'x-appwrite-session': '', 'x-fallback-cookies': fallback });
    await identified({ 'x-appwrite-session': 'garbage', 'x-fallback-cookies': fallback });
  });

  test('a cookie that says something wrong is not made good by a header', async () => {
    const wrong = base64(JSON.stringify({ id: user.userId, secret: 'f'.repeat(256) }));
    await unidentified({ cookie: `a_session_demo=${encodeURIComponent(wrong)}`, 'x-appwrite-session': encoded });
    await unidentified({ 'x-appwrite-session': wrong, 'x-fallback-cookies': `{"a_session_demo":"${encoded}"}` });
  });

  test('the secret counts only with the user it belongs to', async () => {
    const { secret } = JSON.parse(Buffer.from(encoded, 'base64'));
    const otherUserId = (await signedInUser()).user.userId;
    for (const id of [otherUserId, 'nobody', '', user.userId.toUpperCase()]) {
      await unidentified({ 'x-appwrite-session': base64(JSON.stringify({ id, secret })) });
    }
    for (const altered of [secret.slice(1), `${secret}0`, secret.toUpperCase(), secret.slice(0, -1) + 'x', '']) {
      await unidentified({ 'x-appwrite-session': base64(JSON.stringify({ id: user.userId, secret: altered })) });
    }
  });

  test('the names of other projects’ cookies carry nothing here', async () => {
    await unidentified({ cookie: `a_session_other=${cookie}` });
    await unidentified({ cookie: `a_session_=${cookie}` });
    await unidentified({ cookie: `session=${cookie}` });
    await unidentified({ 'x-fallback-cookies': JSON.stringify({ a_session_other: encoded }) });
  });

  for (const garbage of [
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
    test(`whoever presents ${JSON.stringify(garbage.slice(0, 40))} is a guest`, async () => {
      await unidentified({ cookie: `a_session_demo=${garbage}` });
      await unidentified({ cookie: `a_session_demo_legacy=${garbage}` });
      await unidentified({ 'x-appwrite-session': garbage });
      await unidentified({ 'x-fallback-cookies': garbage });
      await unidentified({ 'x-fallback-cookies': JSON.stringify({ a_session_demo: garbage }) });
    });
  }

  test('cookies that are none are passed over', async () => {
    for (const nonsense of [';', ';;;', '=;=', ' = ', ',,,', 'x=%;y=%zz', 'x="', '%00=%00', 'a b c']) {
      await unidentified({ cookie: nonsense });
      await unidentified({ cookie: `${nonsense}; a_session_demo` });
      await identified({ cookie: `${nonsense}; a_session_demo=${cookie}` });
    }
  });

  test('fallback headers of other shapes are passed over', async () => {
    for (const nonsense of [
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
      await unidentified({ 'x-fallback-cookies': nonsense });
    }
  });
});
