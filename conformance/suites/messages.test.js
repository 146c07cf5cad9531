import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { awaitMessage } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

describe('a mail', () => {
  test('comes from the service, in HTML and as text', async () => {
    const { from, html, text } = await codeFor(new ApiClient());
    assert.equal(from.address, 'no-reply@gatehouse.example');
    assert.match(html, /^<!doctype html>/i);
    assert.match(html, /<html[^>]* lang="en"[^>]* dir="ltr"|<html[^>]* dir="ltr"[^>]* lang="en"/);
    assert.doesNotMatch(text, /<[a-z]+>/);
    assert.doesNotMatch(`${html}${text}`, /\{\{|\}\}/, 'nothing was left to be filled in');
  });

  test('is German for those who speak German', async () => {
    const english = await codeFor(new ApiClient());
    const { subject, text, html, code } = await codeFor(new ApiClient({ 'x-appwrite-locale': 'de' }));
    assert.match(html, /lang="de"/);
    assert.match(text, /15 Minuten/);
    assert.match(text, new RegExp(code));
    assert.notEqual(subject, english.subject);
    assert.match(subject, /Demo/);
  });

  test('is Arabic, and runs from right to left, for those who speak Arabic in the Emirates', async () => {
    const { html, text } = await codeFor(new ApiClient({ 'x-appwrite-locale': 'ar-ae' }));
    assert.match(html, /dir="rtl"/);
    assert.match(text, /\p{Script=Arabic}{3}/u);
  });

  test('is English for those who speak what nobody here does', async () => {
    for (const locale of ['tlh', '../../de', '']) {
      assert.match((await codeFor(new ApiClient({ 'x-appwrite-locale': locale }))).text, /15 minutes/);
    }
  });

  test('is in the language that a parameter asks for, before the header', async () => {
    const user = randomUser();
    const french = { 'x-appwrite-locale': 'fr' };
    await new ApiClient(french).post('/account/tokens/email', { ...user, locale: 'de' });
    assert.match((await awaitMessage(user.email)).text, /15 Minuten/);
  });

  test('takes a name as a name, whatever it looks like', async () => {
    const name = '<script>alert("x")</script> O’Neil & {{otp}}\r\nBcc: eve@example.net';
    const user = await new ApiClient().signUp({ ...randomUser(), name });
    assertStatus(await new ApiClient().post('/account/recovery', { email: user.email, url: APP_URL }), 201);
    const { html, text, to } = await awaitMessage(user.email);
    assert.doesNotMatch(html, /<script/i);
    assert.match(html, /&lt;script&gt;/);
    assert.match(html, /O’Neil &amp; \{\{otp\}\}/);
    assert.match(text, /O’Neil & /);
    assert.equal(to, user.email);
  });

  test('names the device that asked for it', async () => {
    const unknown = await codeFor(new ApiClient({ 'user-agent': undefined }));
    assert.match(unknown.text, /unknown/i);
    const { text } = await codeFor(new ApiClient());
    assert.match(text, /Chrome/);
    assert.match(text, /Windows/);
  });
});

describe('a mail of a project with a style of its own', () => {
  const other = { 'x-appwrite-project': 'other' };
  const german = { ...other, 'x-appwrite-locale': 'de' };

  test('comes from the project, and answers go where it says', async () => {
    const { from, replyTo, subject } = await codeFor(new ApiClient(other));
    assert.deepEqual(from, { address: 'hello@other.example', name: 'Other & Söhne' });
    assert.equal(replyTo.address, 'help@other.example');
    assert.match(subject, /Other/);
  });

  test('says what the project wrote for the language, with what is known filled in', async () => {
    const user = await new ApiClient(other).signUp({ ...randomUser(), name: 'O’Neil & <i>Co</i>' });
    const body = { ...user, phrase: true };
    const { phrase } = assertStatus(await new ApiClient(german).post('/account/tokens/email', body), 201).json;
    const { subject, html, code } = await awaitMessage(user.email);
    assert.equal(subject, `${code} für O’Neil & <i>Co</i> & Other`);
    const name = 'O’Neil &amp; &lt;i&gt;Co&lt;/i&gt;';
    assert.ok(html.includes(`<p>${name}: <b>${code}</b>, ${phrase}, {{nonsense}}</p>`), html);
  });

  test('says in other languages what everybody says', async () => {
    assert.match((await codeFor(new ApiClient(other))).text, /15 minutes/);
  });
});

describe('a phrase', () => {
  test('is asked for by true and by nothing else', async () => {
    for (const phrase of ['true', 1, [], {}]) {
      assertRefused(
        await new ApiClient().post('/account/tokens/email', { ...randomUser(), phrase }),
        REFUSALS.argument,
      );
    }
    for (const phrase of [false, null, '', undefined]) {
      const response = await new ApiClient().post('/account/tokens/email', { ...randomUser(), phrase });
      assert.equal(assertStatus(response, 201).json.phrase, '');
    }
  });
});

async function codeFor(client) {
  const { userId, email } = randomUser();
  assertStatus(await client.post('/account/tokens/email', { userId, email }), 201);
  return awaitMessage(email);
}
