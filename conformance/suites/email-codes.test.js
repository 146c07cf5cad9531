import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, CHROME, server, signedInUser } from '../harness/api-client.js';
import { setCookies } from '../harness/cookies.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { awaitMessage, messagesTo } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const PATH = '/account/tokens/email';

describe('sign-in codes by e-mail', () => {
  test('the mail with a sign-in code contains its validity, the project and the requesting client', async () => {
    const { userId, email } = randomUser();
    assertToken(await new ApiClient().post(PATH, { userId, email }), { userId, minutes: 15 });
    const mail = await awaitMessage(email);
    assert.match(mail.subject, /Demo/);
    assert.match(mail.code, /^\d{6}$/);
    assert.match(mail.text, /15 minutes/);
    assert.match(mail.text, /Chrome[^]*Windows/);
    assert.ok(mail.html.includes(mail.code));
  });

  test('a sign-in code for an unknown address creates a user whose address it verifies, and opens a session', async () => {
    const { userId, email } = randomUser();
    const { response, session, client } = await signInWithCode({ userId, email });
    assert.deepEqual(
      [session.userId, session.provider, session.providerUid, session.factors, session.secret, session.current],
      [userId, 'token', '', ['email'], '', true],
    );
    assert.deepEqual(Object.keys(setCookies(response)), ['a_session_demo_legacy', 'a_session_demo']);
    const account = assertStatus(await client.get('/account'), 200).json;
    assert.deepEqual([account.email, account.emailVerification, account.passwordUpdate], [email, true, '']);
    assert.deepEqual(
      account.targets.map(({ providerType, identifier }) => [providerType, identifier]),
      [['email', email]],
    );
  });

  test('a sign-in code can be used once', async () => {
    const { userId, secret } = await signInWithCode(randomUser());
    assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
  });

  test('response and mail of a sign-in code contain the same security phrase if one is requested, and none otherwise', async () => {
    const { userId, email } = await new ApiClient().signUp();
    const response = await new ApiClient().post(PATH, { userId: 'unique()', email, phrase: true });
    const { phrase } = assertToken(response, { userId, minutes: 15, phrase: /[A-Z][a-z]+ [a-z]+/ });
    assert.ok((await awaitMessage(email)).text.includes(phrase));
    assertToken(await new ApiClient().post(PATH, { userId: 'unique()', email }), { userId, minutes: 15 });
    assert.ok(!(await awaitMessage(email, 2)).text.includes(phrase));
  });

  test('a sign-in code for a known address signs its user in, whatever ID and case were requested', async () => {
    const { userId, email } = await new ApiClient().signUp();
    const { session } = await signInWithCode({ ...randomUser(), email: ` ${email.toUpperCase()} ` }, email);
    assert.equal(session.userId, userId);
  });

  test('a second sign-in code does not revoke the first', async () => {
    const { userId, email } = randomUser();
    for (let time = 0; time < 2; time++) await new ApiClient().post(PATH, { userId, email });
    for (const count of [2, 1]) {
      const { code } = await awaitMessage(email, count);
      assertStatus(await new ApiClient().post('/account/sessions/token', { userId, secret: code }), 201);
    }
  });

  test('a sign-in code is revoked after ten wrong attempts', async () => {
    const { userId, email } = randomUser();
    await new ApiClient().post(PATH, { userId, email });
    const { code } = await awaitMessage(email);
    const wrong = code === '000000' ? '000001' : '000000';
    const attempt = (secret) => new ApiClient().post('/account/sessions/token', { userId, secret });
    for (let time = 0; time < 10; time++) assertRefused(await attempt(wrong), REFUSALS.token);
    assertRefused(await attempt(code), REFUSALS.token);
  });

  test('a request for a sign-in code with an invalid or missing address or ID is refused, and no mail is sent', async () => {
    const { userId, email } = randomUser();
    for (const body of [{ userId, email: 'nonsense' }, { userId: '-x', email }, { userId }, { email }]) {
      assertRefused(await new ApiClient().post(PATH, body), REFUSALS.argument, JSON.stringify(body));
    }
    await new ApiClient().post(PATH, { userId, email });
    await awaitMessage(email);
    assert.equal((await messagesTo(email)).length, 1);
  });

  test('a request for a sign-in code for an unknown address with the ID of another user is refused', async () => {
    const { userId } = await new ApiClient().signUp();
    const { email } = randomUser();
    assertRefused(await new ApiClient().post(PATH, { userId, email }), REFUSALS.userExists);
  });

  test('with an API key the response contains the sign-in code, and the mail is sent as well', async () => {
    const { userId, email } = randomUser();
    const { secret } = assertStatus(await server().post(PATH, { userId, email }), 201).json;
    assert.equal((await awaitMessage(email)).code, secret);
    const session = assertStatus(await server().post('/account/sessions/token', { userId, secret }), 201).json;
    assert.equal(JSON.parse(Buffer.from(session.secret, 'base64')).id, userId);
  });

  test('a signed-in user can request a sign-in code for another user and stays signed in', async () => {
    const { client, user } = await signedInUser();
    const { userId, email } = randomUser();
    assertToken(await client.post(PATH, { userId, email }), { userId, minutes: 15 });
    assert.deepEqual(assertStatus(await client.get('/account'), 200).json, user.account);
  });

  test('a sign-in code of a blocked user is refused; only the right code reveals the block, and it stays valid', async () => {
    const { client, user } = await signedInUser();
    await client.patch('/account/status');
    const token = await new ApiClient().post(PATH, { userId: user.userId, email: user.email });
    assertToken(token, { userId: user.userId, minutes: 15 });
    const { code } = await awaitMessage(user.email);
    const attempt = (secret) => new ApiClient().post('/account/sessions/token', { userId: user.userId, secret });
    assertRefused(await attempt(code === '000000' ? '000001' : '000000'), REFUSALS.token);
    assertRefused(await attempt(code), REFUSALS.blocked);
    assertRefused(await attempt(code), REFUSALS.blocked, 'the code stays valid');
  });

  test('requesting and using a sign-in code are in the log, newest first', async () => {
    const { client } = await signInWithCode(randomUser());
    const { logs } = assertStatus(await client.get('/account/logs'), 200).json;
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['session.create', 'session.create'],
    );
  });

  test('the rate limit of sign-in codes is ten per hour and e-mail address, from any client address', async () => {
    const { userId, email } = randomUser();
    for (let remaining = 9; remaining >= 0; remaining--) {
      const response = assertStatus(
        await new ApiClient().post(PATH, { userId, email: inVaryingCase(email, remaining) }),
        201,
      );
      assert.equal(response.headers['x-ratelimit-remaining'], String(remaining));
    }
    assertRefused(await new ApiClient().post(PATH, { userId, email }), REFUSALS.rateLimit);
  });
});

function inVaryingCase(email, time) {
  return time % 2 === 0 ? email : email.toUpperCase();
}

async function signInWithCode({ userId, email }, address = email) {
  const token = assertStatus(await new ApiClient().post(PATH, { userId, email }), 201).json;
  const { code: secret } = await awaitMessage(address);
  const guest = new ApiClient({ 'user-agent': CHROME });
  const response = await guest.post('/account/sessions/token', { userId: token.userId, secret });
  return { userId: token.userId, secret, response, ...guest.withSessionFrom(response) };
}
