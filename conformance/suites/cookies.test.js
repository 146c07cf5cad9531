import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { encodedSession, setCookies } from '../harness/cookies.js';
import { assertStatus } from '../harness/expectations.js';

const YEAR_MILLIS = 31_536_000_000;

test('a new session is sent in two cookies with the same value: user ID and secret as Base64 JSON', async () => {
  const { response, user } = await signIn();
  const cookies = setCookies(response);
  assert.deepEqual(Object.keys(cookies).sort(), ['a_session_demo', 'a_session_demo_legacy']);
  const { a_session_demo: modern, a_session_demo_legacy: legacy } = cookies;
  assert.equal(modern.value, legacy.value);
  const encoded = decodeURIComponent(modern.value);
  assert.equal(modern.value, encodeURIComponent(encoded));
  const decoded = Buffer.from(encoded, 'base64').toString();
  const { secret } = JSON.parse(decoded);
  assert.match(secret, /^[0-9a-f]{256}$/);
  assert.equal(decoded, JSON.stringify({ id: user.userId, secret }));
  assert.equal(encoded, Buffer.from(decoded).toString('base64'));
});

test('session cookies expire with the session, apply to all paths of the host, and are not readable by scripts', async () => {
  const { response } = await signIn();
  for (const { attributes } of Object.values(setCookies(response))) {
    assert.equal(attributes.path, '/');
    assert.ok('httponly' in attributes);
    assert.ok(!('secure' in attributes));
    assert.ok(!('domain' in attributes));
    assert.ok(Math.abs(Date.parse(attributes.expires) - Date.now() - YEAR_MILLIS) < 60_000, attributes.expires);
  }
});

test('the legacy cookie has no SameSite attribute, the other one has SameSite=None', async () => {
  const { a_session_demo: modern, a_session_demo_legacy: legacy } = setCookies((await signIn()).response);
  assert.equal(modern.attributes.samesite, 'None');
  assert.ok(!('samesite' in legacy.attributes));
});

test('over https session cookies are secure', async () => {
  const { response } = await signIn({ 'x-forwarded-proto': 'https' });
  Object.values(setCookies(response)).forEach(({ attributes }) => assert.ok('secure' in attributes));
});

test('session cookies have a domain attribute if the host is a domain name, and none for localhost and addresses', async () => {
  for (const headers of [{ host: 'api.example.com' }, { 'x-forwarded-host': 'API.example.com:8443' }]) {
    const cookies = setCookies((await signIn(headers)).response);
    Object.values(cookies).forEach(({ attributes }) => assert.equal(attributes.domain, '.api.example.com'));
  }
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'gatehouse:8080', 'api.example.com.']) {
    const cookies = setCookies((await signIn({ host })).response);
    Object.values(cookies).forEach(({ attributes }) => assert.ok(!('domain' in attributes), host));
  }
});

test('only requests that open or end a session set cookies', async () => {
  const { client } = await signedInUser();
  for (const response of [
    await client.get('/account'),
    await client.patch('/account/name', { name: 'Ada' }),
    await client.delete('/account/sessions/unknown'),
    await new ApiClient().get('/account'),
  ]) {
    assert.deepEqual(setCookies(response), {});
    assert.equal(response.headers['x-fallback-cookies'], undefined);
  }
});

for (const [how, end] of [
  ['deleting the session "current"', ({ client }) => client.delete('/account/sessions/current')],
  [
    'deleting the current session by its ID',
    ({ client, session }) => client.delete(`/account/sessions/${session.$id}`),
  ],
  ['deleting all sessions', ({ client }) => client.delete('/account/sessions')],
  ['blocking the account', ({ client }) => client.patch('/account/status')],
]) {
  test(`${how} deletes the session cookies`, async () => {
    const response = await end(await signedInUser());
    const cookies = setCookies(response);
    assert.deepEqual(Object.keys(cookies).sort(), ['a_session_demo', 'a_session_demo_legacy']);
    for (const { value, attributes } of Object.values(cookies)) {
      assert.equal(value, 'deleted');
      assert.equal(new Date(attributes.expires).getUTCFullYear(), 1970);
      assert.equal(attributes.path, '/');
      assert.ok('httponly' in attributes);
    }
    assert.equal(cookies.a_session_demo.attributes.samesite, 'None');
    assert.equal(response.headers['x-fallback-cookies'], '[]');
  });
}

test('deleting another session does not delete the session cookies', async () => {
  const { client, user } = await signedInUser();
  const { session } = await new ApiClient().signIn(user);
  const response = assertStatus(await client.delete(`/account/sessions/${session.$id}`), 204);
  assert.deepEqual(setCookies(response), {});
  assertStatus(await client.get('/account'), 200);
});

test('where third-party cookies may be blocked, the session is also sent in X-Fallback-Cookies', async () => {
  for (const headers of [
    {},
    { origin: 'http://localhost:3000' },
    { origin: 'http://localhost:3000', host: 'api.example.com' },
    { referer: 'https://somewhere.example/page', host: 'api.example.com' },
    { host: 'api.example.com' },
  ]) {
    const { response } = await signIn(headers);
    const session = encodedSession({ a_session_demo: setCookies(response).a_session_demo.value });
    assert.equal(response.headers['x-fallback-cookies'], JSON.stringify({ a_session_demo: session }));
  }
});

test('a page of the same site gets no X-Fallback-Cookies header', async () => {
  const host = 'api.example.com';
  for (const headers of [
    { host, origin: 'https://app.example.com' },
    { host, referer: 'https://app.example.com/page' },
  ]) {
    const { response } = await signIn(headers);
    assert.equal(response.headers['x-fallback-cookies'], undefined);
  }
});

test('a malformed forwarded host or referrer does not appear in the cookies', async () => {
  const user = await new ApiClient().signUp();
  const malformed = [
    '',
    '.',
    '..',
    '[',
    '[::',
    '://',
    'a;b',
    'a, b',
    'a b',
    '%',
    'http://[',
    '-',
    'a'.repeat(2000),
    'ü',
  ];
  for (const name of ['x-forwarded-host', 'referer']) {
    for (const value of malformed) {
      const response = await new ApiClient({ [name]: value }).post('/account/sessions/email', user);
      assert.ok([201, 400].includes(response.status), `${name}: ${value}: ${response.status} ${response.text}`);
      for (const { attributes } of Object.values(setCookies(response))) {
        assert.match(attributes.domain ?? '.none', /^\.[a-z0-9.-]+$/, value);
      }
    }
  }
});

async function signIn(headers) {
  const client = new ApiClient(headers);
  const user = await client.signUp();
  return { user, response: assertStatus(await client.post('/account/sessions/email', user), 201) };
}
