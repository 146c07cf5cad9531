import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { MULTI_NODE_PROPERTIES } from '../harness/configuration.js';
import { setCookies } from '../harness/cookies.js';
import { assertStatus } from '../harness/expectations.js';
import { suiteFixture } from '../harness/installation.js';
import { withinOneWindow } from '../harness/rate-limits.js';

const CLAIMS = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'api.example.com' };

let lastClient = 0;

/** @returns an address outside of private networks, another one each time, because sign-ups are counted by address */
const newClient = () => `198.18.0.${++lastClient}`;

/** The peer of all requests is 127.0.0.1: one node trusts it, one trusts others only, one reads the standard header. */
const fixture = suiteFixture(async (installation) => {
  const { url: trusting } = await installation.start();
  const { url: distrustful } = await installation.startNode({ 'gatehouse.trusted-proxies': '192.0.2.0/24,fd00::/8' });
  const { url: standard } = await installation.startNode({
    'gatehouse.trusted-proxies': '127.0.0.1, 203.0.113.99',
    'gatehouse.trusted-proxy-headers': 'forwarded',
  });
  return { trusting, distrustful, standard };
}, MULTI_NODE_PROPERTIES);

/** @returns the session that a client with these headers opens, and the cookie that it gets */
async function signInAt(node, headers) {
  const { session, guest, user } = await signedInUser({ 'x-forwarded-for': undefined, ...headers }, fixture[node]);
  const response = assertStatus(await guest.post('/account/sessions/email', user), 201);
  return { ip: session.ip, headers: response.headers, cookie: setCookies(response).a_session_demo.attributes };
}

describe('headers of a trusted proxy', () => {
  test('address, scheme and host of the client are believed', async () => {
    const client = newClient();
    const { ip, cookie, headers } = await signInAt('trusting', { ...CLAIMS, 'x-forwarded-for': client });
    assert.equal(ip, client);
    assert.ok('secure' in cookie);
    assert.equal(cookie.domain, '.api.example.com');
    assert.ok('strict-transport-security' in headers);
  });

  test('a client behind a proxy that appends cannot choose its address', async () => {
    for (const own of ['198.51.100.1', '"', '"198.51.100.1', 'unknown', '10.0.0.1', '127.0.0.1', ',,', '\\']) {
      const client = newClient();
      const { ip } = await signInAt('trusting', { 'x-forwarded-for': `${own}, ${client}` });
      assert.equal(ip, client, own);
    }
  });

  test('several lines of a header are one list', async () => {
    const client = newClient();
    const { ip } = await signInAt('trusting', { 'x-forwarded-for': ['198.51.100.1', client, '10.0.0.2'] });
    assert.equal(ip, client);
  });
});

describe('headers of any other peer', () => {
  test('neither address nor scheme nor host are believed', async () => {
    const { ip, cookie, headers } = await signInAt('distrustful', { ...CLAIMS, 'x-forwarded-for': newClient() });
    assert.equal(ip, '127.0.0.1');
    assert.ok(!('secure' in cookie));
    assert.ok(!('domain' in cookie));
    assert.ok(!('strict-transport-security' in headers));
  });

  test(
    'requests are counted by the address of the peer, whatever they claim',
    withinOneWindow(async () => {
      const remaining = async () => {
        const client = new ApiClient({ 'x-forwarded-for': newClient() }, fixture.distrustful);
        return Number((await client.post('/account')).headers['x-ratelimit-remaining']);
      };
      const first = await remaining();
      assert.equal(await remaining(), first - 1);
    }),
  );
});

describe('the standard header, if it is configured', () => {
  for (const [sent, expected] of [
    ['for=203.0.113.5:51234', '203.0.113.5'],
    ['for="[2001:db8::5]:443";proto=https', '2001:db8::5'],
    ['For="203.0.113.5";by=203.0.113.43', '203.0.113.5'],
    ['for=198.51.100.1, for=203.0.113.7, for=203.0.113.99', '203.0.113.7'],
    ['for=unknown, for=203.0.113.7', '203.0.113.7'],
    ['for="[::ffff:203.0.113.6]"', '203.0.113.6'],
    ['for=_hidden', '127.0.0.1'],
    ['nonsense', '127.0.0.1'],
  ]) {
    test(`the client of ${sent} is ${expected}`, async () => {
      const { ip } = await signInAt('standard', { forwarded: sent, 'x-forwarded-for': '198.51.100.77' });
      assert.equal(ip, expected);
    });
  }

  test('scheme and host are read from it', async () => {
    const { cookie } = await signInAt('standard', { forwarded: 'for=203.0.113.5;proto=https;host="API.example.com:8443"' });
    assert.ok('secure' in cookie);
    assert.equal(cookie.domain, '.api.example.com');
  });
});
