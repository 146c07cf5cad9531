import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { launchChromium } from '../harness/chromium.js';
import { suiteFixture } from '../harness/installation.js';

/** The installation that `make run` starts: without any configuration. */
const fixture = suiteFixture(async (installation) => {
  const { url } = await installation.start();
  return { installation, url: url.replace('127.0.0.1', 'localhost') };
}, '');

describe('the page of magic links', () => {
  let browser, page;
  before(async () => (browser = await launchChromium()));
  beforeEach(async () => (page = await (await browser.newContext()).newPage()));
  afterEach(() => page.context().close());
  after(() => browser?.close());

  const status = () => page.locator('#status');

  test('following a link does not sign in, and pressing the button does, once', async () => {
    const link = await requestLink('ada@example.com');
    for (let time = 0; time < 3; time++) assert.equal((await fetch(link)).status, 200);
    await page.goto(link);
    assert.deepEqual(await page.context().cookies(), []);
    assert.ok(!page.url().includes('secret'), page.url());
    await page.getByRole('button').click();
    await status().filter({ hasText: 'ada@example.com' }).waitFor();
    const names = (await page.context().cookies()).map(({ name }) => name);
    assert.ok(names.includes('a_session_demo_legacy'), names.join());

    const other = await (await browser.newContext()).newPage();
    await other.goto(link);
    await other.getByRole('button').click();
    await other.locator('#status').filter({ hasText: /used|expired/ }).waitFor();
    await other.context().close();
  });

  test('an incomplete link is explained', async () => {
    await page.goto(`${fixture.url}/auth/magic-url?userId=a`);
    assert.match(await status().textContent(), /not a complete link/);
    assert.equal(await page.getByRole('button').count(), 0);
  });

  test('the content of a link cannot run scripts', async () => {
    const attack = encodeURIComponent('<img src=x onerror="document.title=1"><script>document.title=1</script>');
    await page.goto(`${fixture.url}/auth/magic-url?userId=${attack}&secret=${attack}&project=${attack}`);
    await page.getByRole('button').click();
    await status().filter({ hasNotText: 'Press the button' }).waitFor();
    assert.equal(await page.title(), 'Sign in · Gatehouse');
    const { headers } = await fetch(`${fixture.url}/auth/magic-url`);
    assert.match(headers.get('content-security-policy'), /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cache-control'), 'no-store');
  });
});

/** @returns the link of a message that was requested without a page of the app */
async function requestLink(email) {
  const response = await fetch(`${fixture.url}/v1/account/tokens/magic-url`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-appwrite-project': 'demo' },
    body: JSON.stringify({ userId: 'unique()', email }),
  });
  assert.equal(response.status, 201, await response.text());
  const inbox = await fetch(`${fixture.url}/inbox.json?to=${email}&wait=60`);
  const { link } = (await inbox.json()).messages[0];
  assert.ok(link.startsWith(`${fixture.url}/auth/magic-url?`), link);
  return link;
}
