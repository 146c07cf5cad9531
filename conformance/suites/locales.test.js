import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { AuthenticatorApp } from '../harness/authenticator-app.js';
import { APP_URL } from '../harness/configuration.js';
import { setCookies } from '../harness/cookies.js';
import { assertRefused, assertStatus, DATE, REFUSALS, SERVER_MADE_ID } from '../harness/expectations.js';
import { AUTHENTICATOR, createRecoveryCodes, passChallenge, RECOVERY_CODES } from '../harness/factors.js';
import { suiteFixture } from '../harness/installation.js';
import { MessageReceiver } from '../harness/message-receiver.js';
import { awaitCode, awaitMessage, linkParameters } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

/** Default locales with digits, letters or a calendar of their own: Arabic, Turkish, and Thai with Thai digits. */
const LOCALES = {
  ar_EG: { 'user.language': 'ar', 'user.country': 'EG' },
  tr_TR: { 'user.language': 'tr', 'user.country': 'TR' },
  th_TH_TH: { 'user.language': 'th', 'user.country': 'TH', 'user.variant': 'TH' },
};

/** A default charset that lacks most characters, and a time zone that is not whole hours away from UTC. */
const OTHER_DEFAULTS = {
  'file.encoding': 'ISO-8859-1',
  'stdout.encoding': 'ISO-8859-1',
  'stderr.encoding': 'ISO-8859-1',
  'user.timezone': 'Asia/Kathmandu',
};

/** Text of many scripts, with letters whose case differs in Turkish. */
const NAME = 'Jürgen Groß İıŞğ ١٢٣ ไทย 😀';

const YEAR_MILLIS = 31_536_000_000;
const ASCII = /^[\x20-\x7e\n]*$/;

for (const [locale, jvm] of Object.entries(LOCALES)) {
  describe(`under the default locale ${locale}`, () => {
    const fixture = suiteFixture(async (installation) => {
      process.env.LC_ALL = `${locale}.ISO-8859-1`;
      process.env.TZ = OTHER_DEFAULTS['user.timezone'];
      const receiver = await MessageReceiver.open();
      const { url } = await installation.start({ ...receiver.properties, ...OTHER_DEFAULTS, ...jvm });
      return { installation, url, messages: receiver.url };
    });

    const guest = (headers) => new ApiClient(headers, fixture.url);

    test('an e-mail address in capital letters is that of its user, and the right password signs in', async () => {
      const user = { ...randomUser(), name: NAME };
      const email = `TITI.${user.email}`.toUpperCase();
      const created = assertStatus(await guest().post('/account', { ...user, email }), 201).json;
      assert.equal(created.email, email.toLowerCase());
      assert.equal(created.name, NAME);
      for (const spelling of [email, email.toLowerCase()]) {
        const { client } = await guest().signIn({ email: spelling, password: user.password });
        assert.equal(assertStatus(await client.get('/account'), 200).json.name, NAME);
      }
      assertRefused(await guest().post('/account/sessions/email', { email, password: 'a wrong password' }), REFUSALS.credentials);
    });

    test('dates, IDs and headers have Latin digits of the Gregorian calendar', async () => {
      const { client, user, session } = await signedInUser({}, fixture.url);
      const signedIn = await guest().post('/account/sessions/email', user);
      const { expires } = setCookies(signedIn).a_session_demo.attributes;
      assert.match(expires, /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/);
      assert.ok(Math.abs(Date.parse(expires) - Date.now() - YEAR_MILLIS) < 60_000, expires);
      assert.match(session.$id, SERVER_MADE_ID);
      for (const date of [session.$createdAt, session.expire, user.account.registration]) assert.match(date, DATE);
      assert.ok(Math.abs(Date.parse(session.$createdAt) - Date.now()) < 60_000, session.$createdAt);
      Object.values(signedIn.headers).flat().forEach((header) => assert.match(header, ASCII));
      const [entry] = assertStatus(await client.get('/account/logs'), 200).json.logs;
      assert.deepEqual([entry.osName, entry.clientName, entry.clientType], ['Windows', 'Chrome', 'browser']);
      assert.match(entry.time, DATE);
    });

    test('error messages have Latin digits', async () => {
      const errors = [
        await guest().post('/account', { ...randomUser(), name: 'n'.repeat(13_000_000) }),
        await guest().post('/account', { ...randomUser(), name: 'n'.repeat(129) }),
        await guest().post('/account', { ...randomUser(), password: 'short' }),
        await guest().post('/account/tokens/phone', { userId: 'unique()', phone: '+٤٩١٧١٢٣٤٥٦٧٨' }),
      ].map(({ json }) => json.message);
      errors.forEach((message) => assert.match(message, ASCII));
      assert.match(errors[0], /12582912 bytes/);
    });

    test('rate limits count, and their headers have Latin digits', async () => {
      const client = guest();
      const attempt = { email: randomUser().email, password: 'a wrong password' };
      const responses = [];
      for (let i = 0; i < 11; i++) responses.push(await client.post('/account/sessions/email', attempt));
      assert.equal(responses[0].headers['x-ratelimit-limit'], '10');
      assert.equal(responses[0].headers['x-ratelimit-remaining'], '9');
      assert.match(responses[0].headers['x-ratelimit-reset'], /^\d{10}$/);
      assertStatus(responses[10], 429);
    });

    test('a mailed code signs in, and its mail is in the language of the request', async () => {
      const { userId, email } = randomUser();
      const german = guest({ 'x-appwrite-locale': 'de' });
      assertStatus(await german.post('/account/tokens/email', { userId, email, phrase: true }), 201);
      const mail = await awaitMessage(email, 1, fixture.messages);
      assert.match(mail.subject, /^[\p{Script=Latin}\d ()-]+$/u);
      assert.match(mail.text, /15 Minuten/);
      assert.match(mail.text, /ü/);
      assert.doesNotMatch(mail.text, /\?\?|\ufffd|Ã/);
      const { client } = guest().withSessionFrom(
        await guest().post('/account/sessions/token', { userId, secret: mail.code }),
      );
      assertStatus(await client.get('/account'), 200);
    });

    test('a code by SMS and a magic link sign in', async () => {
      const phone = randomPhone();
      const { userId } = assertStatus(await guest().post('/account/tokens/phone', { userId: 'unique()', phone }), 201).json;
      const secret = await awaitCode(phone, 1, fixture.messages);
      assertStatus(await guest().post('/account/sessions/token', { userId, secret }), 201);

      const { email } = randomUser();
      const link = { userId: 'unique()', email, url: APP_URL };
      assertStatus(await guest().post('/account/tokens/magic-url', link), 201);
      const { expire, ...redemption } = linkParameters(await awaitMessage(email, 1, fixture.messages));
      assert.match(expire, DATE);
      const body = { userId: redemption.userId, secret: redemption.secret };
      assertStatus(await guest().post('/account/sessions/token', body), 201);
    });

    test('password recovery replaces the password', async () => {
      const { userId, email } = await guest().signUp({ ...randomUser(), name: NAME });
      assertStatus(await guest().post('/account/recovery', { email, url: APP_URL }), 201);
      const mail = await awaitMessage(email, 1, fixture.messages);
      assert.equal(mail.toName, NAME);
      assert.match(mail.text, /1 hour/);
      const { secret } = linkParameters(mail);
      const password = 'ein neues Paßwort ١٢٣';
      assertStatus(await guest().put('/account/recovery', { userId, secret, password }), 200);
      await guest().signIn({ email, password });
    });

    test('an authenticator app is enrolled by its QR code, and its codes and recovery codes are accepted', async () => {
      const { client } = await signedInUser({}, fixture.url);
      const image = assertStatus(await client.post(AUTHENTICATOR, {}, { accept: 'image/png' }), 200).bytes;
      const { data, width, height } = PNG.sync.read(image);
      const app = new AuthenticatorApp(jsQR(new Uint8ClampedArray(data), width, height).data);
      assertStatus(await client.put(AUTHENTICATOR, { otp: app.code() }), 200);
      await passChallenge(client, 'totp', app.code());
      const codes = await createRecoveryCodes(client);
      codes.forEach((code) => assert.match(code, /^[0-9a-f]{10}$/));
      await passChallenge(client, 'recoverycode', codes[0]);
      assertStatus(await client.get(RECOVERY_CODES), 200);
    });

    test('a JWT is signed, and expires in 15 minutes', async () => {
      const { client } = await signedInUser({}, fixture.url);
      const { jwt } = assertStatus(await client.post('/account/jwts'), 201).json;
      const keys = createRemoteJWKSet(new URL(`${fixture.url}/.well-known/jwks.json?project=demo`));
      const { payload } = await jwtVerify(jwt, keys);
      assert.ok(Math.abs(payload.exp - Date.now() / 1000 - 900) < 60);
      assertStatus(await client.with({ cookie: undefined, 'x-appwrite-jwt': jwt }).get('/account'), 200);
    });

    test('the service is ready, and its metrics and its log have Latin digits', async () => {
      assert.equal((await fetch(`${fixture.url}/q/health/ready`)).status, 200);
      assert.match(await (await fetch(`${fixture.url}/q/metrics`)).text(), ASCII);
      assert.doesNotMatch(fixture.installation.log(), /[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/);
      assert.doesNotMatch(fixture.installation.log(), / ERROR /);
    });
  });
}
