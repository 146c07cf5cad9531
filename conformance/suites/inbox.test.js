import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { launchChromium } from '../harness/chromium.js';
import { APP_URL, MULTI_NODE_PROPERTIES } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { suiteFixture } from '../harness/installation.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

/** A mail that somebody with a bad mind has written. */
const HOSTILE = [
  '<h1>Hello</h1>',
  '<script>top.owned = 1; parent.owned = 1; document.title = "owned"</script>',
  '<img src="x" onerror="top.owned = 1; parent.owned = 1">',
  '<svg onload="top.owned = 1"></svg>',
  '<iframe srcdoc="&lt;script&gt;top.owned = 1&lt;/script&gt;"></iframe>',
  '<a href="javascript:top.owned = 1" id="trap">click me</a>',
  '<form action="/inbox" method="post"><button id="button">press me</button></form>',
  '<meta http-equiv="refresh" content="0; url=/owned">',
  '<a href="{{redirect}}" id="in">in</a>',
].join('');

const fixture = suiteFixture(async (installation) => {
  const node = await installation.start();
  const app = createServer((request, response) => response.end('the app')).listen(0, '127.0.0.1');
  await once(app, 'listening');
  return { installation, url: node.url, app };
}, `${MULTI_NODE_PROPERTIES}\ngatehouse.projects.other.mail.templates.magicSession.en.message=${HOSTILE}\n`);

describe('the inbox', () => {
  let browser, page;
  before(async () => {
    browser = await launchChromium();
  });
  beforeEach(async () => {
    await fetch(`${fixture.url}/inbox`, { method: 'DELETE' });
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    page = await context.newPage();
    await page.goto(`${fixture.url}/inbox`);
  });
  afterEach(() => page.context().close());
  after(async () => {
    await browser?.close();
    fixture.app.close();
    fixture.app.closeAllConnections();
  });

  const guest = (headers) => new ApiClient(headers, fixture.url);
  const shown = (part) => page.getByTestId(part);
  const codeFor = (user) => guest().post('/account/tokens/email', user);
  const linkFor = (user, headers) =>
    guest(headers).post('/account/tokens/magic-url', {
      ...user,
      url: `http://localhost:${fixture.app.address().port}/back?x=1`,
    });

  /** Waits until that many letters are listed. */
  async function listed(count) {
    await shown('entry')
      .nth(count - 1)
      .waitFor();
    const entries = await shown('entry').allInnerTexts();
    assert.equal(entries.length, count);
    return entries;
  }

  test('says what to do while it is empty', async () => {
    await shown('empty').waitFor();
    assert.match(await shown('empty').innerText(), /curl .*\/v1\/account\/tokens\/email/);
  });

  test('shows a mail by itself, the newest first', async () => {
    await page.evaluate(() => (window.stillHere = true));
    const [first, second] = [randomUser(), randomUser()];
    await codeFor(first);
    assert.match((await listed(1))[0], new RegExp(first.email));
    await codeFor(second);
    const entries = await listed(2);
    assert.match(entries[0], new RegExp(second.email));
    assert.match(entries[1], new RegExp(first.email));
    assert.equal(await page.evaluate(() => window.stillHere), true);
    assert.match(await page.title(), /^\(2\)/);
  });

  test('shows a mail as HTML and as plain text', async () => {
    const user = randomUser();
    await codeFor(user);
    await listed(1);
    const code = await shown('code').innerText();
    assert.match(code, /^\d{6}$/);
    const html = page.frameLocator('[data-testid=html]');
    await html.getByText(code, { exact: true }).waitFor();
    await shown('tab-text').click();
    assert.match(await shown('text').innerText(), new RegExp(`^${code}$`, 'm'));
    assert.equal(await shown('html').isVisible(), false);
  });

  test('lets a code be copied, and the code signs in', async () => {
    const user = randomUser();
    await codeFor(user);
    await listed(1);
    await shown('copy-code').click();
    const secret = await page.evaluate(() => navigator.clipboard.readText());
    const { userId } = user;
    assertStatus(await guest().post('/account/sessions/token', { userId, secret }), 201);
  });

  test('leads by the link to the app, which gets user and secret, and they sign in', async () => {
    const user = randomUser();
    await linkFor(user);
    await listed(1);
    const opened = page.context().waitForEvent('page');
    await shown('link').click();
    await assertLedToTheApp(await opened, user);
  });

  test('leads there by the button in the mail as well', async () => {
    const user = randomUser();
    await linkFor(user);
    await listed(1);
    const opened = page.context().waitForEvent('page');
    await page.frameLocator('[data-testid=html]').getByRole('link').first().click();
    await assertLedToTheApp(await opened, user);
  });

  test('shows a text message, with its code', async () => {
    const phone = randomPhone();
    await guest().post('/account/tokens/phone', { ...randomUser(), phone });
    const [entry] = await listed(1);
    assert.match(entry, /SMS/);
    assert.ok(entry.includes(phone));
    const code = await shown('code').innerText();
    assert.equal(await shown('text').innerText(), code);
    assert.equal(await shown('html').isVisible(), false);
  });

  test('keeps showing the letter that was chosen', async () => {
    const [first, second, third] = [randomUser(), randomUser(), randomUser()];
    await codeFor(first);
    await listed(1);
    await codeFor(second);
    await listed(2);
    await shown('entry').nth(1).click();
    await page.waitForFunction((to) => document.querySelector('#facts').innerText.includes(to), first.email);
    await codeFor(third);
    await listed(3);
    assert.match(await page.locator('#facts').innerText(), new RegExp(first.email));
  });

  test('runs nothing that a mail brings along, and leaves nowhere by itself', async () => {
    const user = randomUser();
    await linkFor(user, { 'x-appwrite-project': 'other' });
    await listed(1);
    const mail = page.frameLocator('[data-testid=html]');
    await mail.getByText('Hello').waitFor();
    await mail.locator('#trap').click();
    await mail.locator('#button').click();
    await page.waitForTimeout(300);
    const owned = await Promise.all(
      page.frames().map((frame) => frame.evaluate('window.owned').catch(() => undefined)),
    );
    assert.deepEqual(owned.filter(Boolean), []);
    assert.doesNotMatch(await page.title(), /owned/);
    assert.ok(page.frames().every((frame) => !frame.url().includes('owned')));
    assert.equal(new URL(page.url()).pathname, '/inbox');
  });

  test('says of letters in JSON what it shows', async () => {
    const user = randomUser();
    await linkFor(user);
    await listed(1);
    const { total, messages } = await (await fetch(`${fixture.url}/inbox.json?to=${user.email}`)).json();
    assert.equal(total, 1);
    const [{ id, at, from, subject, text, html, link, ...rest }] = messages;
    assert.deepEqual(rest, {
      channel: 'email',
      project: 'demo',
      template: 'magicSession',
      userId: user.userId,
      to: user.email,
      code: null,
    });
    assert.ok(text.includes(link) && html && subject && id && from);
    assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000);
  });

  async function assertLedToTheApp(opened, { userId }) {
    await opened.waitForLoadState();
    assert.equal(await opened.innerText('body'), 'the app');
    const { x, secret, ...rest } = Object.fromEntries(new URL(opened.url()).searchParams);
    assert.deepEqual([x, rest.userId], ['1', userId]);
    assertStatus(await guest().post('/account/sessions/token', { userId, secret }), 201);
  }
});

describe('in production, without a mail server and an SMS provider', () => {
  let node;
  before(async () => {
    node = await fixture.installation.startNode({ 'quarkus.profile': 'production' });
  });

  test('there is no inbox', async () => {
    for (const [method, path] of [
      ['GET', '/inbox'],
      ['DELETE', '/inbox'],
      ['GET', '/inbox.json'],
    ]) {
      assert.equal((await fetch(`${node.url}${path}`, { method })).status, 404, path);
    }
  });

  test('nothing is asked for that could not be sent', async () => {
    const { client, user } = await signedInUser({}, node.url);
    for (const [path, refusal, factor] of [
      ['/account/tokens/email', REFUSALS.emailDisabled],
      ['/account/tokens/magic-url', REFUSALS.emailDisabled],
      ['/account/recovery', REFUSALS.emailDisabled],
      ['/account/verifications/email', REFUSALS.emailDisabled],
      ['/account/tokens/phone', REFUSALS.phoneDisabled],
      ['/account/verifications/phone', REFUSALS.phoneDisabled],
      ['/account/mfa/challenges', REFUSALS.emailDisabled, 'email'],
      ['/account/mfa/challenges', REFUSALS.phoneDisabled, 'phone'],
    ]) {
      const body = { ...user, url: APP_URL, phone: randomPhone(), factor };
      assertRefused(await client.post(path, body), refusal, path);
    }
  });
});
