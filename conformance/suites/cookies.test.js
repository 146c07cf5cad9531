import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { encodedSession, setCookies } from '../harness/cookies.js';
import { assertStatus } from '../harness/expectations.js';

const YEAR = 31_536_000_000;

test('a session comes in two cookies of one value', async () => {
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

test('the cookies live as long as the session, everywhere on this host, out of reach of scripts', async () => {
  const { response } = await signIn();
  for (const { attributes } of Object.values(setCookies(response))) {
    assert.equal(attributes.path, '/');
    assert.ok('httponly' in attributes);
    assert.ok(!('secure' in attributes));
    assert.ok(!('domain' in attributes));
    assert.ok(Math.abs(Date.parse(attributes.expires) - Date.now() - YEAR) < 60_000, attributes.expires);
  }
});

test('the legacy cookie says nothing of sites, the other one allows them all', async () => {
  const { a_session_demo: modern, a_session_demo_legacy: legacy } = setCookies((await signIn()).response);
  assert.equal(modern.attributes.samesite, 'None');
  assert.ok(!('samesite' in legacy.attributes));
});

test('over https the cookies are secure', async () => {
  const { response } = await signIn({ 'x-forwarded-proto': 'https' });
  Object.values(setCookies(response)).forEach(({ attributes }) => assert.ok('secure' in attributes));
});

test('a host with a name shares its cookies with the hosts below it', async () => {
  for (const headers of [{ host: 'api.example.com' }, { 'x-forwarded-host': 'API.example.com:8443' }]) {
    const cookies = setCookies((await signIn(headers)).response);
    Object.values(cookies).forEach(({ attributes }) => assert.equal(attributes.domain, '.api.example.com'));
  }
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080']) {
    const cookies = setCookies((await signIn({ host })).response);
    Object.values(cookies).forEach(({ attributes }) => assert.ok(!('domain' in attributes), host));
  }
});

test('nothing but a new session sets cookies', async () => {
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
  ['deleting the current session by that word', ({ client }) => client.delete('/account/sessions/current')],
  [
    'deleting the current session by its ID',
    ({ client, session }) => client.delete(`/account/sessions/${session.$id}`),
  ],
  ['deleting all sessions', ({ client }) => client.delete('/account/sessions')],
  ['blocking the account', ({ client }) => client.patch('/account/status')],
]) {
  test(`${how} takes the cookies back`, async () => {
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

test('deleting another session takes no cookies back', async () => {
  const { client, user } = await signedInUser();
  const { session } = await new ApiClient().signIn(user);
  const response = assertStatus(await client.delete(`/account/sessions/${session.$id}`), 204);
  assert.deepEqual(setCookies(response), {});
  assertStatus(await client.get('/account'), 200);
});

test('where cookies may not arrive, the session is in a header as well', async () => {
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

test('a page of the same site needs no header, for its cookies arrive', async () => {
  const host = 'api.example.com';
  for (const headers of [
    { host, origin: 'https://app.example.com' },
    { host, referer: 'https://app.example.com/page' },
  ]) {
    const { response } = await signIn(headers);
    assert.equal(response.headers['x-fallback-cookies'], undefined);
  }
});

test('a host or a referrer of no sense does not get into the cookies', async () => {
  const user = await new ApiClient().signUp();
  const strange = ['', '.', '..', '[', '[::', '://', 'a;b', 'a, b', 'a b', '%', 'http://[', '-', 'a'.repeat(2000), 'ü'];
  for (const name of ['x-forwarded-host', 'referer']) {
    for (const value of strange) {
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
