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

/** A mail with content that tries to run scripts, submit forms and navigate. */
const MALICIOUS_MAIL = [
  '<h1>Hello</h1>',
  '<script>top.attacked = 1; parent.attacked = 1; document.title = "attacked"</script>',
  '<img src="x" onerror="top.attacked = 1; parent.attacked = 1">',
  '<svg onload="top.attacked = 1"></svg>',
  '<iframe srcdoc="&lt;script&gt;top.attacked = 1&lt;/script&gt;"></iframe>',
  '<a href="javascript:top.attacked = 1" id="trap">click me</a>',
  '<form action="/inbox" method="post"><button id="button">press me</button></form>',
  '<meta http-equiv="refresh" content="0; url=/attacked">',
  '<a href="{{redirect}}" id="in">in</a>',
].join('');

const fixture = suiteFixture(async (installation) => {
  const node = await installation.start();
  const app = createServer((request, response) => response.end('the app')).listen(0, '127.0.0.1');
  await once(app, 'listening');
  return { installation, url: node.url, app };
}, `${MULTI_NODE_PROPERTIES}\ngatehouse.projects.other.mail.templates.magicSession.en.message=${MALICIOUS_MAIL}\n`);

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
  const part = (testId) => page.getByTestId(testId);
  const requestCode = (user) => guest().post('/account/tokens/email', user);
  const requestLink = (user, headers) =>
    guest(headers).post('/account/tokens/magic-url', {
      ...user,
      url: `http://localhost:${fixture.app.address().port}/back?x=1`,
    });

  /** Waits until so many messages are listed. */
  async function awaitEntries(count) {
    await part('entry')
      .nth(count - 1)
      .waitFor();
    const entries = await part('entry').allInnerTexts();
    assert.equal(entries.length, count);
    return entries;
  }

  test('the empty inbox shows a request that sends a message', async () => {
    await part('empty').waitFor();
    assert.match(await part('empty').innerText(), /curl .*\/v1\/account\/tokens\/email/);
  });

  test('a new mail appears without a reload, newest first', async () => {
    await page.evaluate(() => (window.notReloaded = true));
    const [first, second] = [randomUser(), randomUser()];
    await requestCode(first);
    assert.match((await awaitEntries(1))[0], new RegExp(first.email));
    await requestCode(second);
    const entries = await awaitEntries(2);
    assert.match(entries[0], new RegExp(second.email));
    assert.match(entries[1], new RegExp(first.email));
    assert.equal(await page.evaluate(() => window.notReloaded), true);
    assert.match(await page.title(), /^\(2\)/);
  });

  test('a mail can be viewed as HTML and as plain text', async () => {
    const user = randomUser();
    await requestCode(user);
    await awaitEntries(1);
    const code = await part('code').innerText();
    assert.match(code, /^\d{6}$/);
    const html = page.frameLocator('[data-testid=html]');
    await html.getByText(code, { exact: true }).waitFor();
    await part('tab-text').click();
    assert.match(await part('text').innerText(), new RegExp(`^${code}$`, 'm'));
    assert.equal(await part('html').isVisible(), false);
  });

  test('a code can be copied, and signs in', async () => {
    const user = randomUser();
    await requestCode(user);
    await awaitEntries(1);
    await part('copy-code').click();
    const secret = await page.evaluate(() => navigator.clipboard.readText());
    const { userId } = user;
    assertStatus(await guest().post('/account/sessions/token', { userId, secret }), 201);
  });

  test('the link opens the app with user ID and secret, which sign in', async () => {
    const user = randomUser();
    await requestLink(user);
    await awaitEntries(1);
    const opened = page.context().waitForEvent('page');
    await part('link').click();
    await assertSignsInToApp(await opened, user);
  });

  test('the button in the HTML of the mail opens the same link', async () => {
    const user = randomUser();
    await requestLink(user);
    await awaitEntries(1);
    const opened = page.context().waitForEvent('page');
    await page.frameLocator('[data-testid=html]').getByRole('link').first().click();
    await assertSignsInToApp(await opened, user);
  });

  test('an SMS is shown with its code', async () => {
    const phone = randomPhone();
    await guest().post('/account/tokens/phone', { ...randomUser(), phone });
    const [entry] = await awaitEntries(1);
    assert.match(entry, /SMS/);
    assert.ok(entry.includes(phone));
    const code = await part('code').innerText();
    assert.equal(await part('text').innerText(), code);
    assert.equal(await part('html').isVisible(), false);
  });

  test('a selected message stays selected when new ones arrive', async () => {
    const [first, second, third] = [randomUser(), randomUser(), randomUser()];
    await requestCode(first);
    await awaitEntries(1);
    await requestCode(second);
    await awaitEntries(2);
    await part('entry').nth(1).click();
    await page.waitForFunction((to) => document.querySelector('#facts').innerText.includes(to), first.email);
    await requestCode(third);
    await awaitEntries(3);
    assert.match(await page.locator('#facts').innerText(), new RegExp(first.email));
  });

  test('a mail cannot run scripts, submit forms or navigate the page', async () => {
    const user = randomUser();
    await requestLink(user, { 'x-appwrite-project': 'other' });
    await awaitEntries(1);
    const mail = page.frameLocator('[data-testid=html]');
    await mail.getByText('Hello').waitFor();
    await mail.locator('#trap').click();
    await mail.locator('#button').click();
    await page.waitForTimeout(300);
    const attacked = await Promise.all(
      page.frames().map((frame) => frame.evaluate('window.attacked').catch(() => undefined)),
    );
    assert.deepEqual(attacked.filter(Boolean), []);
    assert.doesNotMatch(await page.title(), /attacked/);
    assert.ok(page.frames().every((frame) => !frame.url().includes('attacked')));
    assert.equal(new URL(page.url()).pathname, '/inbox');
  });

  test('the JSON endpoint returns the displayed fields of a message', async () => {
    const user = randomUser();
    await requestLink(user);
    await awaitEntries(1);
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

  async function assertSignsInToApp(opened, { userId }) {
    await opened.waitForLoadState();
    assert.equal(await opened.innerText('body'), 'the app');
    const { x, secret, ...rest } = Object.fromEntries(new URL(opened.url()).searchParams);
    assert.deepEqual([x, rest.userId], ['1', userId]);
    assertStatus(await guest().post('/account/sessions/token', { userId, secret }), 201);
  }
});

describe('production without a mail server and an SMS provider', () => {
  let node;
  before(async () => {
    node = await fixture.installation.startNode({ 'quarkus.profile': 'production' });
  });

  test('there is no inbox in production', async () => {
    for (const [method, path] of [
      ['GET', '/inbox'],
      ['DELETE', '/inbox'],
      ['GET', '/inbox.json'],
    ]) {
      assert.equal((await fetch(`${node.url}${path}`, { method })).status, 404, path);
    }
  });

  test('requests that would send a message are refused while no mail server and no SMS provider is configured', async () => {
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
