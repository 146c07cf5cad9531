import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { awaitMessage } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

describe('mails', () => {
  test('a mail has the configured sender, an HTML and a text part, and no unresolved placeholders', async () => {
    const { from, html, text } = await requestCode(new ApiClient());
    assert.equal(from.address, 'no-reply@gatehouse.example');
    assert.match(html, /^<!doctype html>/i);
    assert.match(html, /<html[^>]* lang="en"[^>]* dir="ltr"|<html[^>]* dir="ltr"[^>]* lang="en"/);
    assert.doesNotMatch(text, /<[a-z]+>/);
    assert.doesNotMatch(`${html}${text}`, /\{\{|\}\}/, 'all placeholders are replaced');
  });

  test('a mail is in German if X-Appwrite-Locale is de', async () => {
    const english = await requestCode(new ApiClient());
    const { subject, text, html, code } = await requestCode(new ApiClient({ 'x-appwrite-locale': 'de' }));
    assert.match(html, /lang="de"/);
    assert.match(text, /15 Minuten/);
    assert.match(text, new RegExp(code));
    assert.notEqual(subject, english.subject);
    assert.match(subject, /Demo/);
  });

  test('a mail is in Arabic, written from right to left, if X-Appwrite-Locale is ar-ae', async () => {
    const { html, text } = await requestCode(new ApiClient({ 'x-appwrite-locale': 'ar-ae' }));
    assert.match(html, /dir="rtl"/);
    assert.match(text, /\p{Script=Arabic}{3}/u);
  });

  test('a mail is in English if the locale is not supported', async () => {
    for (const locale of ['tlh', '../../de', '']) {
      assert.match((await requestCode(new ApiClient({ 'x-appwrite-locale': locale }))).text, /15 minutes/);
    }
  });

  test('the parameter locale takes precedence over the header', async () => {
    const user = randomUser();
    const french = { 'x-appwrite-locale': 'fr' };
    await new ApiClient(french).post('/account/tokens/email', { ...user, locale: 'de' });
    assert.match((await awaitMessage(user.email)).text, /15 Minuten/);
  });

  test('a user name is escaped in the HTML part and cannot inject headers or placeholders', async () => {
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

  test('a mail names the client that requested it', async () => {
    const unknown = await requestCode(new ApiClient({ 'user-agent': undefined }));
    assert.match(unknown.text, /unknown/i);
    const { text } = await requestCode(new ApiClient());
    assert.match(text, /Chrome/);
    assert.match(text, /Windows/);
  });
});

describe('mails of a project with its own sender and templates', () => {
  const other = { 'x-appwrite-project': 'other' };
  const german = { ...other, 'x-appwrite-locale': 'de' };

  test('sender and reply-to address are those of the project', async () => {
    const { from, replyTo, subject } = await requestCode(new ApiClient(other));
    assert.deepEqual(from, { address: 'hello@other.example', name: 'Other & Söhne' });
    assert.equal(replyTo.address, 'help@other.example');
    assert.match(subject, /Other/);
  });

  test('the template of the project is used for its language, with placeholders replaced', async () => {
    const user = await new ApiClient(other).signUp({ ...randomUser(), name: 'O’Neil & <i>Co</i>' });
    const body = { ...user, phrase: true };
    const { phrase } = assertStatus(await new ApiClient(german).post('/account/tokens/email', body), 201).json;
    const { subject, html, code } = await awaitMessage(user.email);
    assert.equal(subject, `${code} für O’Neil & <i>Co</i> & Other`);
    const name = 'O’Neil &amp; &lt;i&gt;Co&lt;/i&gt;';
    assert.ok(html.includes(`<p>${name}: <b>${code}</b>, ${phrase}, {{nonsense}}</p>`), html);
  });

  test('the default template is used for other languages', async () => {
    assert.match((await requestCode(new ApiClient(other))).text, /15 minutes/);
  });
});

describe('security phrases', () => {
  test('the parameter phrase accepts only boolean, null and empty values', async () => {
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

async function requestCode(client) {
  const { userId, email } = randomUser();
  assertStatus(await client.post('/account/tokens/email', { userId, email }), 201);
  return awaitMessage(email);
}
