import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, CHROME, signedInUser, server } from '../harness/api-client.js';
import { setCookies } from '../harness/cookies.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { messagesTo, awaitMessage } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const PATH = '/account/tokens/email';

describe('a code by e-mail', () => {
  test('comes in a mail that names the project and says how long it is valid', async () => {
    const { userId, email } = randomUser();
    assertToken(await new ApiClient().post(PATH, { userId, email }), { userId, minutes: 15 });
    const mail = await awaitMessage(email);
    assert.match(mail.subject, /Demo/);
    assert.match(mail.code, /^\d{6}$/);
    assert.match(mail.text, /15 minutes/);
    assert.match(mail.text, /Chrome[^]*Windows/);
    assert.ok(mail.html.includes(mail.code));
  });

  test('opens a session of somebody new, whose address is thereby verified', async () => {
    const { userId, email } = randomUser();
    const { response, session, client } = await signedInByCode({ userId, email });
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

  test('works once', async () => {
    const { userId, secret } = await signedInByCode(randomUser());
    assertRefused(await new ApiClient().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
  });

  test('comes with a phrase that mail and answer share, if one is asked for', async () => {
    const { userId, email } = await new ApiClient().signUp();
    const response = await new ApiClient().post(PATH, { userId: 'unique()', email, phrase: true });
    const { phrase } = assertToken(response, { userId, minutes: 15, phrase: /[A-Z][a-z]+ [a-z]+/ });
    assert.ok((await awaitMessage(email)).text.includes(phrase));
    assertToken(await new ApiClient().post(PATH, { userId: 'unique()', email }), { userId, minutes: 15 });
    assert.ok(!(await awaitMessage(email, 2)).text.includes(phrase));
  });

  test('signs an existing user in, whatever ID and spelling was asked for', async () => {
    const { userId, email } = await new ApiClient().signUp();
    const { session } = await signedInByCode({ ...randomUser(), email: ` ${email.toUpperCase()} ` }, email);
    assert.equal(session.userId, userId);
  });

  test('does not end another code: the one of the second mail works beside that of the first', async () => {
    const { userId, email } = randomUser();
    for (let time = 0; time < 2; time++) await new ApiClient().post(PATH, { userId, email });
    for (const count of [2, 1]) {
      const { code } = await awaitMessage(email, count);
      assertStatus(await new ApiClient().post('/account/sessions/token', { userId, secret: code }), 201);
    }
  });

  test('is no longer valid once ten wrong ones have been tried', async () => {
    const { userId, email } = randomUser();
    await new ApiClient().post(PATH, { userId, email });
    const { code } = await awaitMessage(email);
    const wrong = code === '000000' ? '000001' : '000000';
    const attempt = (secret) => new ApiClient().post('/account/sessions/token', { userId, secret });
    for (let time = 0; time < 10; time++) assertRefused(await attempt(wrong), REFUSALS.token);
    assertRefused(await attempt(code), REFUSALS.token);
  });

  test('is refused for a bad address, a bad ID and no address at all, and nothing is sent', async () => {
    const { userId, email } = randomUser();
    for (const body of [{ userId, email: 'nonsense' }, { userId: '-x', email }, { userId }, { email }]) {
      assertRefused(await new ApiClient().post(PATH, body), REFUSALS.argument, JSON.stringify(body));
    }
    await new ApiClient().post(PATH, { userId, email });
    await awaitMessage(email);
    assert.equal((await messagesTo(email)).length, 1);
  });

  test('is not sent to an unknown address under the ID of somebody else', async () => {
    const { userId } = await new ApiClient().signUp();
    const { email } = randomUser();
    assertRefused(await new ApiClient().post(PATH, { userId, email }), REFUSALS.userExists);
  });

  test('is told to a server in the answer, and sent all the same', async () => {
    const { userId, email } = randomUser();
    const { secret } = assertStatus(await server().post(PATH, { userId, email }), 201).json;
    assert.equal((await awaitMessage(email)).code, secret);
    const session = assertStatus(await server().post('/account/sessions/token', { userId, secret }), 201).json;
    assert.equal(JSON.parse(Buffer.from(session.secret, 'base64')).id, userId);
  });

  test('can be asked for by whoever is signed in, who stays who they are', async () => {
    const { client, user } = await signedInUser();
    const { userId, email } = randomUser();
    assertToken(await client.post(PATH, { userId, email }), { userId, minutes: 15 });
    assert.deepEqual(assertStatus(await client.get('/account'), 200).json, user.account);
  });

  test('of a blocked user opens nothing, and the block shows to those who have the code', async () => {
    const { client, user } = await signedInUser();
    await client.patch('/account/status');
    const token = await new ApiClient().post(PATH, { userId: user.userId, email: user.email });
    assertToken(token, { userId: user.userId, minutes: 15 });
    const { code } = await awaitMessage(user.email);
    const attempt = (secret) => new ApiClient().post('/account/sessions/token', { userId: user.userId, secret });
    assertRefused(await attempt(code === '000000' ? '000001' : '000000'), REFUSALS.token);
    assertRefused(await attempt(code), REFUSALS.blocked);
    assertRefused(await attempt(code), REFUSALS.blocked, 'the code is kept');
  });

  test('asked for and used is in the log, newest first', async () => {
    const { client } = await signedInByCode(randomUser());
    const { logs } = assertStatus(await client.get('/account/logs'), 200).json;
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['session.create', 'session.create'],
    );
  });

  test('asked for ten times an hour is the most for one address, from wherever', async () => {
    const { userId, email } = randomUser();
    for (let remaining = 9; remaining >= 0; remaining--) {
      const response = assertStatus(
        await new ApiClient().post(PATH, { userId, email: spelled(email, remaining) }),
        201,
      );
      assert.equal(response.headers['x-ratelimit-remaining'], String(remaining));
    }
    assertRefused(await new ApiClient().post(PATH, { userId, email }), REFUSALS.rateLimit);
  });
});

function spelled(email, time) {
  return time % 2 === 0 ? email : email.toUpperCase();
}

async function signedInByCode({ userId, email }, address = email) {
  const token = assertStatus(await new ApiClient().post(PATH, { userId, email }), 201).json;
  const { code: secret } = await awaitMessage(address);
  const guest = new ApiClient({ 'user-agent': CHROME });
  const response = await guest.post('/account/sessions/token', { userId: token.userId, secret });
  return { userId: token.userId, secret, response, ...guest.withSessionFrom(response) };
}
