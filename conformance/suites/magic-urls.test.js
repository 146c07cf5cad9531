import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, signedInUser, server } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const PATHS = ['/account/tokens/magic-url', '/account/sessions/magic-url'];
const REDEEMED_BY = [
  ['POST', '/account/sessions/token'],
  ['PUT', '/account/sessions/magic-url'],
  ['PUT', '/account/sessions/phone'],
];

for (const path of PATHS) {
  describe(`a magic URL asked for at ${path}`, () => {
    test('comes in a mail with a link for an hour, and no word of a phrase', async () => {
      const { userId, email } = randomUser();
      const { expire } = assertToken(await new ApiClient().post(path, { userId, email, url: APP_URL }), {
        userId,
        minutes: 60,
      });
      const mail = await awaitMessage(email);
      assert.match(mail.subject, /Demo/);
      assert.match(mail.text, /1 hour|60 minutes|one hour/);
      assert.doesNotMatch(mail.text, /phrase/i);
      assert.ok(mail.html.includes(mail.link.replaceAll('&', '&amp;')) || mail.html.includes(mail.link));
      const { secret, ...rest } = linkParameters(mail);
      assert.deepEqual(rest, { userId, expire, project: 'demo' });
      assert.match(secret, /^[0-9a-f]{64}$/);
      assert.ok(mail.link.startsWith(`${APP_URL}?userId=${userId}&secret=${secret}&expire=`), mail.link);
      assert.match(mail.link, /%3A\d\d%3A\d\d\.\d{3}%2B00%3A00&project=demo$/);
    });

    test('keeps what the app put into its URL, but for what is added', async () => {
      const { userId, email } = randomUser();
      const url = 'http://localhost:3000/a%20b/?x=1&userId=old&y=%2B#top';
      assertStatus(await new ApiClient().post(path, { userId, email, url }), 201);
      const { link } = await awaitMessage(email);
      assert.match(
        link,
        /^http:\/\/localhost:3000\/a%20b\/\?x=1&y=%2B&userId=\w+&secret=\w+&expire=[^&]+&project=demo#top$/,
      );
    });

    test('leads to a page of the service unless the app says otherwise', async () => {
      for (const url of [undefined, null, '']) {
        const { userId, email } = randomUser();
        assertStatus(await new ApiClient().post(path, { userId, email, url }), 201);
        assert.match((await awaitMessage(email)).link, /\/auth\/magic-url\?userId=/);
      }
    });

    test('with a phrase shows it in the answer and in the mail', async () => {
      const { userId, email } = randomUser();
      const response = await new ApiClient().post(path, { userId, email, url: APP_URL, phrase: true });
      const { phrase } = assertToken(response, { userId, minutes: 60, phrase: /[A-Z][a-z]+ [a-z]+/ });
      assert.ok((await awaitMessage(email)).text.includes(phrase));
    });

    test('is told to a server in the answer', async () => {
      const { userId, email } = randomUser();
      const { secret } = assertStatus(await server().post(path, { userId, email, url: APP_URL }), 201).json;
      assert.equal(linkParameters(await awaitMessage(email)).secret, secret);
    });

    test('is refused without an ID', async () => {
      assertRefused(await new ApiClient().post(path, { email: randomUser().email, url: APP_URL }), REFUSALS.argument);
    });
  });
}

describe('the link of a magic URL', () => {
  const ask = (url) => server().post(PATHS[0], { ...randomUser(), url });

  test('leads to a loopback host on any port, where localhost is allowed', async () => {
    for (const url of ['http://localhost', 'http://localhost:3000', 'http://127.0.0.1:5173', 'https://[::1]:3000']) {
      const user = randomUser();
      assertStatus(await server().post(PATHS[0], { ...user, url }), 201);
      assert.ok((await awaitMessage(user.email)).link.startsWith(url), url);
    }
  });

  test('leads to an app of the project, whatever the case of scheme and host', async () => {
    for (const url of ['https://app.example.com/x', 'HTTPS://APP.Example.Com/x', 'https://a.preview.example.com']) {
      assertStatus(await ask(url), 201);
    }
  });

  test('leads to a native app by the project’s own scheme, and to Expo', async () => {
    for (const url of ['exp://', 'exp://index', 'appwrite-callback-demo://', 'appwrite-callback-demo://in?a=b']) {
      assertStatus(await ask(url), 201);
    }
  });

  for (const url of [
    'localhost',
    '/',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://xlocalhost',
    'http://localhost.',
    'http://127.0.0.2',
    'http://128.0.0.1',
    'http://[0:0:0:0:0:0:0:1]',
    'http://[2001:db8::1]',
    'http://[::1].evil.com',
    'http://127.0.0.1@example.com',
    'http://user@localhost/',
    'http://user:word@localhost/',
    'https://evil.example\\@localhost/',
    'https://evil.example\\@app.example.com/',
    'https://app.example.com\\.evil.example/',
    'http://localhost/a b',
    'http://localhost/\ta',
    'http://localhost/\u0000',
    'http://localhost@@localhost/',
    'https://preview.example.com',
    'https://evil.example/?http://localhost',
    'random-scheme://localhost',
    'javascript://localhost/%0aalert(1)',
    'appwrite-callback-other://',
    'appwrite-ios://com.example.app',
    `http://localhost/${'a'.repeat(2048)}`,
  ]) {
    test(`does not lead to ${JSON.stringify(url.slice(0, 60))}`, async () => {
      const response = await ask(url);
      assertRefused(response, REFUSALS.argument, url);
      assert.match(response.json.message, /url/i);
    });
  }
});

for (const [method, path] of REDEEMED_BY) {
  describe(`a magic URL taken to ${method} ${path}`, () => {
    const sent = async (user = randomUser()) =>
      assertStatus(await server().post(PATHS[0], { ...user, url: APP_URL }), 201).json;
    const redeem = (client, { userId, secret }) => client.sendJson(method, path, { userId, secret });

    test('opens a session, once, and verifies the address', async () => {
      const { userId, secret } = await sent();
      const guest = new ApiClient();
      const { session, client } = guest.withSessionFrom(await redeem(guest, { userId, secret }));
      assert.deepEqual(
        [session.userId, session.provider, session.factors, session.secret],
        [userId, 'magic-url', ['email'], ''],
      );
      const account = assertStatus(await client.get('/account'), 200).json;
      assert.equal(account.emailVerification, true);
      assert.equal(account.targets.length, 1);
      assertRefused(await redeem(new ApiClient(), { userId, secret }), REFUSALS.token);
      assertRefused(await redeem(client, await sent()), REFUSALS.signedInAlready);
    });

    test('gives a server the session’s secret', async () => {
      const session = assertStatus(await redeem(server(), await sent()), 201).json;
      const asUser = new ApiClient({ 'x-appwrite-session': session.secret });
      assert.equal(assertStatus(await asUser.get('/account'), 200).json.$id, session.userId);
    });

    test('opens nothing for an unknown user, for another one, or with a wrong secret', async () => {
      const { userId, secret } = await sent();
      const { userId: another } = await sent();
      assertRefused(await redeem(new ApiClient(), { userId: randomUser().userId, secret }), REFUSALS.token);
      assertRefused(await redeem(new ApiClient(), { userId: 'unique()', secret }), REFUSALS.token);
      assertRefused(await redeem(new ApiClient(), { userId: another, secret }), REFUSALS.token);
      assertRefused(await redeem(new ApiClient(), { userId, secret: 'f'.repeat(64) }), REFUSALS.token);
      assertStatus(await redeem(new ApiClient(), { userId, secret }), 201);
    });

    test('opens nothing for a blocked user, which shows to those who have the secret; it is kept', async () => {
      const { client, user } = await signedInUser();
      await client.patch('/account/status');
      const { userId, secret } = await sent(user);
      assertRefused(await redeem(new ApiClient(), { userId, secret: 'wrong' }), REFUSALS.token);
      for (let time = 0; time < 2; time++) {
        assertRefused(await redeem(new ApiClient(), { userId, secret }), REFUSALS.blocked);
      }
    });

    test('is refused as soon as an argument is none', async () => {
      const { userId, secret } = await sent();
      for (const body of [
        { userId },
        { secret },
        { userId: '', secret },
        { userId, secret: '' },
        { userId: '-', secret },
      ]) {
        assertRefused(await redeem(new ApiClient(), body), REFUSALS.argument, JSON.stringify(body));
      }
      assertRefused(await redeem(new ApiClient(), { userId, secret: 'a'.repeat(257) }), REFUSALS.argument);
      assertRefused(await redeem(new ApiClient(), { userId, secret: 123456 }), REFUSALS.argument);
      assertRefused(await redeem(new ApiClient(), { userId, secret: 'ü'.repeat(256) }), REFUSALS.token);
    });

    test('is counted by user and address, together with its siblings, until it succeeds', async () => {
      const { userId, secret } = await sent();
      const guest = new ApiClient();
      for (const [sibling, at] of REDEEMED_BY.entries()) {
        const response = await guest.sendJson(...at, { userId, secret: 'wrong' });
        assertRefused(response, REFUSALS.token);
        assert.equal(response.headers['x-ratelimit-remaining'], String(9 - sibling));
      }
      assertStatus(await redeem(guest, { userId, secret }), 201);
      const next = await redeem(guest, { userId, secret });
      assert.equal(next.headers['x-ratelimit-remaining'], '9');
    });
  });
}
