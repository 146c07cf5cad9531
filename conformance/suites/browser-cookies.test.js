import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { launchChromium } from '../harness/chromium.js';
import { suiteFixture } from '../harness/installation.js';

const HOSTS = ['gatehouse', 'api.example.test', 'api.example.test.', 'localhost', '127.0.0.1'];

const fixture = suiteFixture(async (installation) => {
  const { url } = await installation.start({ 'gatehouse.hostnames': HOSTS.join() });
  return { port: new URL(url).port, url };
});

/** Pages on the service's own origin, under several host names, sign in with cookies only. */
describe('session cookies in a browser', () => {
  let browser, page, user;
  before(async () => {
    browser = await launchChromium(['--host-resolver-rules=MAP * 127.0.0.1']);
    user = await new ApiClient({}, fixture.url).signUp();
  });
  beforeEach(async () => (page = await (await browser.newContext()).newPage()));
  afterEach(() => page.context().close());
  after(() => browser?.close());

  /** Opens a page of the service; its scripts may request everything there, which the inbox forbids to its own. */
  const open = (host) => page.goto(`http://${host}:${fixture.port}/q/health/live`);

  /** @returns the status of a request that the page sends with its cookies, and with nothing else */
  const send = (method, path, body) =>
    page.evaluate(
      async ([method, path, body]) => {
        const headers = { 'x-appwrite-project': 'demo', 'content-type': 'application/json' };
        return (await fetch(`/v1${path}`, { method, headers, body: body && JSON.stringify(body) })).status;
      },
      [method, path, body],
    );
  const signIn = () => send('POST', '/account/sessions/email', { email: user.email, password: user.password });

  for (const host of HOSTS) {
    test(`a page of http://${host} signs in, reads the account and signs out`, async () => {
      await open(host);
      assert.equal(await signIn(), 201);
      assert.equal(await send('GET', '/account'), 200);
      assert.equal(await send('DELETE', '/account/sessions/current'), 204);
      assert.equal(await send('GET', '/account'), 401);
      assert.deepEqual(await page.context().cookies(), []);
    });
  }

  test('a stale cookie of the parent domain does not hide the session of the host', async () => {
    await open('api.example.test');
    assert.equal(await signIn(), 201);
    const stale = (await page.context().cookies()).map((cookie) => ({ ...cookie, domain: '.example.test' }));
    assert.equal(await send('DELETE', '/account/sessions/current'), 204);
    await page.context().addCookies(stale);
    assert.equal(await send('GET', '/account'), 401);
    assert.equal(await signIn(), 201);
    assert.equal((await page.context().cookies()).length, 2 * stale.length);
    assert.equal(await send('GET', '/account'), 200);
    assert.equal(await send('DELETE', '/account/sessions/current'), 204);
    assert.equal(await send('GET', '/account'), 401);
    assert.equal(await signIn(), 201);
    assert.equal(await send('GET', '/account'), 200);
  });
});
