import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, server, signedInUser } from '../harness/api-client.js';
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
  describe(`magic URLs requested at ${path}`, () => {
    test('the mail of a magic URL contains a link that is valid for an hour, and no security phrase', async () => {
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

    test('the magic URL keeps path, query and fragment of the redirect URL, except parameters that it sets itself', async () => {
      const { userId, email } = randomUser();
      const url = 'http://localhost:3000/a%20b/?x=1&userId=old&y=%2B#top';
      assertStatus(await new ApiClient().post(path, { userId, email, url }), 201);
      const { link } = await awaitMessage(email);
      assert.match(
        link,
        /^http:\/\/localhost:3000\/a%20b\/\?x=1&y=%2B&userId=\w+&secret=\w+&expire=[^&]+&project=demo#top$/,
      );
    });

    test('without a redirect URL the magic URL leads to a page of the service', async () => {
      for (const url of [undefined, null, '']) {
        const { userId, email } = randomUser();
        assertStatus(await new ApiClient().post(path, { userId, email, url }), 201);
        assert.match((await awaitMessage(email)).link, /\/auth\/magic-url\?userId=/);
      }
    });

    test('response and mail of a magic URL contain the same security phrase if one is requested', async () => {
      const { userId, email } = randomUser();
      const response = await new ApiClient().post(path, { userId, email, url: APP_URL, phrase: true });
      const { phrase } = assertToken(response, { userId, minutes: 60, phrase: /[A-Z][a-z]+ [a-z]+/ });
      assert.ok((await awaitMessage(email)).text.includes(phrase));
    });

    test('with an API key the response contains the secret of the magic URL', async () => {
      const { userId, email } = randomUser();
      const { secret } = assertStatus(await server().post(path, { userId, email, url: APP_URL }), 201).json;
      assert.equal(linkParameters(await awaitMessage(email)).secret, secret);
    });

    test('a request for a magic URL without a user ID is refused', async () => {
      assertRefused(await new ApiClient().post(path, { email: randomUser().email, url: APP_URL }), REFUSALS.argument);
    });
  });
}

describe('redirect URLs of magic URLs', () => {
  const requestMagicUrl = (url) => server().post(PATHS[0], { ...randomUser(), url });

  test('a loopback host is allowed in redirect URLs on any port if localhost is a registered platform', async () => {
    for (const url of ['http://localhost', 'http://localhost:3000', 'http://127.0.0.1:5173', 'https://[::1]:3000']) {
      const user = randomUser();
      assertStatus(await server().post(PATHS[0], { ...user, url }), 201);
      assert.ok((await awaitMessage(user.email)).link.startsWith(url), url);
    }
  });

  test('a registered host is allowed in redirect URLs, whatever the case of scheme and host', async () => {
    for (const url of ['https://app.example.com/x', 'HTTPS://APP.Example.Com/x', 'https://a.preview.example.com']) {
      assertStatus(await requestMagicUrl(url), 201);
    }
  });

  test('the URL schemes of Expo and of the project’s native apps are allowed in redirect URLs', async () => {
    for (const url of ['exp://', 'exp://index', 'appwrite-callback-demo://', 'appwrite-callback-demo://in?a=b']) {
      assertStatus(await requestMagicUrl(url), 201);
    }
  });

  test('pages that Capacitor, Ionic and Tauri show in an app are allowed by their host in redirect URLs', async () => {
    for (const scheme of ['capacitor', 'ionic', 'tauri']) {
      assertStatus(await requestMagicUrl(`${scheme}://localhost/in?a=b`), 201);
      assertStatus(await requestMagicUrl(`${scheme}://app.example.com`), 201);
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
    'http://localhost:99999/in',
    'http://localhost:65536',
    'http://localhost:0/',
    'http://localhost:/',
    'http://localhost:-1/',
    'http://localhost:http/',
    'capacitor://localhost:99999/in',
    'capacitor://evil.example/in',
    'ionic://localhost.evil.example',
    'exp://192.168.1.7:99999',
    'javascript://localhost/%0aalert(1)',
    'appwrite-callback-other://',
    'appwrite-ios://com.example.app',
    `http://localhost/${'a'.repeat(2048)}`,
  ]) {
    test(`a redirect URL is refused: ${JSON.stringify(url.slice(0, 60))}`, async () => {
      const response = await requestMagicUrl(url);
      assertRefused(response, REFUSALS.argument, url);
      assert.match(response.json.message, /url/i);
    });
  }
});

for (const [method, path] of REDEEMED_BY) {
  describe(`magic URLs redeemed by ${method} ${path}`, () => {
    const issueToken = async (user = randomUser()) =>
      assertStatus(await server().post(PATHS[0], { ...user, url: APP_URL }), 201).json;
    const redeem = (client, { userId, secret }) => client.sendJson(method, path, { userId, secret });

    test('the secret of a magic URL opens a session once, and verifies the e-mail address', async () => {
      const { userId, secret } = await issueToken();
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
      assertRefused(await redeem(client, await issueToken()), REFUSALS.signedInAlready);
    });

    test('redeeming a magic URL with an API key returns the session secret', async () => {
      const session = assertStatus(await redeem(server(), await issueToken()), 201).json;
      const client = new ApiClient({ 'x-appwrite-session': session.secret });
      assert.equal(assertStatus(await client.get('/account'), 200).json.$id, session.userId);
    });

    test('redeeming a magic URL for an unknown user, another user, or with a wrong secret is refused', async () => {
      const { userId, secret } = await issueToken();
      const { userId: another } = await issueToken();
      assertRefused(await redeem(new ApiClient(), { userId: randomUser().userId, secret }), REFUSALS.token);
      assertRefused(await redeem(new ApiClient(), { userId: 'unique()', secret }), REFUSALS.token);
      assertRefused(await redeem(new ApiClient(), { userId: another, secret }), REFUSALS.token);
      assertRefused(await redeem(new ApiClient(), { userId, secret: 'f'.repeat(64) }), REFUSALS.token);
      assertStatus(await redeem(new ApiClient(), { userId, secret }), 201);
    });

    test('a magic URL of a blocked user is refused; only the right secret reveals the block, and it stays valid', async () => {
      const { client, user } = await signedInUser();
      await client.patch('/account/status');
      const { userId, secret } = await issueToken(user);
      assertRefused(await redeem(new ApiClient(), { userId, secret: 'wrong' }), REFUSALS.token);
      for (let time = 0; time < 2; time++) {
        assertRefused(await redeem(new ApiClient(), { userId, secret }), REFUSALS.blocked);
      }
    });

    test('redeeming a magic URL with a missing or invalid user ID or secret is refused as an invalid argument', async () => {
      const { userId, secret } = await issueToken();
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
      assertRefused(await redeem(new ApiClient(), { userId, secret: true }), REFUSALS.argument);
      assertRefused(await redeem(new ApiClient(), { userId, secret: 'ü'.repeat(256) }), REFUSALS.token);
    });

    test('the three endpoints that redeem secrets share a rate limit by user and client address, which success resets', async () => {
      const { userId, secret } = await issueToken();
      const guest = new ApiClient();
      for (const [index, at] of REDEEMED_BY.entries()) {
        const response = await guest.sendJson(...at, { userId, secret: 'wrong' });
        assertRefused(response, REFUSALS.token);
        assert.equal(response.headers['x-ratelimit-remaining'], String(9 - index));
      }
      assertStatus(await redeem(guest, { userId, secret }), 201);
      const next = await redeem(guest, { userId, secret });
      assert.equal(next.headers['x-ratelimit-remaining'], '9');
    });
  });
}
